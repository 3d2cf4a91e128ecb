// The two linear maps of a feed-forward in one pass: y = residual + dropout(V dropout(activation(W x + b)) + c).
#pragma once

#include "layers/linear.hpp"

namespace strand {

struct FeedForwardWeights {
    torch::Tensor in, inBias;    ///< W [H,D], b [H]
    torch::Tensor out, outBias;  ///< V [N,H], c [N]
};

[[nodiscard]] inline FeedForwardWeights feedForwardWeights(const Linear& in, const Linear& out) {
    return {.in = in.weight, .inBias = in.bias, .out = out.weight, .outBias = out.bias};
}

struct FeedForwardMapOptions {
    Activation activation = Activation::Gelu;
    double hiddenDropout = 0, dropout = 0;                 ///< probabilities; pass 0 while evaluating
    std::optional<torch::Tensor> residual = std::nullopt;  ///< [..., N]
};

/// x [..., D] -> [..., N]. The hidden units of a few rows at a time stay in the cache; of all of them only what the way back needs is
/// stored, once. A row of the result does not depend on the other rows of x. The gradients of the weights are summed by thread: the same
/// number of threads gives the same bits.
[[nodiscard]] torch::Tensor feedForwardMap(const torch::Tensor& x, const FeedForwardWeights& weights,
                                           const FeedForwardMapOptions& options = {});

}  // namespace strand
