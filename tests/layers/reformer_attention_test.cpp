#include "layers/reformer_attention.hpp"

#include "compare.hpp"
#include "layers/dropout.hpp"

namespace strand {
namespace {

std::shared_ptr<ReformerAttention> attentionOf(ReformerOptions options) {
    torch::manual_seed(2);
    options.dim = 12;
    options.heads = 3;
    options.headDim = 4;
    options.bucketSize = 4;
    options.rounds = 2;
    options.maxLength = 40;
    return std::make_shared<ReformerAttention>(options);
}

const ReformerOptions kKinds[] = {
    {.fullUpTo = 0},
    {.fullUpTo = 10},
    {.full = true},
    {.fullUpTo = 10, .memories = 3},
    {.fullUpTo = 0, .localHeads = 1, .memories = 2, .causal = true},
    {.fullUpTo = 0, .causal = true, .rotary = false, .oneValueHead = true, .rotationsPerHead = true},
    {.fullUpTo = 0, .acrossBuckets = false, .allowDuplicates = false},
    {.fullUpTo = 10, .chunks = 2},
};

class EveryReformerKind : public testing::TestWithParam<ReformerOptions> {};
INSTANTIATE_TEST_SUITE_P(ReformerAttention, EveryReformerKind, testing::ValuesIn(kKinds));

TEST_P(EveryReformerKind, PaddingChangesNothingAndTheShownPassIsTheSame) {
    const auto attention = attentionOf(GetParam());
    attention->eval();
    const torch::NoGradGuard frozen;
    const torch::Tensor x = torch::randn({5, 33, 12});
    torch::Tensor weights;
    const torch::Tensor out = attention->forward(x, padded(), nullptr);
    ASSERT_TRUE(out.isfinite().all().item<bool>());
    EXPECT_LT(largestDifference(padded().zeroed(attention->forward(x, padded(), &weights)), padded().zeroed(out)), 1e-5);
    ASSERT_EQ(weights.sizes(), (std::vector<std::int64_t>{5, 3, 33, 33}));
    for (std::int64_t b = 0; b < 5; ++b) {
        const std::int64_t n = padded().lengths[b].item<std::int64_t>();
        EXPECT_EQ(weights[b].narrow(2, n, 33 - n).abs().sum().item<double>(), 0);
        if (n == 0) continue;
        const torch::Tensor alone =
            attention->forward(x.narrow(0, b, 1).narrow(1, 0, n), {.lengths = torch::tensor({n}), .mask = {}}, nullptr);
        EXPECT_LT(largestDifference(alone[0], out[b].narrow(0, 0, n)), 1e-5) << "row " << b;
        if (GetParam().memories > 0) continue;
        EXPECT_LT((weights[b].sum(2).narrow(1, 0, n) - 1).abs().max().item<double>(), 1e-5);
    }
}

TEST_P(EveryReformerKind, EveryParameterLearns) {
    const auto attention = attentionOf(GetParam());
    attention->forward(torch::randn({5, 33, 12}), padded(), nullptr).pow(2).sum().backward();
    for (const auto& item : attention->namedParameters()) {
        ASSERT_TRUE(item.value().grad().defined()) << item.key();
        EXPECT_TRUE(item.value().grad().isfinite().all().item<bool>()) << item.key();
    }
}

TEST(ReformerAttention, PartsOfTheHeadsGiveTheSame) {
    const auto whole = attentionOf({.fullUpTo = 0}), parts = attentionOf({.fullUpTo = 0, .chunks = 3});
    const torch::Tensor x = torch::randn({5, 33, 12});
    const auto learned = [&](ReformerAttention& attention) {
        const torch::Tensor y = attention.forward(x, padded(), nullptr);
        y.masked_fill(padded().mask.logical_not().unsqueeze(2), 0).pow(2).sum().backward();
        return y;
    };
    EXPECT_LT(largestDifference(learned(*whole), learned(*parts)), 1e-5);
    for (const auto& item : whole->namedParameters())
        EXPECT_LT(largestDifference(item.value().grad(), parts->namedParameters()[item.key()].grad()), 1e-3) << item.key();
}

TEST(ReformerAttention, NewDirectionsFollowTheStep) {
    const auto a = attentionOf({}), b = attentionOf({});
    const torch::Tensor first = a->namedBuffers()["rotations"].clone();
    setDropoutKey(9, 1);
    a->afterStep();
    b->afterStep();
    EXPECT_FALSE(sameBits(first, a->namedBuffers()["rotations"]));
    EXPECT_TRUE(sameBits(b->namedBuffers()["rotations"], a->namedBuffers()["rotations"]));
}

/// The second input of a reversible block differs from the first by rounding, the buckets must not.
TEST(ReformerAttention, TheWayBackTakesTheBucketsOfTheFirstPass) {
    const auto stackOf = [](bool reversible) {
        torch::manual_seed(3);
        auto stack = std::make_shared<ResidualStack>(StackOptions{.reversible = reversible});
        for (int i = 0; i < 3; ++i)
            stack->add(normed(BranchNorm::Layer, 12, attentionOf({.fullUpTo = 0})),
                       normed(BranchNorm::Layer, 12, attentionOf({.fullUpTo = 0})));
        return stack;
    };
    const auto kept = stackOf(true), reversed = stackOf(true);
    const torch::Tensor x = torch::randn({5, 33, 12}).requires_grad_(), y = x.detach().clone().requires_grad_();
    const torch::Tensor inside = padded().mask.unsqueeze(2);
    (kept->rememberedForward(x, padded()) * inside).pow(2).sum().backward();
    (reversed->forward(y, padded()) * inside).pow(2).sum().backward();
    const auto expectClose = [](const torch::Tensor& a, const torch::Tensor& b, const std::string& name) {
        EXPECT_LT(largestDifference(a, b), 1e-4 * (1 + a.abs().max().item<double>())) << name;
    };
    expectClose(x.grad(), y.grad(), "input");
    for (const auto& item : kept->namedParameters())
        expectClose(item.value().grad(), reversed->namedParameters()[item.key()].grad(), item.key());
}

}  // namespace
}  // namespace strand
