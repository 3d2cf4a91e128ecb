#include "layers/linear.hpp"

#include "tests/layers/compare.hpp"

#include <cmath>

namespace strand {
namespace {

TEST(LinearMap, AgreesWithTorchForEveryActivationAndSize) {
    torch::manual_seed(1);
    for (const Activation activation : {Activation::None, Activation::Relu, Activation::Gelu}) {
        for (const std::int64_t rows : {1, 5, 130}) {
            for (const std::int64_t out : {2, 33, 128}) {
                const std::vector<torch::Tensor> inputs{torch::randn({rows, 3, 20}), torch::randn({out, 20}), torch::randn({out})};
                expectPathsAgree([&](const auto& in) { return linearMap(in[0], in[1], in[2], {.activation = activation}); }, inputs);
            }
        }
    }
}

TEST(LinearMap, AddsAResidualAndLeavesOutABias) {
    torch::manual_seed(2);
    const std::vector<torch::Tensor> inputs{torch::randn({7, 20}), torch::randn({31, 20}), torch::randn({7, 31})};
    expectPathsAgree([](const auto& in) { return linearMap(in[0], in[1], {}, {.residual = in[2]}); }, inputs);
    expectPathsAgree([](const auto& in) { return linearMap(in[0], in[1], {}) + in[2]; }, inputs);
}

TEST(LinearMap, TakesInputsThatAreNotContiguous) {
    const std::vector<torch::Tensor> inputs{torch::randn({20, 7}), torch::randn({20, 12}), torch::randn({12})};
    expectPathsAgree([](const auto& in) { return linearMap(in[0].t(), in[1].t(), in[2]); }, inputs);
}

TEST(LinearMap, ARowDoesNotDependOnTheOthers) {
    const torch::Tensor x = torch::randn({301, 64}), weight = torch::randn({50, 64}), bias = torch::randn({50});
    const torch::Tensor all = linearMap(x, weight, bias, {.activation = Activation::Gelu});
    for (const std::int64_t row : {0, 97, 300})
        EXPECT_TRUE(sameBits(all[row], linearMap(x.narrow(0, row, 1), weight, bias, {.activation = Activation::Gelu})[0]));
}

TEST(LinearMap, NoRowsGiveNoRows) {
    const torch::Tensor x = torch::zeros({0, 4, 8}).requires_grad_();
    EXPECT_EQ(linearMap(x, torch::zeros({3, 8}), torch::zeros({3})).sizes(), (std::vector<std::int64_t>{0, 4, 3}));
}

TEST(LinearMap, GradientsReachOnlyWhatAsksForThem) {
    const torch::Tensor x = torch::randn({9, 8}), weight = torch::randn({4, 8}).requires_grad_();
    linearMap(x, weight, {}).sum().backward();
    EXPECT_TRUE(weight.grad().defined());
    EXPECT_FALSE(x.grad().defined());
}

TEST(LinearModule, StartsWithinTheBoundsOfGlorot) {
    const Linear layer(300, 100);
    const double bound = std::sqrt(6.0 / 400);
    EXPECT_LE(layer.weight.abs().max().item<double>(), bound);
    EXPECT_NEAR(layer.weight.std().item<double>(), bound / std::sqrt(3.0), bound / 50);
    EXPECT_EQ(layer.bias.abs().max().item<double>(), 0);
    EXPECT_FALSE(Linear(3, 2, false).bias.defined());
}

TEST(TransposedProduct, AgreesWithTorch) {
    const torch::Tensor a = torch::randn({500, 33}), b = torch::randn({500, 17});
    EXPECT_LT(largestDifference(transposedProduct(a, b), torch::mm(a.t().to(torch::kDouble), b.to(torch::kDouble))), 1e-3);
}

}  // namespace
}  // namespace strand
