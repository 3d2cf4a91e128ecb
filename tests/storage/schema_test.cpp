#include "storage/schema.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <array>

#include "storage/connection.hpp"
#include "tests/storage/support.hpp"

namespace strand::detail {
namespace {

constexpr Migration kFirst{
    1, "CREATE TABLE parent(id INTEGER PRIMARY KEY) STRICT; CREATE TABLE child(p INTEGER REFERENCES parent(id)) STRICT;"};
constexpr Migration kSecond{2, "ALTER TABLE parent ADD COLUMN name TEXT NOT NULL DEFAULT 'x'; INSERT INTO parent(id) VALUES(7);"};
constexpr Migration kBroken{3, "CREATE TABLE third(a INTEGER) STRICT; INSERT INTO nowhere VALUES(1);"};
constexpr Migration kOrphan{3, "INSERT INTO child VALUES(99);"};

class Migrations : public ::testing::Test {
protected:
    [[nodiscard]] int version() { return m_database.execAndGet("PRAGMA user_version").getInt(); }
    [[nodiscard]] std::int64_t tables() { return m_database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt64(); }
    SQLite::Database m_database{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
};

TEST_F(Migrations, RunInOrderAndOnce) {
    migrate(m_database, std::array{kFirst});
    EXPECT_EQ(version(), 1);
    migrate(m_database, std::array{kFirst, kSecond});
    EXPECT_EQ(version(), 2);
    migrate(m_database, std::array{kFirst, kSecond});
    EXPECT_EQ(m_database.execAndGet("SELECT name FROM parent WHERE id = 7").getString(), "x");
    EXPECT_EQ(m_database.execAndGet("PRAGMA foreign_keys").getInt(), 1);
}

TEST_F(Migrations, LeaveNothingWhenOneFails) {
    migrate(m_database, std::array{kFirst});
    EXPECT_THROW(migrate(m_database, std::array{kFirst, kSecond, kBroken}), SQLite::Exception);
    EXPECT_EQ(version(), 1);
    EXPECT_EQ(tables(), 2);
    EXPECT_THROW(migrate(m_database, std::array{kFirst, kSecond, kOrphan}), Damaged);
    EXPECT_EQ(version(), 1);
}

TEST_F(Migrations, OfAProjectEndAtTheCurrentVersion) {
    int before = 0;
    for (const Migration& migration : migrations()) {
        EXPECT_EQ(migration.version, before + 1);
        before = migration.version;
    }
    EXPECT_EQ(before, schemaVersion());
    migrate(m_database, migrations());
    EXPECT_EQ(schemaProblem(m_database), "");
    m_database.exec("ALTER TABLE steps ADD COLUMN extra INTEGER");
    EXPECT_EQ(schemaProblem(m_database), "steps");
}

TEST_F(Migrations, MakeStrictTablesOnly) {
    migrate(m_database, migrations());
    SQLite::Statement query(m_database, "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'");
    int count = 0;
    for (; query.executeStep(); ++count)
        EXPECT_EQ(query.getColumn(1).getInt(), 1) << query.getColumn(0).getString();
    EXPECT_EQ(count, 14);
}

// Every version that was ever written: made by its migrations, filled, brought up to date.
TEST_F(Migrations, KeepTheSequencesOfTheFirstVersion) {
    migrate(m_database, migrations().first(1));
    m_database.exec(
        "INSERT INTO datasets VALUES(1, 'a', 'dna', '[]', 2, 'f', 't', '{}', '{}');"
        "INSERT INTO sequences VALUES(4294967296, 4, -1, 1, 'one', 'ACGT'), (4294967297, 2, 0, 3, 'two', 'AC')");
    migrate(m_database, migrations());
    EXPECT_EQ(schemaProblem(m_database), "");
    SQLite::Statement query(m_database, "SELECT key, length, label, split, fold, id, residues FROM sequences ORDER BY key");
    ASSERT_TRUE(query.executeStep());
    EXPECT_EQ(query.getColumn(0).getInt64(), 4294967296);
    EXPECT_EQ(query.getColumn(2).getInt(), -1);
    EXPECT_EQ(query.getColumn(6).getString(), "ACGT");
    ASSERT_TRUE(query.executeStep());
    EXPECT_EQ(query.getColumn(3).getInt(), 3);
    EXPECT_EQ(query.getColumn(4).getInt(), 0);
    EXPECT_EQ(query.getColumn(5).getString(), "two");
    EXPECT_FALSE(query.executeStep());
}

// A file of the version before, met with a journal of its own, is brought up to date in rollback-journal mode.
TEST(Migration, OfAFileKeepsItsContent) {
    const test::TempFolder folder;
    const std::string path = folder / "a.strand";
    {
        SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        migrate(database, std::array{kFirst});
        database.exec("PRAGMA journal_mode = WAL; INSERT INTO parent VALUES(1); INSERT INTO child VALUES(1)");
    }
    SQLite::Database database(path, SQLite::OPEN_READWRITE);
    ASSERT_EQ(setJournalMode(database, JournalMode::Rollback), JournalMode::Rollback);
    migrate(database, std::array{kFirst, kSecond});
    EXPECT_EQ(database.execAndGet("SELECT count(*) FROM parent JOIN child ON p = id").getInt(), 1);
}

}  // namespace
}  // namespace strand::detail
