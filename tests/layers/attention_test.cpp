#include "layers/attention.hpp"

#include "tests/layers/compare.hpp"

#include <ATen/Parallel.h>

namespace strand {
namespace {

Padding paddingOf(const std::vector<std::int64_t>& lengths, std::int64_t length) {
    Padding padding{.lengths = torch::tensor(lengths, torch::kLong), .mask = {}};
    const torch::Tensor mask = torch::arange(length).unsqueeze(0) < padding.lengths.unsqueeze(1);
    if (!mask.all().item<bool>()) padding.mask = mask;
    return padding;
}

struct Case {
    std::vector<std::int64_t> lengths;
    std::int64_t length, heads, headDim;
};
const Case kCases[] = {{{9, 9}, 9, 2, 16}, {{41, 3, 0, 17}, 41, 4, 8}, {{1}, 1, 1, 5}, {{130, 97}, 130, 2, 20}, {{0}, 3, 1, 4}};

TEST(Attention, FusedPathsAgreeInValueAndGradient) {
    torch::manual_seed(1);
    for (const Case& c : kCases) {
        for (const bool causal : {false, true}) {
            const Padding padding = paddingOf(c.lengths, c.length);
            const auto batch = static_cast<std::int64_t>(c.lengths.size());
            expectPathsAgree([&](const auto& in) { return fusedAttention(in[0], c.heads, padding, causal); },
                             {torch::randn({batch, c.length, 3 * c.heads * c.headDim})});
        }
    }
}

TEST(Attention, ShownNumbersAreTheFusedOnes) {
    torch::manual_seed(2);
    for (const Case& c : kCases) {
        for (const bool causal : {false, true}) {
            const Padding padding = paddingOf(c.lengths, c.length);
            const auto batch = static_cast<std::int64_t>(c.lengths.size());
            const torch::Tensor qkv = torch::randn({batch, c.length, 3 * c.heads * c.headDim});
            const ShownAttention shown = shownAttention(qkv, c.heads, padding, causal);
            EXPECT_LT(relativeDifference(fusedAttention(qkv, c.heads, padding, causal), shown.out), 1e-5);
            ASSERT_EQ(shown.weights.sizes(), (std::vector<std::int64_t>{batch, c.heads, c.length, c.length}));
            for (std::int64_t b = 0; b < batch; ++b) {
                const std::int64_t n = c.lengths[static_cast<std::size_t>(b)];
                const torch::Tensor weights = shown.weights[b];
                EXPECT_LT(largestDifference(weights.narrow(1, 0, n).sum(2), torch::ones({c.heads, n})), 1e-5);
                EXPECT_EQ(weights.narrow(1, n, c.length - n).abs().sum().item<double>(), 0) << "rows of padding";
                EXPECT_EQ(weights.narrow(2, n, c.length - n).abs().sum().item<double>(), 0) << "columns of padding";
                if (causal) {
                    EXPECT_EQ(weights.triu(1).abs().sum().item<double>(), 0);
                }
            }
        }
    }
}

TEST(Attention, LongSequencesAgreeInBothKernels) {
    torch::manual_seed(3);
    const Padding padding = paddingOf({1100, 700}, 1100);
    const int threads = at::get_num_threads();
    for (const bool causal : {false, true}) {
        const torch::Tensor qkv = torch::randn({2, 1100, 3 * 8});
        const torch::Tensor expected = shownAttention(qkv, 2, padding, causal).out;
        at::set_num_threads(2);  // our kernel
        EXPECT_LT(largestDifference(fusedAttention(qkv, 2, padding, causal), expected), 1e-5);
        at::set_num_threads(5);  // torch's: more threads than heads
        EXPECT_LT(largestDifference(fusedAttention(qkv, 2, padding, causal), expected), 1e-5);
    }
    at::set_num_threads(threads);
}

TEST(Attention, TwoThreadsGiveTheSameBitsEachTime) {
    torch::manual_seed(7);
    const int threads = at::get_num_threads();
    at::set_num_threads(2);
    for (const std::int64_t length : {130, 1100}) {
        const Padding padding = paddingOf({length, length / 2, 3}, length);
        const torch::Tensor qkv = torch::randn({3, length, 3 * 16}), dOut = torch::randn({3, length, 16});
        const auto gradient = [&] {
            const torch::Tensor leaf = qkv.clone().requires_grad_();
            fusedAttention(leaf, 2, padding, false).backward(dOut);
            return leaf.grad();
        };
        const torch::Tensor first = gradient();
        for (int again = 0; again < 5; ++again)
            EXPECT_TRUE(sameBits(gradient(), first)) << length;
    }
    at::set_num_threads(threads);
}

TEST(Attention, ASequenceIsTheSameAloneAndAmongOthers) {
    torch::manual_seed(4);
    const torch::Tensor qkv = torch::randn({3, 50, 3 * 32});
    const torch::Tensor together = fusedAttention(qkv, 2, paddingOf({50, 13, 31}, 50), false);
    const torch::Tensor alone = fusedAttention(qkv.narrow(0, 1, 1).narrow(1, 0, 13).contiguous(), 2, paddingOf({13}, 13), false);
    EXPECT_TRUE(sameBits(together[1].narrow(0, 0, 13).contiguous(), alone[0]));
}

TEST(Attention, LargeScoresStayFinite) {
    const torch::Tensor qkv = (torch::randn({1, 20, 3 * 16}) * 100).requires_grad_();
    const torch::Tensor out = fusedAttention(qkv, 1, paddingOf({20}, 20), false);
    out.sum().backward();
    EXPECT_TRUE(out.isfinite().all().item<bool>());
    EXPECT_TRUE(qkv.grad().isfinite().all().item<bool>());
}

TEST(MultiHeadAttentionModule, TapGivesTheSameOutput) {
    torch::manual_seed(5);
    MultiHeadAttention layer({.dim = 24, .heads = 3, .bias = true, .causal = false, .dropout = 0});
    const torch::Tensor x = torch::randn({2, 11, 24});
    const Padding padding = paddingOf({11, 6}, 11);
    torch::Tensor weights;
    const torch::Tensor shown = layer.forward(x, padding, {}, &weights);
    EXPECT_LT(largestDifference(shown, layer.forward(x, padding)), 1e-5);
    EXPECT_EQ(weights.sizes(), (std::vector<std::int64_t>{2, 3, 11, 11}));
    EXPECT_EQ(layer.parameters().size(), 4U);
    EXPECT_EQ(MultiHeadAttention({.dim = 24, .heads = 3, .bias = false}).parameters().size(), 2U);
}

TEST(MultiHeadAttentionModule, AnActivationFollowsEveryMapBeforeTheResidual) {
    torch::manual_seed(6);
    MultiHeadAttention layer({.dim = 16, .heads = 2, .bias = true, .activation = Activation::Relu});
    const torch::Tensor x = torch::randn({2, 9, 16}), residual = torch::full({2, 9, 16}, -7.0F);
    const Padding padding = paddingOf({9, 4}, 9);
    EXPECT_GE(layer.forward(x, padding).min().item<float>(), 0);
    EXPECT_TRUE(sameBits(layer.forward(x, padding, {.residual = residual}), layer.forward(x, padding) + residual));
}

TEST(MultiHeadAttentionModule, AdditiveWeightsSumToOneOverWhatIsSeen) {
    torch::manual_seed(7);
    MultiHeadAttention layer({.dim = 24, .heads = 3, .additive = true, .causal = true});
    torch::Tensor weights;
    (void)layer.forward(torch::randn({2, 11, 24}), paddingOf({11, 6}, 11), {}, &weights);
    EXPECT_LT(largestDifference(weights.sum(3)[0], torch::ones({3, 11})), 1e-5);
    EXPECT_EQ(weights.triu(1).abs().sum().item<double>(), 0);
    EXPECT_EQ(weights[1].narrow(1, 6, 5).abs().sum().item<double>(), 0);
}

TEST(MultiHeadAttentionModule, DropoutOfWeightsOnlyWhileTraining) {
    MultiHeadAttention layer({.dim = 16, .heads = 2, .bias = true, .causal = false, .dropout = 0.5});
    const torch::Tensor x = torch::randn({2, 9, 16});
    const Padding padding = paddingOf({9, 9}, 9);
    EXPECT_GT(largestDifference(layer.forward(x, padding), layer.forward(x, padding)), 1e-4);
    layer.eval();
    EXPECT_TRUE(sameBits(layer.forward(x, padding), layer.forward(x, padding)));
}

}  // namespace
}  // namespace strand
