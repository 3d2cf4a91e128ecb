#include "data/synthetic.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <stdexcept>

#include "data/alphabet.hpp"
#include "data/split.hpp"

namespace strand {
namespace {

std::string sorted(std::string text) {
    std::sort(text.begin(), text.end());
    return text;
}

/// Some window has the letters of the motif.
bool holdsLetters(const std::string& residues, const std::string& motif) {
    for (std::size_t i = 0; i + motif.size() <= residues.size(); ++i) {
        if (sorted(residues.substr(i, motif.size())) == sorted(motif)) return true;
    }
    return false;
}

TEST(PlantedMotif, Class1HoldsItAndClass0ItsLetters) {
    const Dataset dataset = makePlantedMotif({.count = 1000});
    ASSERT_EQ(dataset.sequences.size(), 1000U);
    EXPECT_EQ(dataset.classes, (std::vector<std::string>{"0", "1"}));
    EXPECT_EQ(dataset.sequences.front().id, "seq1");
    EXPECT_EQ(dataset.sequences.back().id, "seq1000");
    std::map<std::int32_t, int> classes;
    for (const Sequence& sequence : dataset.sequences) {
        ++classes[sequence.label];
        EXPECT_EQ(sequence.residues.size(), 41U);
        EXPECT_EQ(sequence.residues.find("TGACGTCA") != std::string::npos, sequence.label == 1) << sequence.residues;
        EXPECT_TRUE(holdsLetters(sequence.residues, "TGACGTCA"));
    }
    EXPECT_EQ(classes, (std::map<std::int32_t, int>{{0, 500}, {1, 500}}));
}

TEST(PlantedMotif, FurtherClassesHoldRotations) {
    const Dataset dataset = makePlantedMotif({.count = 90, .minLength = 20, .maxLength = 60, .classes = 3});
    for (const Sequence& sequence : dataset.sequences) {
        EXPECT_GE(sequence.residues.size(), 20U);
        EXPECT_LE(sequence.residues.size(), 60U);
        EXPECT_EQ(sequence.residues.find("TGACGTCA") != std::string::npos, sequence.label == 1);
        EXPECT_EQ(sequence.residues.find("GACGTCAT") != std::string::npos, sequence.label == 2);
    }
}

TEST(PlantedMotif, LengthsAndPlacesVary) {
    const Dataset dataset = makePlantedMotif({.count = 400, .minLength = 30, .maxLength = 50});
    std::map<std::size_t, int> lengths, places;
    for (const Sequence& sequence : dataset.sequences) {
        ++lengths[sequence.residues.size()];
        if (sequence.label == 1) ++places[sequence.residues.find("TGACGTCA")];
    }
    EXPECT_EQ(lengths.size(), 21U);
    EXPECT_EQ(lengths.begin()->first, 30U);
    EXPECT_GT(places.size(), 30U);
}

TEST(PlantedMotif, KindsUseTheirLetters) {
    for (const SequenceKind kind : {SequenceKind::Dna, SequenceKind::Rna, SequenceKind::Protein}) {
        const std::string_view core = alphabetOf(kind).core;
        for (const Sequence& sequence : makePlantedMotif({.kind = kind, .count = 50}).sequences) {
            EXPECT_EQ(sequence.residues.find_first_not_of(core), std::string::npos) << sequence.residues;
        }
    }
    EXPECT_NE(makePlantedMotif({.kind = SequenceKind::Rna, .count = 2}).sequences[1].residues.find("UGACGUCA"), std::string::npos);
}

TEST(PlantedMotif, SplitsAndRepeats) {
    const Dataset dataset = makePlantedMotif({.count = 200, .trainFraction = 0.7, .validationFraction = 0.2, .seed = 3});
    std::map<Split, int> splits;
    for (const Sequence& sequence : dataset.sequences)
        ++splits[sequence.split];
    EXPECT_EQ(splits, (std::map<Split, int>{{Split::Train, 140}, {Split::Validation, 40}, {Split::Test, 20}}));
    const std::string print = fingerprint(dataset);
    EXPECT_EQ(print, fingerprint(makePlantedMotif({.count = 200, .trainFraction = 0.7, .validationFraction = 0.2, .seed = 3})));
    EXPECT_NE(print, fingerprint(makePlantedMotif({.count = 200, .trainFraction = 0.7, .validationFraction = 0.2, .seed = 4})));
}

TEST(PlantedMotif, ShortSequencesGrowToTheMotif) {
    for (const Sequence& sequence : makePlantedMotif({.count = 10, .minLength = 2, .maxLength = 3}).sequences) {
        EXPECT_EQ(sequence.residues.size(), 8U);
    }
    EXPECT_EQ(makePlantedMotif({.count = 4, .motif = "AAAA"}).sequences.size(), 4U);  // no other order of its letters
    EXPECT_THROW((void)makePlantedMotif({.trainFraction = 1.5}), std::invalid_argument);
}

}  // namespace
}  // namespace strand
