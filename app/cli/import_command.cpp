#include "cli/command.hpp"
#include "cli/json.hpp"
#include "cli/sequence_input.hpp"
#include "core/count_text.hpp"
#include "data/reader.hpp"
#include "data/warning_list.hpp"

#include <algorithm>
#include <filesystem>

namespace strand::cli {

namespace {

struct ImportArguments {
    std::string project;
    std::vector<std::string> files;
    std::string name, kind = "auto", format = "auto", label = "auto", split = "auto", onBad = "stop";
    std::string sequenceColumn, idColumn, delimiter = "auto", encoding = "auto", headerRow = "auto";
    std::uint64_t seed = 1;
    bool dryRun = false;
};

tl::unexpected<Error> unknown(const char* found, const std::string& text, std::string_view known) {
    return fail(ErrorCode::Usage, {found, text}, {STRAND_TEXT("engine", "expected one of %1"), known});
}

/// The value that a word stands for, or the error with all words.
template <typename Value, std::size_t size>
Result<Value> chosen(const std::array<std::pair<const char*, Value>, size>& table, const std::string& word, const char* found,
                     const std::string& more = {}) {
    std::string known;
    for (const auto& [name, value] : table) {
        if (word == name) return value;
        known += known.empty() ? name : fmt::format(", {}", name);
    }
    return unknown(found, word, known + more);
}

constexpr std::array<std::pair<const char*, LabelSource>, 6> kLabelWords{{{"auto", LabelSource::Auto},
                                                                          {"header", LabelSource::Header},
                                                                          {"filename", LabelSource::Filename},
                                                                          {"folder", LabelSource::Folder},
                                                                          {"first-letter", LabelSource::FirstLetter},
                                                                          {"none", LabelSource::None}}};
constexpr std::array<std::pair<const char*, SplitSource>, 4> kSplitWords{
    {{"auto", SplitSource::Auto}, {"header", SplitSource::Header}, {"filename", SplitSource::Filename}, {"none", SplitSource::None}}};
constexpr std::array<std::pair<const char*, char>, 9> kDelimiterWords{
    {{"auto", '\0'}, {"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"bar", '|'}, {",", ','}, {";", ';'}, {"\t", '\t'}, {"|", '|'}}};
constexpr std::array<std::pair<const char*, std::optional<bool>>, 3> kHeaderRowWords{
    {{"auto", std::nullopt}, {"yes", true}, {"no", false}}};
constexpr std::string_view kColumn = "column:";
constexpr std::int64_t kMostTold = 1000000;  ///< skipped records that are told one by one

/// "column:NAME": its name.
std::optional<std::string> columnOf(const std::string& text) {
    if (!text.starts_with(kColumn) || text.size() == kColumn.size()) return std::nullopt;
    return text.substr(kColumn.size());
}

Result<void> setLabel(ImportOptions& options, const std::string& text) {
    options.reading.labelColumn = columnOf(text);
    options.label = LabelSource::Column;
    if (options.reading.labelColumn) return {};
    STRAND_ASSIGN(options.label, chosen(kLabelWords, text, STRAND_TEXT("cli", "\"%1\" is no source of labels"), ", column:NAME"));
    return {};
}

Result<void> setSplit(ImportOptions& options, const std::string& text) {
    options.reading.splitColumn = columnOf(text);
    options.split = SplitSource::Column;
    if (options.reading.splitColumn) return {};
    if (const auto source = chosen(kSplitWords, text, "")) {
        options.split = *source;
        return {};
    }
    STRAND_ASSIGN(options.ratio, parseRatio(text));
    options.split = SplitSource::Ratio;
    return {};
}

Result<void> setReading(ImportOptions& options, const ImportArguments& arguments) {
    ReadOptions& reading = options.reading;
    if (!arguments.sequenceColumn.empty()) reading.sequenceColumn = arguments.sequenceColumn;
    if (!arguments.idColumn.empty()) reading.idColumn = arguments.idColumn;
    STRAND_ASSIGN(reading.delimiter, chosen(kDelimiterWords, arguments.delimiter, STRAND_TEXT("cli", "\"%1\" is no delimiter")));
    STRAND_ASSIGN(reading.headerRow,
                  chosen(kHeaderRowWords, arguments.headerRow, STRAND_TEXT("cli", "\"%1\" does not say whether there is a header row")));
    const auto encoding = parseEncoding(arguments.encoding);
    if (!encoding) {
        std::string known;
        for (const TextEncoding each : encodings())
            known += (known.empty() ? "" : ", ") + std::string(encodingName(each));
        return unknown(STRAND_TEXT("cli", "\"%1\" is no encoding that is known"), arguments.encoding, known);
    }
    reading.encoding = *encoding;
    return {};
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
    STRAND_TRY(setLabel(options, arguments.label));
    STRAND_TRY(setSplit(options, arguments.split));
    STRAND_TRY(setReading(options, arguments));
    STRAND_ASSIGN(options.onBad, parseOnBad(arguments.onBad));
    return options;
}

/// The report keeps the first thousand records that were skipped or replaced: here all are told.
ImportReport complete(ImportReport report, std::vector<Warning> each, std::int64_t count) {
    if (each.size() <= WarningList::kKept) return report;
    report.warnings.resize(report.warnings.size() - WarningList::kKept - 1);
    std::ranges::move(each, std::back_inserter(report.warnings));
    const auto more = count - static_cast<std::int64_t>(each.size());
    if (more > 0) report.warnings.push_back({{STRAND_TEXT("engine", "and %1 more"), more}, {}, 0, {}});
    return report;
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
        say(STRAND_COUNT("cli", "%1: %2 records (%3), %4 skipped"), head, report.imported, kindName(report.kind), report.skipped));
    Table table{{say(STRAND_TEXT("cli", "what")), say(STRAND_TEXT("cli", "value"))}, {}};
    table.rows.push_back({say(STRAND_TEXT("cli", "format")), report.format});
    table.rows.push_back({say(STRAND_TEXT("cli", "classes from")), labelSourceName(report.labelSource)});
    table.rows.push_back({say(STRAND_TEXT("cli", "parts from")), splitSourceName(report.splitSource)});
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
    STRAND_ASSIGN(auto options, optionsOf(arguments));
    if (!arguments.dryRun) STRAND_TRY(checkProject(arguments.project));
    std::vector<Warning> each;
    std::int64_t count = 0;
    options.onWarning = [&](const Warning& warning) {
        if (count++ < kMostTold) each.push_back(warning);
    };
    STRAND_ASSIGN(const auto imported, importFiles(options, context.progress(), context.stop));
    if (arguments.dryRun) {
        tell(context, complete(imported.report, std::move(each), count), nullptr);
        return {};
    }
    STRAND_ASSIGN(const auto record, store(context, arguments.project, imported));
    tell(context, complete(record.report, std::move(each), count), &record);
    return {};
}

}  // namespace

CommandRun declareImport(CLI::App& app) {
    auto arguments = std::make_shared<ImportArguments>();
    addProject(app, arguments->project);
    app.add_option("FILE", arguments->files,
                   say(STRAND_TEXT("cli", "sequence files, or folders of them; gz and xz are recognised by their content")))
        ->required()
        ->take_all();
    app.add_option("--name", arguments->name, say(STRAND_TEXT("cli", "name of the dataset (default: that of the first file)")));
    app.add_option("--kind", arguments->kind, say(STRAND_TEXT("cli", "auto, dna, rna, protein or text")));
    app.add_option("--format", arguments->format, say(STRAND_TEXT("cli", "auto, or the name of a format")));
    app.add_option("--label", arguments->label,
                   say(STRAND_TEXT("cli", "where classes come from: auto, header, filename, folder, first-letter, column:NAME or none")));
    app.add_option("--split", arguments->split,
                   say(STRAND_TEXT("cli",
                                   "auto, header, filename, column:NAME, none, or a ratio such as 0.8,0.1,0.1 (training, validation, "
                                   "test)")));
    app.add_option("--sequence-column", arguments->sequenceColumn, say(STRAND_TEXT("cli", "column with the sequences, by name or number")));
    app.add_option("--id-column", arguments->idColumn, say(STRAND_TEXT("cli", "column with the names of the records")));
    app.add_option("--delimiter", arguments->delimiter, say(STRAND_TEXT("cli", "between columns: auto, comma, semicolon, tab or bar")));
    app.add_option("--header-row", arguments->headerRow,
                   say(STRAND_TEXT("cli", "whether the first row names the columns: auto, yes or no")));
    app.add_option("--encoding", arguments->encoding, say(STRAND_TEXT("cli", "auto, utf-8, utf-16le, utf-16be, latin-1 or gb18030")));
    addOnBad(app, arguments->onBad);
    addSeed(app, arguments->seed, STRAND_TEXT("cli", "seed of a split by ratio"));
    app.add_flag("--dry-run", arguments->dryRun, say(STRAND_TEXT("cli", "read and tell, but store nothing")));
    return [arguments](CommandContext& context) { return runImport(context, *arguments); };
}

}  // namespace strand::cli
