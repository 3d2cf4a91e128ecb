#include "layers/local_attention.hpp"

#include "compare.hpp"

#include <cmath>

namespace strand {
namespace {

constexpr std::int64_t kLength = 11, kDim = 4;

Padding padded() {
    const torch::Tensor lengths = torch::tensor({11, 6});
    return {.lengths = lengths, .mask = torch::arange(kLength).unsqueeze(0) < lengths.unsqueeze(1)};
}

/// The definition, with a full matrix.
torch::Tensor reference(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v, const Padding& padding,
                        const LocalAttentionOptions& options) {
    const torch::Tensor p = torch::arange(kLength), query = p.view({-1, 1}), key = p.view({1, -1});
    const torch::Tensor apart = key.floor_divide(options.window) - query.floor_divide(options.window);
    torch::Tensor seen = (apart >= -1).logical_and(apart <= (options.causal ? 0 : 1));
    if (options.causal) seen = seen.logical_and(key <= query);
    seen = seen.view({1, 1, kLength, kLength});
    if (padding.mask.defined()) seen = seen.logical_and(padding.mask.view({-1, 1, 1, kLength}));
    const torch::Tensor keys = options.sharedQk ? k / k.norm(2, 3, true) : k;
    torch::Tensor scores = torch::matmul(q, keys.transpose(2, 3)) / std::sqrt(static_cast<double>(kDim));
    if (options.sharedQk) scores = scores.masked_fill(torch::eye(kLength).to(torch::kBool), -5e4);
    return torch::matmul(torch::softmax(scores.masked_fill(seen.logical_not(), -1e30), 3), v);
}

class EveryKind : public testing::TestWithParam<std::tuple<std::int64_t, bool, bool, bool>> {};
INSTANTIATE_TEST_SUITE_P(LocalAttention, EveryKind,
                         testing::Combine(testing::Values(1, 3, 4, 11, 64), testing::Bool(), testing::Bool(), testing::Bool()));

TEST_P(EveryKind, FollowsTheDefinitionAndShowsItsWeights) {
    const auto& [window, causal, shared, withPadding] = GetParam();
    torch::manual_seed(1);
    const LocalAttentionOptions options{.window = window, .causal = causal, .sharedQk = shared};
    const torch::Tensor q = torch::randn({2, 3, kLength, kDim}), k = shared ? q : torch::randn({2, 3, kLength, kDim}),
                        v = torch::randn({2, 3, kLength, kDim});
    const Padding padding = withPadding ? padded() : Padding{.lengths = torch::tensor({11, 11}), .mask = {}};
    torch::Tensor weights;
    const torch::Tensor out = localAttention(q, k, v, padding, options, &weights);
    const torch::Tensor expected = reference(q, k, v, padding, options);
    const std::int64_t valid = withPadding ? 6 : kLength;
    EXPECT_LT(largestDifference(out[0], expected[0]), 1e-5);
    EXPECT_LT(largestDifference(out[1].narrow(1, 0, valid), expected[1].narrow(1, 0, valid)), 1e-5);
    EXPECT_LT(largestDifference(torch::matmul(weights, v)[0], out[0]), 1e-5);
    EXPECT_LT(largestDifference(weights[0].sum(2), torch::ones({3, kLength})), 1e-5);
    EXPECT_LT(largestDifference(weights[1].sum(2).narrow(1, 0, valid), torch::ones({3, valid})), 1e-5);
    EXPECT_EQ(weights[1].narrow(2, valid, kLength - valid).abs().sum().item<double>(), 0);
}

}  // namespace
}  // namespace strand
