#include "analysis/metrics.hpp"
#include "pipeline/guard.hpp"
#include "pipeline/jobs.hpp"
#include "pipeline/trained_model.hpp"

#include <algorithm>

namespace strand {
namespace {

/// Labels of `data` as class ids of the run, by the names of the classes.
Result<void> matchClasses(Dataset& data, const std::vector<std::string>& classes) {
    std::vector<std::int32_t> as(data.classes.size());
    for (std::size_t c = 0; c < as.size(); ++c) {
        const auto found = std::ranges::find(classes, data.classes[c]);
        if (found == classes.end())
            return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "dataset \"%1\" has the class \"%2\""), data.name, data.classes[c]},
                        {STRAND_TEXT("engine", "expected the classes of the run: %1"), fmt::format("{}", fmt::join(classes, ", "))});
        as[c] = static_cast<std::int32_t>(found - classes.begin());
    }
    for (auto& sequence : data.sequences)
        if (sequence.label != kNoLabel) sequence.label = as[static_cast<std::size_t>(sequence.label)];
    return {};
}

Result<std::vector<std::int64_t>> chooseRows(ProjectFile& project, const RunRecord& run, const Dataset& data, bool own, Split split) {
    std::vector<std::int64_t> rows;
    if (own && split != Split::None) {
        STRAND_ASSIGN(auto parts, RunStore(project).split(run.id));
        rows = split == Split::Train        ? std::move(parts.train)
               : split == Split::Validation ? std::move(parts.validation)
                                            : std::move(parts.test);
    } else {
        for (const auto i : usedSequences(data))
            if (split == Split::None || data.sequences[static_cast<std::size_t>(i)].split == split) rows.push_back(i);
    }
    rows = labelledOnly(data, std::move(rows));
    if (!rows.empty()) return rows;
    return split == Split::None
               ? fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "dataset \"%1\" has no sequence with a label"), data.name})
               : fail(ErrorCode::BadInput,
                      {STRAND_TEXT("engine", "dataset \"%1\" has no labelled sequence in its %2 part"), data.name, splitName(split)}, {},
                      STRAND_TEXT("engine", "choose another part, or all sequences"));
}

}  // namespace

Result<ClassificationMetrics> evaluateRun(ProjectFile& project, std::int64_t run, std::int64_t dataset, Split split,
                                          const DeviceOptions& device, const ProgressFn& progress, const std::stop_token& stop) {
    STRAND_ASSIGN(const auto trained, loadTrained(project, run, device));
    const bool own = dataset <= 0 || dataset == trained.run.datasetId;
    STRAND_ASSIGN(auto data, DatasetStore(project).load(own ? trained.run.datasetId : dataset));
    if (data.kind != trained.kind)
        return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "dataset \"%1\" holds %2, the model was trained with %3"), data.name,
                                          kindName(data.kind), kindName(trained.kind)});
    STRAND_TRY(matchClasses(data, trained.run.classes));
    STRAND_ASSIGN(const auto rows, chooseRows(project, trained.run, data, own, split));
    const auto encoded = encodeDataset(data, *trained.tokens.tokenizer, trained.tokens.maxLength, trained.tokens.cls).encoded;
    STRAND_ASSIGN(const auto result, runOver(trained, encoded, rows, progress, stop));
    std::vector<std::int32_t> labels;
    for (const auto row : rows)
        labels.push_back(encoded.labels[static_cast<std::size_t>(row)]);
    return computeMetrics(result.probabilities, labels, trained.tokens.context.classes, result.loss);
}

}  // namespace strand
