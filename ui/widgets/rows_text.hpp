// Rows of a dataset as text: TSV and CSV with a header line, FASTA with ">id|label|split". Any thread.
#pragma once

#include "storage/dataset_store.hpp"

#include <QString>

#include <stop_token>

namespace strand {

/// `suffix`: "tsv" "csv" "fasta". An empty list of ordinals = all rows.
[[nodiscard]] Result<QString> rowsText(const ProjectFile& project, const DatasetRecord& dataset, const std::vector<std::int32_t>& ordinals,
                                       const QString& suffix, const std::stop_token& stop);

}  // namespace strand
