#include "storage/project_file.hpp"

#include "core/log.hpp"
#include "storage/connection.hpp"
#include "storage/dataset_store.hpp"
#include "storage/file_header.hpp"
#include "storage/open_files.hpp"
#include "storage/run_store.hpp"
#include "storage/schema.hpp"
#include "storage/writer_lock.hpp"

#include <SQLiteCpp/Backup.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <optional>
#include <random>

namespace strand {

using namespace detail;

namespace {

constexpr int kPageBytes = 8192;

std::string newSession() {
    std::random_device source;
    return fmt::format("{:08x}{:08x}", source(), source());
}

/// Files that belong to a database of that name: left behind, SQLite would play them into another file put in its place.
Result<void> refuseLeftovers(const std::string& path, const std::string& shownPath) {
    for (const char* suffix : {"-wal", "-journal"}) {
        if (fileSize(path + suffix) > 0) {
            return fail(Error(ErrorCode::Project,
                              {STRAND_TEXT("engine", "the file %1 holds unsaved changes of a project of this name"), path + suffix}, {},
                              STRAND_TEXT("engine", "Open that project once to save them, move the file away, or choose another name."))
                            .at(shownPath));
        }
    }
    for (const char* suffix : {"-wal", "-journal", "-shm"})
        ::unlink((path + suffix).c_str());
    return {};
}

/// Where a new file grows until it is whole.
std::string unfinished(const std::string& path) { return path + ".unfinished"; }

void removeUnfinished(const std::string& path) {
    for (const char* suffix : {"", "-journal", "-wal", "-shm"})
        ::unlink((unfinished(path) + suffix).c_str());
}

Result<void> putInPlace(const FilePlace& place, const std::string& shownPath) {
    if (::rename(unfinished(place.path).c_str(), place.path.c_str()) != 0) {
        const int number = errno;
        removeUnfinished(place.path);
        return fail(Error(ErrorCode::Project, {STRAND_TEXT("engine", "the project file cannot be created: %1"), systemError(number)})
                        .at(shownPath));
    }
    syncFolder(place.folder);
    return {};
}

Result<void> createFile(const FilePlace& place, const std::string& shownPath) {
    STRAND_TRY(refuseLeftovers(place.path, shownPath));
    removeUnfinished(place.path);
    std::optional<SQLite::Database> database;
    try {
        database.emplace(unfinished(place.path), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        database->exec(
            fmt::format("PRAGMA page_size = {}; PRAGMA auto_vacuum = INCREMENTAL; PRAGMA synchronous = FULL; PRAGMA application_id = {}",
                        kPageBytes, kApplicationId));
        migrate(*database, migrations());
        database.reset();
    } catch (const SQLite::Exception& exception) {
        Error error = sqliteError(exception, shownPath);
        database.reset();
        removeUnfinished(place.path);
        return fail(std::move(error));
    }
    return putInPlace(place, shownPath);
}

Result<void> checkWritable(const FilePlace& place, const std::string& shownPath) {
    if (place.exists && ::access(place.path.c_str(), W_OK) != 0) {
        return fail(Error(ErrorCode::Project, {STRAND_TEXT("engine", "the project is read-only: %1"), systemError(errno)}, {},
                          STRAND_TEXT("engine", "Open it for reading, or save a copy elsewhere and work there."))
                        .at(shownPath));
    }
    if (::access(place.folder.c_str(), W_OK | X_OK) != 0) {
        return fail(
            Error(ErrorCode::Project, {STRAND_TEXT("engine", "the folder %1 is read-only: %2"), place.folder, systemError(errno)}, {},
                  STRAND_TEXT("engine", "A project that is changed needs room for its journal: copy it to a folder that you may write to."))
                .at(shownPath));
    }
    return {};
}

/// What the content says, once SQLite reads it: a journal may hold newer pages than the header on disk.
Result<int> checkContent(SQLite::Database& database, const std::string& shownPath) {
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    STRAND_TRY(checkVersion(database.execAndGet("PRAGMA application_id").getInt(), version, shownPath));
    if (version == schemaVersion()) {
        const std::string problem = schemaProblem(database);
        if (!problem.empty()) throw Damaged({STRAND_TEXT("engine", "the table %1 is missing or not as Strandlab makes it"), problem});
        (void)database.execAndGet("SELECT count(*) FROM runs WHERE state = 'running'");
    }
    return version;
}

Result<void> prepareForWriting(SQLite::Database& database, int version, const std::string& path, const std::string& shownPath) {
    if (version < schemaVersion()) {
        if (setJournalMode(database, JournalMode::Rollback) != JournalMode::Rollback) {
            return fail(Error(ErrorCode::Project,
                              STRAND_TEXT("engine", "the project has to be brought up to date, and another program is reading it"), {},
                              STRAND_TEXT("engine", "Close it there and try again."))
                            .at(shownPath));
        }
        migrate(database, migrations());
    }
    const bool network = isOnNetwork(path);
    if (network)
        logWarning("the project is on a network drive: it is kept safe, but saving is slower, and only one computer may have it open");
    setJournalMode(database, network ? JournalMode::Rollback : JournalMode::Wal);
    checkpointOnClose(database, true);
    return {};
}

/// Two names of one file have two journals, which would ruin it.
Error openUnderAnotherName(const std::string& shownPath, const std::string& otherPath) {
    return Error(ErrorCode::Project, {STRAND_TEXT("engine", "this project is open already under the name %1"), otherPath}, {},
                 STRAND_TEXT("engine", "Open it by that name."))
        .at(shownPath);
}

/// Leaves one file that also opens in a read-only folder; while others read, only empties the log.
void settle(SQLite::Database& database) {
    database.tryExec("PRAGMA busy_timeout = 0");
    database.tryExec("PRAGMA wal_checkpoint(TRUNCATE)");
    database.tryExec("PRAGMA journal_mode = DELETE");
}

/// For the last to go where the writer went first: readers cannot empty the log themselves.
void settleAfterReading(const std::string& path, mode_t mode, bool written) {
    const std::int64_t log = fileSize(path + "-wal");
    if (log < 0 || (log > 0 && !written)) return;
    const auto lock = WriterLock::acquire(path, mode, path);
    if (!lock) return;
    try {
        const auto database = connect(path, ProjectFile::Access::Write);
        settle(*database);
    } catch (const SQLite::Exception&) {
        logInfo("the journal of the project stays beside it: " + path);
    }
}

}  // namespace

struct ProjectFile::Impl {
    std::string shownPath;
    FilePlace place;
    Access access = Access::Read;
    std::string session;
    int version = 0;
    bool registered = false;
    std::optional<WriterLock> lock;
    std::unique_ptr<SQLite::Database> database;

