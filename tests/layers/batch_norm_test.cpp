#include "layers/batch_norm.hpp"

#include "tests/layers/compare.hpp"

#include <torch/nn/modules/batchnorm.h>

namespace strand {
namespace {

torch::Tensor lengthsOf(const std::vector<std::int64_t>& lengths) { return torch::tensor(lengths, torch::kLong); }
Padding paddingOf(const torch::Tensor& lengths, std::int64_t positions) {
    return {.lengths = lengths, .mask = torch::arange(positions).unsqueeze(0) < lengths.unsqueeze(1)};
}

TEST(BatchNormLayer, PathsAgreeInValueAndGradient) {
    torch::manual_seed(1);
    const torch::Tensor lengths = lengthsOf({5, 1, 0, 4});
    for (const std::int64_t channels : {3, 16, 37}) {
        const torch::Tensor x = torch::randn({4, 5, channels}) * 2 + 1, mean = torch::randn({channels}),
                            variance = torch::rand({channels}) + 0.1;
        for (const bool relu : {true, false}) {
            for (const bool own : {true, false}) {
                const auto layer = [&](const auto& in) {
                    const auto type = in[0].scalar_type();
                    const BatchNormStatistics given{.mean = mean.to(type), .variance = variance.to(type)};
                    const BatchNormStatistics statistics = own ? validStatistics(in[0], lengths) : given;
                    return batchNorm(in[0], {.lengths = lengths, .scale = in[1], .shift = in[2], .relu = relu}, statistics, own);
                };
                expectPathsAgree(layer, {x, torch::rand({channels}) + 0.5, torch::randn({channels})}, 5e-5);
            }
        }
    }
}

TEST(BatchNormModule, IsTorchsOwnOnTheValidPositions) {
    torch::manual_seed(2);
    const torch::Tensor lengths = lengthsOf({6, 2, 4}), x = torch::randn({3, 6, 5});
    const Padding padding = paddingOf(lengths, 6);
    BatchNorm ours(5);
    torch::nn::BatchNorm1d theirs(5);
    for (int step = 0; step < 3; ++step) {
        const torch::Tensor y = ours.forward(x + step, padding, false).masked_select(padding.mask.unsqueeze(2)).view({-1, 5});
        EXPECT_LT(largestDifference(y, theirs((x + step).masked_select(padding.mask.unsqueeze(2)).view({-1, 5}))), 1e-5);
    }
    EXPECT_LT(largestDifference(ours.namedBuffers()["mean"], theirs->running_mean), 1e-5);
    EXPECT_LT(largestDifference(ours.namedBuffers()["variance"], theirs->running_var), 1e-5);
    ours.eval();
    theirs->eval();
    const torch::Tensor evaluated = ours.forward(x, padding, false);
    EXPECT_LT(largestDifference(evaluated[0], theirs(x[0])), 1e-5);
    EXPECT_EQ(evaluated[1].narrow(0, 2, 4).abs().sum().item<double>(), 0);
}

TEST(BatchNormModule, WhatLiesInThePaddingIsNotCounted) {
    torch::manual_seed(3);
    const torch::Tensor lengths = lengthsOf({4, 2}), x = torch::randn({2, 4, 3});
    torch::Tensor dirty = x.clone();
    dirty[1].narrow(0, 2, 2).fill_(100);
    BatchNorm one(3), other(3);
    EXPECT_TRUE(sameBits(one.forward(x, paddingOf(lengths, 4), true), other.forward(dirty, paddingOf(lengths, 4), true)));
    EXPECT_TRUE(sameBits(one.namedBuffers()["mean"], other.namedBuffers()["mean"]));
}

TEST(BatchNormModule, ABatchOfEmptySequencesChangesNothing) {
    BatchNorm norm(3);
    const torch::Tensor y = norm.forward(torch::randn({2, 4, 3}), paddingOf(lengthsOf({0, 0}), 4), false);
    EXPECT_EQ(y.abs().sum().item<double>(), 0);
    EXPECT_TRUE(sameBits(norm.namedBuffers()["mean"], torch::zeros({3})));
    EXPECT_TRUE(sameBits(norm.namedBuffers()["variance"], torch::ones({3})));
}

}  // namespace
}  // namespace strand
