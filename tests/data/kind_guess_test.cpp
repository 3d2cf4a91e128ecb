#include "data/kind_guess.hpp"

#include <gtest/gtest.h>

#include "support/synthetic.hpp"

namespace strand {
namespace {

SequenceKind guess(const std::vector<std::string>& sequences) {
    KindGuess counts;
    for (const std::string& sequence : sequences)
        counts.add(sequence);
    return counts.kind();
}

TEST(KindGuess, NucleotidesAndProteins) {
    EXPECT_EQ(guess({"ACGTACGTNN"}), SequenceKind::Dna);
    EXPECT_EQ(guess({"acgtacgt"}), SequenceKind::Dna);
    EXPECT_EQ(guess({"ACGURYSWKM"}), SequenceKind::Rna);
    EXPECT_EQ(guess({"GLRRLFADQLVGRRNI", "ATCDLLSKWNWNHTACAGHCIAKGFKGGYCNDKAVCVCRN"}), SequenceKind::Protein);
    EXPECT_EQ(guess({test::randomResidues(5000, "ACDEFGHIKLMNPQRSTVWY", 1)}), SequenceKind::Protein);
}

TEST(KindGuess, SmallAlphabetsAreDna) {
    EXPECT_EQ(guess({"AAAA"}), SequenceKind::Dna);
    EXPECT_EQ(guess({"MAVK"}), SequenceKind::Dna);  // all of them are nucleotide codes
    EXPECT_EQ(guess({}), SequenceKind::Dna);
}

TEST(KindGuess, AFewBadCharactersDoNotMakeAProtein) {
    EXPECT_EQ(guess({"ACGTACGTACGTEACGTQ"}), SequenceKind::Dna);
    EXPECT_EQ(guess({"ACGU1ACGU2@"}), SequenceKind::Rna);
    EXPECT_EQ(guess({"ACGT-ACGT--...-----------"}), SequenceKind::Dna);
}

TEST(KindGuess, MixedBasesGoWithTheMajority) {
    EXPECT_EQ(guess({"ACGUUUT"}), SequenceKind::Rna);
    EXPECT_EQ(guess({"ACGTTTU"}), SequenceKind::Dna);
}

TEST(KindGuess, BlanksMakeAText) {
    EXPECT_EQ(guess({"Free entry in 2 a wkly comp to win FA Cup final"}), SequenceKind::Text);
    EXPECT_EQ(guess({"Ok lar...", "U dun say so early hor"}), SequenceKind::Text);
}

}  // namespace
}  // namespace strand
