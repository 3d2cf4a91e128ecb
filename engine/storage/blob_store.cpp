#include "storage/blob_store.hpp"

#include <SQLiteCpp/Statement.h>
#include <zlib.h>

#include <algorithm>

namespace strand::detail {

namespace {

constexpr std::size_t kPartBytes = std::size_t{8} << 20;

std::int64_t checksum(std::span<const char> bytes) {
    return static_cast<std::int64_t>(crc32_z(0, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()));
}

}  // namespace

std::int64_t addBlob(SQLite::Database& database, std::span<const char> bytes) {
    SQLite::Statement blob(database, "INSERT INTO blobs(bytes, crc32) VALUES(?, ?)");
    blob.bind(1, static_cast<std::int64_t>(bytes.size()));
    blob.bind(2, checksum(bytes));
    blob.exec();
    const std::int64_t id = database.getLastInsertRowid();
    SQLite::Statement part(database, "INSERT INTO blob_parts(blob, part, data) VALUES(?, ?, ?)");
    std::int64_t number = 0;
    for (std::size_t begin = 0; begin < bytes.size(); begin += kPartBytes) {
        part.bind(1, id);
        part.bind(2, number++);
        part.bindNoCopy(3, bytes.data() + begin, static_cast<int>(std::min(kPartBytes, bytes.size() - begin)));
        part.exec();
        part.reset();
    }
    return id;
}

std::optional<std::vector<char>> readBlob(SQLite::Database& database, std::int64_t id) {
    SQLite::Statement blob(
        database, "SELECT bytes, crc32, (SELECT ifnull(sum(length(data)), 0) FROM blob_parts WHERE blob = id) FROM blobs WHERE id = ?");
    blob.bind(1, id);
    if (!blob.executeStep() || blob.getColumn(0).getInt64() != blob.getColumn(2).getInt64()) return std::nullopt;
    std::vector<char> bytes;
    bytes.reserve(static_cast<std::size_t>(blob.getColumn(0).getInt64()));
    SQLite::Statement part(database, "SELECT data FROM blob_parts WHERE blob = ? ORDER BY part");
    part.bind(1, id);
    while (part.executeStep()) {
        const SQLite::Column column = part.getColumn(0);
        const char* const data = static_cast<const char*>(column.getBlob());
        bytes.insert(bytes.end(), data, data + column.getBytes());
    }
    if (checksum(bytes) != blob.getColumn(1).getInt64()) return std::nullopt;
    return bytes;
}

void removeBlob(SQLite::Database& database, std::int64_t id) {
    SQLite::Statement remove(database, "DELETE FROM blobs WHERE id = ?");
    remove.bind(1, id);
    remove.exec();
}

}  // namespace strand::detail
