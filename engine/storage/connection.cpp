#include "storage/connection.hpp"

#include "core/log.hpp"
#include "storage/file_header.hpp"

#include <sqlite3.h>
#include <sys/vfs.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <ctime>

namespace strand::detail {

namespace {

constexpr int kBusyMilliseconds = 2000;

void setSwitch(sqlite3* handle, int option, int value) {
    int now = 0;
    if (sqlite3_db_config(handle, option, value, &now) != SQLITE_OK) throw SQLite::Exception(handle, SQLITE_ERROR);
}

// A project needs none of what a crafted file could make run: triggers, views, functions in the schema, wide or deep statements.
void harden(sqlite3* handle) {
    setSwitch(handle, SQLITE_DBCONFIG_DEFENSIVE, 1);
    setSwitch(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
    setSwitch(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0);
    setSwitch(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0);
    setSwitch(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
    setSwitch(handle, SQLITE_DBCONFIG_DQS_DDL, 0);
    setSwitch(handle, SQLITE_DBCONFIG_DQS_DML, 0);
    setSwitch(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1);
    setSwitch(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1);
    static constexpr std::array limits{std::pair{SQLITE_LIMIT_LENGTH, 512 << 20},
                                       std::pair{SQLITE_LIMIT_SQL_LENGTH, 64 << 10},
                                       std::pair{SQLITE_LIMIT_COLUMN, 64},
                                       std::pair{SQLITE_LIMIT_EXPR_DEPTH, 32},
                                       std::pair{SQLITE_LIMIT_COMPOUND_SELECT, 4},
                                       std::pair{SQLITE_LIMIT_VDBE_OP, 25000},
                                       std::pair{SQLITE_LIMIT_FUNCTION_ARG, 8},
                                       std::pair{SQLITE_LIMIT_ATTACHED, 0},
                                       std::pair{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 64},
                                       std::pair{SQLITE_LIMIT_VARIABLE_NUMBER, 64},
                                       std::pair{SQLITE_LIMIT_TRIGGER_DEPTH, 4},
                                       std::pair{SQLITE_LIMIT_WORKER_THREADS, 0}};
    for (const auto& [limit, value] : limits)
        sqlite3_limit(handle, limit, value);
}

std::unique_ptr<SQLite::Database> openWith(const std::string& name, int flags) {
    auto database = std::make_unique<SQLite::Database>(name, flags, kBusyMilliseconds);
    harden(database->getHandle());
    // FULL: a committed change survives a power cut, not only a crash.
    database->exec(
        "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA synchronous = FULL; PRAGMA secure_delete = FAST;"
        "PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864");
    return database;
}

std::string fileUri(const std::string& path) {
    std::string uri = "file:";
    for (const char c : path) {
        if (c == '%' || c == '?' || c == '#') {
            uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        } else {
            uri += c;
        }
    }
    return uri;
}

bool statfsIsNetwork(const std::string& path) {
    struct statfs info {};
    if (::statfs(path.c_str(), &info) != 0) return false;
    // NFS, SMB, CIFS, SMB2, 9P (virtual machines), FUSE (sshfs and the like).
    static constexpr std::array<std::uint32_t, 6> types{0x6969, 0x517B, 0xFF534D42, 0xFE534D42, 0x01021997, 0x65735546};
    for (const std::uint32_t type : types) {
        if (static_cast<std::uint32_t>(info.f_type) == type) return true;
    }
    return false;
}

struct Words {
    Message found, hint;
};

Words wordsFor(int code, int systemNumber, const char* detail) {
    const bool full = code == SQLITE_FULL || systemNumber == ENOSPC || systemNumber == EDQUOT || systemNumber == EFBIG;
    if (full && (code == SQLITE_FULL || code == SQLITE_IOERR)) {
        return {STRAND_TEXT("engine", "the disk is full"),
                STRAND_TEXT("engine", "Free some space and try again. What was saved before is safe.")};
    }
    switch (code) {
        case SQLITE_IOERR:
            return {{STRAND_TEXT("engine", "the project file could not be read or written: %1"),
                     systemNumber != 0 ? systemError(systemNumber) : detail},
                    STRAND_TEXT("engine", "Check the disk. What was saved before is safe.")};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_PROTOCOL:
            return {STRAND_TEXT("engine", "the project is in use by another program"),
                    STRAND_TEXT("engine", "Close it there and try again.")};
        case SQLITE_READONLY:
            return {STRAND_TEXT("engine", "the project was opened for reading only"),
                    STRAND_TEXT("engine", "Open it for writing, or save a copy and change that.")};
        case SQLITE_PERM:
        case SQLITE_CANTOPEN:
            return {
                {STRAND_TEXT("engine", "the project file cannot be opened: %1"), systemNumber != 0 ? systemError(systemNumber) : detail},
                STRAND_TEXT("engine", "Check that you may read the file and write to its folder.")};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {{STRAND_TEXT("engine", "the project file is damaged: %1"), detail},
                    STRAND_TEXT("engine", "Open a copy of it that was saved earlier.")};
        case SQLITE_TOOBIG:
            return {STRAND_TEXT("engine", "a single value is larger than 512 MiB"),
                    STRAND_TEXT("engine", "Cut very long sequences into pieces first.")};
        default:
            return {{STRAND_TEXT("engine", "the project file does not accept this: %1"), detail},
                    STRAND_TEXT("engine", "Check the project for damage.")};
    }
}

}  // namespace

bool (*isOnNetwork)(const std::string& path) = &statfsIsNetwork;

Transaction::Transaction(SQLite::Database& database, Kind kind) : m_database(database) {
    if (sqlite3_get_autocommit(m_database.getHandle()) == 0) return;
    m_database.exec(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN");
    m_open = true;
}

Transaction::~Transaction() {
    // SQLite ends a transaction itself after some failures.
    if (m_open && sqlite3_get_autocommit(m_database.getHandle()) == 0) m_database.tryExec("ROLLBACK");
}

void Transaction::commit() {
    if (!m_open) return;
    m_database.exec("COMMIT");
    m_open = false;
}

std::unique_ptr<SQLite::Database> connect(const std::string& path, ProjectFile::Access access) {
    if (access == ProjectFile::Access::Write) return openWith(path, SQLite::OPEN_READWRITE);
    try {
        auto database = openWith(path, SQLite::OPEN_READONLY);
        (void)database->execAndGet("PRAGMA schema_version");
        return database;
    } catch (const SQLite::Exception& exception) {
        // WAL mode in a folder that cannot be written, with nothing left in the log: the file alone is the content.
        const int code = exception.getErrorCode();
        if ((code != SQLITE_CANTOPEN && code != SQLITE_READONLY) || fileSize(path + "-wal") > 0) throw;
    }
    return openWith(fileUri(path) + "?immutable=1", SQLite::OPEN_READONLY | SQLITE_OPEN_URI);
}

void checkpointOnClose(SQLite::Database& database, bool on) {
    setSwitch(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, on ? 0 : 1);
}

JournalMode setJournalMode(SQLite::Database& database, JournalMode wanted) {
    const std::string mode =
        database.execAndGet(wanted == JournalMode::Wal ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE").getString();
    return mode == "wal" ? JournalMode::Wal : JournalMode::Rollback;
}

Error sqliteError(const SQLite::Exception& exception, const std::string& shownPath) {
    const int systemNumber = errno;
    const int code = exception.getErrorCode() & 0xFF;
    if (code == SQLITE_NOMEM) return memoryError(shownPath);
    if (exception.getExtendedErrorCode() == SQLITE_READONLY_DBMOVED) {
        return Error(ErrorCode::Project, STRAND_TEXT("engine", "the project file was moved or deleted while it was open"), {},
                     STRAND_TEXT("engine", "Put it back, or close the project and open it where it is now."))
            .at(shownPath);
    }
    const bool aboutFile = code == SQLITE_IOERR || code == SQLITE_CANTOPEN || code == SQLITE_PERM;
    Words words = wordsFor(code, aboutFile ? systemNumber : 0, exception.what());
    return Error(ErrorCode::Project, std::move(words.found), {}, std::move(words.hint)).at(shownPath);
}

Error damagedError(const Message& what, const std::string& shownPath) {
    return Error(ErrorCode::Project, what, {}, STRAND_TEXT("engine", "The project is damaged. Open a copy of it that was saved earlier."))
        .at(shownPath);
}

Error memoryError(const std::string& shownPath) {
    return Error(ErrorCode::Device, STRAND_TEXT("engine", "there is not enough memory"), {},
                 STRAND_TEXT("engine", "Close other programs and try again."))
        .at(shownPath);
}

void bindReal(SQLite::Statement& statement, int index, double value) {
    if (std::isnan(value)) {
        statement.bind(index);
    } else {
        statement.bind(index, value);
    }
}

double realOrNan(SQLite::Statement& statement, int index) {
    const SQLite::Column column = statement.getColumn(index);
    return column.isNull() ? std::nan("") : column.getDouble();
}

std::string utcNow() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text.data(), size};
}

std::string freeName(SQLite::Database& database, const char* table, const std::string& name, const char* fallback) {
    const std::string base = name.empty() ? fallback : name;
    SQLite::Statement taken(database, fmt::format("SELECT 1 FROM {} WHERE name = ?", table));
    std::string candidate = base;
    for (int number = 2;; ++number) {
        taken.bind(1, candidate);
        if (!taken.executeStep()) return candidate;
        taken.reset();
        candidate = fmt::format("{} ({})", base, number);
    }
}

std::int64_t idOf(SQLite::Database& database, const char* table, const std::string& nameOrId) {
    SQLite::Statement byName(database, fmt::format("SELECT id FROM {} WHERE name = ?", table));
    byName.bind(1, nameOrId);
    if (byName.executeStep()) return byName.getColumn(0).getInt64();
    std::int64_t number = 0;
    const char* const end = nameOrId.data() + nameOrId.size();
    if (const auto parsed = std::from_chars(nameOrId.data(), end, number); parsed.ec != std::errc() || parsed.ptr != end) return 0;
    SQLite::Statement byId(database, fmt::format("SELECT id FROM {} WHERE id = ?", table));
    byId.bind(1, number);
    return byId.executeStep() ? number : 0;
}

std::string namesIn(SQLite::Database& database, const char* table) {
    constexpr int most = 20;
    SQLite::Statement query(database, fmt::format("SELECT name FROM {} ORDER BY id LIMIT {}", table, most + 1));
    std::string names;
    for (int count = 0; query.executeStep(); ++count) {
        if (count > 0) names += ", ";
        if (count == most) return names + "...";
        names += query.getColumn(0).getString();
    }
    return names;
}

Result<void> renameRow(SQLite::Database& database, const char* table, std::int64_t id, const std::string& name) {
    if (name.empty()) return fail(ErrorCode::Usage, STRAND_TEXT("engine", "the new name is empty"));
    SQLite::Statement taken(database, fmt::format("SELECT 1 FROM {} WHERE name = ? AND id <> ?", table));
    taken.bind(1, name);
    taken.bind(2, id);
    if (taken.executeStep()) {
        return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "the name %1 is in use already"), name}, {},
                    STRAND_TEXT("engine", "Choose another name."));
    }
    SQLite::Statement update(database, fmt::format("UPDATE {} SET name = ? WHERE id = ?", table));
    update.bind(1, name);
    update.bind(2, id);
    update.exec();
    return {};
}

void shrink(SQLite::Database& database) {
    if (database.tryExec("PRAGMA incremental_vacuum") != SQLITE_OK) logInfo("the project file keeps its free space for now");
}

}  // namespace strand::detail
