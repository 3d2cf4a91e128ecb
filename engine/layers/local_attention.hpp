// Attention inside a window and its neighbours: the local heads of Performer, Reformer and Routing Transformer.
#pragma once

#include "layers/padding.hpp"
#include "layers/torch.hpp"

namespace strand {

struct LocalAttentionOptions {
    std::int64_t window = 256;
    bool causal = false;
    bool sharedQk = false;  ///< keys are the queries at unit length; a position sees itself only where it sees nothing else
    double dropout = 0;     ///< of the weights; pass 0 while evaluating
};

/// q, k, v [B,heads,L,d] -> [B,heads,L,d]. Position p sees those of its own window [w * (p / w), +w), of the one before and, unless
/// causal, of the one after. Any length works. `weights` receives [B,heads,L,L] where it is not null.
[[nodiscard]] torch::Tensor localAttention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v, const Padding& padding,
                                           const LocalAttentionOptions& options, torch::Tensor* weights = nullptr);

}  // namespace strand
