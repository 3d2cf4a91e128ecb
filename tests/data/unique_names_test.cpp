#include "data/unique_names.hpp"

#include <gtest/gtest.h>

#include <set>

namespace strand {
namespace {

std::vector<std::string> uniqueNames(const std::vector<std::string>& names, std::vector<std::size_t> renamed) {
    Dataset dataset;
    for (const std::string& name : names)
        dataset.sequences.push_back({name, "A"});
    EXPECT_EQ(makeNamesUnique(dataset), renamed);
    std::vector<std::string> out;
    for (const Sequence& sequence : dataset.sequences)
        out.push_back(sequence.id);
    return out;
}

TEST(UniqueNames, FirstKeepsItsName) {
    EXPECT_EQ(uniqueNames({"a", "b", "c"}, {}), (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ(uniqueNames({"pos", "pos", "neg", "pos", "neg"}, {1, 3, 4}),
              (std::vector<std::string>{"pos", "pos_2", "neg", "pos_3", "neg_2"}));
}

TEST(UniqueNames, SuffixedNamesThatExistAreLeftAlone) {
    EXPECT_EQ(uniqueNames({"pos", "pos", "pos_2", "pos_3", "pos_2"}, {1, 4}),
              (std::vector<std::string>{"pos", "pos_4", "pos_2", "pos_3", "pos_2_2"}));
}

TEST(UniqueNames, AThousandOfTheSame) {
    Dataset dataset;
    for (int i = 0; i < 1000; ++i)
        dataset.sequences.push_back({"pos", "A"});
    EXPECT_EQ(makeNamesUnique(dataset).size(), 999U);
    std::set<std::string> names;
    for (const Sequence& sequence : dataset.sequences)
        names.insert(sequence.id);
    EXPECT_EQ(names.size(), 1000U);
}

}  // namespace
}  // namespace strand
