// Which columns of a table hold what: by the choices made, by names, by content.
#pragma once

#include "data/reader.hpp"

namespace strand {

/// Whether the first row holds names: one of them is a usual name, or a column differs from it in kind.
[[nodiscard]] bool hasHeaderRow(const std::vector<std::vector<std::string>>& rows);

/// Whether a table is recognised by the names of its columns alone.
[[nodiscard]] bool isSequenceName(std::string_view name);

/// Sets sequence, label, split, id and joined. `rows` are rows of records. The sequence is
/// the longest column, or a run of columns with one letter each; the label the one with the fewest values; a split column holds nothing but
/// splits; an id column has no value twice. A choice that is no column: ErrorCode::Usage.
Result<void> findColumns(TableLook& look, const std::vector<std::vector<std::string>>& rows, const ReadOptions& options);

}  // namespace strand
