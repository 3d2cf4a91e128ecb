#include "data/encoding.hpp"

#include <gtest/gtest.h>

#include "data/text_source.hpp"
#include "support/synthetic.hpp"

namespace strand {
namespace {

using test::TempDir;

/// Everything that a file holds when read in pieces of `size` bytes, or the error.
std::string decoded(std::string_view content, TextEncoding encoding, std::size_t size = 4096) {
    const TempDir dir;
    auto stream = decodeText(openBytes(dir.write("f.txt", content)).value(), encoding);
    if (!stream) return stream.error().english();
    std::string out, piece(size, '\0');
    for (;;) {
        const auto count = (*stream)->read(piece.data(), size);
        if (!count) return out + "! " + count.error().english();
        if (*count == 0) return out;
        out.append(piece, 0, *count);
    }
}

TEST(TextEncoding, NamesAreReadBack) {
    for (const TextEncoding encoding : encodings())
        EXPECT_EQ(parseEncoding(encodingName(encoding)), encoding);
    EXPECT_EQ(parseEncoding("UTF-8"), TextEncoding::Utf8);
    EXPECT_EQ(parseEncoding("klingon"), std::nullopt);
}

TEST(TextEncoding, MarksOfUtf16) {
    EXPECT_EQ(encodingOf("\xFF\xFE>"), TextEncoding::Utf16Le);
    EXPECT_EQ(encodingOf("\xFE\xFF"), TextEncoding::Utf16Be);
    EXPECT_EQ(encodingOf("\xEF\xBB\xBF"), TextEncoding::Utf8);
    EXPECT_EQ(encodingOf(""), TextEncoding::Utf8);
}

TEST(TextEncoding, Utf16WithoutAMark) {
    EXPECT_EQ(encodingOf(std::string_view(">\0a\0\n\0A\0", 8)), TextEncoding::Utf16Le);
    EXPECT_EQ(encodingOf(std::string_view("\0>\0a\0\n\0A", 8)), TextEncoding::Utf16Be);
    EXPECT_EQ(encodingOf(std::string_view("h\0a\0m\0\t\0\x2D\x4E\x87\x65", 12)), TextEncoding::Utf16Le);
    EXPECT_EQ(encodingOf(std::string_view("\x2D\x4E\x87\x65\x2D\x4E\x87\x65\n\0\x2D\x4E", 12)), TextEncoding::Utf16Le);
    // A zero byte that strayed into a text, and binary data.
    EXPECT_EQ(encodingOf(std::string_view(">a\nACGT\0ACGT", 12)), TextEncoding::Utf8);
    EXPECT_EQ(encodingOf(std::string_view("a\0\0b\0c\0\0", 8)), TextEncoding::Utf8);
}

TEST(TextEncoding, EachBecomesUtf8) {
    EXPECT_EQ(decoded("caf\xE9", TextEncoding::Latin1), "caf\xC3\xA9");
    EXPECT_EQ(decoded(std::string_view("a\0\xE9\0\x2D\x4E", 6), TextEncoding::Utf16Le), "a\xC3\xA9\xE4\xB8\xAD");
    EXPECT_EQ(decoded(std::string_view("\0a\x4E\x2D", 4), TextEncoding::Utf16Be), "a\xE4\xB8\xAD");
    EXPECT_EQ(decoded("\xD6\xD0\xCE\xC4", TextEncoding::Gb18030), "\xE4\xB8\xAD\xE6\x96\x87");
    EXPECT_EQ(decoded("caf\xE9", TextEncoding::Utf8), "caf\xE9");
}

// Characters that a block or a piece cuts in two.
TEST(TextEncoding, PiecesOfAnySize) {
    std::string content, expected;
    for (int i = 0; i < 70000; ++i) {
        content += std::string_view("\x2D\x4E", 2);
        expected += "\xE4\xB8\xAD";
    }
    for (const std::size_t size : {4UL, 5UL, 65536UL, 1UL << 18U})
        EXPECT_TRUE(decoded(content, TextEncoding::Utf16Le, size) == expected) << size;
}

TEST(TextEncoding, ForeignBytesAreNamed) {
    EXPECT_EQ(decoded("ok\xFF\xFF", TextEncoding::Gb18030),
              "ok! the bytes \"\\xFF\\xFF\" are no gb18030 text; expected characters of that encoding");
    EXPECT_EQ(decoded(std::string_view("a\0b", 3), TextEncoding::Utf16Le),
              "a! the bytes \"b\" are no utf-16le text; expected characters of that encoding");
}

TEST(TextEncoding, ASourceSaysWhatItIsReadAs) {
    const TempDir dir;
    EXPECT_EQ(TextSource::open(dir.write("a", "x"))->encoding(), TextEncoding::Utf8);
    EXPECT_EQ(TextSource::open(dir.write("b", std::string_view("\xFF\xFEx\0", 4)))->encoding(), TextEncoding::Utf16Le);
    EXPECT_EQ(TextSource::open(dir.write("g", std::string_view("x\0y\0", 4)))->nextLine()->text, "xy");
    EXPECT_EQ(TextSource::open(dir.write("c", "x"), {}, TextEncoding::Latin1)->encoding(), TextEncoding::Latin1);
    EXPECT_STREQ(TextSource::open(dir.write("d", test::gzipped("x")))->packing(), "gz");
    EXPECT_STREQ(TextSource::open(dir.write("e", test::xzipped("x")))->packing(), "xz");
    EXPECT_STREQ(TextSource::open(dir.write("f", "x"))->packing(), "");
}

}  // namespace
}  // namespace strand
