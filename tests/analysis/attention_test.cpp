#include "analysis/attention.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <stdexcept>

using namespace strand;

namespace {

/// Two layers, two heads, length 3. The second layer's second head has an empty row, as a padded or uncovered query has.
AttentionMap example() {
    AttentionMap map;
    map.kind = "exact";
    map.record = "seq1";
    map.layers = map.heads = 2;
    map.length = 3;
    map.tokens = {"A", "C", "G"};
    map.values = {.5F,  .25F, .25F, .1F, .2F, .7F, 0, 0, 1,   // layer 0, head 0
                  .25F, .5F,  .25F, .3F, .4F, .3F, 1, 0, 0,   // layer 0, head 1
                  1,    0,    0,    0,   1,   0,   0, 0, 1,   // layer 1, head 0
                  0,    .5F,  .5F,  .5F, 0,   .5F, 0, 0, 0};  // layer 1, head 1
    return map;
}

void expectValues(const AttentionMap& map, const std::vector<double>& expected) {
    ASSERT_EQ(map.values.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        EXPECT_NEAR(map.values[i], expected[i], 1e-6) << i;
}

}  // namespace

TEST(Attention, NoneChangesNothing) { EXPECT_EQ(aggregate(example(), HeadAggregate::None).values, example().values); }

TEST(Attention, MeanAndMaxKeepTheLayers) {
    const auto mean = aggregate(example(), HeadAggregate::Mean);
    EXPECT_EQ(mean.layers, 2);
    EXPECT_EQ(mean.heads, 1);
    EXPECT_EQ(mean.tokens, example().tokens);
    expectValues(mean, {.375, .375, .25, .2, .3, .5, .5, 0, .5, .5, .25, .25, .25, .5, .25, 0, 0, .5});
    expectValues(aggregate(example(), HeadAggregate::Max), {.5, .5, .25, .3, .4, .7, 1, 0, 1, 1, .5, .5, .5, 1, .5, 0, 0, 1});
}

// numpy: A = heads.mean(1); A = .5 * A + .5 * eye; A /= A.sum(-1, keepdims=True); A[1] @ A[0]
TEST(Attention, RolloutMultipliesTheLayers) {
    const auto rollout = aggregate(example(), HeadAggregate::Rollout);
    EXPECT_EQ(rollout.layers, 1);
    EXPECT_EQ(rollout.heads, 1);
    expectValues(rollout, {0.55937500, 0.22187500, 0.21875000, 0.19218750, 0.51093750, 0.29687500, 0.25000000, 0.00000000, 0.75000000});
    for (std::size_t row = 0; row < 3; ++row) {
        EXPECT_NEAR(std::accumulate(&rollout.values[row * 3], &rollout.values[row * 3] + 3, 0.0), 1, 1e-6);
    }
}

TEST(Attention, AnEmptyMapStaysEmpty) {
    for (const auto how : {HeadAggregate::Mean, HeadAggregate::Max, HeadAggregate::Rollout})
        EXPECT_TRUE(aggregate({}, how).values.empty());
}

TEST(Attention, AVectorHasOneRowAndNoRollout) {
    AttentionMap map;
    map.kind = "vector";
    map.layers = map.heads = 1;
    map.length = 3;
    map.values = {.5F, .25F, .25F};
    EXPECT_EQ(map.queries(), 1);
    EXPECT_EQ(select(map, {}, {}).values, map.values);
    EXPECT_EQ(aggregate(map, HeadAggregate::Mean).values, map.values);
    EXPECT_THROW((void)aggregate(map, HeadAggregate::Rollout), std::invalid_argument);
}

TEST(Attention, SelectKeepsTheOrderGiven) {
    const auto map = example();
    const std::vector<std::int64_t> both{1, 0};
    const std::vector<std::int64_t> second{1};
    const auto selected = select(map, both, second);
    EXPECT_EQ(selected.layers, 2);
    EXPECT_EQ(selected.heads, 1);
    EXPECT_TRUE(std::equal(map.head(1, 1), map.head(1, 1) + 9, selected.head(0, 0)));
    EXPECT_TRUE(std::equal(map.head(0, 1), map.head(0, 1) + 9, selected.head(1, 0)));
    EXPECT_EQ(select(map, {}, {}).values, map.values);
    EXPECT_THROW((void)select(map, std::vector<std::int64_t>{2}, {}), std::out_of_range);
    EXPECT_THROW((void)select(map, {}, std::vector<std::int64_t>{-1}), std::out_of_range);
}
