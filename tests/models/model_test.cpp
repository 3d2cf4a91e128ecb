#include "models/model.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

TEST(WithPositions, OnlyABatchOfEmptySequencesGrows) {
    ModelInput input{.ids = torch::zeros({2, 0}, torch::kLong), .lengths = torch::zeros({2}, torch::kLong), .mask = {}};
    input.embedded = torch::zeros({2, 0, 4});
    const ModelInput grown = withPositions(input);
    EXPECT_EQ(grown.ids.size(1), 1);
    EXPECT_EQ(grown.embedded.size(1), 1);
    ASSERT_TRUE(grown.padded());
    EXPECT_FALSE(grown.mask.any().item<bool>());
    EXPECT_TRUE(withPositions(grown).ids.is_same(grown.ids));
}

TEST(TapNames, AreAttentionAndTheLayer) {
    Taps taps({Taps::attention(3)});
    EXPECT_TRUE(taps.wants("attention.3"));
    EXPECT_FALSE(taps.wants("attention.0"));
    taps.put("attention.3", torch::ones({1}));
    EXPECT_TRUE(taps.taken().contains("attention.3"));
}

}  // namespace
}  // namespace strand
