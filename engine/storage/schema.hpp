// The tables of a project file, as numbered migrations. Internal to storage.
#pragma once

#include <span>
#include <string>

namespace SQLite {
class Database;
}

namespace strand::detail {

/// What brings a file from the version before to `version`. Never changed once released: add another.
struct Migration {
    int version = 0;
    const char* sql = "";
};

[[nodiscard]] std::span<const Migration> migrations();
[[nodiscard]] int schemaVersion();  ///< of the last migration

/// Runs those newer than the file's user_version, in one transaction that also sets it. Throws SQLite::Exception; then nothing has changed.
/// The caller keeps the file in rollback-journal mode meanwhile, so that the header on disk never lags behind the content.
void migrate(SQLite::Database& database, std::span<const Migration> list);

/// The first table or index that is missing or not as the migrations make it; empty = all sound. Triggers, views and foreign tables are not looked at.
[[nodiscard]] std::string schemaProblem(SQLite::Database& database);

}  // namespace strand::detail
