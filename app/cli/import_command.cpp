#include "cli/command.hpp"
#include "cli/json.hpp"
#include "data/reader.hpp"

#include <filesystem>

namespace strand::cli {

namespace {

struct ImportArguments {
    std::string project;
    std::vector<std::string> files;
    std::string name, kind = "auto", format = "auto", label = "auto", split = "auto", onBad = "stop";
    std::uint64_t seed = 1;
    bool dryRun = false;
};

Result<LabelSource> parseLabel(const std::string& text) {
    if (text == "auto") return LabelSource::Auto;
    if (text == "header") return LabelSource::Header;
    if (text == "filename") return LabelSource::Filename;
    if (text == "first-letter") return LabelSource::FirstLetter;
    if (text == "none") return LabelSource::None;
    return fail(ErrorCode::Usage, {STRAND_TEXT("cli", "\"%1\" is no source of labels"), text},
                {STRAND_TEXT("engine", "expected one of %1"), "auto, header, filename, first-letter, none"});
}

Result<std::string> parseFormat(const std::string& text) {
    if (text == "auto") return std::string();
    if (findReader(text) != nullptr) return text;
    std::string known = "auto";
    for (const auto& reader : readers())
        known += fmt::format(", {}", reader.name);
    return fail(ErrorCode::Usage, {STRAND_TEXT("cli", "there is no format called \"%1\""), text},
                {STRAND_TEXT("engine", "expected one of %1"), known});
}

Result<ImportOptions> optionsOf(const ImportArguments& arguments) {
    ImportOptions options;
    options.files = arguments.files;
    options.name = arguments.name;
    options.seed = arguments.seed;
    if (arguments.kind != "auto") {
        options.kind = parseKind(arguments.kind);
        if (!options.kind)
            return fail(ErrorCode::Usage, {STRAND_TEXT("cli", "\"%1\" is no kind of sequence"), arguments.kind},
                        {STRAND_TEXT("engine", "expected one of %1"), "auto, dna, rna, protein, text"});
    }
    STRAND_ASSIGN(options.format, parseFormat(arguments.format));
    STRAND_ASSIGN(options.label, parseLabel(arguments.label));
    if (arguments.split != "auto" && arguments.split != "header") {
        STRAND_ASSIGN(options.ratio, parseRatio(arguments.split));
    }
    if (arguments.onBad == "stop") {
        options.onBad = OnBad::Stop;
    } else if (arguments.onBad == "skip") {
        options.onBad = OnBad::Skip;
    } else if (arguments.onBad == "replace") {
        options.onBad = OnBad::Replace;
    } else {
        return fail(ErrorCode::Usage, {STRAND_TEXT("cli", "\"%1\" says nothing about bad records"), arguments.onBad},
                    {STRAND_TEXT("engine", "expected one of %1"), "stop, skip, replace"});
    }
    return options;
}

void tell(CommandContext& context, const ImportReport& report, const DatasetRecord* stored) {
    for (const auto& warning : report.warnings)
        context.out.warning(warning);
    if (context.json()) {
        context.out.event(datasetEvent(report, stored));
        return;
    }
    const auto head = stored != nullptr ? say(STRAND_TEXT("cli", "dataset \"%1\" (id %2)"), stored->name, stored->id)
                                        : say(STRAND_TEXT("cli", "dataset \"%1\" (not stored)"), report.name);
    context.out.line(
        say(STRAND_TEXT("cli", "%1: %2 records (%3), %4 skipped"), head, report.imported, kindName(report.kind), report.skipped));
    Table table{{say(STRAND_TEXT("cli", "what")), say(STRAND_TEXT("cli", "value"))}, {}};
    for (const auto& [name, count] : report.classes)
        table.rows.push_back({say(STRAND_TEXT("cli", "class %1"), name), std::to_string(count)});
    for (const auto& [name, count] : report.splits)
        table.rows.push_back({say(STRAND_TEXT("cli", "part %1"), name), std::to_string(count)});
    const auto& length = report.length;
    table.rows.push_back({say(STRAND_TEXT("cli", "shortest")), std::to_string(length.min)});
    table.rows.push_back({say(STRAND_TEXT("cli", "median length")), std::to_string(length.median)});
    table.rows.push_back({say(STRAND_TEXT("cli", "95 % are at most")), std::to_string(length.p95)});
    table.rows.push_back({say(STRAND_TEXT("cli", "longest")), std::to_string(length.max)});
    context.out.table(table);
}

/// What would refuse the dataset after all has been read is found before; the file is not touched.
Result<void> checkProject(const std::string& path) {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
        if (path.ends_with(".strand")) return {};
        return fail(ErrorCode::Usage, {STRAND_TEXT("cli", "\"%1\" is no name for a project"), path},
                    STRAND_TEXT("cli", "expected a path that ends in .strand"));
    }
    STRAND_ASSIGN(const auto project, ProjectFile::open(path, ProjectFile::Access::Read));
    if (project.beingWritten()) STRAND_TRY(ProjectFile::open(path, ProjectFile::Access::Write));
    return {};
}

/// Into the project, made where it is missing; one made here goes away again where the dataset cannot be stored.
Result<DatasetRecord> store(CommandContext& context, const std::string& path, const ImportedDataset& imported) {
    std::error_code ignored;
    const bool made = !std::filesystem::exists(path, ignored);
    Result<DatasetRecord> record;
    {
        STRAND_ASSIGN(const auto project, ProjectFile::open(path, ProjectFile::Access::Write, ProjectFile::Missing::Create));
        record = DatasetStore(project).add(imported.dataset, imported.report, context.progress(), context.stop);
    }
    if (!record && made) std::filesystem::remove(path, ignored);
    return record;
}

Result<void> runImport(CommandContext& context, const ImportArguments& arguments) {
    STRAND_ASSIGN(const auto options, optionsOf(arguments));
    if (!arguments.dryRun) STRAND_TRY(checkProject(arguments.project));
    STRAND_ASSIGN(const auto imported, importFiles(options, context.progress(), context.stop));
    if (arguments.dryRun) {
        tell(context, imported.report, nullptr);
        return {};
    }
    STRAND_ASSIGN(const auto record, store(context, arguments.project, imported));
    tell(context, record.report, &record);
    return {};
}

}  // namespace

