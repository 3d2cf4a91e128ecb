// Layer normalisation in front of a residual branch (Ba et al. 2016, arXiv:1607.06450; Xiong et al. 2020, arXiv:2002.04745).
#pragma once

#include "layers/module.hpp"

#include <utility>

namespace strand {

/// LayerNorm(x) * weight + bias over the last dimension, eps 1e-5, and x itself for the residual connection: x [..., D], weight and bias
/// [D]. On the way back the gradients of both meet in one pass.
[[nodiscard]] std::pair<torch::Tensor, torch::Tensor> layerNormAndSkip(const torch::Tensor& x, const torch::Tensor& weight,
                                                                       const torch::Tensor& bias);

/// The learned normalisation itself, over the last dimension.
class LayerNorm : public Module {
public:
    explicit LayerNorm(std::int64_t dim);
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& x) const;

    torch::Tensor weight, bias;  ///< [D]
};

}  // namespace strand
