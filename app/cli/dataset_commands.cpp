#include "cli/command.hpp"
#include "cli/json.hpp"
#include "cli/output_file.hpp"

#include <algorithm>
#include <cctype>
#include <map>

namespace strand::cli {

namespace {

struct DatasetArguments {
    std::string project, dataset;
};

void addDataset(CLI::App& app, DatasetArguments& arguments) {
    addProject(app, arguments.project);
    app.add_option("--dataset", arguments.dataset, say(STRAND_TEXT("cli", "name or id of the dataset")))->required();
}

Result<void> listDatasets(CommandContext& context, const std::string& path) {
    STRAND_ASSIGN(const auto project, ProjectFile::open(path, ProjectFile::Access::Read));
    STRAND_ASSIGN(const auto datasets, DatasetStore(project).list());
    Table table{{say(STRAND_TEXT("cli", "id")), say(STRAND_TEXT("cli", "dataset")), say(STRAND_TEXT("cli", "kind")),
                 say(STRAND_TEXT("cli", "records")), say(STRAND_TEXT("cli", "classes")), say(STRAND_TEXT("cli", "training")),
                 say(STRAND_TEXT("cli", "validation")), say(STRAND_TEXT("cli", "test")), say(STRAND_TEXT("cli", "lengths"))},
                {}};
    for (const auto& record : datasets) {
        if (context.json()) {
            context.out.event(datasetEvent(record.report, &record));
            continue;
        }
        const auto part = [&](Split split) {
            const auto found = record.report.splits.find(splitName(split));
            return std::to_string(found == record.report.splits.end() ? 0 : found->second);
        };
        const auto& length = record.report.length;
        table.rows.push_back({std::to_string(record.id), record.name, kindName(record.kind), std::to_string(record.sequences),
                              fmt::format("{}", fmt::join(record.classes, ", ")), part(Split::Train), part(Split::Validation),
                              part(Split::Test), fmt::format("{}..{}", length.min, length.max)});
    }
    if (!context.json()) context.out.table(table);
    return {};
}

// ---- stats

/// Counts of k-mers made of A, C, G, T (U counts as T).
std::map<std::string, std::int64_t> countKmers(const Dataset& data, std::size_t k) {
    std::map<std::string, std::int64_t> counts;
    for (const auto& sequence : data.sequences) {
        std::string residues = sequence.residues;
        std::ranges::transform(residues, residues.begin(), [](char c) {
            const char upper = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
            return upper == 'U' ? 'T' : upper;
        });
        for (std::size_t i = 0; i + k <= residues.size(); ++i) {
            const auto word = residues.substr(i, k);
            if (word.find_first_not_of("ACGT") == std::string::npos) ++counts[word];
        }
    }
    return counts;
}

double gcShare(const DatasetStatistics& statistics) {
    std::int64_t gc = 0, all = 0;
    for (const auto& [residue, count] : statistics.composition) {
        const char upper = static_cast<char>(std::toupper(static_cast<unsigned char>(residue)));
        if (upper == 'G' || upper == 'C') gc += count;
        if (std::string_view("ACGTU").find(upper) != std::string_view::npos) all += count;
    }
    return all > 0 ? static_cast<double>(gc) / static_cast<double>(all) : kNotAvailable;
}

Json statisticsJson(const Dataset& data, const std::string& group) {
    const auto statistics = computeStatistics(data);
    const bool nucleotides = data.kind == SequenceKind::Dna || data.kind == SequenceKind::Rna;
    Json composition = Json::object();
    for (const auto& [residue, count] : statistics.composition)
        composition[std::string(1, residue)] = count;
    Json kmers = Json::object();
    if (nucleotides)
        for (const auto& [word, count] : countKmers(data, 3))
            kmers[word] = count;
    const auto& length = statistics.length;
    return {{"event", "stats"},
            {"dataset", data.name},
            {"group", group.empty() ? Json() : Json(group)},
            {"records", statistics.sequences},
            {"length", {{"min", length.min}, {"median", length.median}, {"p95", length.p95}, {"max", length.max}}},
            {"gc", nucleotides ? Json(gcShare(statistics)) : Json()},
            {"composition", composition},
            {"kmers", kmers},
            {"duplicates", statistics.duplicates},
            {"duplicates_across_splits", statistics.duplicatesAcrossSplits}};
}

struct StatsArguments : DatasetArguments {
    std::string by;
};

/// The whole dataset first, then a part for each class or split where asked for.
std::vector<std::pair<std::string, Dataset>> groupsOf(const Dataset& data, const std::string& by) {
    std::vector<std::pair<std::string, Dataset>> groups{{"", data}};
    std::map<std::string, Dataset> parts;
    if (by.empty()) return groups;
    for (const auto& sequence : data.sequences) {
        const auto label = sequence.label == kNoLabel ? std::string("none") : data.classes[static_cast<std::size_t>(sequence.label)];
        auto& part = parts[by == "class" ? label : splitName(sequence.split)];
        part.name = data.name;
        part.kind = data.kind;
        part.classes = data.classes;
        part.sequences.push_back(sequence);
    }
    groups.insert(groups.end(), parts.begin(), parts.end());
    return groups;
}

Result<void> showStats(CommandContext& context, const StatsArguments& arguments) {
    STRAND_ASSIGN(const auto project, ProjectFile::open(arguments.project, ProjectFile::Access::Read));
    const DatasetStore datasets(project);
    STRAND_ASSIGN(const auto record, datasets.find(arguments.dataset));
    STRAND_ASSIGN(const auto data, datasets.load(record.id));
    Table table{{say(STRAND_TEXT("cli", "group")), say(STRAND_TEXT("cli", "records")), say(STRAND_TEXT("cli", "shortest")),
                 say(STRAND_TEXT("cli", "median length")), say(STRAND_TEXT("cli", "longest")), say(STRAND_TEXT("cli", "GC")),
                 say(STRAND_TEXT("cli", "duplicates")), say(STRAND_TEXT("cli", "across parts")), say(STRAND_TEXT("cli", "composition"))},
                {}};
    for (const auto& [group, part] : groupsOf(data, arguments.by)) {
        const auto json = statisticsJson(part, group);
        if (context.json()) {
            context.out.event(json);
            continue;
        }
        const auto number = [](const Json& value) { return std::to_string(value.get<std::int64_t>()); };
        std::string composition;
        for (const auto& [residue, count] : json["composition"].items())
            composition += fmt::format("{}{}:{}", composition.empty() ? "" : " ", residue, number(count));
        table.rows.push_back({group.empty() ? say(STRAND_TEXT("cli", "all")) : group, number(json["records"]),
                              number(json["length"]["min"]), number(json["length"]["median"]), number(json["length"]["max"]),
                              json["gc"].is_null() ? "-" : fixed(json["gc"].get<double>(), 3), number(json["duplicates"]),
                              number(json["duplicates_across_splits"]), composition});
    }
    if (!context.json()) context.out.table(table);
    return {};
}

// ---- split

struct SplitArguments : DatasetArguments {
    std::string ratio;
    std::uint64_t seed = 1;
};

Result<void> splitDataset(CommandContext& context, const SplitArguments& arguments) {
    STRAND_ASSIGN(const auto ratio, parseRatio(arguments.ratio));
    STRAND_ASSIGN(const auto project, ProjectFile::open(arguments.project, ProjectFile::Access::Write));
    DatasetStore datasets(project);
    STRAND_ASSIGN(const auto record, datasets.find(arguments.dataset));
    STRAND_ASSIGN(auto data, datasets.load(record.id));
    STRAND_TRY(splitByRatio(data, ratio, arguments.seed));
    std::vector<Split> splits;
    for (const auto& sequence : data.sequences)
        splits.push_back(sequence.split);
    STRAND_ASSIGN(const auto stored, datasets.setSplits(record.id, splits));
    if (context.json()) {
        context.out.event(datasetEvent(stored.report, &stored));
        return {};
    }
    Table table{{say(STRAND_TEXT("cli", "part")), say(STRAND_TEXT("cli", "records"))}, {}};
    for (const auto& [name, count] : stored.report.splits)
        table.rows.push_back({name, std::to_string(count)});
    context.out.table(table);
    return {};
}

// ---- export

struct ExportArguments : DatasetArguments {
    std::string file;
};

std::string fastaRecord(const Dataset& data, const Sequence& sequence) {
    std::string header = ">" + sequence.id;
    if (sequence.label != kNoLabel) {
        header += "|" + data.classes[static_cast<std::size_t>(sequence.label)];
        if (sequence.split != Split::None) header += fmt::format("|{}", splitName(sequence.split));
    }
    return header + "\n" + sequence.residues + "\n";
}

std::string tableRecord(const Dataset& data, const Sequence& sequence) {
    const auto label = sequence.label == kNoLabel ? std::string() : data.classes[static_cast<std::size_t>(sequence.label)];
    return fmt::format("{}\t{}\t{}\t{}\n", sequence.id, label, sequence.split == Split::None ? "" : splitName(sequence.split),
                       sequence.residues);
}

Result<void> exportDataset(CommandContext& context, const ExportArguments& arguments) {
    STRAND_ASSIGN(const auto project, ProjectFile::open(arguments.project, ProjectFile::Access::Read));
    const DatasetStore datasets(project);
    STRAND_ASSIGN(const auto record, datasets.find(arguments.dataset));
    STRAND_ASSIGN(const auto data, datasets.load(record.id));
    const bool asTable = data.kind == SequenceKind::Text || arguments.file.ends_with(".tsv");
    STRAND_ASSIGN(auto file, OutputFile::create(arguments.file));
    if (asTable) file.write("id\tlabel\tsplit\tsequence\n");
    for (const auto& sequence : data.sequences)
        file.write(asTable ? tableRecord(data, sequence) : fastaRecord(data, sequence));
    STRAND_TRY(file.commit());
    if (context.json() && arguments.file != "-")
        context.out.event({{"event", "export"}, {"dataset", record.name}, {"records", data.sequences.size()}, {"file", arguments.file}});
    return {};
}

}  // namespace

CommandRun declareDatasets(CLI::App& app) {
    auto project = std::make_shared<std::string>();
    addProject(app, *project);
    return [project](CommandContext& context) { return listDatasets(context, *project); };
}

CommandRun declareStats(CLI::App& app) {
    auto arguments = std::make_shared<StatsArguments>();
    addDataset(app, *arguments);
    app.add_option("--by", arguments->by, say(STRAND_TEXT("cli", "also for each class or split")))
        ->check(CLI::IsMember({"class", "split"}));
    return [arguments](CommandContext& context) { return showStats(context, *arguments); };
}

CommandRun declareSplit(CLI::App& app) {
    auto arguments = std::make_shared<SplitArguments>();
    addDataset(app, *arguments);
    app.add_option("--ratio", arguments->ratio, say(STRAND_TEXT("cli", "shares of training, validation and test, e.g. 0.8,0.1,0.1")))
        ->required();
    app.add_option("--seed", arguments->seed, say(STRAND_TEXT("cli", "the same seed gives the same parts")));
    return [arguments](CommandContext& context) { return splitDataset(context, *arguments); };
}

CommandRun declareExport(CLI::App& app) {
    auto arguments = std::make_shared<ExportArguments>();
    addDataset(app, *arguments);
    app.add_option("-o,--output", arguments->file,
                   say(STRAND_TEXT("cli", "FASTA, or a table where the name ends in .tsv; - writes to stdout")))
        ->required();
    return [arguments](CommandContext& context) { return exportDataset(context, *arguments); };
}

}  // namespace strand::cli
