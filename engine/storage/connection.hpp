// How storage talks to SQLite: safe settings, transactions, and words for what goes wrong. Internal to storage.
#pragma once

#include "core/error.hpp"
#include "storage/project_file.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <cerrno>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <type_traits>
#include <utility>

namespace strand::detail {

/// Content that a sound project never holds. Thrown inside storage, an Error at its border.
class Damaged : public std::exception {
public:
    explicit Damaged(Message message) : m_message(std::move(message)) {}
    [[nodiscard]] const char* what() const noexcept override { return m_message.text.c_str(); }
    [[nodiscard]] const Message& message() const { return m_message; }

private:
    Message m_message;
};

/// Rolls back unless committed. Kind::Read gives several queries one view of the file. Inside another transaction it is a part of that.
class Transaction {
public:
    enum class Kind { Read, Write };
    Transaction(SQLite::Database& database, Kind kind);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    void commit();

private:
    SQLite::Database& m_database;
    bool m_open = false;
};

/// Opens without creating, and sets what protects against files from strangers. Closing it leaves a journal as it is until
/// checkpointOnClose() says otherwise. Throws SQLite::Exception.
[[nodiscard]] std::unique_ptr<SQLite::Database> connect(const std::string& path, ProjectFile::Access access);

void checkpointOnClose(SQLite::Database& database, bool on);

enum class JournalMode { Wal, Rollback };
/// The mode the file is in afterwards; a change needs the file alone.
JournalMode setJournalMode(SQLite::Database& database, JournalMode wanted);
/// WAL needs shared memory, which network drives do not give. A pointer, so that tests can say otherwise.
extern bool (*isOnNetwork)(const std::string& path);

/// Words for a failure of SQLite. errno is asked too: SQLite does not keep the reason why a write failed.
[[nodiscard]] Error sqliteError(const SQLite::Exception& exception, const std::string& shownPath);
[[nodiscard]] Error damagedError(const Message& what, const std::string& shownPath);
[[nodiscard]] Error memoryError(const std::string& shownPath);

/// Runs `work`, which returns a Result, and turns what it throws about the file into its Error.
template <typename Work>
std::invoke_result_t<Work> guarded(const ProjectFile& project, Work&& work) {
    try {
        errno = 0;
        return std::forward<Work>(work)();
    } catch (const SQLite::Exception& exception) {
        return fail(sqliteError(exception, project.path()));
    } catch (const Damaged& damaged) {
        return fail(damagedError(damaged.message(), project.path()));
    } catch (const std::bad_alloc&) {
        return fail(memoryError(project.path()));
    }
}

/// NaN <-> NULL.
void bindReal(SQLite::Statement& statement, int index, double value);
[[nodiscard]] double realOrNan(SQLite::Statement& statement, int index);

/// Now, UTC, ISO 8601: "2026-05-04T03:02:01Z".
[[nodiscard]] std::string utcNow();

/// `name`, or "name (2)", ... where `table` has it already; an empty one becomes `fallback`.
[[nodiscard]] std::string freeName(SQLite::Database& database, const char* table, const std::string& name, const char* fallback);
/// The id in `table` for a name, or for a number that is no name; 0 = none.
[[nodiscard]] std::int64_t idOf(SQLite::Database& database, const char* table, const std::string& nameOrId);
/// The names of `table`, for "there are: a, b, c"; at most 20.
[[nodiscard]] std::string namesIn(SQLite::Database& database, const char* table);
/// Gives a row another name. ErrorCode::Usage where it is empty or taken.
[[nodiscard]] Result<void> renameRow(SQLite::Database& database, const char* table, std::int64_t id, const std::string& name);

/// Gives pages that are free back to the disk; what cannot be done now is left for later.
void shrink(SQLite::Database& database);

}  // namespace strand::detail
