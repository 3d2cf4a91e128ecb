#include "layers/routing_attention.hpp"

#include "compare.hpp"
#include "layers/recompute.hpp"

#include <cmath>

namespace strand {
namespace {

std::shared_ptr<RoutingAttention> attentionOf(RoutingOptions options) {
    torch::manual_seed(2);
    options.dim = 12;
    options.heads = 3;
    options.headDim = 4;
    options.localWindow = 5;
    options.maxLength = 40;
    return std::make_shared<RoutingAttention>(options);
}

class EveryRoutingKind : public testing::TestWithParam<RoutingOptions> {};
const RoutingOptions kKinds[] = {
    {.window = 8},
    {.window = 64},
    {.window = 8, .localHeads = 1, .memories = 2},
    {.window = 8, .localHeads = 3},
    {.window = 8, .causal = true, .rotary = false},
    {.window = 8, .localHeads = 2, .causal = true, .localRotary = false, .sharedQk = true},
    {.window = 8, .memories = 1, .sharedQk = true},
};
INSTANTIATE_TEST_SUITE_P(RoutingAttention, EveryRoutingKind, testing::ValuesIn(kKinds));

TEST_P(EveryRoutingKind, PaddingChangesNothingAndTheShownPassIsTheSame) {
    const auto attention = attentionOf(GetParam());
    const torch::Tensor x = torch::randn({5, 33, 12});
    (void)attention->forward(x, padded(), nullptr);
    attention->afterStep();
    attention->eval();
    const torch::NoGradGuard frozen;
    torch::Tensor weights;
    const torch::Tensor out = attention->forward(x, padded(), nullptr);
    ASSERT_TRUE(out.isfinite().all().item<bool>());
    EXPECT_LT(largestDifference(padded().zeroed(attention->forward(x, padded(), &weights)), padded().zeroed(out)), 1e-5);
    ASSERT_EQ(weights.sizes(), (std::vector<std::int64_t>{5, 3, 33, 33}));
    for (std::int64_t b = 0; b < 5; ++b) {
        const std::int64_t n = padded().lengths[b].item<std::int64_t>();
        EXPECT_EQ(weights[b].narrow(2, n, 33 - n).abs().sum().item<double>(), 0);
        EXPECT_EQ(weights[b].narrow(1, n, 33 - n).abs().sum().item<double>(), 0);
        if (n == 0) continue;
        const torch::Tensor alone =
            attention->forward(x.narrow(0, b, 1).narrow(1, 0, n), {.lengths = torch::tensor({n}), .mask = {}}, nullptr);
        EXPECT_LT(largestDifference(alone[0], out[b].narrow(0, 0, n)), 1e-5) << "row " << b;
        EXPECT_TRUE(!GetParam().causal || weights[b].triu(1).abs().sum().item<double>() == 0);
    }
}

TEST_P(EveryRoutingKind, EveryParameterLearns) {
    const auto attention = attentionOf(GetParam());
    attention->forward(torch::randn({5, 33, 12}), padded(), nullptr).pow(2).sum().backward();
    for (const auto& item : attention->namedParameters()) {
        ASSERT_TRUE(item.value().grad().defined()) << item.key();
        EXPECT_TRUE(item.value().grad().isfinite().all().item<bool>()) << item.key();
    }
}

TEST(RoutingAttention, OneClusterIsFullAttention) {
    const auto attention = attentionOf({.window = 20, .rotary = false});
    attention->eval();
    const torch::NoGradGuard frozen;
    const torch::Tensor x = torch::randn({2, 20, 12});
    torch::Tensor weights;
    (void)attention->forward(x, {.lengths = torch::tensor({20, 20}), .mask = {}}, &weights);
    const auto qkv =
        torch::matmul(x, attention->namedParameters()["qkv.weight"].t()).view({2, 20, 3, 3, 4}).permute({2, 0, 3, 1, 4}).unbind(0);
    EXPECT_LT(largestDifference(weights, torch::softmax(torch::matmul(qkv[0], qkv[1].transpose(2, 3)) / 2, 3)), 1e-5);
}

/// A token's result is the mean over the clusters that took it, by their own lists.
TEST(RoutingAttention, ClustersTakeTheirMostSimilarQueriesAndKeys) {
    const auto attention = attentionOf({.window = 6, .rotary = false});
    attention->eval();
    const torch::NoGradGuard frozen;
    const torch::Tensor x = torch::randn({1, 18, 12}), centroids = attention->namedBuffers()["clusters.centroids"];
    torch::Tensor weights;
    (void)attention->forward(x, {.lengths = torch::tensor({18}), .mask = {}}, &weights);
    const auto qkv = torch::matmul(x, attention->namedParameters()["qkv.weight"].t()).view({18, 3, 3, 4}).permute({1, 2, 0, 3}).unbind(0);
    for (std::int64_t h = 0; h < 3; ++h) {
        const torch::Tensor q = qkv[0][h], k = qkv[1][h];
        torch::Tensor sum = torch::zeros({18, 18}), times = torch::zeros({18, 1});
        for (std::int64_t c = 0; c < 3; ++c) {
            const auto top = [&](const torch::Tensor& y) {
                return std::get<1>(torch::matmul(y / y.norm(2, 1, true), centroids[h][c]).topk(6));
            };
            const torch::Tensor queries = top(q), keys = top(k);
            const torch::Tensor own = torch::softmax(torch::matmul(q.index_select(0, queries), k.index_select(0, keys).t()) / 2, 1);
            for (std::int64_t i = 0; i < 6; ++i) {
                const std::int64_t row = queries[i].item<std::int64_t>();
                times[row] += 1;
                sum[row].index_add_(0, keys, own[i]);
            }
        }
        EXPECT_LT(largestDifference(weights[0][h], sum / times.clamp_min(1)), 1e-5);
    }
}

TEST(RoutingAttention, TheCommitmentLossDrawsTokensToTheirCentroids) {
    const auto gradientWith = [](double commitment) {
        const auto attention = attentionOf({.window = 8, .commitment = commitment});
        torch::manual_seed(9);
        attention->forward(torch::randn({5, 33, 12}), padded(), nullptr).sum().mul(0).backward();
        return attention->namedParameters()["qkv.weight"].grad();
    };
    EXPECT_EQ(gradientWith(0).abs().sum().item<double>(), 0);
    const torch::Tensor one = gradientWith(1);
    EXPECT_GT(one.abs().sum().item<double>(), 0);
    EXPECT_LT(largestDifference(gradientWith(2), 2 * one), 1e-5);
}

TEST(RoutingAttention, CentroidsLearnOnceAStepAlsoWhereItRunsTwice) {
    const auto centroidsAfter = [](bool reversible) {
        const auto attention = attentionOf({.window = 8, .decay = 0.5});
        ResidualStack stack({.reversible = reversible});
        stack.add(normed(BranchNorm::Layer, 12, attention), normed(BranchNorm::Layer, 12, attentionOf({.window = 8})));
        torch::Tensor x = torch::randn({5, 33, 12}).requires_grad_();
        for (int step = 0; step < 2; ++step) {
            stack.forward(x + step, padded()).sum().backward();
            attention->afterStep();
        }
        return attention->namedBuffers()["clusters.centroids"].clone();
    };
    EXPECT_TRUE(sameBits(centroidsAfter(true), centroidsAfter(false)));
}

}  // namespace
}  // namespace strand
