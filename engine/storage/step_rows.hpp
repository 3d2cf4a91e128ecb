// Rows of the table of dataset steps. Internal to storage; callers hold the transaction.
#pragma once

#include "storage/dataset_store.hpp"
#include "storage/sequence_table.hpp"

namespace strand::detail {

/// What a step changed, as it was before.
struct StepUndo {
    std::vector<std::string> classes;
    std::string fingerprint;
    std::vector<SequenceMarks> marks;  ///< of the sequences that changed
};

void insertStep(SQLite::Database& database, std::int64_t dataset, const DatasetStep& step, const StepUndo& undo);
[[nodiscard]] std::vector<DatasetStep> readDatasetSteps(SQLite::Database& database, std::int64_t dataset);
/// Throws Damaged where it is not whole, or not of this dataset.
[[nodiscard]] StepUndo readUndo(SQLite::Database& database, const DatasetRecord& dataset, std::int64_t position);
void removeStep(SQLite::Database& database, std::int64_t dataset, std::int64_t position);
void removeSteps(SQLite::Database& database, std::int64_t dataset);

}  // namespace strand::detail
