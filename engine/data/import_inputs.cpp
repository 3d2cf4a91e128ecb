#include "data/import_inputs.hpp"

#include "core/text.hpp"
#include "data/kind_guess.hpp"

#include <algorithm>
#include <filesystem>

namespace strand {

namespace {

constexpr std::int64_t kSampleRecords = 1000;
constexpr std::int64_t kSampleBytes = std::int64_t{1} << 20;

Result<const ReaderEntry*> readerNamed(const std::string& format) {
    if (const ReaderEntry* reader = findReader(format)) return reader;
    std::vector<std::string> known;
    for (const ReaderEntry& reader : readers())
        known.emplace_back(reader.name);
    return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "unknown format \"%1\""), format},
                {STRAND_TEXT("engine", "expected one of %1"), joined(known, ", ")});
}

/// What the options leave of the columns: those that are not asked for are none.
ReadOptions wantedColumns(const ImportOptions& options) {
    ReadOptions reading = options.reading;
    const bool labels = options.label == LabelSource::Auto || options.label == LabelSource::Header || options.label == LabelSource::Column;
    const bool splits = !options.ratio && (options.split == SplitSource::Auto || options.split == SplitSource::Header ||
                                           options.split == SplitSource::Column);
    if (!labels) reading.labelColumn = "";
    if (!splits) reading.splitColumn = "";
    return reading;
}

void fixColumn(std::optional<std::string>& choice, int column) { choice = column < 0 ? std::string() : fmt::format("{}", column + 1); }

/// The options by which a table is read as it was looked at.
ReadOptions fixed(ReadOptions options, const TableLook& look) {
    options.delimiter = look.delimiter;
    options.headerRow = look.headerRow;
    if (look.joined == 1) fixColumn(options.sequenceColumn, look.sequence);
    fixColumn(options.labelColumn, look.label);
    fixColumn(options.splitColumn, look.split);
    fixColumn(options.idColumn, look.id);
    return options;
}

/// A choice of columns where there are none.
Result<void> refuseColumns(const ImportInput& input, const ImportOptions& options) {
    const bool columns = options.label == LabelSource::Column || options.split == SplitSource::Column ||
                         !options.reading.sequenceColumn.value_or("").empty() || !options.reading.idColumn.value_or("").empty() ||
                         options.reading.delimiter != '\0';
    if (!columns) return {};
    return fail(Error(ErrorCode::Usage, {STRAND_TEXT("engine", "%1 has no columns"), input.reader->title.english()},
                      {STRAND_TEXT("engine", "expected a table where a column is named")})
                    .at(input.name.path));
}

Result<void> lookAtColumns(ImportInput& input, const TextSource& source, const ImportOptions& options,
                           const std::vector<ImportInput>& earlier) {
    if (input.reader->look == nullptr) return refuseColumns(input, options);
    const auto look = [&](const ReadOptions& reading) -> Result<void> {
        auto table = input.reader->look(source.head(), reading);
        if (!table) return fail(std::move(table).error().at(source.path()));
        input.table = std::move(*table);
        return {};
    };
    STRAND_TRY(look(input.reading));
    const auto alike = std::find_if(earlier.begin(), earlier.end(), [&](const ImportInput& other) {
        return other.reader == input.reader && other.table.columns == input.table.columns && other.table.headerRow == input.table.headerRow;
    });
    if (alike != earlier.end()) STRAND_TRY(look(alike->reading));
    if (input.table.delimiter != '\0') input.reading = fixed(input.reading, input.table);
    return {};
}

Result<ImportInput> openInput(NamedFile name, const ImportOptions& options, const std::vector<ImportInput>& earlier) {
    ImportInput input{.name = std::move(name), .reading = wantedColumns(options)};
    STRAND_ASSIGN(const TextSource source, TextSource::open(input.name.path, {}, options.reading.encoding));
    STRAND_ASSIGN(input.reader, options.format.empty() ? detectReader(source) : readerNamed(options.format));
    input.bytes = source.bytesTotal();
    input.packing = source.packing();
    input.encoding = source.encoding();
    STRAND_TRY(lookAtColumns(input, source, options, earlier));
    return input;
}

/// Looks at the first records of a file.
Result<void> sample(const ImportInput& input, KindGuess& guess) {
    std::int64_t records = 0, bytes = 0;
    const auto enough = [&] { return records >= kSampleRecords || bytes >= kSampleBytes; };
    const RecordSink sink = [&](SequenceRecord&& record) -> SinkStatus {
        if (!record.defect) guess.add(record.sequence);
        ++records;
        bytes += static_cast<std::int64_t>(record.sequence.size());
        if (enough()) return fail(ErrorCode::Interrupted, {});
        return {};
    };
    auto status = readFile(input.name.path, *input.reader, input.reading, sink, {}, {}, FaultyRecords::Deliver);
    if (!status && enough()) return {};
    return status;
}

}  // namespace

Result<std::vector<ImportInput>> openInputs(const ImportOptions& options) {
    if (options.files.empty())
        return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "no file to import")}, {STRAND_TEXT("engine", "expected at least one")});
    if (!options.format.empty()) STRAND_TRY(readerNamed(options.format));
    STRAND_ASSIGN(std::vector<NamedFile> names, nameFiles(options.files));
    std::vector<ImportInput> inputs;
    for (NamedFile& name : names) {
        STRAND_ASSIGN(ImportInput input, openInput(std::move(name), options, inputs));
        inputs.push_back(std::move(input));
    }
    return inputs;
}

Result<SequenceKind> kindOf(const ImportOptions& options, const std::vector<ImportInput>& inputs) {
    if (options.kind) return *options.kind;
    KindGuess guess;
    for (const ImportInput& input : inputs)
        STRAND_TRY(sample(input, guess));
    return guess.kind();
}

}  // namespace strand
