#include <gtest/gtest.h>

#include <set>

#include "data/split.hpp"
#include "support/synthetic.hpp"

namespace strand {
namespace {

TEST(Fingerprint, IsStable) {
    // Stored in projects: must not change from version to version.
    EXPECT_EQ(fingerprint(Dataset{}), "95cc0fd239150f9b");
    EXPECT_EQ(fingerprint(test::datasetOf({"ACGT", "GG"}, {0, 1}, {Split::Train, Split::Test})), "409cefcb8d42da97");
}

TEST(Fingerprint, EveryPartOfTheDataMatters) {
    const Dataset base = test::datasetOf({"ACGT", "GG"}, {0, 1}, {Split::Train, Split::Test});
    std::vector<Dataset> variants(9, base);
    variants[1].sequences[0].id = "other";
    variants[2].sequences[0].residues = "ACGA";
    variants[3].sequences[0].label = 1;
    variants[4].sequences[0].split = Split::Validation;
    variants[5].classes[0] = "no";
    variants[6].kind = SequenceKind::Rna;
    std::swap(variants[7].sequences[0], variants[7].sequences[1]);
    variants[8].sequences[0].id = "seq1A";
    variants[8].sequences[0].residues = "CGT";
    std::set<std::string> prints;
    for (const Dataset& variant : variants)
        prints.insert(fingerprint(variant));
    EXPECT_EQ(prints.size(), variants.size());
    for (const std::string& print : prints)
        EXPECT_EQ(print.size(), 16U);
}

TEST(Fingerprint, TheNameIsNoData) {
    Dataset named = test::tinyDataset(), renamed = named;
    renamed.name = "other";
    EXPECT_EQ(fingerprint(named), fingerprint(renamed));
}

}  // namespace
}  // namespace strand
