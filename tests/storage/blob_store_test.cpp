#include "storage/blob_store.hpp"

#include <SQLiteCpp/Database.h>

#include "storage/schema.hpp"
#include "tests/storage/support.hpp"

namespace strand::detail {
namespace {

class BlobStore : public ::testing::Test {
protected:
    BlobStore() { migrate(m_database, migrations()); }
    std::int64_t count(const std::string& table) { return m_database.execAndGet("SELECT count(*) FROM " + table).getInt64(); }
    SQLite::Database m_database{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
};

TEST_F(BlobStore, KeepsValuesOfAnySize) {
    constexpr std::size_t part = 8 << 20;
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, part - 1, part, part + 1, 2 * part + 12345}) {
        const std::vector<char> bytes = test::pattern(size, 7);
        const std::int64_t id = addBlob(m_database, bytes);
        const auto back = readBlob(m_database, id);
        ASSERT_TRUE(back) << size;
        EXPECT_TRUE(*back == bytes) << size;
        EXPECT_EQ(count("blob_parts"), static_cast<std::int64_t>((size + part - 1) / part));
        removeBlob(m_database, id);
        EXPECT_EQ(count("blobs") + count("blob_parts"), 0);
        EXPECT_FALSE(readBlob(m_database, id));
    }
}

TEST_F(BlobStore, NoticesEveryChange) {
    const std::vector<char> bytes = test::pattern(20 << 20, 3);
    const std::int64_t id = addBlob(m_database, bytes);
    for (const char* harm : {"UPDATE blob_parts SET data = zeroblob(length(data)) WHERE part = 1", "DELETE FROM blob_parts WHERE part = 2",
                             "UPDATE blob_parts SET part = part + 10 WHERE part = 0", "UPDATE blobs SET bytes = bytes + 1",
                             "UPDATE blobs SET bytes = 4611686018427387904", "UPDATE blobs SET crc32 = crc32 + 1"}) {
        m_database.exec("BEGIN");
        m_database.exec(harm);
        EXPECT_FALSE(readBlob(m_database, id)) << harm;
        m_database.exec("ROLLBACK");
    }
    EXPECT_TRUE(readBlob(m_database, id));
}

TEST_F(BlobStore, KeepsArrays) {
    const std::vector<float> values{1.5F, -0.0F, 3e38F};
    const auto bytes = readBlob(m_database, addArray<float>(m_database, values));
    ASSERT_TRUE(bytes);
    EXPECT_EQ(arrayFrom<float>(*bytes), values);
    EXPECT_TRUE(arrayFrom<float>({}).empty());
}

}  // namespace
}  // namespace strand::detail
