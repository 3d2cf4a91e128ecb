#include "layers/feed_forward_map.hpp"

#include "tests/layers/compare.hpp"

#include "layers/dropout.hpp"

namespace strand {
namespace {

FeedForwardWeights weightsOf(const std::vector<torch::Tensor>& in) {
    return {.in = in[1], .inBias = in[2], .out = in[3], .outBias = in[4]};
}

/// x [B,L,D], W, b, V, c and a residual.
std::vector<torch::Tensor> inputs(std::int64_t rows, std::int64_t hidden) {
    torch::manual_seed(rows + hidden);
    return {torch::randn({rows, 3, 20}), torch::randn({hidden, 20}) / 4, torch::randn({hidden}), torch::randn({17, hidden}) / 4,
            torch::randn({17}),          torch::randn({rows, 3, 17})};
}

TEST(FeedForwardMap, AgreesWithTorchForEveryActivationAndSize) {
    for (const Activation activation : {Activation::None, Activation::Relu, Activation::Gelu}) {
        for (const std::int64_t rows : {1, 5, 130}) {
            for (const std::int64_t hidden : {2, 33, 64}) {
                expectPathsAgree(
                    [&](const auto& in) { return feedForwardMap(in[0], weightsOf(in), {.activation = activation, .residual = in[5]}); },
                    inputs(rows, hidden));
            }
        }
    }
}

TEST(FeedForwardMap, IsTheTwoMapsToTheBitWithTheSameDropout) {
    const auto in = inputs(130, 40);
    for (const Activation activation : {Activation::Relu, Activation::Gelu}) {
        torch::Tensor values[2], gradients[2][6];
        for (const bool joined : {false, true}) {
            std::vector<torch::Tensor> leaves;
            for (const torch::Tensor& input : in)
                leaves.push_back(input.clone().requires_grad_());
            setDropoutKey(3, 1);
            torch::Tensor y;
            if (joined) {
                y = feedForwardMap(leaves[0], weightsOf(leaves),
                                   {.activation = activation, .hiddenDropout = 0.3, .dropout = 0.2, .residual = leaves[5]});
            } else {
                const torch::Tensor hidden = linearMap(leaves[0], leaves[1], leaves[2], {.activation = activation, .dropout = 0.3});
                y = linearMap(hidden, leaves[3], leaves[4], {.dropout = 0.2, .residual = leaves[5]});
            }
            y.square().sum().backward();
            values[joined] = y.detach();
            for (std::size_t i = 0; i < leaves.size(); ++i)
                gradients[joined][i] = leaves[i].grad();
        }
        EXPECT_TRUE(sameBits(values[0], values[1]));
        for (std::size_t i = 0; i < in.size(); ++i) {
            const double scale = 1 + gradients[0][i].abs().max().item<double>();
            EXPECT_LT(largestDifference(gradients[0][i], gradients[1][i]) / scale, 1e-6) << "input " << i;
        }
    }
}

TEST(FeedForwardMap, WithoutAWayBackNothingIsKeptAndNothingChanges) {
    const auto in = inputs(130, 40);
    for (const Activation activation : {Activation::Relu, Activation::Gelu}) {
        const torch::Tensor y = feedForwardMap(in[0], weightsOf(in), {.activation = activation});
        const torch::NoGradGuard noGradient;
        EXPECT_TRUE(sameBits(y, feedForwardMap(in[0], weightsOf(in), {.activation = activation})));
    }
}

TEST(FeedForwardMap, ARowDoesNotDependOnTheOthers) {
    const auto in = inputs(130, 40);
    const torch::Tensor all = feedForwardMap(in[0], weightsOf(in));
    for (const std::int64_t row : {0, 50, 129})
        EXPECT_TRUE(sameBits(all[row], feedForwardMap(in[0].narrow(0, row, 1), weightsOf(in))[0]));
}

TEST(FeedForwardMap, TheSameThreadsGiveTheSameBits) {
    const int before = at::get_num_threads();
    for (const int threads : {1, 3}) {
        at::set_num_threads(threads);
        torch::Tensor gradients[2];
        for (torch::Tensor& gradient : gradients) {
            auto in = inputs(400, 40);
            in[1].requires_grad_();
            feedForwardMap(in[0], weightsOf(in)).square().sum().backward();
            gradient = in[1].grad();
        }
        EXPECT_TRUE(sameBits(gradients[0], gradients[1])) << threads << " threads";
    }
    at::set_num_threads(before);
}

TEST(FeedForwardMap, NoRowsGiveNoRows) {
    const auto in = inputs(4, 5);
    EXPECT_EQ(feedForwardMap(torch::zeros({0, 3, 20}).requires_grad_(), weightsOf(in)).sizes(), (std::vector<std::int64_t>{0, 3, 17}));
}

}  // namespace
}  // namespace strand
