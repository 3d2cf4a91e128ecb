#include "data/delimited_table.hpp"

#include <gtest/gtest.h>

#include "support/synthetic.hpp"

namespace strand {
namespace {

TEST(DelimitedTable, TheDelimiterIsTheOneThatDividesAllRowsAlike) {
    EXPECT_EQ(guessDelimiter("a;b,c;d\ne;f;g\nh;i,j,k;l\n", ",;", RowStyle::Csv), ';');
    EXPECT_EQ(guessDelimiter("\"a,b\"|c\n\"d\"|e\n", ",|", RowStyle::Csv), '|');
    EXPECT_EQ(guessDelimiter("no table\nat all\n", ",;\t", RowStyle::Csv), '\0');
}

TEST(DelimitedTable, CommasOfATextMakeNoTable) {
    EXPECT_TRUE(looksLikeTable("x\ty\nz\tw\n", "\t", RowStyle::Tsv));
    EXPECT_TRUE(looksLikeTable("ACGTACGTAC,1\nGGCCGGCCGG,0\nTTACGTAACC,1\nGGTTCCAAGG,0\n", ",", RowStyle::Csv));
    EXPECT_FALSE(looksLikeTable("Well, yes\nSo, no\n", ",", RowStyle::Csv));
}

TEST(DelimitedTable, NamesAndFirstRowsAreShown) {
    const auto look = lookAtTable("name,sequence,class\na,ACGT,1\nb,GG,0\n", ",;", RowStyle::Csv, {});
    ASSERT_TRUE(look);
    EXPECT_TRUE(look->headerRow);
    EXPECT_EQ(look->columns, (std::vector<std::string>{"name", "sequence", "class"}));
    EXPECT_EQ(look->rows.size(), 2U);
    EXPECT_EQ((std::array{look->id, look->sequence, look->label, look->split}), (std::array{0, 1, 2, -1}));
    const auto numbered = lookAtTable("ACGT,1\nGG,0\n", ",;", RowStyle::Csv, {});
    ASSERT_TRUE(numbered);
    EXPECT_FALSE(numbered->headerRow);
    EXPECT_EQ(numbered->columns, (std::vector<std::string>{"1", "2"}));
}

TEST(DelimitedTable, ASinkEndsTheReadingWithItsError) {
    const test::TempDir dir;
    auto source = TextSource::open(dir.write("t.csv", "sequence,label\nAC,1\nGG,0\nTT,1\n"));
    ASSERT_TRUE(source);
    const auto look = lookAtTable(source->head(), ",", RowStyle::Csv, {});
    int records = 0;
    const auto status = readTable(*source, *look, RowStyle::Csv, [&](SequenceRecord&&) -> SinkStatus {
        if (++records == 2) return fail(ErrorCode::Usage, {"enough"});
        return {};
    });
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().english(), "enough");
    EXPECT_EQ(records, 2);
}

}  // namespace
}  // namespace strand
