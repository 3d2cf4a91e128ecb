#include "data/logo.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/synthetic.hpp"

namespace strand {
namespace {

using test::datasetOf;

// Schneider & Stephens 1990: R = log2 S - (H + e), e = (S - 1) / (2 ln2 n).
TEST(Logo, InformationByTheFormula) {
    std::vector<std::string> residues;
    for (int i = 0; i < 40; ++i)
        residues.push_back(std::string("A") + (i % 2 == 0 ? "C" : "G") + "ACGT"[i % 4] + (i < 10 ? "T" : "N"));
    const SequenceLogo logo = makeLogo(datasetOf(residues));
    EXPECT_EQ(logo.letters, "ACGT");
    ASSERT_EQ(logo.information.size(), 4U);
    const double few = 3 / (2 * std::log(2.0) * 40);
    EXPECT_DOUBLE_EQ(logo.information[0], 2 - few);
    EXPECT_DOUBLE_EQ(logo.information[1], 1 - few);
    EXPECT_DOUBLE_EQ(logo.information[2], 0);  // less than what so few sequences say by chance
    EXPECT_DOUBLE_EQ(logo.information[3], 2 - 3 / (2 * std::log(2.0) * 10));
    EXPECT_EQ(logo.counted, (std::vector<std::int64_t>{40, 40, 40, 10}));
    EXPECT_DOUBLE_EQ(logo.height(1, 1), (1 - few) / 2);
    EXPECT_EQ(logo.frequency[0], (std::vector<double>{1, 0, 0, 0}));
}

TEST(Logo, OfAClassAndOfProteins) {
    Dataset dataset = datasetOf({"ACD", "ACE", "WWW"}, {0, 0, 1});
    dataset.kind = SequenceKind::Protein;
    const SequenceLogo logo = makeLogo(dataset, 0);
    EXPECT_EQ(logo.letters.size(), 20U);
    EXPECT_EQ(logo.counted[0], 2);
    EXPECT_EQ(logo.frequency[2][3], 0.5);  // E
    EXPECT_DOUBLE_EQ(makeLogo(datasetOf(std::vector<std::string>(1000, "A"))).information[0], 2 - 3 / (2 * std::log(2.0) * 1000));
}

TEST(Logo, NeedsOneLength) {
    EXPECT_TRUE(makeLogo(datasetOf({"AC", "A"})).information.empty());
    EXPECT_EQ(commonLength(datasetOf({"AC", "A", "GT"}, {}, {Split::Train, Split::Excluded, Split::Test})), 2);
    Dataset text = datasetOf({"ab", "cd"});
    text.kind = SequenceKind::Text;
    EXPECT_EQ(commonLength(text), 0);
    EXPECT_TRUE(makeLogo(Dataset{}).information.empty());
}

}  // namespace
}  // namespace strand
