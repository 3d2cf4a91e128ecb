// The table of sequences: keys, bulk insert, windows, search. Internal to storage; callers hold the transaction.
#pragma once

#include "storage/dataset_store.hpp"

#include <SQLiteCpp/Database.h>

#include <limits>
#include <span>

namespace strand::detail {

inline constexpr std::size_t kMaxSequences = std::numeric_limits<std::int32_t>::max();  ///< ordinals are 32-bit
inline constexpr std::int64_t kMaxDataset = std::numeric_limits<std::int32_t>::max();   ///< a key is dataset * 2^32 + ordinal

/// Without filter, in the order of import: a window of keys.
[[nodiscard]] bool isPlain(const SequenceFilter& filter);

Result<void> insertSequences(SQLite::Database& database, std::int64_t dataset, std::span<const Sequence> sequences,
                             const ProgressFn& progress, const std::stop_token& stop);
/// What a step may change of a sequence; stored as it lies here.
struct SequenceMarks {
    std::int32_t ordinal = 0, label = 0, split = 0, fold = 0;
};
Result<void> updateMarks(SQLite::Database& database, std::int64_t dataset, std::span<const SequenceMarks> marks, const ProgressFn& progress,
                         const std::stop_token& stop);
void copySequences(SQLite::Database& database, std::int64_t from, std::int64_t to);
void removeSequences(SQLite::Database& database, std::int64_t dataset);

/// Throws Damaged where an ordinal is missing.
[[nodiscard]] std::vector<Sequence> readAllSequences(SQLite::Database& database, std::int64_t dataset);
[[nodiscard]] std::vector<SequenceRow> readSequences(SQLite::Database& database, std::int64_t dataset, std::int64_t first,
                                                     std::int64_t count);
/// ErrorCode::Usage for an ordinal that is not there.
[[nodiscard]] Result<std::vector<SequenceRow>> readSequences(SQLite::Database& database, std::int64_t dataset,
                                                             std::span<const std::int32_t> ordinals);

[[nodiscard]] std::int64_t countSequences(SQLite::Database& database, std::int64_t dataset, const SequenceFilter& filter);
[[nodiscard]] Result<std::vector<std::int32_t>> findSequences(SQLite::Database& database, std::int64_t dataset,
                                                              const SequenceFilter& filter, const std::stop_token& stop);

}  // namespace strand::detail
