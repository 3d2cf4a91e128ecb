#include "data/genbank_location.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

using Parts = std::vector<LocationPart>;

Parts partsOf(const char* text) { return parseLocation(text).value_or(Parts{{-1, -1, false}}); }

TEST(GenbankLocation, FormsOfTheFeatureTable) {
    EXPECT_EQ(partsOf("467"), (Parts{{467, 467, false}}));
    EXPECT_EQ(partsOf("340..565"), (Parts{{340, 565, false}}));
    EXPECT_EQ(partsOf("<345..>500"), (Parts{{345, 500, false}}));
    EXPECT_EQ(partsOf("join(12..78,134..202)"), (Parts{{12, 78, false}, {134, 202, false}}));
    EXPECT_EQ(partsOf("complement(34..126)"), (Parts{{34, 126, true}}));
    // 3.4.3: the two ways to write the same.
    EXPECT_EQ(partsOf("complement(join(2691..4571,4918..5163))"), partsOf("join(complement(4918..5163),complement(2691..4571))"));
    EXPECT_EQ(partsOf("102^103"), Parts{});
    EXPECT_EQ(partsOf("order(1..2,5..6)"), (Parts{{1, 2, false}, {5, 6, false}}));
}

TEST(GenbankLocation, OthersAreRefused) {
    for (const char* text : {"", "0", "5..3", "J00194.1:100..202", "one-of(1,3)..5", "join(1..2", "join()", "1..2x", "complement(1..2",
                             "1..", "99999999999999999999", "(1..2)"}) {
        const auto parts = parseLocation(text);
        ASSERT_FALSE(parts) << text;
        EXPECT_EQ(parts.error().english(), std::string("the location \"") + text +
                                               "\" is not understood; expected places such as 34..456, join(...) or complement(...)");
    }
    std::string deep;
    for (int i = 0; i < 100000; ++i)
        deep += "complement(";
    EXPECT_FALSE(parseLocation(deep));
}

TEST(GenbankLocation, ResiduesInReadingOrder) {
    EXPECT_EQ(residuesAt(partsOf("join(1..2,5..6)"), "ACGTNR", 100), "ACNR");
    EXPECT_EQ(residuesAt(partsOf("complement(1..6)"), "ACGTNR", 100), "YNACGT");
    EXPECT_EQ(residuesAt(partsOf("complement(join(1..2,4..5))"), "aacgu", 100), "acuu");
    EXPECT_EQ(residuesAt(partsOf("2..7"), "ACGT", 100).error().english(),
              "a feature ends at 7; expected at most 4, the length of the record");
    EXPECT_EQ(residuesAt(partsOf("join(1..4,1..4)"), "ACGT", 7).error().english(),
              "a feature of more than 7 residues; expected shorter features");
}

}  // namespace
}  // namespace strand
