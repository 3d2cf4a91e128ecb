#include "data/dataset_step.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/random.hpp"
#include "data/clusters.hpp"
#include "data/groups.hpp"
#include "support/synthetic.hpp"

namespace strand {
namespace {

using test::datasetOf;

/// Families of DNA sequences that differ in 4 of 100 residues, labels in turn, all train.
Dataset families(std::int64_t count, std::uint64_t seed) {
    Random random(seed);
    std::vector<std::string> residues;
    while (static_cast<std::int64_t>(residues.size()) < count) {
        const std::string root = test::randomResidues(100, "ACGT", random());
        for (std::uint32_t k = 1 + random.below(5); k > 0; --k) {
            std::string member = root;
            for (const std::size_t at : {10U, 35U, 60U, 85U})
                member[at + random.below(10)] = "ACGT"[random.below(4)];
            residues.push_back(member);
        }
    }
    std::vector<std::int32_t> labels(residues.size());
    for (std::int32_t& label : labels)
        label = static_cast<std::int32_t>(random.below(2));
    return datasetOf(residues, labels, std::vector<Split>(residues.size(), Split::Train));
}

std::vector<Split> splitsOf(const Dataset& dataset) {
    std::vector<Split> splits;
    for (const Sequence& sequence : dataset.sequences)
        splits.push_back(sequence.split);
    return splits;
}

constexpr auto X = Split::Excluded, R = Split::Train, V = Split::Validation, T = Split::Test;

TEST(RatioStep, ClustersNeverCrossParts) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        Dataset dataset = families(300, seed);
        const auto step = runStep(dataset, RatioStep{.ratio = {0.7, 0.1, 0.2}, .seed = seed, .identity = 0.85});
        ASSERT_TRUE(step);
        EXPECT_EQ(step->options, (TextValues{{"identity", "0.85"}, {"ratio", "0.7,0.1,0.2"}, {"seed", std::to_string(seed)}}));
        const auto pool = usedSequences(dataset);
        const auto clusters = clusterSequences(dataset, pool, {.identity = 0.85});
        EXPECT_EQ(step->summary.at("clusters"), std::to_string(clusters->representatives.size()));
        EXPECT_LT(clusters->representatives.size(), pool.size() / 2);
        std::map<std::int32_t, std::set<Split>> parts;
        for (std::size_t i = 0; i < pool.size(); ++i)
            parts[clusters->cluster[i]].insert(dataset.sequences[i].split);
        EXPECT_TRUE(std::ranges::all_of(parts, [](const auto& part) { return part.second.size() == 1; }));
        EXPECT_NEAR(static_cast<double>(std::ranges::count(splitsOf(dataset), T)), 0.2 * static_cast<double>(pool.size()), 5);
    }
}

TEST(RatioStep, WhatIsLeftOutStaysOut) {
    Dataset dataset = datasetOf({"A", "C", "G", "T"}, {}, {X, R, R, R});
    ASSERT_TRUE(runStep(dataset, RatioStep{.ratio = {0, 0, 1}}));
    EXPECT_EQ(splitsOf(dataset), (std::vector{X, T, T, T}));
}

TEST(FoldStep, FoldsAreDisjointCompleteAndStratified) {
    for (const std::int64_t folds : {2, 5, 10}) {
        Dataset dataset = families(400, static_cast<std::uint64_t>(folds));
        dataset.sequences[7].split = X;
        ASSERT_TRUE(runStep(dataset, FoldStep{.folds = folds, .seed = 3}));
        std::map<std::int32_t, int> sizes;
        std::map<std::pair<std::int32_t, std::int32_t>, int> classes;
        for (std::size_t i = 0; i < dataset.sequences.size(); ++i) {
            const Sequence& sequence = dataset.sequences[i];
            EXPECT_EQ(sequence.fold == 0, i == 7);
            if (i == 7) continue;
            ++sizes[sequence.fold];
            ++classes[{sequence.label, sequence.fold}];
        }
        ASSERT_EQ(static_cast<std::int64_t>(sizes.size()), folds);
        EXPECT_EQ(sizes.begin()->first, 1);
        EXPECT_EQ(sizes.rbegin()->first, folds);
        const double each = static_cast<double>(dataset.sequences.size() - 1) / static_cast<double>(folds);
        for (const auto& [fold, size] : sizes)
            EXPECT_NEAR(size, each, 2);
        for (const std::int32_t label : {0, 1}) {
            for (const auto& [fold, size] : sizes)
                EXPECT_LE(std::abs(classes[{label, fold}] - classes[{label, 1}]), 2);
        }
    }
}

