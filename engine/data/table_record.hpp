// From the rows of a table to records. Shared by the readers of CSV, TSV and ARFF.
#pragma once

#include "data/reader.hpp"
#include "data/table_row.hpp"

namespace strand {

/// Fills `record` with what `row` holds in the columns of `look`. A row with another number of fields, text behind a closing quote, or a
/// value of the split column that is no split becomes the record's defect.
void fillRecord(SequenceRecord& record, const TableRow& row, const TableLook& look, const TextSource& source);

/// Delivers a record for every row that is left.
Result<void> readRows(TextSource& source, const TableLook& look, RowStyle style, const RecordSink& sink);

/// No record in the file, as an error.
[[nodiscard]] Error noRow(const TextSource& source);

}  // namespace strand
