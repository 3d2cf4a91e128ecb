#include "data/split.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/random.hpp"
#include "support/synthetic.hpp"

namespace strand {
namespace {

using test::datasetOf;

/// Random residues; every `repeat`-th repeats an earlier sequence.
Dataset randomDataset(std::int64_t count, std::int32_t classes, std::uint32_t repeat, std::uint64_t seed) {
    Random random(seed);
    std::vector<std::string> residues;
    std::vector<std::int32_t> labels;
    for (std::int64_t i = 0; i < count; ++i) {
        const bool again = repeat > 0 && i > 0 && random.below(repeat) == 0;
        residues.push_back(again ? residues[random.below(static_cast<std::uint32_t>(i))] : test::randomResidues(20, "ACGT", random()));
        labels.push_back(static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(classes))));
    }
    return datasetOf(residues, labels);
}

std::map<std::string, std::set<Split>> partsOf(const Dataset& dataset) {
    std::map<std::string, std::set<Split>> parts;
    for (const Sequence& sequence : dataset.sequences)
        parts[sequence.residues].insert(sequence.split);
    return parts;
}

TEST(SplitByRatio, SizesAreExactAndStratified) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Dataset dataset = randomDataset(500 + static_cast<std::int64_t>(seed), 3, 0, seed);
        ASSERT_TRUE(splitByRatio(dataset, {0.7, 0.1, 0.2}, seed));
        const auto all = static_cast<double>(dataset.sequences.size());
        std::map<Split, int> sizes;
        std::map<std::pair<std::int32_t, Split>, int> cells;
        std::map<std::int32_t, int> classes;
        for (const Sequence& sequence : dataset.sequences) {
            ++sizes[sequence.split];
            ++cells[{sequence.label, sequence.split}];
            ++classes[sequence.label];
        }
        const std::map<Split, double> wanted{{Split::Train, 0.7}, {Split::Validation, 0.1}, {Split::Test, 0.2}};
        for (const auto& [split, fraction] : wanted) {
            EXPECT_LT(std::abs(sizes[split] - all * fraction), 1.0);
            for (const auto& [label, count] : classes)
                EXPECT_LT(std::abs(cells[{label, split}] - count * fraction), 2.0);
        }
    }
}

TEST(SplitByRatio, SeedDecides) {
    Dataset first = randomDataset(200, 2, 0, 1), second = first, third = first;
    ASSERT_TRUE(splitByRatio(first, {0.8, 0.1, 0.1}, 7));
    ASSERT_TRUE(splitByRatio(second, {0.8, 0.1, 0.1}, 7));
    ASSERT_TRUE(splitByRatio(third, {0.8, 0.1, 0.1}, 8));
    int different = 0;
    for (std::size_t i = 0; i < first.sequences.size(); ++i) {
        EXPECT_EQ(first.sequences[i].split, second.sequences[i].split);
        if (first.sequences[i].split != third.sequences[i].split) ++different;
    }
    EXPECT_GT(different, 20);
}

TEST(SplitByRatio, IdenticalResiduesStayTogetherWhereSizesAllow) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Dataset dataset = randomDataset(400, 2, 6, seed);
        ASSERT_TRUE(splitByRatio(dataset, {0.8, 0.1, 0.1}, seed));
        for (const auto& [residues, parts] : partsOf(dataset))
            EXPECT_EQ(parts.size(), 1U) << residues;
    }
}

TEST(SplitByRatio, SizesWinWhereEverythingIsIdentical) {
    Dataset dataset = datasetOf(std::vector<std::string>(10, "ACGT"));
    ASSERT_TRUE(splitByRatio(dataset, {0.8, 0.1, 0.1}, 1));
    std::map<Split, int> sizes;
    for (const Sequence& sequence : dataset.sequences)
        ++sizes[sequence.split];
    EXPECT_EQ(sizes, (std::map<Split, int>{{Split::Train, 8}, {Split::Validation, 1}, {Split::Test, 1}}));
}

TEST(SplitByRatio, FractionsAreChecked) {
    Dataset dataset = randomDataset(10, 2, 0, 1);
    for (const std::array<double, 3>& wrong : {std::array{0.8, 0.1, 0.2}, {1.1, -0.1, 0.0}, {0.5, 0.1, 0.1}, {std::nan(""), 0.5, 0.5}}) {
        const auto status = splitByRatio(dataset, wrong, 1);
        ASSERT_FALSE(status);
        EXPECT_EQ(status.error().code, ErrorCode::Usage);
    }
    EXPECT_EQ(splitByRatio(dataset, {0.8, 0.1, 0.2}, 1).error().english(),
              "train, validation and test fractions of 0.8, 0.1 and 0.2; expected numbers of at least 0 that sum to 1");
    EXPECT_TRUE(splitByRatio(dataset, {0.3333333, 0.3333333, 0.3333333}, 1));
    EXPECT_TRUE(splitByRatio(dataset, {1, 0, 0}, 1));
}

TEST(MakeRunSplit, GivenPartsAreTaken) {
    const Dataset dataset =
        datasetOf({"A", "C", "G", "T", "AA"}, {0, 1, 0, 1, 0}, {Split::Test, Split::Train, Split::Validation, Split::Train, Split::None});
    const auto split = makeRunSplit(dataset, 0.5, 1);
    ASSERT_TRUE(split);
    EXPECT_EQ(split->train, (std::vector<std::int64_t>{1, 3, 4}));  // no split counts as train
    EXPECT_EQ(split->validation, (std::vector<std::int64_t>{2}));
    EXPECT_EQ(split->test, (std::vector<std::int64_t>{0}));
}

