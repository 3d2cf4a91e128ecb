#include "cli/checks.hpp"
#include "cli/dataset_arguments.hpp"
#include "data/logo.hpp"

namespace strand::cli {

namespace {

struct StatsArguments : DatasetArguments {
    std::string by;
    std::size_t k = 3;
    bool logo = false;
};

bool isNucleotides(SequenceKind kind) { return kind == SequenceKind::Dna || kind == SequenceKind::Rna; }

Json statsEvent(const DatasetRecord& record, const GroupStatistics& group, bool first, GroupBy by) {
    Json composition = Json::object(), kmers = Json::object();
    for (const auto& [residue, count] : group.statistics.composition)
        composition[std::string(1, residue)] = count;
    for (std::size_t word = 0; word < group.kmers.counts.size(); ++word)
        if (group.kmers.counts[word] > 0) kmers[group.kmers.word(word)] = group.kmers.counts[word];
    const auto& length = group.statistics.length;
    return {{"event", "stats"},
            {"dataset", record.name},
            {"group", first ? Json() : Json(group.name.empty() && by == GroupBy::Class ? "none" : group.name)},
            {"records", group.statistics.sequences},
            {"excluded", group.statistics.excluded},
            {"length", {{"min", length.min}, {"median", length.median}, {"p95", length.p95}, {"max", length.max}}},
            {"gc", isNucleotides(record.kind) ? Json(gcContent(group.statistics.composition)) : Json()},
            {"composition", composition},
            {"k", group.kmers.k},
            {"kmers", kmers},
            {"duplicates", group.statistics.duplicates},
            {"duplicates_across_splits", group.statistics.duplicatesAcrossSplits}};
}

std::vector<std::string> statsRow(const DatasetRecord& record, const GroupStatistics& group, const std::string& name) {
    const auto& statistics = group.statistics;
    std::string composition;
    for (const auto& [residue, count] : statistics.composition)
        composition += fmt::format("{}{}:{}", composition.empty() ? "" : " ", residue, count);
    return {name,
            std::to_string(statistics.sequences),
            std::to_string(statistics.length.min),
            std::to_string(statistics.length.median),
            std::to_string(statistics.length.p95),
            std::to_string(statistics.length.max),
            isNucleotides(record.kind) ? fixed(gcContent(statistics.composition), 3) : "-",
            std::to_string(statistics.duplicates),
            std::to_string(statistics.duplicatesAcrossSplits),
            composition};
}

Result<void> showLogo(CommandContext& context, const DatasetRecord& record, const Dataset& data) {
    if (commonLength(data) == 0)
        return fail(ErrorCode::Usage, {STRAND_TEXT("cli", "the sequences of dataset \"%1\" are not of one length"), record.name},
                    STRAND_TEXT("cli", "expected equal lengths for a sequence logo"));
    Table table{{say(STRAND_TEXT("cli", "class")), say(STRAND_TEXT("cli", "place")), say(STRAND_TEXT("cli", "bits"))}, {}};
    const std::string letters = makeLogo(data).letters;
    for (const char letter : letters)
        table.header.emplace_back(1, letter);
    for (std::int32_t label = kNoLabel; label < static_cast<std::int32_t>(data.classes.size()); ++label) {
        const auto logo = makeLogo(data, label);
        if (context.json()) {
            context.out.event({{"event", "logo"},
                               {"dataset", record.name},
                               {"class", label == kNoLabel ? Json() : Json(data.classes[static_cast<std::size_t>(label)])},
                               {"letters", letters},
                               {"bits", logo.information},
                               {"frequency", logo.frequency},
                               {"counted", logo.counted}});
            continue;
        }
        const auto name = label == kNoLabel ? say(STRAND_TEXT("cli", "all")) : data.classes[static_cast<std::size_t>(label)];
        for (std::size_t place = 0; place < logo.information.size(); ++place) {
            auto& row = table.rows.emplace_back();
            row = {name, std::to_string(place + 1), fixed(logo.information[place], 3)};
            for (const double frequency : logo.frequency[place])
                row.push_back(fixed(frequency, 3));
        }
    }
    if (!context.json()) context.out.table(table);
    return {};
}

Result<void> showStats(CommandContext& context, const StatsArguments& arguments) {
    STRAND_ASSIGN(const auto opened, openDataset(arguments, ProjectFile::Access::Read));
    STRAND_ASSIGN(const auto data, DatasetStore(opened.project).load(opened.record.id));
    if (arguments.logo) return showLogo(context, opened.record, data);
    const auto by = arguments.by == "class" ? GroupBy::Class : arguments.by == "split" ? GroupBy::Split : GroupBy::None;
    Table table{{say(STRAND_TEXT("cli", "group")), say(STRAND_TEXT("cli", "records")), say(STRAND_TEXT("cli", "shortest")),
                 say(STRAND_TEXT("cli", "median length")), say(STRAND_TEXT("cli", "95 % are at most")), say(STRAND_TEXT("cli", "longest")),
                 say(STRAND_TEXT("cli", "GC")), say(STRAND_TEXT("cli", "duplicates")), say(STRAND_TEXT("cli", "across parts")),
                 say(STRAND_TEXT("cli", "composition"))},
                {}};
    bool first = true;
    for (const auto& group : computeStatistics(data, by, arguments.k)) {
        if (context.json()) {
            context.out.event(statsEvent(opened.record, group, first, by));
        } else {
            table.rows.push_back(statsRow(opened.record, group, first ? say(STRAND_TEXT("cli", "all")) : group.name));
        }
        first = false;
    }
    if (!context.json()) context.out.table(table);
    return {};
}

}  // namespace

CommandRun declareStats(CLI::App& app) {
    auto arguments = std::make_shared<StatsArguments>();
    addDataset(app, *arguments);
    app.add_option("--by", arguments->by, say(STRAND_TEXT("cli", "also for each class or split")))->check(oneOf({"class", "split"}));
    app.add_option("--k", arguments->k, say(STRAND_TEXT("cli", "length of the words that are counted, with --json")))
        ->check(wholeNumber(1, 10));
    app.add_flag("--logo", arguments->logo,
                 say(STRAND_TEXT("cli", "the sequence logo instead: frequencies and bits at each place, for each class")));
    return [arguments](CommandContext& context) { return showStats(context, *arguments); };
}

}  // namespace strand::cli
