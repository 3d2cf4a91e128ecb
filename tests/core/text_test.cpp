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
    for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "fr_FR.utf8"}) found = found || std::setlocale(LC_ALL, name) != nullptr;
    if (!found) GTEST_SKIP() << "no locale with a decimal comma is installed";
    EXPECT_EQ(parseReal("0.5"), 0.5);
    std::setlocale(LC_ALL, "C");
}

}  // namespace
}  // namespace strand
