// Tables of delimited text without a description of their own: their delimiter, header row and columns from the first rows.
#pragma once

#include "data/reader.hpp"
#include "data/table_row.hpp"

#include <string_view>

namespace strand {

/// The delimiter by which nearly all first rows have the same number of fields, at least two; 0 = none.
[[nodiscard]] char guessDelimiter(std::string_view head, std::string_view candidates, RowStyle style);

/// Whether this is a table: a tab in every row, or another delimiter and columns that look like a sequence and its label or name.
[[nodiscard]] bool looksLikeTable(std::string_view head, std::string_view candidates, RowStyle style);

/// The columns; a delimiter that is neither chosen nor found is the first candidate.
[[nodiscard]] Result<TableLook> lookAtTable(std::string_view head, std::string_view candidates, RowStyle style, const ReadOptions& options);

/// Delivers all records of a table; the header row is none.
Result<void> readTable(TextSource& source, const TableLook& look, RowStyle style, const RecordSink& sink);

}  // namespace strand
