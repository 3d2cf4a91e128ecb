#include "data/table_record.hpp"

#include "core/text.hpp"

namespace strand {

namespace {

const std::string& fieldOf(const TableRow& row, int column) {
    static const std::string none;
    return column < 0 ? none : row.field(static_cast<std::size_t>(column));
}

std::optional<Error> defectOf(const TableRow& row, const TableLook& look) {
    Message hint{STRAND_TEXT("engine", "--on-bad skip leaves such rows out")};
    if (row.badQuote()) {
        return Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "text behind a closing quote")},
                     {STRAND_TEXT("engine", "expected the end of the field; a quote inside a quoted field is written twice")},
                     std::move(hint));
    }
    if (row.size() != look.columns.size()) {
        return Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "the row has %1 fields"), row.size()},
                     {STRAND_TEXT("engine", "expected %1, as in the first row"), look.columns.size()}, std::move(hint));
    }
    if (look.split < 0 || fieldOf(row, look.split).empty() || parseSplit(fieldOf(row, look.split))) return std::nullopt;
    return Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "\"%1\" is no split"), printable(fieldOf(row, look.split))},
                 {STRAND_TEXT("engine", "expected train, validation or test")}, std::move(hint));
}

}  // namespace

void fillRecord(SequenceRecord& record, const TableRow& row, const TableLook& look, const TextSource& source) {
    record.clear();
    record.line = row.line();
    if (look.id >= 0 && row.size() > static_cast<std::size_t>(look.id)) record.id = fieldOf(row, look.id);
    if (auto defect = defectOf(row, look)) {
        record.defect = std::move(*defect).at(source.path(), row.line(), 0, printable(record.id));
        return;
    }
    record.label = fieldOf(row, look.label);
    record.split = parseSplit(fieldOf(row, look.split)).value_or(Split::None);
    if (look.sequence < 0) return;
    const auto first = static_cast<std::size_t>(look.sequence);
    if (look.joined == 1) return record.append(row.field(first), row.line(), row.column(first));
    std::string joined;
    for (std::size_t i = 0; i < static_cast<std::size_t>(look.joined); ++i)
        joined += row.field(first + i);
    record.append(joined, row.line(), 0);
}

Result<void> readRows(TextSource& source, const TableLook& look, RowStyle style, const RecordSink& sink) {
    TableRow row;
    SequenceRecord record;
    for (;;) {
        STRAND_ASSIGN(const bool more, nextRow(source, look.delimiter, style, row));
        if (!more) return {};
        fillRecord(record, row, look, source);
        STRAND_TRY(sink(std::move(record)));
    }
}

Error noRow(const TextSource& source) {
    return Error(ErrorCode::BadInput, {STRAND_TEXT("engine", "no record")}, {STRAND_TEXT("engine", "expected rows of columns")})
        .at(source.path());
}

}  // namespace strand
