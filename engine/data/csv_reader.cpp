#include "data/csv_reader.hpp"

#include "core/text.hpp"
#include "data/column_guess.hpp"
#include "data/delimited_table.hpp"

namespace strand {

namespace {

// A tab is the last guess: what it separates is TSV unless CSV is asked for.
constexpr std::string_view kDelimiters = ",;|\t";
constexpr std::string_view kRecognised = ",;|";

/// A table, or one column under the name of a sequence.
bool recognisesCsv(std::string_view head) {
    if (looksLikeTable(head, kRecognised, RowStyle::Csv)) return true;
    const auto rows = firstRows(head, ',', RowStyle::Csv, 2);
    if (rows.empty() || rows.front().size() != 1) return false;
    const std::string& name = rows.front().front();
    return name.find('\t') == std::string::npos && isSequenceName(name);
}

Result<TableLook> lookAtCsv(std::string_view head, const ReadOptions& options) {
    return lookAtTable(head, kDelimiters, RowStyle::Csv, options);
}

Result<void> readCsv(TextSource& source, const ReadOptions& options, const RecordSink& sink) {
    auto look = lookAtCsv(source.head(), options);
    if (!look) return fail(std::move(look).error().at(source.path()));
    return readTable(source, *look, RowStyle::Csv, sink);
}

}  // namespace

ReaderEntry csvReader() {
    return {.name = "csv",
            .title = {STRAND_TEXT("engine", "CSV")},
            .extensions = "csv data",
            .example = "sequence,label",
            .named = false,
            .recognises = &recognisesCsv,
            .look = &lookAtCsv,
            .read = &readCsv};
}

}  // namespace strand
