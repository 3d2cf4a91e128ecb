// Linear maps with what follows them in one pass: y = residual + dropout(activation(x W' + b)).
#pragma once

#include "layers/kernels/kernels.hpp"
#include "layers/module.hpp"

#include <optional>

namespace strand {

/// What follows the map. Only None goes with a residual.
struct LinearOptions {
    Activation activation = Activation::None;
    double dropout = 0;                                    ///< probability; pass 0 while evaluating
    std::optional<torch::Tensor> residual = std::nullopt;  ///< [..., N]
};

/// x [..., K], weight [N, K], bias [N] or undefined -> [..., N]. A row of the result does not depend on the other rows of x.
[[nodiscard]] torch::Tensor linearMap(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias,
                                      const LinearOptions& options = {});

/// a' b for a [R,M] and b [R,N] -> [M,N], without gradient.
[[nodiscard]] torch::Tensor transposedProduct(const torch::Tensor& a, const torch::Tensor& b);

/// Weights [N, K] from U(-sqrt(6/(N+K)), +sqrt(6/(N+K))) (Glorot & Bengio 2010), bias 0.
class Linear : public Module {
public:
    Linear(std::int64_t in, std::int64_t out, bool withBias = true);
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& x, const LinearOptions& options = {}) const {
        return linearMap(x, weight, bias, options);
    }

    torch::Tensor weight;  ///< [out, in]
    torch::Tensor bias;    ///< [out], undefined without one
};

}  // namespace strand
