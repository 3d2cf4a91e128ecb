#include "cli/attention_writer.hpp"

#include "cli/npy.hpp"
#include "tests/cli/support.hpp"

#include <cstring>
#include <filesystem>

namespace strand {
namespace {

using namespace cli;
using test::bytesOf;
using test::TempDir;

/// Two layers of three heads; the value says where it stands.
AttentionMap sample(const std::string& record, std::int64_t length) {
    AttentionMap map;
    map.kind = "exact";
    map.record = record;
    map.layers = 2;
    map.heads = 3;
    map.length = length;
    for (std::int64_t i = 0; i < length; ++i) {
        map.tokens.push_back("A");
        map.begin.push_back(static_cast<std::int32_t>(i));
        map.end.push_back(static_cast<std::int32_t>(i + 1));
    }
    for (std::int64_t i = 0; i < map.layers * map.heads * length * length; ++i)
        map.values.push_back(static_cast<float>(i + 1));
    return map;
}

std::uintmax_t bytesIn(const TempDir& folder) {
    std::uintmax_t bytes = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.file("")))
        bytes += entry.file_size();
    return bytes;
}

AttentionWriter writerTo(const std::string& path, AttentionChoice choice = {}) {
    auto writer = AttentionWriter::create(path, std::move(choice));
    EXPECT_TRUE(writer);
    return std::move(*writer);
}

TEST(AttentionWriter, PadsEachMapToTheLongest) {
    const TempDir folder;
    AttentionWriter writer = writerTo(folder.file("a.npy"), {.layer = "-1", .head = "2,0"});
    const std::int64_t lengths[] = {2, 4, 1};
    ASSERT_TRUE(writer.begin(lengths));
    std::vector<float> expected;
    for (const std::int64_t length : lengths) {
        const AttentionMap map = sample("r" + std::to_string(length), length);
        for (const std::int64_t head : {2, 0})
            for (std::int64_t row = 0; row < 4; ++row)
                for (std::int64_t column = 0; column < 4; ++column)
                    expected.push_back(std::max(row, column) < length ? map.head(1, head)[row * length + column] : 0.0F);
        ASSERT_TRUE(writer.take(map));
    }
    ASSERT_TRUE(writer.finish());
    const std::int64_t shape[] = {3, 1, 2, 4, 4};
    const std::string bytes = bytesOf(folder.file("a.npy")), header = npyHeader(shape);
    ASSERT_EQ(bytes.size(), header.size() + expected.size() * sizeof(float));
    EXPECT_EQ(bytes.substr(0, header.size()), header);
    EXPECT_EQ(std::memcmp(bytes.data() + header.size(), expected.data(), expected.size() * sizeof(float)), 0);
    const Json side = Json::parse(bytesOf(folder.file("a.json")));
    EXPECT_EQ(side["ids"], (Json{"r2", "r4", "r1"}));
    EXPECT_EQ(side["lengths"], (Json{2, 4, 1}));
    EXPECT_EQ(side["layers"], (Json{1}));
    EXPECT_EQ(side["heads"], (Json{2, 0}));
    EXPECT_EQ(side["offsets"][0], (Json{{0, 1}, {1, 2}}));
    EXPECT_EQ(writer.summary().records, 3);
    EXPECT_EQ(writer.summary().layers * 10 + writer.summary().heads, 12);
}

/// What was taken lies in the file before the next map comes, and nothing of it in memory.
TEST(AttentionWriter, WritesEachMapAsItComes) {
    for (const char* name : {"a.npy", "a.csv"}) {
        const TempDir folder;
        constexpr std::int64_t kLength = 60, kNumbers = 2 * 3 * kLength * kLength, kBuffer = 1 << 16;
        AttentionWriter writer = writerTo(folder.file(name));
        const std::vector<std::int64_t> lengths(5, kLength);
        ASSERT_TRUE(writer.begin(lengths));
        for (std::int64_t i = 1; i <= 5; ++i) {
            ASSERT_TRUE(writer.take(sample("r", kLength)));
            EXPECT_GE(static_cast<std::int64_t>(bytesIn(folder)), i * kNumbers * 4 - kBuffer) << name << " " << i;
            EXPECT_FALSE(std::filesystem::exists(folder.file(name)));
        }
        ASSERT_TRUE(writer.finish());
        EXPECT_TRUE(std::filesystem::exists(folder.file(name)));
    }
}

TEST(AttentionWriter, LeavesNothingWhereItIsNotFinished) {
    const TempDir folder;
    {
        AttentionWriter writer = writerTo(folder.file("a.npy"));
        const std::int64_t lengths[] = {2, 2};
        ASSERT_TRUE(writer.begin(lengths));
        ASSERT_TRUE(writer.take(sample("r", 2)));
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder.file("")));
}

TEST(AttentionWriter, RefusesWhatIsNotThereAtTheFirstMap) {
    const TempDir folder;
    const auto refusal = [&](const char* name, AttentionChoice choice, std::vector<std::int64_t> lengths = {2}) {
        AttentionWriter writer = writerTo(folder.file(name), std::move(choice));
        EXPECT_TRUE(writer.begin(lengths));
        const auto taken = writer.take(sample("r", 2));
        EXPECT_FALSE(taken);
        return taken ? std::string() : taken.error().found.english();
    };
    EXPECT_EQ(refusal("a.npy", {.layer = "2"}), "there is no layer 2");
    EXPECT_EQ(refusal("a.csv", {.head = "0,-4"}), "there is no head -4");
    EXPECT_EQ(refusal("a.png", {}, {2, 2}), "a picture of 2 sequences was asked for");
    EXPECT_FALSE(AttentionWriter::create("a.txt", {}));
    EXPECT_FALSE(AttentionWriter::create(".npy", {}));
    EXPECT_TRUE(std::filesystem::is_empty(folder.file("")));
}

}  // namespace
}  // namespace strand
