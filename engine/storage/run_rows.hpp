// The tables that belong to a run: curves, checkpoints, attention, predictions. Internal to storage; callers hold the transaction.
#pragma once

#include "storage/run_store.hpp"

#include <SQLiteCpp/Database.h>

namespace strand::detail {

/// ErrorCode::Usage where there is no such run.
[[nodiscard]] Result<void> requireRun(SQLite::Database& database, std::int64_t run);
/// Every large value of a run, to remove after it.
[[nodiscard]] std::vector<std::int64_t> blobsOf(SQLite::Database& database, std::int64_t run);

void insertVocabulary(SQLite::Database& database, std::int64_t run, const RunVocabulary& vocabulary);  ///< nothing where it is empty
void insertSteps(SQLite::Database& database, std::int64_t run, std::span<const StepPoint> steps);
void insertEpochs(SQLite::Database& database, std::int64_t run, std::span<const EpochReport> epochs);
void replaceCheckpoint(SQLite::Database& database, std::int64_t run, const Checkpoint& checkpoint);

/// Empty where the run has none. Throws Damaged, naming the run.
[[nodiscard]] RunVocabulary readVocabulary(SQLite::Database& database, std::int64_t run, const std::string& runName);
[[nodiscard]] std::vector<StepPoint> readSteps(SQLite::Database& database, std::int64_t run);
[[nodiscard]] std::vector<EpochReport> readEpochs(SQLite::Database& database, std::int64_t run);
/// The rest throw Damaged, naming the run.
[[nodiscard]] std::optional<Checkpoint> readCheckpoint(SQLite::Database& database, std::int64_t run, const std::string& runName,
                                                       CheckpointKind kind);
[[nodiscard]] std::vector<RunStore::AttentionKey> readAttentionKeys(SQLite::Database& database, std::int64_t run);
[[nodiscard]] std::optional<AttentionMap> readAttention(SQLite::Database& database, std::int64_t run, const std::string& runName,
                                                        const RunStore::AttentionKey& key);  ///< an empty record is any
[[nodiscard]] std::vector<PredictionRow> readPredictions(SQLite::Database& database, std::int64_t run, const std::string& runName,
                                                         Split split);

}  // namespace strand::detail
