#include "data/byte_stream.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "support/synthetic.hpp"

namespace strand {
namespace {

using test::TempDir;

std::string readAll(ByteStream& stream) {
    std::string all;
    char buffer[7];
    for (;;) {
        auto count = stream.read(buffer, sizeof buffer);
        if (!count) return all + "<" + count.error().english() + ">";
        if (*count == 0) return all;
        all.append(buffer, *count);
    }
}

TEST(ByteStream, PlainBytesComeAsTheyAre) {
    const TempDir dir;
    const std::string content("a\0b\r\n\xFF longer than a block of seven", 36);
    auto stream = openBytes(dir.write("plain.txt", content));
    ASSERT_TRUE(stream);
    EXPECT_EQ(readAll(**stream), content);
    EXPECT_EQ((*stream)->file().bytesRead(), 36);
    EXPECT_EQ((*stream)->file().bytesTotal(), 36);
}

TEST(ByteStream, ContentDecidesNotTheName) {
    const TempDir dir;
    auto packed = openBytes(dir.write("packed.fa", test::gzipped("ACGT")));
    ASSERT_TRUE(packed);
    EXPECT_EQ(readAll(**packed), "ACGT");
    auto plain = openBytes(dir.write("plain.fa.gz", "ACGT"));
    ASSERT_TRUE(plain);
    EXPECT_EQ(readAll(**plain), "ACGT");
}

TEST(ByteStream, ForeignArchivesAreNamed) {
    const TempDir dir;
    const std::vector<std::pair<std::string, std::string>> cases{{"PK\x03\x04....", "a zip archive"},
                                                                 {"BZh91AY", "a bzip2 archive"},
                                                                 {"\x28\xB5\x2F\xFD....", "a zstd archive"},
                                                                 {"7z\xBC\xAF'", "a 7z archive"}};
    for (const auto& [content, found] : cases) {
        const auto stream = openBytes(dir.write("archive", content));
        ASSERT_FALSE(stream) << found;
        EXPECT_EQ(stream.error().english(), found + "; expected text, gz or xz");
        EXPECT_EQ(stream.error().hint.english(), "unpack it first");
    }
}

TEST(ByteStream, MissingFoldersAndPipesAreRefused) {
    const TempDir dir;
    EXPECT_EQ(openBytes(dir.file("none")).error().english(), "no such file");
    EXPECT_EQ(openBytes(dir.path()).error().english(), "a folder; expected a file");
    EXPECT_EQ(openBytes(dir.path()).error().hint.english(), "name the files in it");
    ASSERT_EQ(mkfifo(dir.file("pipe").c_str(), 0600), 0);
    EXPECT_EQ(openBytes(dir.file("pipe")).error().english(), "a pipe or device; expected a file");
    EXPECT_EQ(openBytes("/dev/zero").error().english(), "a pipe or device; expected a file");
    EXPECT_EQ(openBytes(dir.file("none")).error().code, ErrorCode::BadInput);
}

}  // namespace
}  // namespace strand
