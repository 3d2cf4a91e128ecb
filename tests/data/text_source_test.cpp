#include "data/text_source.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/random.hpp"
#include "support/synthetic.hpp"

namespace strand {
namespace {

using test::TempDir;
using Lines = std::vector<std::string>;

class TextSourceTest : public ::testing::Test {
protected:
    /// Lines of a file with this content; the error, if any, as "<...>" at the end.
    Lines linesOf(std::string_view content, const TextLimits& limits = {}) {
        auto source = TextSource::open(m_dir.write("f.txt", content), limits);
        if (!source) return {"<" + source.error().english() + ">"};
        Lines lines;
        for (;;) {
            auto line = source->nextLine();
            if (!line) {
                lines.push_back("<" + line.error().english() + ">");
                return lines;
            }
            if (line->end) return lines;
            lines.emplace_back(line->text);
            EXPECT_EQ(source->lineNumber(), static_cast<std::int64_t>(lines.size()));
        }
    }
    std::string openError(std::string_view content) {
        const auto source = TextSource::open(m_dir.write("f.txt", content));
        return source ? "" : source.error().english();
    }
    [[nodiscard]] std::string named(const std::string& text) const { return "<" + m_dir.file("f.txt") + text + ">"; }
    TempDir m_dir;
};

TEST_F(TextSourceTest, AllLineEnds) {
    EXPECT_EQ(linesOf("a\nb\nc\n"), (Lines{"a", "b", "c"}));
    EXPECT_EQ(linesOf("a\r\nb\r\nc\r\n"), (Lines{"a", "b", "c"}));
    EXPECT_EQ(linesOf("a\rb\rc\r"), (Lines{"a", "b", "c"}));
    EXPECT_EQ(linesOf("a\nb\r\nc\rd"), (Lines{"a", "b", "c", "d"}));
    EXPECT_EQ(linesOf("a\n\nb\r\r\nc\n\r\n"), (Lines{"a", "", "b", "", "c", ""}));
    EXPECT_EQ(linesOf("no end"), (Lines{"no end"}));
    EXPECT_EQ(linesOf("\n"), (Lines{""}));
}

// Lines of random lengths, some longer than the 256 KiB block, so that every kind of end falls on a block border somewhere.
TEST_F(TextSourceTest, RandomLinesAcrossBlocks) {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        for (const std::int64_t shift : {0, 1, 2, 3}) {
            Random random(static_cast<std::uint64_t>(shift) + 17);
            Lines lines{std::string(static_cast<std::size_t>((1 << 18) - 3 + shift), 'x')};
            for (int i = 0; i < 200; ++i)
                lines.push_back(test::randomResidues(random.below(5000), "ACGT", static_cast<std::uint64_t>(i)));
            lines.push_back(test::randomResidues(1 << 20, "ACGT", 3));
            lines.emplace_back("last");
            std::string content;
            for (const std::string& line : lines)
                content += line + end;
            EXPECT_EQ(linesOf(content), lines);
            EXPECT_EQ(linesOf(test::gzipped(content)), lines);
        }
    }
}

TEST_F(TextSourceTest, ByteOrderMarkIsSkipped) { EXPECT_EQ(linesOf("\xEF\xBB\xBF>a\nACGT\n"), (Lines{">a", "ACGT"})); }

TEST_F(TextSourceTest, Utf16IsRead) {
    EXPECT_EQ(linesOf(std::string_view("\xFF\xFE>\0a\0\n\0\xE9\0", 10)), (Lines{">a", "\xC3\xA9"}));
    EXPECT_EQ(linesOf(std::string_view("\xFE\xFF\0>\0a", 6)), (Lines{">a"}));
    EXPECT_EQ(linesOf(test::gzipped(std::string_view("\xFE\xFF\0>\0a", 6))), (Lines{">a"}));
    EXPECT_EQ(linesOf(std::string_view(">\0a\0\n\0", 6)), (Lines{">a"}));
}

TEST_F(TextSourceTest, EmptyFilesAreRefused) {
    const std::string found = m_dir.file("f.txt") + ": the file is empty; expected sequences";
    EXPECT_EQ(openError(""), found);
    EXPECT_EQ(openError("\xEF\xBB\xBF"), found);
    EXPECT_EQ(openError(test::gzipped("")), found);
    EXPECT_EQ(openError("\n"), "");
}

TEST_F(TextSourceTest, OpenErrorsNameTheFile) {
    EXPECT_EQ(TextSource::open(m_dir.file("none.fa")).error().english(), m_dir.file("none.fa") + ": no such file");
    EXPECT_EQ(TextSource::open(m_dir.path()).error().english(), m_dir.path() + ": a folder; expected a file");
    EXPECT_EQ(TextSource::open(m_dir.path()).error().code, ErrorCode::BadInput);
}

TEST_F(TextSourceTest, UnreadableFileSaysWhy) {
    if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
    const std::string path = m_dir.write("secret.fa", ">a\nACGT\n");
    ASSERT_EQ(::chmod(path.c_str(), 0), 0);
    EXPECT_EQ(TextSource::open(path).error().english(), path + ": the file cannot be read: Permission denied");
}

TEST_F(TextSourceTest, NulByteHasLineAndColumn) {
    EXPECT_EQ(linesOf(std::string_view("good\nba\0d\nmore\n", 15)), (Lines{"good", named(":2:3: a NUL byte; expected text")}));
    EXPECT_EQ(linesOf(std::string_view("good\nx\n\0", 8)), (Lines{"good", "x", named(":3:1: a NUL byte; expected text")}));
}

TEST_F(TextSourceTest, LongLinesAreRefusedNotHeld) {
    TextLimits limits;
    limits.lineBytes = 10;
    EXPECT_EQ(linesOf("0123456789\r\n0123456789\n0123456789", limits), (Lines{"0123456789", "0123456789", "0123456789"}));
    EXPECT_EQ(linesOf("ok\n0123456789A\n", limits), (Lines{"ok", named(":2: a line of more than 10 bytes; expected shorter lines")}));
    limits.lineBytes = 1 << 20;
    EXPECT_EQ(linesOf("ok\n" + std::string(5 << 20, 'A'), limits),
              (Lines{"ok", named(":2: a line of more than 1048576 bytes; expected shorter lines")}));
}

TEST_F(TextSourceTest, TruncatedGzGivesItsLinesThenAnErrorWithTheLine) {
    std::string content;
    Lines lines;
    for (int i = 0; i < 20000; ++i) {
        lines.push_back(test::randomResidues(60, "ACGT", static_cast<std::uint64_t>(i)));
        content += lines.back() + "\n";
    }
    const std::string packed = test::gzipped(content);
    const Lines found = linesOf(packed.substr(0, packed.size() / 2));
    ASSERT_GT(found.size(), 5000U);
    for (std::size_t i = 0; i + 1 < found.size(); ++i)
        ASSERT_EQ(found[i], lines[i]);
    EXPECT_EQ(found.back(), named(":" + std::to_string(found.size()) + ": the packed file ends early; expected more data"));
}

TEST_F(TextSourceTest, DamagedGzNamesTheFile) {
    std::string packed = test::gzipped("ACGT\nACGT\n");
    packed[packed.size() - 6] = static_cast<char>(packed[packed.size() - 6] ^ 1);  // in the CRC
    EXPECT_EQ(linesOf(packed), (Lines{"ACGT", "ACGT", named(":3: the gz data are damaged; expected data that match their checksum")}));
}

TEST_F(TextSourceTest, BombsAreStopped) {
    TextLimits limits;
    limits.growth = {.freeBytes = 1 << 20, .ratio = 50};
    std::string content;
    for (int i = 0; i < 100000; ++i)
        content += "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n";
    const Lines found = linesOf(test::gzipped(content), limits);
    EXPECT_NE(found.back().find("the packed file grows to more than 50 times its size"), std::string::npos) << found.back();
}

TEST_F(TextSourceTest, HeadIsTheBeginningOfTheText) {
    const auto source = TextSource::open(m_dir.write("f.txt", test::gzipped("\xEF\xBB\xBF>a\nACGT\n")));
    ASSERT_TRUE(source);
    EXPECT_EQ(source->head(), ">a\nACGT\n");
}

TEST_F(TextSourceTest, CountsBytesOfTheFileOnDisk) {
    const std::string packed = test::gzipped("ACGT\nACGT\n");
    auto source = TextSource::open(m_dir.write("f.txt", packed));
    ASSERT_TRUE(source);
    EXPECT_EQ(source->bytesTotal(), static_cast<std::int64_t>(packed.size()));
    while (!source->nextLine()->end)
        continue;
    EXPECT_EQ(source->bytesRead(), source->bytesTotal());
}

// The fast ways and nextLine in any order give the same text as nextLine alone, with the same numbers of lines.
TEST_F(TextSourceTest, FastWaysAgreeWithNextLine) {
    Random random(5);
    for (const char* const end : {"\n", "\r\n"}) {
        std::string content;
        while (content.size() < (std::size_t{3} << 18U)) {
            const std::uint32_t kind = random.below(40);
            const std::int64_t length = kind == 0 ? random.below(70) : 60;
            content += test::randomResidues(length, kind == 1 ? "AC >" : "ACGT", random());
            content += kind == 2 ? "\r" : kind == 3 ? "\n\n" : end;
        }
        std::string expected;
        const Lines lines = linesOf(content);
        for (const std::string& line : lines)
            expected += line;
        auto source = TextSource::open(m_dir.file("f.txt"));
        ASSERT_TRUE(source);
        std::string all;
        for (std::string_view text;;) {
            source->appendEvenLines(all, 60, '>');
            if (random.below(2) == 0 && source->nextBufferedLine(text)) {
                all += text;
                continue;
            }
            const auto line = source->nextLine();
            ASSERT_TRUE(line);
            if (line->end) break;
            all += line->text;
        }
        EXPECT_EQ(all, expected);
        EXPECT_EQ(source->lineNumber(), static_cast<std::int64_t>(lines.size()));
    }
}

TEST_F(TextSourceTest, EvenLinesEndWhereTheyAreNotEven) {
    TextLimits limits;
    limits.lineBytes = 10;
    const auto taken = [&](std::string_view content, std::string out = {}) {
        auto source = TextSource::open(m_dir.write("f.txt", content), limits);
        source->appendEvenLines(out, 4, '>');
        return fmt::format("{} {}", out, source->lineNumber());
    };
    EXPECT_EQ(taken("ACGT\nACGT\n"), "ACGTACGT 2");
    EXPECT_EQ(taken("ACGT\nACGT"), "ACGT 1");  // no line end: nextLine says what follows
    EXPECT_EQ(taken("ACGT\nACG\nACGT\n"), "ACGT 1");
    EXPECT_EQ(taken("ACGT\nACGTA\n"), "ACGT 1");
    EXPECT_EQ(taken("ACGT\n>CGT\n"), "ACGT 1");
    EXPECT_EQ(taken("AC>T\nAC T\n"), "AC>T 1");
    EXPECT_EQ(taken("ACGT\nACG\r\n"), "ACGT 1");
    EXPECT_EQ(taken("ACGT\r\nACGT\r\n"), " 0");
    EXPECT_EQ(taken(std::string_view("ACGT\nAC\0T\n", 10)), "ACGT 1");
    EXPECT_EQ(taken("ACGT\nACGT\n", "123"), "123ACGT 1");  // no more than 10 together
}

TEST_F(TextSourceTest, BufferedLinesKeepTheLimitAndFindNul) {
    TextLimits limits;
    limits.lineBytes = 3;
    std::string_view text;
    auto source = TextSource::open(m_dir.write("f.txt", "abc\nabcd\n"), limits);
    EXPECT_TRUE(source->nextBufferedLine(text));
    EXPECT_EQ(text, "abc");
    EXPECT_FALSE(source->nextBufferedLine(text));
    EXPECT_FALSE(source->nextLine());
    source = TextSource::open(m_dir.write("f.txt", std::string_view("abc\na\0c\n", 8)));
    EXPECT_TRUE(source->nextBufferedLine(text));
    EXPECT_FALSE(source->nextBufferedLine(text));
    EXPECT_EQ(source->nextLine().error().line, 2);
}

}  // namespace
}  // namespace strand