CommandRun declareImport(CLI::App& app) {
    auto arguments = std::make_shared<ImportArguments>();
    addProject(app, arguments->project);
    app.add_option("FILE", arguments->files, say(STRAND_TEXT("cli", "sequence files; gz and xz are recognised by their content")))
        ->required()
        ->take_all();
    app.add_option("--name", arguments->name, say(STRAND_TEXT("cli", "name of the dataset (default: that of the first file)")));
    app.add_option("--kind", arguments->kind, say(STRAND_TEXT("cli", "auto, dna, rna, protein or text")));
    app.add_option("--format", arguments->format, say(STRAND_TEXT("cli", "auto, or the name of a format")));
    app.add_option("--label", arguments->label,
                   say(STRAND_TEXT("cli", "where classes come from: auto, header, filename, first-letter or none")));
    app.add_option("--split", arguments->split,
                   say(STRAND_TEXT("cli", "auto, header, or a ratio such as 0.8,0.1,0.1 (training, validation, test)")));
    app.add_option("--on-bad", arguments->onBad, say(STRAND_TEXT("cli", "at a bad record: stop, skip or replace")));
    app.add_option("--seed", arguments->seed, say(STRAND_TEXT("cli", "seed of a split by ratio")));
    app.add_flag("--dry-run", arguments->dryRun, say(STRAND_TEXT("cli", "read and tell, but store nothing")));
    return [arguments](CommandContext& context) { return runImport(context, *arguments); };
}

}  // namespace strand::cli
