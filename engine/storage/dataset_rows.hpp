// Rows of the table of datasets. Internal to storage; callers hold the transaction.
#pragma once

#include "storage/connection.hpp"
#include "storage/dataset_store.hpp"

namespace strand::detail {

inline constexpr const char* kDatasetColumns =
    "id, name, kind, classes_json, sequences, fingerprint, created, report_json, statistics_json";

/// A row of kDatasetColumns. Throws Damaged.
[[nodiscard]] DatasetRecord datasetFrom(SQLite::Statement& row);
/// ErrorCode::Usage, naming what was `asked` for, where there is none.
[[nodiscard]] Result<DatasetRecord> datasetOf(SQLite::Database& database, std::int64_t id, const std::string& asked);
/// Sets record.id.
void insertDataset(SQLite::Database& database, DatasetRecord& record);
/// Classes, fingerprint, statistics, and the classes and splits of the report follow from `dataset`.
void updateContent(SQLite::Database& database, DatasetRecord& record, const Dataset& dataset);

/// ErrorCode::Usage with `hint` while runs use the dataset.
[[nodiscard]] Result<void> requireUnused(SQLite::Database& database, const DatasetRecord& record, const char* hint);
/// A label outside the classes is a broken invariant.
void requireSound(const Dataset& dataset);
[[nodiscard]] Dataset loadSequences(SQLite::Database& database, const DatasetRecord& record);

}  // namespace strand::detail
