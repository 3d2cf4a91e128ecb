#include "data/word_index.hpp"

#include <gtest/gtest.h>

#include "support/synthetic.hpp"

namespace strand::detail {
namespace {

using Found = std::vector<std::uint32_t>;

class WordIndexTest : public ::testing::Test {
protected:
    /// Representatives from `first` on with at least `least` words in common with `residues`.
    Found with(std::string_view residues, std::uint32_t least, std::uint32_t first = 0) {
        m_common.clear(m_index.size());
        m_index.count(m_index.wordsOf(residues), m_common, first);
        return m_common.select([least](std::uint32_t, std::uint32_t count) { return count >= least; });
    }
    ResidueCodes m_codes{SequenceKind::Dna};
    WordIndex m_index{m_codes, 3};
    CommonWords m_common;
};

TEST_F(WordIndexTest, WordsAreSortedWithTheirNumber) {
    EXPECT_EQ(m_index.wordsOf("AAAACAAA"), (WordList{{0, 3}, {1, 1}, {4, 1}, {16, 1}}));
    EXPECT_TRUE(m_index.wordsOf("AC").empty());
}

TEST_F(WordIndexTest, MostInCommonComesFirst) {
    for (const char* residues : {"GGGTTT", "ACGTAC", "ACGTGG"})
        m_index.add(residues);
    EXPECT_EQ(with("ACGTGA", 1), (Found{2, 1}));
    EXPECT_EQ(with("ACGTGA", 3), (Found{2}));
    EXPECT_EQ(with("CCCCCC", 1), Found());
}

TEST_F(WordIndexTest, AWordCountsNoOftenerThanBothHaveIt) {
    m_index.add("AAAAAAAA");
    EXPECT_EQ(with("AAAA", 2), (Found{0}));
    EXPECT_EQ(with("AAAA", 3), Found());
}

// The same answers whether representatives are in the sorted part or in the lists of those added since.
TEST_F(WordIndexTest, SortingChangesNothing) {
    std::vector<std::string> all;
    for (std::uint64_t i = 0; i < 40; ++i)
        all.push_back(test::randomResidues(30, "ACGT", i));
    WordIndex unsorted(m_codes, 3);
    for (std::size_t i = 0; i < all.size(); ++i) {
        m_index.add(all[i]);
        unsorted.add(all[i]);
        if (i % 10 == 6) m_index.build();
    }
    CommonWords common;
    for (const std::string& residues : all) {
        common.clear(unsorted.size());
        unsorted.count(unsorted.wordsOf(residues), common);
        EXPECT_EQ(with(residues, 4), common.select([](std::uint32_t, std::uint32_t count) { return count >= 4; }));
    }
}

TEST_F(WordIndexTest, OnlyTheNewOnesWhereAskedFor) {
    for (const char* residues : {"ACGTAC", "ACGTGG", "ACGTTT"})
        m_index.add(residues);
    EXPECT_EQ(with("ACGT", 1, 1), (Found{1, 2}));
    EXPECT_EQ(with("ACGT", 1, 3), Found());
}

}  // namespace
}  // namespace strand::detail
