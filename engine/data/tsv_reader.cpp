#include "data/tsv_reader.hpp"

#include "core/text.hpp"
#include "data/delimited_table.hpp"

#include <algorithm>

namespace strand {

namespace {

constexpr std::size_t kSampleRows = 500;

bool beginsQuoted(const std::string& field) { return field.starts_with('"'); }
bool isQuoted(const std::string& field) { return field.size() > 1 && beginsQuoted(field) && field.ends_with('"'); }

/// Quotes belong to the fields where every field that is no number has them, as R writes, or where one holds doubled quotes and none begins
/// with a quote that does not end it.
RowStyle styleOf(std::string_view head) {
    bool all = true, doubled = false, none = true, stray = false;
    for (const auto& row : firstRows(head, '\t', RowStyle::Tsv, kSampleRows)) {
        for (const std::string& field : row) {
            none = none && !isQuoted(field);
            all = all && (isQuoted(field) || parseReal(field));
            stray = stray || (beginsQuoted(field) && !isQuoted(field));
            doubled = doubled || (isQuoted(field) && field.find("\"\"", 1) < field.size() - 2);
        }
    }
    return !none && !stray && (all || doubled) ? RowStyle::QuotedTsv : RowStyle::Tsv;
}

bool recognisesTsv(std::string_view head) { return looksLikeTable(head, "\t", styleOf(head)); }

Result<TableLook> lookAtTsv(std::string_view head, const ReadOptions& options) { return lookAtTable(head, "\t", styleOf(head), options); }

Result<void> readTsv(TextSource& source, const ReadOptions& options, const RecordSink& sink) {
    const RowStyle style = styleOf(source.head());
    auto look = lookAtTsv(source.head(), options);
    if (!look) return fail(std::move(look).error().at(source.path()));
    return readTable(source, *look, style, sink);
}

}  // namespace

ReaderEntry tsvReader() {
    return {.name = "tsv",
            .title = {STRAND_TEXT("engine", "TSV")},
            .extensions = "tsv tab",
            .example = "label\\ttext",
            .named = false,
            .recognises = &recognisesTsv,
            .look = &lookAtTsv,
            .read = &readTsv};
}

}  // namespace strand
