#include "cli/dataset_arguments.hpp"
#include "cli/json.hpp"
#include "cli/output_file.hpp"
#include "data/export.hpp"

namespace strand::cli {

namespace {

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

// ---- export

struct ExportArguments : DatasetArguments {
    std::string file;
    bool all = false;
};

Result<void> exportTo(CommandContext& context, const ExportArguments& arguments) {
    if (context.json() && arguments.file == "-")
        return fail(ErrorCode::Usage, STRAND_TEXT("cli", "stdout cannot hold a file and JSON Lines at once"),
                    STRAND_TEXT("cli", "expected the name of a file after -o where --json is given"));
    STRAND_ASSIGN(const auto opened, openDataset(arguments, ProjectFile::Access::Read));
    STRAND_ASSIGN(const auto data, DatasetStore(opened.project).load(opened.record.id));
    auto style = exportStyleFor(arguments.file, data.kind);
    style.excluded = arguments.all;
    STRAND_ASSIGN(auto file, OutputFile::create(arguments.file));
    const auto records = exportDataset(data, style, [&](std::string_view bytes) {
        if (!context.stop.stop_requested()) file.write(bytes);
    });
    STRAND_TRY(context.checkStop());
    STRAND_TRY(file.commit());
    if (context.json())
        context.out.event({{"event", "export"}, {"dataset", opened.record.name}, {"records", records}, {"file", arguments.file}});
    return {};
}

// ---- copy

struct CopyArguments : DatasetArguments {
    std::string name;
};

Result<void> copyDataset(CommandContext& context, const CopyArguments& arguments) {
    STRAND_ASSIGN(const auto opened, openDataset(arguments, ProjectFile::Access::Write));
    STRAND_ASSIGN(const auto copy, DatasetStore(opened.project).copy(opened.record.id, arguments.name));
    if (context.json()) {
        context.out.event(datasetEvent(copy.report, &copy));
    } else {
        context.out.line(say(STRAND_TEXT("cli", "dataset \"%1\" (id %2)"), copy.name, copy.id));
    }
    return {};
}

}  // namespace

CommandRun declareDatasets(CLI::App& app) {
    auto project = std::make_shared<std::string>();
    addProject(app, *project);
    return [project](CommandContext& context) { return listDatasets(context, *project); };
}

CommandRun declareCopy(CLI::App& app) {
    auto arguments = std::make_shared<CopyArguments>();
    addDataset(app, *arguments);
    app.add_option("--name", arguments->name, say(STRAND_TEXT("cli", "name of the copy (default: that of the dataset, with a number)")));
    return [arguments](CommandContext& context) { return copyDataset(context, *arguments); };
}

CommandRun declareExport(CLI::App& app) {
    auto arguments = std::make_shared<ExportArguments>();
    addDataset(app, *arguments);
    app.add_option(
           "-o,--output", arguments->file,
           say(STRAND_TEXT("cli", "FASTA, or a table where the name ends in .tsv or .csv; packed where .gz follows; - writes to stdout")))
        ->required();
    app.add_flag("--all", arguments->all, say(STRAND_TEXT("cli", "with the sequences that are left out")));
    return [arguments](CommandContext& context) { return exportTo(context, *arguments); };
}

}  // namespace strand::cli