    Impl(std::string shownPath_, Access access_) : shownPath(std::move(shownPath_)), access(access_) {}
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl();

    /// A reader of an older file gets its version and no connection.
    Result<void> open(Missing missing);
    [[nodiscard]] Error openError(const SQLite::Exception& exception) const;
    Result<void> findFile(Missing missing, OpenFiles& openFiles);
};

ProjectFile::Impl::~Impl() {
    OpenFiles& open = OpenFiles::instance();
    const std::lock_guard guard(open.mutex);
    if (registered && access == Access::Write) settle(*database);
    database.reset();
    lock.reset();
    if (!registered) return;
    const auto entry = open.files.find(place.id);
    if (--entry->second.connections > 0) return;
    const bool written = entry->second.written;
    open.files.erase(entry);
    if (access == Access::Read) settleAfterReading(place.path, place.mode, written);
}

Result<void> ProjectFile::Impl::findFile(Missing missing, OpenFiles& openFiles) {
    if (!place.exists && (missing == Missing::Fail || access == Access::Read)) {
        return fail(Error(ErrorCode::Project, STRAND_TEXT("engine", "there is no such file"), STRAND_TEXT("engine", "a Strandlab project"),
                          STRAND_TEXT("engine", "Check the path, or create the project by importing sequences."))
                        .at(shownPath));
    }
    if (const auto open = openFiles.files.find(place.id); place.exists && open != openFiles.files.end()) {
        if (open->second.path != place.path) return fail(openUnderAnotherName(shownPath, open->second.path));
    } else if (place.exists) {
        STRAND_TRY(readProjectVersion(place, shownPath));
    }
    if (access == Access::Read) return {};
    STRAND_TRY(checkWritable(place, shownPath));
    STRAND_ASSIGN(lock, WriterLock::acquire(place.path, place.exists ? place.mode : 0666, shownPath));
    if (place.exists) return {};
    // Another process may have created it before the lock was ours.
    STRAND_ASSIGN(place, locate(shownPath));
    if (!place.exists) {
        STRAND_TRY(createFile(place, shownPath));
        STRAND_ASSIGN(place, locate(shownPath));
    } else {
        STRAND_TRY(readProjectVersion(place, shownPath));
    }
    return {};
}

Error ProjectFile::Impl::openError(const SQLite::Exception& exception) const {
    const int code = exception.getErrorCode();
    if (access == Access::Read && (code == SQLITE_CANTOPEN || code == SQLITE_READONLY) && fileSize(place.path + "-wal") > 0) {
        return Error(ErrorCode::Project, {STRAND_TEXT("engine", "the last changes lie in %1-wal, and the folder is read-only"), place.path},
                     {}, STRAND_TEXT("engine", "Copy both files to a folder that you may write to, and open the project there."))
            .at(shownPath);
    }
    return sqliteError(exception, shownPath);
}

Result<void> ProjectFile::Impl::open(Missing missing) {
    OpenFiles& openFiles = OpenFiles::instance();
    const std::lock_guard guard(openFiles.mutex);
    errno = 0;
    try {
        STRAND_ASSIGN(place, locate(shownPath));
        STRAND_TRY(findFile(missing, openFiles));
        database = connect(place.path, access);
        STRAND_ASSIGN(version, checkContent(*database, shownPath));
        if (version < schemaVersion() && access == Access::Read) {
            database.reset();
            return {};
        }
        if (access == Access::Write) STRAND_TRY(prepareForWriting(*database, version, place.path, shownPath));
        version = schemaVersion();
    } catch (const SQLite::Exception& exception) {
        return fail(openError(exception));
    } catch (const Damaged& damaged) {
        return fail(damagedError(damaged.message(), shownPath));
    } catch (const std::bad_alloc&) {
        return fail(memoryError(shownPath));
    }
    OpenFiles::Use& use = openFiles.files[place.id];
    use.path = place.path;
    ++use.connections;
    registered = true;
    if (access == Access::Write) {
        use.written = true;
        session = newSession();
    }
    return {};
}

ProjectFile::ProjectFile(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
ProjectFile::ProjectFile(ProjectFile&&) noexcept = default;
ProjectFile& ProjectFile::operator=(ProjectFile&&) noexcept = default;
ProjectFile::~ProjectFile() = default;

Result<ProjectFile> ProjectFile::open(const std::string& path, Access access, Missing missing) {
    ProjectFile project(std::make_unique<Impl>(path, access));
    STRAND_TRY(project.m_impl->open(missing));
    while (project.version() < schemaVersion()) {
        STRAND_TRY(open(path, Access::Write));
        logInfo(fmt::format("{}: brought up to date, from project version {} to {}", path, project.version(), schemaVersion()));
        project = ProjectFile(std::make_unique<Impl>(path, access));
        STRAND_TRY(project.m_impl->open(missing));
    }
    if (access == Access::Write) STRAND_TRY(RunStore(project).markInterrupted());
    return project;
}

const std::string& ProjectFile::path() const { return m_impl->shownPath; }
ProjectFile::Access ProjectFile::access() const { return m_impl->access; }
const std::string& ProjectFile::session() const { return m_impl->session; }
bool ProjectFile::beingWritten() const { return WriterLock::isHeld(m_impl->place.path); }
int ProjectFile::version() const { return m_impl->version; }
int ProjectFile::currentVersion() { return schemaVersion(); }
SQLite::Database& ProjectFile::database() const { return *m_impl->database; }

namespace {

/// The target of a copy: nothing, or a project that nobody has open.
Result<FilePlace> copyTarget(const std::string& path) {
    STRAND_ASSIGN(FilePlace place, locate(path));
    OpenFiles& open = OpenFiles::instance();
    const std::lock_guard guard(open.mutex);
    if (place.exists && open.files.contains(place.id)) {
        return fail(Error(ErrorCode::Project, STRAND_TEXT("engine", "this project is open in this program"), {},
                          STRAND_TEXT("engine", "Choose another name for the copy."))
                        .at(path));
    }
    if (place.exists) STRAND_TRY(readProjectVersion(place, path));
    return place;
}

Result<void> backUp(SQLite::Database& source, const FilePlace& target, const std::string& shownPath) {
    removeUnfinished(target.path);
    std::optional<SQLite::Database> copy;
    try {
        copy.emplace(unfinished(target.path), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        SQLite::Backup backup(*copy, source);
        if (const int code = backup.executeStep(-1); code != SQLITE_DONE) throw SQLite::Exception(sqlite3_errstr(code), code);
    } catch (const SQLite::Exception& exception) {
        Error error = sqliteError(exception, shownPath);
        copy.reset();
        removeUnfinished(target.path);
        return fail(std::move(error));
    }
    setJournalMode(*copy, JournalMode::Rollback);
    return {};
}

}  // namespace

Result<void> ProjectFile::saveCopy(const std::string& path) const {
    return guarded(*this, [&]() -> Result<void> {
        STRAND_ASSIGN(const FilePlace target, copyTarget(path));
        STRAND_TRY(checkWritable(target, path));
        STRAND_ASSIGN(const WriterLock lock, WriterLock::acquire(target.path, target.exists ? target.mode : m_impl->place.mode, path));
        STRAND_TRY(refuseLeftovers(target.path, path));
        STRAND_TRY(backUp(database(), target, path));
        return putInPlace(target, path);
    });
}

Result<void> ProjectFile::check() const {
    return guarded(*this, [&]() -> Result<void> {
        const Transaction transaction(database(), Transaction::Kind::Read);
        if (const std::string finding = database().execAndGet("PRAGMA integrity_check(1)").getString(); finding != "ok") {
            throw Damaged({STRAND_TEXT("engine", "the project file is damaged: %1"), finding});
        }
        SQLite::Statement orphans(database(), "PRAGMA foreign_key_check");
        if (orphans.executeStep())
            throw Damaged({STRAND_TEXT("engine", "a row of table %1 refers to one that is missing"), orphans.getColumn(0).getString()});
        STRAND_TRY(DatasetStore(*this).check());
        return RunStore(*this).check();
    });
}

}  // namespace strand