TEST(MakeRunSplit, ValidationIsHeldOutOfTrain) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Dataset dataset = randomDataset(600, 2, 5, seed);
        for (std::size_t i = 0; i < dataset.sequences.size(); ++i)
            dataset.sequences[i].split = i % 6 == 0 ? Split::Test : Split::Train;
        const auto split = makeRunSplit(dataset, 0.1, seed);
        ASSERT_TRUE(split);
        EXPECT_EQ(split->test.size(), 100U);
        EXPECT_EQ(split->validation.size(), 50U);
        EXPECT_EQ(split->train.size(), 450U);
        std::vector<std::int64_t> all = split->train;
        all.insert(all.end(), split->validation.begin(), split->validation.end());
        all.insert(all.end(), split->test.begin(), split->test.end());
        std::sort(all.begin(), all.end());
        for (std::size_t i = 0; i < all.size(); ++i)
            ASSERT_EQ(all[i], static_cast<std::int64_t>(i));
        EXPECT_TRUE(std::is_sorted(split->train.begin(), split->train.end()));
        EXPECT_TRUE(std::is_sorted(split->validation.begin(), split->validation.end()));

        std::set<std::string> train;
        for (const std::int64_t i : split->train)
            train.insert(dataset.sequences[static_cast<std::size_t>(i)].residues);
        int positives = 0;
        for (const std::int64_t i : split->validation) {
            EXPECT_FALSE(train.contains(dataset.sequences[static_cast<std::size_t>(i)].residues));
            positives += dataset.sequences[static_cast<std::size_t>(i)].label;
        }
        EXPECT_NEAR(positives, 25, 4);
    }
}

TEST(MakeRunSplit, IdenticalResiduesAreNeverDivided) {
    Dataset dataset = datasetOf(std::vector<std::string>(10, "ACGT"));
    dataset.sequences.push_back({"other", "AAAA"});
    const auto split = makeRunSplit(dataset, 0.2, 1);
    ASSERT_TRUE(split);
    EXPECT_EQ(split->validation, (std::vector<std::int64_t>{10}));
    EXPECT_EQ(split->train.size(), 10U);
}

TEST(MakeRunSplit, SeedDecidesAndZeroHoldsNothingOut) {
    const Dataset dataset = randomDataset(100, 2, 0, 1);
    EXPECT_EQ(makeRunSplit(dataset, 0.2, 5)->validation, makeRunSplit(dataset, 0.2, 5)->validation);
    EXPECT_NE(makeRunSplit(dataset, 0.2, 5)->validation, makeRunSplit(dataset, 0.2, 6)->validation);
    EXPECT_TRUE(makeRunSplit(dataset, 0, 5)->validation.empty());
}

TEST(MakeRunSplit, WhatIsLeftOutIsInNoPart) {
    const Dataset dataset = datasetOf({"A", "C", "G", "T"}, {}, {Split::Test, Split::Excluded, Split::Validation, Split::Train});
    const auto split = makeRunSplit(dataset, 0.5, 1);
    ASSERT_TRUE(split);
    EXPECT_EQ(split->train, (std::vector<std::int64_t>{3}));
    EXPECT_EQ(split->test, (std::vector<std::int64_t>{0}));
}

TEST(MakeFoldSplit, FoldsTakeTurns) {
    Dataset dataset = datasetOf({"A", "C", "G", "T", "AA", "CC"});
    for (std::size_t i = 0; i < 6; ++i)
        dataset.sequences[i].fold = static_cast<std::int32_t>(i % 3) + 1;
    dataset.sequences[5].fold = 0;
    dataset.sequences[4].split = Split::Excluded;
    const auto third = makeFoldSplit(dataset, 3, 0.1, 1);
    ASSERT_TRUE(third);
    EXPECT_EQ(third->test, (std::vector<std::int64_t>{2}));
    EXPECT_EQ(third->validation, (std::vector<std::int64_t>{0, 3}));
    EXPECT_EQ(third->train, (std::vector<std::int64_t>{1}));
    EXPECT_EQ(makeFoldSplit(dataset, 4, 0.1, 1).error().english(),
              "there is no fold 4 of dataset \"given\"; expected a number from 1 to 3");
    EXPECT_EQ(makeFoldSplit(datasetOf({"A"}), 1, 0.1, 1).error().english(), "dataset \"given\" has no folds");
}

TEST(MakeFoldSplit, OfTwoFoldsValidationIsHeldOut) {
    Dataset dataset = randomDataset(200, 2, 0, 1);
    for (std::size_t i = 0; i < 200; ++i)
        dataset.sequences[i].fold = static_cast<std::int32_t>(i % 2) + 1;
    const auto split = makeFoldSplit(dataset, 1, 0.1, 1);
    ASSERT_TRUE(split);
    EXPECT_EQ(split->test.size(), 100U);
    EXPECT_EQ(split->validation.size(), 10U);
    EXPECT_EQ(split->train.size(), 90U);
}

TEST(MakeRunSplit, Errors) {
    const Dataset dataset = datasetOf({"A", "C"}, {0, 1}, {Split::Test, Split::Validation});
    EXPECT_EQ(makeRunSplit(dataset, 0.1, 1).error().english(), "dataset \"given\" has no sequence to train on; expected a train part");
    EXPECT_EQ(makeRunSplit(dataset, 1.0, 1).error().english(), "a validation fraction of 1; expected a number of at least 0 and below 1");
    EXPECT_EQ(makeRunSplit(dataset, -0.1, 1).error().code, ErrorCode::Usage);
}

}  // namespace
}  // namespace strand