TEST(FoldStep, MoreFoldsThanGroupsAreRefused) {
    Dataset dataset = test::datasetOf({"ACGTACGTACGTACGTACGT", "ACGTACGTACGTACGTACGT", "ACGTACGTACGTACGTACGT", "TTTTTTTTTTGGGGGGGGGG"},
                                      {0, 1, 0, 1}, {Split::None, Split::None, Split::None, Split::None});
    dataset.classes = {"neg", "pos"};
    const auto refused = runStep(dataset, FoldStep{.folds = 3, .identity = 0.8});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().english().find("3 folds of 2 groups"), std::string::npos) << refused.error().english();
    EXPECT_EQ(dataset.sequences[0].fold, 0);
}

TEST(FoldStep, CopiesAndClustersAreInOneFoldAndTestCanStay) {
    Dataset dataset = families(200, 4);
    dataset.sequences[1].residues = dataset.sequences[0].residues;
    for (std::size_t i = 100; i < dataset.sequences.size(); ++i)
        dataset.sequences[i].split = T;
    ASSERT_TRUE(runStep(dataset, FoldStep{.folds = 4, .keepTest = true}));
    EXPECT_EQ(dataset.sequences[0].fold, dataset.sequences[1].fold);
    for (std::size_t i = 0; i < dataset.sequences.size(); ++i)
        EXPECT_EQ(dataset.sequences[i].fold == 0, i >= 100);
    ASSERT_TRUE(runStep(dataset, FoldStep{.folds = 4, .identity = 0.85}));
    const auto clusters = clusterSequences(dataset, usedSequences(dataset), {.identity = 0.85});
    std::map<std::int32_t, std::set<std::int32_t>> folds;
    for (std::size_t i = 0; i < dataset.sequences.size(); ++i)
        folds[clusters->cluster[i]].insert(dataset.sequences[i].fold);
    EXPECT_TRUE(std::ranges::all_of(folds, [](const auto& fold) { return fold.second.size() == 1 && !fold.second.contains(0); }));
    EXPECT_EQ(runStep(dataset, FoldStep{.folds = 1}).error().code, ErrorCode::Usage);
    EXPECT_EQ(runStep(dataset, FoldStep{.folds = 101}).error().english(),
              "101 folds of " + std::to_string(dataset.sequences.size()) + " sequences; expected a number from 2 to 100");
}

TEST(DuplicateStep, KeepsTheOneHeldOutMost) {
    Dataset dataset = datasetOf({"A", "A", "C", "C", "G", "G", "G", "T"}, {}, {R, T, R, R, V, X, V, R});
    const auto step = runStep(dataset, DuplicateStep{});
    ASSERT_TRUE(step);
    EXPECT_EQ(splitsOf(dataset), (std::vector{X, T, R, X, V, X, X, R}));
    EXPECT_EQ(step->summary.at("excluded"), "3");
}

TEST(DuplicateStep, LeaksAreThoseInAnotherPart) {
    Dataset dataset = datasetOf({"A", "A", "A", "C", "C", "G", "G", "T"}, {}, {R, V, T, R, R, Split::None, V, R});
    ASSERT_TRUE(runStep(dataset, DuplicateStep{.leaveOut = LeaveOut::Leaks}));
    EXPECT_EQ(splitsOf(dataset), (std::vector{X, X, T, R, R, X, V, R}));
}

