#include "core/text.hpp"

#include <gtest/gtest.h>

#include <clocale>

namespace strand {
namespace {

TEST(Text, TrimsBothSides) {
    EXPECT_EQ(trimmed(" \t a b \r\n"), "a b");
    EXPECT_EQ(trimmed(" \t "), "");
    EXPECT_EQ(trimmed(""), "");
}

TEST(Text, LowerCaseLeavesOtherBytes) { EXPECT_EQ(lowerCase("AbZ[\xC3\x84"), "abz[\xC3\x84"); }

TEST(Text, SplitKeepsEmptyPieces) {
    EXPECT_EQ(splitText("a,,b", ','), (std::vector<std::string_view>{"a", "", "b"}));
    EXPECT_EQ(splitText("", ','), (std::vector<std::string_view>{""}));
    EXPECT_EQ(splitText("a,", ','), (std::vector<std::string_view>{"a", ""}));
}

TEST(Text, JoinsEqualNeighbours) {
    const std::vector<std::string> items{"a", "a", "b"};
    EXPECT_EQ(joined(items, ", "), "a, a, b");
    EXPECT_EQ(joined({}, ", "), "");
}

TEST(Text, Utf8IsCheckedByTheTable) {
    for (const char* good :
         {"", "ACGT", "\xC3\xA9", "\xE4\xB8\xAD", "\xF0\x9F\xA7\xAC", "\xF4\x8F\xBF\xBF", "plain text of more than eight \xC3\xA9"}) {
        EXPECT_TRUE(isUtf8(good)) << good;
    }
    for (const char* bad : {"\x80", "\xC3", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80",
                            "\xF5\x80\x80\x80", "\xE4\xB8", "\xE4\xB8g", "plain text of more than eight \xE9"}) {
        EXPECT_FALSE(isUtf8(bad)) << printable(bad);
    }
    EXPECT_EQ(utf8Length("\xE4\xB8\xAD..."), 3U);
    EXPECT_EQ(utf8Length("\xFF"), 0U);
    EXPECT_EQ(utf8Length(""), 0U);
}

TEST(Text, Latin1BecomesUtf8) {
    EXPECT_EQ(latin1ToUtf8("caf\xE9\xFF"), "caf\xC3\xA9\xC3\xBF");
    std::string all;
    for (int byte = 0; byte < 256; ++byte)
        all += static_cast<char>(byte);
    EXPECT_TRUE(isUtf8(latin1ToUtf8(all)));
}

TEST(Text, PrintableEscapesAndCuts) {
    EXPECT_EQ(printable("a\tb\x7F\xE9\xC3\xA9"), "a\\x09b\\x7F\\xE9\xC3\xA9");
    EXPECT_EQ(printable("0123456789", 10), "0123456789");
    EXPECT_EQ(printable("0123456789A", 10), "0123456789...");
    EXPECT_EQ(printable("012345678\xC3\xA9", 10), "012345678...");  // never in the middle of a character
}

TEST(Text, NumbersMustBeWhole) {
    EXPECT_EQ(parseInteger("-12"), -12);
    EXPECT_EQ(parseInteger("+12"), 12);
    EXPECT_FALSE(parseInteger("12 "));
    EXPECT_FALSE(parseInteger("1e3"));
    EXPECT_FALSE(parseInteger("+-1"));
    EXPECT_FALSE(parseInteger(""));
    EXPECT_FALSE(parseInteger("9223372036854775808"));
    EXPECT_EQ(parseReal("1e-3"), 1e-3);
    EXPECT_EQ(parseReal("+.5"), 0.5);
    EXPECT_FALSE(parseReal("0,5"));
    EXPECT_FALSE(parseReal("nan"));
    EXPECT_FALSE(parseReal("inf"));
    EXPECT_FALSE(parseReal("1e999"));
}

TEST(Text, NumbersDoNotDependOnTheLocale) {
    bool found = false;
    for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "fr_FR.utf8"})
        found = found || std::setlocale(LC_ALL, name) != nullptr;
    if (!found) GTEST_SKIP() << "no locale with a decimal comma is installed";
    EXPECT_EQ(parseReal("0.5"), 0.5);
    std::setlocale(LC_ALL, "C");
}

}  // namespace
}  // namespace strand
