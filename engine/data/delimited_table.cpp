#include "data/delimited_table.hpp"

#include "core/text.hpp"
#include "data/column_guess.hpp"
#include "data/table_record.hpp"

#include <algorithm>
#include <map>

namespace strand {

namespace {

constexpr std::size_t kSampleRows = 500;
constexpr std::size_t kShownRows = 100;
constexpr double kAgreement = 0.9;  ///< share of rows with the same number of fields that makes a table

using Rows = std::vector<std::vector<std::string>>;

/// The most frequent number of fields, and its share of the rows.
struct Width {
    std::size_t fields = 0;
    double share = 0;
};

Width widthOf(const Rows& rows) {
    std::map<std::size_t, std::size_t> counts;
    for (const auto& row : rows)
        ++counts[row.size()];
    Width width;
    for (const auto& [fields, count] : counts) {
        const double share = static_cast<double>(count) / static_cast<double>(rows.size());
        if (share > width.share) width = {fields, share};
    }
    return width;
}

struct Delimiter {
    char delimiter = '\0';
    Width width;
};

Delimiter bestDelimiter(std::string_view head, std::string_view candidates, RowStyle style) {
    Delimiter best;
    for (const char delimiter : candidates) {
        const Width width = widthOf(firstRows(head, delimiter, style, kSampleRows));
        if (width.fields >= 2 && width.share > best.width.share) best = {delimiter, width};
    }
    return best;
}

/// Without rows of another width.
Rows evenRows(const Rows& rows, std::size_t width, bool headerRow) {
    Rows out;
    for (std::size_t i = headerRow ? 1 : 0; i < rows.size(); ++i) {
        if (rows[i].size() == width) out.push_back(rows[i]);
    }
    return out;
}

}  // namespace

char guessDelimiter(std::string_view head, std::string_view candidates, RowStyle style) {
    return bestDelimiter(head, candidates, style).delimiter;
}

bool looksLikeTable(std::string_view head, std::string_view candidates, RowStyle style) {
    if (head.starts_with('>') || head.starts_with(';')) return false;
    const Delimiter best = bestDelimiter(head, candidates, style);
    if (best.delimiter == '\0') return false;
    const auto look = lookAtTable(head, candidates, style, {});
    if (!look) return false;
    const bool named = look->headerRow && std::any_of(look->columns.begin(), look->columns.end(), isSequenceName);
    if (named) return best.width.share > 0.5;
    if (best.width.share < kAgreement) return false;
    return best.delimiter == '\t' || (look->rows.size() > 2 && (look->label >= 0 || look->joined > 1));
}

Result<TableLook> lookAtTable(std::string_view head, std::string_view candidates, RowStyle style, const ReadOptions& options) {
    TableLook look;
    look.delimiter = options.delimiter != '\0' ? options.delimiter : guessDelimiter(head, candidates, style);
    if (look.delimiter == '\0') look.delimiter = candidates.front();
    const Rows rows = firstRows(head, look.delimiter, style, kSampleRows);
    if (rows.empty())
        return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "no row")}, {STRAND_TEXT("engine", "expected rows of columns")});
    look.headerRow = options.headerRow.value_or(hasHeaderRow(rows));
    const std::size_t width = look.headerRow ? rows.front().size() : widthOf(rows).fields;
    for (std::size_t i = 0; i < width; ++i)
        look.columns.push_back(look.headerRow ? rows.front()[i] : fmt::format("{}", i + 1));
    STRAND_TRY(findColumns(look, evenRows(rows, width, look.headerRow), options));
    look.rows.assign(rows.begin() + (look.headerRow ? 1 : 0),
                     rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), kShownRows)));
    return look;
}

Result<void> readTable(TextSource& source, const TableLook& look, RowStyle style, const RecordSink& sink) {
    TableRow row;
    if (look.headerRow) STRAND_TRY(nextRow(source, look.delimiter, style, row));
    bool any = false;
    const RecordSink counted = [&](SequenceRecord&& record) -> SinkStatus {
        any = true;
        return sink(std::move(record));
    };
    STRAND_TRY(readRows(source, look, style, counted));
    if (!any) return fail(noRow(source));
    return {};
}

}  // namespace strand
