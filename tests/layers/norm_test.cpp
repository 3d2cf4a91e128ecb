#include "layers/norm.hpp"

#include "tests/layers/compare.hpp"

#include <torch/nn/modules/batchnorm.h>

namespace strand {
namespace {

const Padding kUneven{.lengths = torch::tensor({5L, 2L, 0L}),
                      .mask = torch::arange(5).unsqueeze(0) < torch::tensor({5L, 2L, 0L}).unsqueeze(1)};

torch::Tensor validRows(const torch::Tensor& x) { return x.flatten(0, 1).index_select(0, kUneven.mask.flatten().nonzero().squeeze(1)); }

TEST(NormModule, ABatchIsNormalisedAsTorchDoesItOverValidTokensAlone) {
    torch::manual_seed(1);
    Norm norm({.kind = NormKind::Batch, .dim = 4});
    torch::nn::BatchNorm1d theirs(4);
    for (int step = 0; step < 3; ++step) {
        torch::Tensor x = torch::randn({3, 5, 4}) * 3 + 1;
        const torch::Tensor expected = theirs(validRows(x));
        const torch::Tensor padding = kUneven.mask.logical_not().unsqueeze(2);
        x = x.masked_fill(padding, 1e6);
        const torch::Tensor y = norm.forward(x, kUneven);
        EXPECT_LT(largestDifference(validRows(y), expected), 1e-5);
        EXPECT_EQ(y.masked_select(padding).abs().sum().item<double>(), 0);
    }
    for (const auto& buffer : norm.namedBuffers())
        EXPECT_LT(largestDifference(buffer.value(), theirs->named_buffers()[buffer.key()]), 1e-6) << buffer.key();
    norm.eval();
    theirs->eval();
    const torch::Tensor x = torch::randn({3, 5, 4});
    EXPECT_LT(largestDifference(validRows(norm.forward(x, kUneven)), theirs(validRows(x))), 1e-6);
}

TEST(NormModule, ASingleTokenIsNoStatistic) {
    Norm norm({.kind = NormKind::Batch, .dim = 3});
    const Padding one{.lengths = torch::tensor({1L}), .mask = {}};
    EXPECT_LT(largestDifference(norm.forward(torch::ones({1, 1, 3}), one), torch::ones({1, 1, 3})), 1e-4);
    for (const auto& buffer : norm.namedBuffers())
        EXPECT_TRUE(buffer.value().isfinite().all().item<bool>());
}

TEST(NormModule, CenterAndScaleAreTheWeightsItHas) {
    const torch::Tensor x = torch::randn({2, 3, 6});
    const Padding whole{.lengths = torch::tensor({3L, 3L}), .mask = {}};
    for (const NormKind kind : {NormKind::Layer, NormKind::Batch}) {
        Norm plain({.kind = kind, .dim = 6, .center = false, .scale = false}), full({.kind = kind, .dim = 6});
        EXPECT_EQ(plain.parameters().size(), 0U);
        EXPECT_LT(largestDifference(plain.forward(x, whole), full.forward(x, whole)), 1e-6);
        const torch::NoGradGuard frozen;
        full.namedParameters()["bias"].fill_(2);
        full.namedParameters()["weight"].fill_(3);
        EXPECT_LT(largestDifference(plain.forward(x, whole) * 3 + 2, full.forward(x, whole)), 1e-5);
    }
}

}  // namespace
}  // namespace strand
