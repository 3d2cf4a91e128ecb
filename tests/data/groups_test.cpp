#include "data/groups.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "core/random.hpp"
#include "data/split.hpp"
#include "support/synthetic.hpp"

namespace strand {
namespace {

using test::datasetOf;

/// `count` sequences of 3 classes (one of them rare), in groups of up to `largest`.
std::pair<Dataset, std::vector<std::int32_t>> grouped(std::int64_t count, std::uint32_t largest, std::uint64_t seed) {
    Random random(seed);
    std::vector<std::string> residues;
    std::vector<std::int32_t> labels, groups;
    while (static_cast<std::int64_t>(residues.size()) < count) {
        const auto group = static_cast<std::int32_t>(residues.size());
        for (std::uint32_t k = 1 + random.below(largest); k > 0 && static_cast<std::int64_t>(residues.size()) < count; --k) {
            residues.push_back(std::to_string(residues.size()));
            labels.push_back(random.below(10) == 0 ? 2 : static_cast<std::int32_t>(random.below(2)));
            groups.push_back(group);
        }
    }
    return {datasetOf(residues, labels), groups};
}

std::vector<std::int64_t> everyone(const Dataset& dataset) {
    std::vector<std::int64_t> all(dataset.sequences.size());
    std::iota(all.begin(), all.end(), std::int64_t{0});
    return all;
}

TEST(GroupMembers, ListsEachGroupOnce) {
    const std::vector<std::int64_t> pool{3, 5, 8, 9, 12};
    const GroupMembers members(pool, std::vector<std::int32_t>{0, 1, 0, 3, 1});
    ASSERT_EQ(members.size(), 3U);
    EXPECT_TRUE(std::ranges::equal(members[0], std::array<std::int64_t, 2>{3, 8}));
    EXPECT_TRUE(std::ranges::equal(members[1], std::array<std::int64_t, 2>{5, 12}));
    EXPECT_TRUE(std::ranges::equal(members[2], std::array<std::int64_t, 1>{9}));
    EXPECT_EQ(GroupMembers({}, {}).size(), 0U);
}

TEST(UsedSequences, AreThoseNotLeftOut) {
    const Dataset dataset = datasetOf({"A", "C", "A", "A"}, {}, {Split::Train, Split::Excluded, Split::None, Split::Test});
    EXPECT_EQ(usedSequences(dataset), (std::vector<std::int64_t>{0, 2, 3}));
    EXPECT_EQ(copyGroups(dataset, usedSequences(dataset)), (std::vector<std::int32_t>{0, 0, 0}));
}

TEST(SplitGroupsByRatio, NoGroupIsDividedAndSharesAreNear) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        auto [dataset, groups] = grouped(1000, 8, seed);
        ASSERT_TRUE(splitGroupsByRatio(dataset, GroupMembers(everyone(dataset), groups), {0.7, 0.1, 0.2}, seed));
        std::array<int, kSplitCount> sizes{};
        std::array<std::array<int, kSplitCount>, 3> classes{};
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const Sequence& sequence = dataset.sequences[i];
            EXPECT_EQ(sequence.split, dataset.sequences[static_cast<std::size_t>(groups[i])].split);
            ++sizes[static_cast<std::size_t>(sequence.split)];
            ++classes[static_cast<std::size_t>(sequence.label)][static_cast<std::size_t>(sequence.split)];
        }
        EXPECT_NEAR(sizes[1], 700, 8);
        EXPECT_NEAR(sizes[2], 100, 8);
        EXPECT_NEAR(sizes[3], 200, 8);
        for (const auto& counts : classes) {
            const double all = std::accumulate(counts.begin(), counts.end(), 0);
            EXPECT_NEAR(counts[2], 0.1 * all, 5);
            EXPECT_NEAR(counts[3], 0.2 * all, 5);
        }
    }
}

TEST(SplitGroupsByRatio, PartsOfNothingStayEmptyAndTheSeedDecides) {
    auto [first, groups] = grouped(300, 3, 4);
    Dataset second = first, third = first;
    const GroupMembers members(everyone(first), groups);
    ASSERT_TRUE(splitGroupsByRatio(first, members, {0.8, 0, 0.2}, 1));
    ASSERT_TRUE(splitGroupsByRatio(second, members, {0.8, 0, 0.2}, 1));
    ASSERT_TRUE(splitGroupsByRatio(third, members, {0.8, 0, 0.2}, 2));
    EXPECT_TRUE(std::ranges::none_of(first.sequences, [](const Sequence& s) { return s.split == Split::Validation; }));
    EXPECT_TRUE(std::ranges::equal(first.sequences, second.sequences, {}, &Sequence::split, &Sequence::split));
    EXPECT_FALSE(std::ranges::equal(first.sequences, third.sequences, {}, &Sequence::split, &Sequence::split));
    EXPECT_EQ(splitGroupsByRatio(first, members, {0.8, 0.3, 0.2}, 1).error().code, ErrorCode::Usage);
}

// A group larger than a part is placed whole all the same.
TEST(DealGroups, HoldsGroupsOfAnySize) {
    const Dataset dataset = datasetOf(std::vector<std::string>(100, "A"), std::vector<std::int32_t>(100, 0));
    std::vector<std::int32_t> groups(100, 0);
    for (std::int32_t i = 60; i < 100; ++i)
        groups[static_cast<std::size_t>(i)] = i;
    const GroupMembers members(everyone(dataset), groups);
    const auto parts = dealGroups(dataset, members, std::array{0.8, 0.1, 0.1}, 1);
    EXPECT_EQ(parts[0], 0U);
    EXPECT_EQ(std::ranges::count(parts, 1U), 10);
    EXPECT_EQ(std::ranges::count(parts, 2U), 10);
}

}  // namespace
}  // namespace strand
