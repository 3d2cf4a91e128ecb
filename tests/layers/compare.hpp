// Compares a layer's float32 path with its double path, values and gradients.
#pragma once

#include "layers/padding.hpp"
#include "layers/torch.hpp"

#include <gtest/gtest.h>
#include <functional>
#include <vector>

namespace strand {

inline double largestDifference(const torch::Tensor& a, const torch::Tensor& b) {
    if (a.numel() == 0) return 0;
    return (a.to(torch::kDouble) - b.to(torch::kDouble)).abs().max().item<double>();
}

inline bool sameBits(const torch::Tensor& a, const torch::Tensor& b) {
    return a.sizes() == b.sizes() && a.scalar_type() == b.scalar_type() && torch::equal(a, b);
}

/// Five sequences in 33 positions: long, short, uneven and empty ones.
inline Padding padded() {
    const torch::Tensor lengths = torch::tensor({30, 9, 17, 0, 4});
    return {.lengths = lengths, .mask = torch::arange(33).unsqueeze(0) < lengths.unsqueeze(1)};
}

using LayerFunction = std::function<torch::Tensor(const std::vector<torch::Tensor>&)>;

struct ValueAndGradients {
    torch::Tensor value;
    std::vector<torch::Tensor> gradients;
};

/// The gradient of sum(y * weights) with fixed, uneven weights.
inline ValueAndGradients evaluateAs(torch::ScalarType type, const LayerFunction& layer, const std::vector<torch::Tensor>& inputs) {
    std::vector<torch::Tensor> leaves;
    for (const torch::Tensor& input : inputs)
        leaves.push_back(input.detach().to(type).clone().requires_grad_());
    const torch::Tensor y = layer(leaves);
    const torch::Tensor weights = torch::cos(torch::arange(y.numel(), torch::kDouble) * 0.7).view(y.sizes()).to(type);
    (y * weights).sum().backward();
    ValueAndGradients result{.value = y.detach(), .gradients = {}};
    for (const torch::Tensor& leaf : leaves)
        result.gradients.push_back(leaf.grad());
    return result;
}

/// The largest difference, in units of the largest number or of 1.
inline double relativeDifference(const torch::Tensor& given, const torch::Tensor& exact) {
    return exact.numel() == 0 ? 0 : largestDifference(given, exact) / (1 + exact.abs().max().item<double>());
}

/// float32 goes through our kernels, double through torch's operators: the two check each other.
inline void expectPathsAgree(const LayerFunction& layer, const std::vector<torch::Tensor>& inputs, double tolerance = 2e-5) {
    const ValueAndGradients fast = evaluateAs(torch::kFloat, layer, inputs), exact = evaluateAs(torch::kDouble, layer, inputs);
    EXPECT_LT(relativeDifference(fast.value, exact.value), tolerance);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        ASSERT_TRUE(fast.gradients[i].defined()) << "input " << i;
        EXPECT_LT(relativeDifference(fast.gradients[i], exact.gradients[i]), tolerance) << "gradient of input " << i;
    }
}

}  // namespace strand
