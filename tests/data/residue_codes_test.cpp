#include "data/residue_codes.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/random.hpp"
#include "support/synthetic.hpp"

namespace strand::detail {
namespace {

TEST(ResidueCodes, ScoresAreThoseOfTheTable) {
    const ResidueCodes protein(SequenceKind::Protein);
    const auto score = [&](char a, char b) { return protein.score(protein[a], protein[b]); };
    EXPECT_EQ(protein.base(), 20);
    EXPECT_EQ(score('W', 'W'), 11);
    EXPECT_EQ(score('I', 'L'), 2);
    EXPECT_EQ(score('L', 'I'), 2);
    EXPECT_EQ(score('C', 'E'), -4);
    EXPECT_EQ(protein['X'], protein.base());
    EXPECT_EQ(score('X', 'X'), -1) << "an unknown residue matches nothing";
    const ResidueCodes dna(SequenceKind::Dna);
    EXPECT_EQ(dna.base(), 4);
    EXPECT_EQ(dna.score(dna['A'], dna['A']), 2);
    EXPECT_EQ(dna.score(dna['A'], dna['N']), -2);
}

TEST(ResidueCodes, EveryWordOfKnownResiduesComesOnce) {
    const ResidueCodes dna(SequenceKind::Dna);
    std::vector<std::pair<std::uint32_t, std::size_t>> words;
    forEachWord("ACGNTTA", dna, 2, [&](std::uint32_t word, std::size_t begin) { words.emplace_back(word, begin); });
    // A C G T are 0 1 2 3.
    EXPECT_EQ(words, (std::vector<std::pair<std::uint32_t, std::size_t>>{{1, 0}, {6, 1}, {15, 4}, {12, 5}}));
    EXPECT_EQ(wordCount(20, 3), 8000U);
}

// Sequences with exactly the mismatches that the identity allows, at random places: hardly any has fewer words in common than the bound.
TEST(CommonWordBound, HoldsForRandomMismatches) {
    constexpr std::size_t kLength = 200;
    for (const auto& [identity, k] : std::vector<std::pair<double, unsigned>>{{0.9, 5}, {0.7, 4}, {0.5, 2}}) {
        const CommonWordBound bound(kLength, identity, k);
        const auto mismatches = static_cast<std::size_t>(kLength * (1 - identity) + 0.5);
        Random random(3);
        int below = 0;
        for (int round = 0; round < 300; ++round) {
            std::vector<char> differs(kLength);
            for (std::size_t left = mismatches; left > 0;) {
                char& place = differs[random.below(kLength)];
                left -= place == 0 ? 1 : 0;
                place = 1;
            }
            int common = 0;
            for (std::size_t i = 0; i + k <= kLength; ++i)
                common += std::count(differs.begin() + static_cast<std::ptrdiff_t>(i), differs.begin() + static_cast<std::ptrdiff_t>(i + k),
                                     1) == 0
                              ? 1
                              : 0;
            below += common < bound.least(0) ? 1 : 0;
        }
        EXPECT_LE(below, 15) << identity << ": five in a hundred";
        EXPECT_GT(bound.least(0), 0) << identity;
        EXPECT_LE(bound.least(0), bound.least(0.2)) << "words in common by chance are expected too";
    }
}

TEST(CommonWordBound, IsCertainWhereFewMismatchesAreAllowed) {
    EXPECT_DOUBLE_EQ(CommonWordBound(100, 1, 5).least(0), 96);
    EXPECT_DOUBLE_EQ(CommonWordBound(100, 0.98, 5).least(0), 86);
    EXPECT_DOUBLE_EQ(CommonWordBound(3, 0.9, 5).least(0), 0) << "shorter than a word";
}

}  // namespace
}  // namespace strand::detail