TEST(DuplicateStep, ContradictionsGoWhole) {
    Dataset dataset = datasetOf({"A", "A", "C", "C", "G", "G"}, {0, 1, 1, 1, 0, kNoLabel});
    ASSERT_TRUE(runStep(dataset, DuplicateStep{.contradictions = true}));
    EXPECT_EQ(splitsOf(dataset), (std::vector{X, X, Split::None, Split::None, Split::None, Split::None}));
}

TEST(SimilarStep, KeepsRepresentativesOrWhatDoesNotLeak) {
    const std::string root = test::randomResidues(100, "ACGT", 1), other = test::randomResidues(80, "ACGT", 2);
    std::string near = root.substr(0, 95);
    near[50] = near[50] == 'A' ? 'C' : 'A';
    Dataset dataset = datasetOf({near, root, other}, {}, {R, T, R});
    Dataset again = dataset;
    const auto step = runStep(dataset, SimilarStep{.identity = 0.9});
    ASSERT_TRUE(step);
    EXPECT_EQ(splitsOf(dataset), (std::vector{X, T, R}));
    EXPECT_EQ(step->summary, (TextValues{{"clusters", "2"}, {"excluded", "1"}}));
    again.sequences[0].split = T;
    again.sequences[1].split = V;
    ASSERT_TRUE(runStep(again, SimilarStep{.identity = 0.9, .leaveOut = LeaveOut::Leaks}));
    EXPECT_EQ(splitsOf(again), (std::vector{T, X, R}));
}

TEST(LabelStep, MakesAndDropsClasses) {
    Dataset dataset = datasetOf({"A", "C", "G"}, {0, 1, 1});
    ASSERT_TRUE(runStep(dataset, LabelStep{{0, 1}, "-1"}));
    EXPECT_EQ(dataset.classes, (std::vector<std::string>{"-1", "1"}));
    EXPECT_EQ(dataset.sequences[0].label, 0);
    EXPECT_EQ(dataset.sequences[1].label, 0);
    EXPECT_EQ(dataset.sequences[2].label, 1);
    ASSERT_TRUE(runStep(dataset, LabelStep{{2}, ""}));
    EXPECT_EQ(dataset.sequences[2].label, kNoLabel);
    EXPECT_EQ(dataset.classes, (std::vector<std::string>{"-1"}));
    for (const char* const bad : {"a|b", " a", "a\tb", "\xFF"})
        EXPECT_EQ(runStep(dataset, LabelStep{{0}, bad}).error().code, ErrorCode::Usage) << bad;
    EXPECT_EQ(runStep(dataset, LabelStep{{3}, "1"}).error().english(), "there is no sequence 4");
}

TEST(PartStep, SetsPartsAndBringsBack) {
    Dataset dataset = datasetOf({"A", "C"}, {}, {X, R});
    ASSERT_TRUE(runStep(dataset, PartStep{{0}, V}));
    EXPECT_EQ(splitsOf(dataset), (std::vector{V, R}));
    EXPECT_EQ(runStep(dataset, PartStep{{-1}, V}).error().code, ErrorCode::Usage);
}

TEST(Describe, SaysWhatWasDone) {
    Dataset dataset = families(20, 1);
    EXPECT_EQ(describe(*runStep(dataset, RatioStep{.identity = 0.8})).english(),
              "divided 0.8,0.1,0.1 (seed 1), clusters at identity 0.8 kept whole");
    EXPECT_EQ(describe(*runStep(dataset, FoldStep{})).english(), "5 folds (seed 1)");
    EXPECT_EQ(describe(*runStep(dataset, DuplicateStep{})).english(), "copies left out");
    EXPECT_EQ(describe(*runStep(dataset, LabelStep{{0}, "x"})).english(), "label set to \"x\"");
    EXPECT_EQ(describe(*runStep(dataset, PartStep{{0}, T})).english(), "part set to test");
}

}  // namespace
}  // namespace strand
