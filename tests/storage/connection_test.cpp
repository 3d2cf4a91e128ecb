#include "storage/connection.hpp"

#include <sqlite3.h>

#include <cerrno>
#include <cmath>

#include "tests/storage/support.hpp"

namespace strand::detail {
namespace {

using namespace test;
using Names = std::vector<std::string>;

TEST(Connection, RunsNothingThatAFileBrings) {
    const TempFolder folder;
    const std::string path = folder / "a.strand";
    addDataset(create(path), smallDataset());
    SQLite::Database(path, SQLite::OPEN_READWRITE)
        .exec(
            "CREATE TRIGGER evil AFTER INSERT ON datasets BEGIN DELETE FROM sequences; END;"
            "CREATE TRIGGER evil2 BEFORE UPDATE ON runs BEGIN DELETE FROM datasets; END;"
            "CREATE VIEW v AS SELECT * FROM datasets");
    const ProjectFile project = openWrite(path);
    addDataset(project, smallDataset(5, "second"));
    EXPECT_EQ(DatasetStore(project).list()->size(), 2U);
    EXPECT_EQ(DatasetStore(project).count(1), 12);
    EXPECT_THROW(project.database().exec("SELECT * FROM v"), SQLite::Exception);
    EXPECT_THROW(project.database().exec("ATTACH ':memory:' AS other"), SQLite::Exception);
    EXPECT_THROW(project.database().exec("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema"), SQLite::Exception);
    EXPECT_THROW(project.database().exec("SELECT load_extension('x')"), SQLite::Exception);
}

TEST(Connection, UsesTheRollbackJournalOnNetworkDrives) {
    const TempFolder folder;
    const std::string path = folder / "a.strand";
    const auto real = std::exchange(detail::isOnNetwork, [](const std::string&) { return true; });
    {
        const ProjectFile project = create(path);
        const ProjectFile reader = openRead(path);
        EXPECT_EQ(project.database().execAndGet("PRAGMA journal_mode").getString(), "delete");
        addDataset(project, smallDataset());
        EXPECT_EQ(DatasetStore(reader).list()->size(), 1U);
        EXPECT_EQ(folder.names(), (Names{"a.strand", "a.strand.lock"}));
    }
    detail::isOnNetwork = real;
    EXPECT_FALSE(detail::isOnNetwork(path));
    EXPECT_EQ(openWrite(path).database().execAndGet("PRAGMA journal_mode").getString(), "wal");
}

TEST(Connection, HasTheSettingsItPromises) {
    const TempFolder folder;
    const ProjectFile project = create(folder / "a.strand");
    const auto pragma = [&](const std::string& name) { return project.database().execAndGet("PRAGMA " + name).getString(); };
    EXPECT_EQ(pragma("journal_mode"), "wal");
    EXPECT_EQ(pragma("synchronous"), "2");
    EXPECT_EQ(pragma("foreign_keys"), "1");
    EXPECT_EQ(pragma("trusted_schema"), "0");
    EXPECT_EQ(pragma("cell_size_check"), "1");
    EXPECT_EQ(pragma("mmap_size"), "0");
    EXPECT_EQ(pragma("page_size"), "8192");
    EXPECT_EQ(pragma("auto_vacuum"), "2");
    EXPECT_EQ(pragma("application_id"), std::to_string(kApplicationId));
}

TEST(Connection, ReadsALeftOverFileOfAnyNameInAFolderThatCannotBeWritten) {
    const TempFolder folder;
    const std::string path = folder / "50%41 of a?mode=rwc#b.strand";
    SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("PRAGMA journal_mode = WAL; CREATE TABLE t(x); INSERT INTO t VALUES(7)");
    ::chmod(folder.path().c_str(), 0555);
    EXPECT_EQ(asNobody([&] { return connect(path, ProjectFile::Access::Read)->execAndGet("SELECT x FROM t").getString(); }), "7");
    ::chmod(folder.path().c_str(), 0755);
    EXPECT_EQ(folder.names().size(), 1U);
    EXPECT_THROW((void)connect(folder / "none", ProjectFile::Access::Write), SQLite::Exception);
    EXPECT_EQ(folder.names().size(), 1U) << "nothing is created";
}

class Rows : public ::testing::Test {
protected:
    Rows() { m_database.exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT, value REAL)"); }
    void insert(const std::string& name) { m_database.exec("INSERT INTO t(name) VALUES('" + name + "')"); }
    std::int64_t count() { return m_database.execAndGet("SELECT count(*) FROM t").getInt64(); }
    SQLite::Database m_database{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
};

TEST_F(Rows, ATransactionIsUndoneUnlessCommittedAndPartOfTheOneAround) {
    const auto write = [&](bool commit) {
        Transaction transaction(m_database, Transaction::Kind::Write);
        insert("a");
        if (commit) transaction.commit();
    };
    write(false);
    EXPECT_EQ(count(), 0);
    write(true);
    EXPECT_EQ(count(), 1);
    {
        const Transaction around(m_database, Transaction::Kind::Write);
        write(true);
        write(false);
        EXPECT_EQ(count(), 3);
    }
    EXPECT_EQ(count(), 1);
    EXPECT_NE(sqlite3_get_autocommit(m_database.getHandle()), 0);
}

TEST_F(Rows, NamesAreGivenOnceAndGoBeforeNumbers) {
    EXPECT_EQ(freeName(m_database, "t", "", "set"), "set");
    for (const char* name : {"set", "set (2)", "1", "7x", "it''s"})
        insert(name);
    EXPECT_EQ(freeName(m_database, "t", "", "set"), "set (3)");
    EXPECT_EQ(freeName(m_database, "t", "it's", "set"), "it's (2)");
    EXPECT_EQ(idOf(m_database, "t", "1"), 3);
    EXPECT_EQ(idOf(m_database, "t", "2"), 2);
    EXPECT_EQ(idOf(m_database, "t", "7x"), 4);
    for (const char* none : {"", "9", "2x", " 2", "2 ", "-1", "99999999999999999999"})
        EXPECT_EQ(idOf(m_database, "t", none), 0) << none;
    EXPECT_REFUSED(renameRow(m_database, "t", 1, "set (2)"), ErrorCode::Usage, "the name set (2) is in use already");
    EXPECT_REFUSED(renameRow(m_database, "t", 1, ""), ErrorCode::Usage, "the new name is empty");
    ASSERT_OK(renameRow(m_database, "t", 1, "first"));
    ASSERT_OK(renameRow(m_database, "t", 1, "first"));
    EXPECT_EQ(namesIn(m_database, "t"), "first, set (2), 1, 7x, it's");
    for (int i = 6; i <= 20; ++i)
        insert(std::to_string(i));
    EXPECT_TRUE(namesIn(m_database, "t").ends_with("19, 20")) << "all twenty";
    insert("21");
    EXPECT_TRUE(namesIn(m_database, "t").ends_with("19, 20, ..."));
}

TEST_F(Rows, OnlyWhatIsNoNumberBecomesNull) {
    const double infinity = std::numeric_limits<double>::infinity();
    SQLite::Statement insert(m_database, "INSERT INTO t(value) VALUES(?)");
    for (const double value : {-0.0, infinity, 5e-324, std::nan("")}) {
        bindReal(insert, 1, value);
        insert.exec();
        insert.reset();
    }
    EXPECT_EQ(m_database.execAndGet("SELECT count(*) FROM t WHERE value IS NULL").getInt(), 1);
    SQLite::Statement query(m_database, "SELECT value FROM t ORDER BY id");
    std::vector<double> back;
    while (query.executeStep())
        back.push_back(realOrNan(query, 0));
    ASSERT_EQ(back.size(), 4U);
    EXPECT_TRUE(back[0] == 0 && back[1] == infinity && back[2] == 5e-324 && std::isnan(back[3]));
}

TEST(SqliteErrors, SayWhatTheUserCanDo) {
    const auto words = [](int code, int number) {
        const SQLite::Exception exception("detail", code);
        errno = number;
        const Error error = sqliteError(exception, "p");
        EXPECT_EQ(error.code, (code & 0xFF) == SQLITE_NOMEM ? ErrorCode::Device : ErrorCode::Project);
        EXPECT_EQ(error.file, "p");
        EXPECT_FALSE(error.hint.empty());
        return error.found.english();
    };
    EXPECT_EQ(words(SQLITE_FULL, 0), "the disk is full");
    for (const int number : {ENOSPC, EDQUOT, EFBIG})
        EXPECT_EQ(words(SQLITE_IOERR_WRITE, number), "the disk is full");
    EXPECT_EQ(words(SQLITE_IOERR_READ, EIO), "the project file could not be read or written: Input/output error");
    EXPECT_EQ(words(SQLITE_IOERR_READ, 0), "the project file could not be read or written: detail");
    EXPECT_EQ(words(SQLITE_CANTOPEN, EACCES), "the project file cannot be opened: Permission denied");
    for (const int code : {SQLITE_BUSY, SQLITE_LOCKED, SQLITE_BUSY_SNAPSHOT})
        EXPECT_EQ(words(code, ENOSPC), "the project is in use by another program") << code;
    EXPECT_EQ(words(SQLITE_READONLY, 0), "the project was opened for reading only");
    EXPECT_EQ(words(SQLITE_NOTADB, 0), "the project file is damaged: detail");
    EXPECT_EQ(words(SQLITE_CORRUPT, ENOSPC), "the project file is damaged: detail") << "an old number of the system says nothing here";
    EXPECT_EQ(words(SQLITE_TOOBIG, 0), "a single value is larger than 512 MiB");
    EXPECT_EQ(words(SQLITE_CONSTRAINT_CHECK, 0), "the project file does not accept this: detail");
    EXPECT_EQ(words(SQLITE_NOMEM, 0), "there is not enough memory");
}

TEST(Guarded, TurnsWhatIsThrownAboutTheFileIntoItsErrorAndLetsTheRestPass) {
    const TempFolder folder;
    const ProjectFile project = create(folder / "a.strand");
    const auto with = [&](auto thrown) { return guarded(project, [&]() -> Result<int> { throw thrown; }); };
    EXPECT_EQ(valueOf(guarded(project, []() -> Result<int> { return 7; })), 7);
    EXPECT_REFUSED(with(Damaged("the run is damaged")), ErrorCode::Project, project.path() + ": the run is damaged");
    EXPECT_REFUSED(with(SQLite::Exception("x", SQLITE_FULL)), ErrorCode::Project, "the disk is full");
    EXPECT_REFUSED(with(std::bad_alloc()), ErrorCode::Device, "not enough memory");
    EXPECT_THROW((void)with(std::logic_error("broken")), std::logic_error);
    errno = ENOSPC;  // left by something before
    EXPECT_REFUSED(with(SQLite::Exception("x", SQLITE_IOERR)), ErrorCode::Project, "could not be read or written: x");
}

TEST(UtcNow, IsAPlaceInTimeThatSortsAsText) {
    EXPECT_EQ(utcNow().size(), 20U);
    EXPECT_EQ(utcNow().back(), 'Z');
    EXPECT_GT(utcNow(), "2026-01-01T00:00:00Z");
}

}  // namespace
}  // namespace strand::detail
