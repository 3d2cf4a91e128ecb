#include "data/column_guess.hpp"

#include <gtest/gtest.h>

#include "support/synthetic.hpp"

namespace strand {
namespace {

using Rows = std::vector<std::vector<std::string>>;

/// "sequence label split id joined" of a table.
std::string roles(const std::vector<std::string>& columns, const Rows& rows, bool headerRow = true, const ReadOptions& options = {}) {
    TableLook look;
    look.headerRow = headerRow;
    look.columns = columns;
    const auto found = findColumns(look, rows, options);
    if (!found) return found.error().english();
    return fmt::format("{} {} {} {} {}", look.sequence, look.label, look.split, look.id, look.joined);
}

TEST(ColumnGuess, NamesComeFirst) {
    EXPECT_EQ(roles({"id", "sequence", "label", "split"}, {{"a", "ACGT", "1", "train"}, {"b", "AC", "0", "test"}}), "1 2 3 0 1");
    EXPECT_EQ(roles({"Protein Sequence", "Class"}, {{"MK", "x"}, {"MV", "y"}}), "0 1 -1 -1 1");
    EXPECT_EQ(roles({"seq_id", "seq", "note"}, {{"a", "AC", "a long remark"}, {"b", "GT", "another one"}, {"c", "GG", "and more"}}),
              "1 -1 -1 0 1");
    // A column called "set" that holds something else.
    EXPECT_EQ(roles({"text", "set"}, {{"good one", "red"}, {"bad one", "blue"}}), "0 1 -1 -1 1");
}

TEST(ColumnGuess, ContentComesNext) {
    EXPECT_EQ(
        roles({"1", "2", "3"}, {{"+", "S10", "tactag"}, {"+", "AMPC", "tgctat"}, {"-", "X1", "ccgtaa"}, {"-", "X2", "aacgta"}}, false),
        "2 0 -1 1 1");
    EXPECT_EQ(roles({"1", "2"}, {{"ham", "Go until jurong"}, {"ham", "Ok lar"}, {"spam", "Free entry"}}, false), "1 0 -1 -1 1");
    EXPECT_EQ(roles({"a", "b", "c"}, {{"train", "ACGTACGT", "0.1"}, {"test", "AACCGGTT", "0.7"}, {"test", "AACCGGTA", "0.9"}}),
              "1 -1 0 2 1");
}

TEST(ColumnGuess, AColumnABase) {
    std::vector<std::string> columns{"name"}, row{"a"};
    for (int i = 0; i < 10; ++i) {
        columns.push_back(fmt::format("p{}", i));
        row.push_back(std::string(1, "ACGT"[i % 4]));
    }
    columns.emplace_back("class");
    row.emplace_back("N");
    EXPECT_EQ(roles(columns, {row, row}), "1 11 -1 0 10");
}

TEST(ColumnGuess, ChoicesAreKept) {
    const Rows rows{{"ACGT", "1"}, {"GG", "0"}};
    EXPECT_EQ(roles({"sequence", "label"}, rows, true, {.sequenceColumn = "label", .labelColumn = "1"}), "1 0 -1 -1 1");
    EXPECT_EQ(roles({"sequence", "label"}, rows, true, {.labelColumn = ""}), "0 -1 -1 1 1");
    EXPECT_EQ(roles({"sequence", "label"}, rows, true, {.splitColumn = "3"}),
              "no column is called \"3\"; expected one of sequence, label, or a number from 1 to 2");
    EXPECT_EQ(roles({"2", "1"}, rows, true, {.sequenceColumn = "1", .labelColumn = "LABEL"}),
              "no column is called \"LABEL\"; expected one of 2, 1, or a number from 1 to 2");
}

TEST(HeaderRow, NamesAndDifferentKinds) {
    EXPECT_TRUE(hasHeaderRow({{"sequence", "label"}, {"ACGT", "1"}}));
    EXPECT_TRUE(hasHeaderRow({{"x", "state"}, {"ACGT", "1"}, {"GG", "0"}}));
    EXPECT_TRUE(hasHeaderRow({{"site", "state"}, {"ACGTACGT", "a"}, {"GGCCAATT", "b"}}));
    EXPECT_FALSE(hasHeaderRow({{"ham", "Go until"}, {"spam", "Free entry"}}));
    EXPECT_FALSE(hasHeaderRow({{"ACGT", "1"}, {"GG", "0"}}));
    EXPECT_FALSE(hasHeaderRow({{"text", "a"}, {"text", "b"}}));
    EXPECT_FALSE(hasHeaderRow({}));
}

TEST(SequenceName, UsualOnes) {
    for (const char* name : {"sequence", "Seq", "dna sequence", "aa_seq", "text"})
        EXPECT_TRUE(isSequenceName(name)) << name;
    for (const char* name : {"label", "id", "", "sequel"})
        EXPECT_FALSE(isSequenceName(name)) << name;
}

}  // namespace
}  // namespace strand
