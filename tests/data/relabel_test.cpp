#include "data/relabel.hpp"

#include <gtest/gtest.h>

#include "support/synthetic.hpp"

namespace strand {
namespace {

std::vector<std::string> labelsOf(const Dataset& dataset) {
    std::vector<std::string> labels;
    for (const Sequence& sequence : dataset.sequences)
        labels.push_back(sequence.label == kNoLabel ? "-" : dataset.classes[static_cast<std::size_t>(sequence.label)]);
    return labels;
}

using Labels = std::vector<std::string>;

TEST(Relabel, ClassesKeepTheirOrderAndIdsFollow) {
    Dataset dataset = test::datasetOf({"A", "C", "G", "T"}, {0, 1, 2, 2}, {});
    ASSERT_TRUE(relabel(dataset, std::vector<std::int32_t>{3}, "-1"));
    EXPECT_EQ(dataset.classes, (Labels{"-1", "0", "1", "2"})) << "numbers by value";
    ASSERT_TRUE(relabel(dataset, std::vector<std::int32_t>{0, 2}, "1"));
    EXPECT_EQ(dataset.classes, (Labels{"-1", "1"})) << "no sequence has 0 or 2 any more";
    EXPECT_EQ(labelsOf(dataset), (Labels{"1", "1", "1", "-1"}));
    ASSERT_TRUE(relabel(dataset, std::vector<std::int32_t>{1}, ""));
    EXPECT_EQ(labelsOf(dataset), (Labels{"1", "-", "1", "-1"}));
}

TEST(Relabel, NamesThatNoExportKeepsAreRefused) {
    Dataset dataset = test::datasetOf({"A", "C"}, {0, 1}, {});
    for (const char* name : {"a|b", "a\tb", " a", "a\n", "\xFF"})
        EXPECT_FALSE(relabel(dataset, std::vector<std::int32_t>{0}, name)) << name;
    EXPECT_EQ(labelsOf(dataset), (Labels{"0", "1"}));
    EXPECT_TRUE(relabel(dataset, std::vector<std::int32_t>{0}, "two words"));
}

TEST(Relabel, OrdinalsAreChecked) {
    const Dataset dataset = test::datasetOf({"A", "C"}, {0, 1}, {});
    EXPECT_TRUE(checkOrdinals(dataset, std::vector<std::int32_t>{0, 1}));
    EXPECT_EQ(checkOrdinals(dataset, std::vector<std::int32_t>{1, 2}).error().english(), "there is no sequence 3");
    EXPECT_FALSE(checkOrdinals(dataset, std::vector<std::int32_t>{-1}));
}

TEST(Relabel, ContradictionsNeedTwoLabels) {
    Dataset dataset = test::datasetOf({"A", "A", "A"}, {0, 0, 1}, {});
    dataset.sequences[1].label = kNoLabel;
    EXPECT_FALSE(contradicts(dataset, std::vector<std::int64_t>{0, 1}));
    EXPECT_TRUE(contradicts(dataset, std::vector<std::int64_t>{1, 0, 2}));
    EXPECT_FALSE(contradicts(dataset, {}));
}

}  // namespace
}  // namespace strand
