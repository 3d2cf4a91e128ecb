#include "layers/performer_attention.hpp"

#include "compare.hpp"
#include "layers/dropout.hpp"

namespace strand {
namespace {

std::shared_ptr<PerformerAttention> attentionOf(PerformerOptions options) {
    torch::manual_seed(2);
    options.dim = 12;
    options.heads = 3;
    options.headDim = 4;
    options.features = 16;
    options.window = 4;
    return std::make_shared<PerformerAttention>(options);
}

Padding padded() {
    const torch::Tensor lengths = torch::tensor({9, 4, 0});
    return {.lengths = lengths, .mask = torch::arange(9).unsqueeze(0) < lengths.unsqueeze(1)};
}

class EveryMap : public testing::TestWithParam<std::tuple<FeatureMap, bool, std::int64_t>> {};
INSTANTIATE_TEST_SUITE_P(PerformerAttention, EveryMap,
                         testing::Combine(testing::Values(FeatureMap::Softmax, FeatureMap::Relu, FeatureMap::Elu, FeatureMap::NoProjection),
                                          testing::Bool(), testing::Values(0, 1, 3)));

TEST_P(EveryMap, PaddingChangesNothingAndTheShownPassIsTheSame) {
    const auto& [map, causal, local] = GetParam();
    const auto attention = attentionOf({.map = map, .localHeads = local, .causal = causal});
    attention->eval();
    const torch::NoGradGuard frozen;
    const torch::Tensor x = torch::randn({3, 9, 12});
    torch::Tensor weights;
    const torch::Tensor out = attention->forward(x, padded(), nullptr);
    EXPECT_LT(largestDifference(attention->forward(x, padded(), &weights), out), 1e-5);
    ASSERT_EQ(weights.sizes(), (std::vector<std::int64_t>{3, 3, 9, 9}));
    EXPECT_EQ(weights[1].narrow(2, 4, 5).abs().sum().item<double>(), 0);
    EXPECT_TRUE(out.isfinite().all().item<bool>());
    const torch::Tensor alone = attention->forward(x.narrow(0, 1, 1).narrow(1, 0, 4), {.lengths = torch::tensor({4}), .mask = {}}, nullptr);
    EXPECT_LT(largestDifference(alone[0], out[1].narrow(0, 0, 4)), 1e-5);
    EXPECT_TRUE(!causal || weights.triu(1).abs().sum().item<double>() == 0);
}

TEST(PerformerAttention, TheFusedPassIsTheShownOne) {
    const auto attention = attentionOf({.rotary = false});
    const torch::Tensor x = torch::randn({3, 9, 12});
    torch::Tensor weights;
    EXPECT_LT(largestDifference(padded().zeroed(attention->forward(x, padded(), nullptr)),
                                padded().zeroed(attention->forward(x, padded(), &weights))),
              1e-5);
}

TEST(PerformerAttention, NewFeaturesAreDrawnWhenDueAndFollowTheStep) {
    const auto a = attentionOf({.redrawEvery = 3}), b = attentionOf({.redrawEvery = 3});
    const torch::Tensor first = a->namedBuffers()["projection"].clone();
    for (std::uint64_t step = 1; step <= 3; ++step) {
        EXPECT_TRUE(sameBits(first, a->namedBuffers()["projection"]));
        setDropoutKey(9, step);
        a->afterStep();
        b->afterStep();
    }
    EXPECT_FALSE(sameBits(first, a->namedBuffers()["projection"]));
    EXPECT_TRUE(sameBits(b->namedBuffers()["projection"], a->namedBuffers()["projection"]));
}

/// Shows what it is given.
class Echo : public Branch {
public:
    torch::Tensor forward(const torch::Tensor& x, const Padding&, torch::Tensor*) override { return x; }
};

TEST(ShiftedTokens, MovesThirdsByOnePositionEach) {
    const torch::Tensor x = torch::arange(1, 1 + 4 * 7).to(torch::kFloat).view({1, 4, 7});
    const Padding whole{.lengths = torch::tensor({4}), .mask = {}};
    const torch::Tensor y = shiftedTokens(false, std::make_shared<Echo>())->forward(x, whole, nullptr);
    EXPECT_TRUE(sameBits(y.narrow(2, 2, 2), x.narrow(2, 2, 2)));
    EXPECT_TRUE(sameBits(y.narrow(2, 6, 1), x.narrow(2, 6, 1))) << "what does not divide stays";
    EXPECT_TRUE(sameBits(y.narrow(1, 0, 3).narrow(2, 0, 2), x.narrow(1, 1, 3).narrow(2, 0, 2)));
    EXPECT_TRUE(sameBits(y.narrow(1, 1, 3).narrow(2, 4, 2), x.narrow(1, 0, 3).narrow(2, 4, 2)));
    EXPECT_EQ(y[0][3].narrow(0, 0, 2).abs().sum().item<double>(), 0);
    const torch::Tensor back = shiftedTokens(true, std::make_shared<Echo>())->forward(x, whole, nullptr);
    EXPECT_TRUE(sameBits(back.narrow(2, 0, 3), x.narrow(2, 0, 3)));
    EXPECT_TRUE(sameBits(back.narrow(1, 1, 3).narrow(2, 3, 3), x.narrow(1, 0, 3).narrow(2, 3, 3)));
}

}  // namespace
}  // namespace strand
