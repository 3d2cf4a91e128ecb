// Large values in rows of 8 MiB, with the size and the CRC-32 of the whole. Internal to storage; callers hold the transaction.
#pragma once

#include <SQLiteCpp/Database.h>

#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <vector>

namespace strand::detail {

static_assert(std::endian::native == std::endian::little, "stored numbers are little-endian");

/// Stores `bytes` and returns the id to keep.
[[nodiscard]] std::int64_t addBlob(SQLite::Database& database, std::span<const char> bytes);
/// None where parts are missing or the size or CRC-32 differs. Takes no more memory than the file really holds.
[[nodiscard]] std::optional<std::vector<char>> readBlob(SQLite::Database& database, std::int64_t id);
void removeBlob(SQLite::Database& database, std::int64_t id);

template <typename T>
std::int64_t addArray(SQLite::Database& database, std::span<const T> values) {
    return addBlob(database, std::span(reinterpret_cast<const char*>(values.data()), values.size_bytes()));
}

template <typename T>
std::vector<T> arrayFrom(std::span<const char> bytes) {
    std::vector<T> values(bytes.size() / sizeof(T));
    if (!values.empty()) std::memcpy(values.data(), bytes.data(), values.size() * sizeof(T));
    return values;
}

}  // namespace strand::detail
