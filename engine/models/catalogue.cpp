#include "models/catalogue.hpp"

#include "core/unknown_name.hpp"
#include "models/common_hyperparameters.hpp"

#include <algorithm>

namespace strand {

#define STRAND_MODEL(name) ModelEntry name##Entry();
#include "models/model_list.inc"
#undef STRAND_MODEL

std::span<const ModelEntry> catalogue() {
    static const std::vector<ModelEntry> entries = {
#define STRAND_MODEL(name) name##Entry(),
#include "models/model_list.inc"
#undef STRAND_MODEL
    };
    return entries;
}

Result<const ModelEntry*> findModel(const std::string& name) {
    const auto entries = catalogue();
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const ModelEntry& entry) { return entry.name == name; });
    if (found != entries.end()) return &*found;
    std::vector<std::string> names;
    for (const ModelEntry& entry : entries)
        names.push_back(entry.name);
    return fail(unknownName({STRAND_TEXT("engine", "there is no model \"%1\""), name}, name, names));
}

Result<Hyperparameters> resolveHyperparameters(const ModelEntry& entry, const std::string& preset, const TextValues& given) {
    TextValues values;
    if (!preset.empty()) {
        const auto found =
            std::find_if(entry.presets.begin(), entry.presets.end(), [&](const Preset& candidate) { return candidate.name == preset; });
        if (found == entry.presets.end()) {
            std::vector<std::string> names;
            for (const Preset& known : entry.presets)
                names.emplace_back(known.name);
            return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "%1 has no preset \"%2\""), entry.name, preset},
                        {STRAND_TEXT("engine", "expected one of %1"), fmt::format("{}", fmt::join(names, ", "))});
        }
        values = found->values;
    }
    for (const auto& [name, text] : given)
        values.insert_or_assign(name, text);
    STRAND_ASSIGN(Hyperparameters resolved, makeHyperparameters(entry.hyperparameters, values));
    STRAND_TRY(checkCommon(resolved));
    if (entry.check != nullptr) STRAND_TRY(entry.check(resolved));
    return resolved;
}

std::string tokenizerFor(const Hyperparameters& values, SequenceKind kind) {
    const bool text = kind == SequenceKind::Text;
    std::string chosen = values.text("tokenizer");
    if (text && (chosen == "auto" || chosen == "kmer")) chosen = "word";
    if (chosen == "auto") chosen = "char";
    if (chosen == "kmer") chosen = kind == SequenceKind::Protein ? "kmer:2" : "kmer:3";
    return text && !values.boolean("lower_case") ? chosen + ":cased" : chosen;
}

}  // namespace strand
