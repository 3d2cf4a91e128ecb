#include "core/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>
#include <vector>

namespace strand {
namespace {

using Words = std::array<std::uint32_t, 4>;

// The known answers of Random123, "philox4x32 10": counter words 0..3, key words 0..1, result.
TEST(Philox, KnownAnswers) {
    EXPECT_EQ(philox(0, 0, 0), (Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    const std::uint64_t ones = ~std::uint64_t{0};
    EXPECT_EQ(philox(ones, ones, ones), (Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
    EXPECT_EQ(philox(0x299f31d0a4093822, 0x0370734413198a2e, 0x85a308d3243f6a88), (Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(DeriveSeed, EveryPartMatters) {
    std::set<std::uint64_t> seeds;
    for (const std::uint64_t seed : {0, 1}) {
        for (const char* purpose : {"init", "shuffle"}) {
            for (const std::uint64_t a : {0, 1, 2}) {
                for (const std::uint64_t b : {0, 1, 2})
                    seeds.insert(deriveSeed(seed, purpose, a, b));
            }
        }
    }
    EXPECT_EQ(seeds.size(), 36U);
    EXPECT_EQ(deriveSeed(1, "init", 2, 3), deriveSeed(1, "init", 2, 3));
}

TEST(Random, TakesTheBlocksInOrder) {
    Random random(7);
    for (const std::uint64_t counter : {0, 1}) {
        for (const std::uint32_t word : philox(7, 0, counter))
            EXPECT_EQ(random(), word);
    }
}

TEST(Random, BelowIsEvenAndInside) {
    Random random(3);
    std::vector<int> counts(7);
    for (int i = 0; i < 70000; ++i)
        ++counts.at(random.below(7));
    for (const int count : counts)
        EXPECT_NEAR(count, 10000, 400);
    EXPECT_EQ(Random(1).below(1), 0U);
}

TEST(Random, BelowHasNoBiasForLargeBounds) {
    // With bound = 3 * 2^30 a plain multiply-shift would give every third value twice as often.
    Random random(5);
    const std::uint32_t bound = 3U << 30U;
    std::array<int, 3> counts{};
    for (int i = 0; i < 60000; ++i)
        ++counts.at(random.below(bound) % 3);
    for (const int count : counts)
        EXPECT_NEAR(count, 20000, 500);
}

TEST(Random, UniformIsInUnitInterval) {
    Random random(11);
    double sum = 0;
    for (int i = 0; i < 100000; ++i) {
        const double value = random.uniform();
        ASSERT_GE(value, 0.0);
        ASSERT_LT(value, 1.0);
        sum += value;
    }
    EXPECT_NEAR(sum / 100000, 0.5, 0.005);
}

TEST(Random, ShuffleIsAPermutationAndRepeatable) {
    std::vector<int> items(100);
    std::iota(items.begin(), items.end(), 0);
    std::vector<int> again = items;
    const std::vector<int> before = items;
    Random(2).shuffle(std::span<int>(items));
    Random(2).shuffle(std::span<int>(again));
    EXPECT_EQ(items, again);
    EXPECT_NE(items, before);
    std::sort(items.begin(), items.end());
    EXPECT_EQ(items, before);
}

TEST(Random, ShuffleReachesEveryOrder) {
    std::set<std::vector<int>> orders;
    for (std::uint64_t key = 0; key < 200; ++key) {
        std::vector<int> items{0, 1, 2};
        Random(key).shuffle(std::span<int>(items));
        orders.insert(items);
    }
    EXPECT_EQ(orders.size(), 6U);
}

}  // namespace
}  // namespace strand
