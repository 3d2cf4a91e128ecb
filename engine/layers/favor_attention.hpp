// Attention by random features in one pass over the heads: their features are never in memory together (FAVOR+, Choromanski et al. 2021).
#pragma once

#include "layers/padding.hpp"
#include "layers/torch.hpp"

namespace strand {

/// qkv [B,L,3 * heads * d], projection [m,d] of orthogonalFeatures() -> [B,L,heads * d]: what softmaxFeatures() and linearAttention() give
/// for each head; 0 at padded positions.
[[nodiscard]] torch::Tensor favorAttention(const torch::Tensor& qkv, std::int64_t heads, const torch::Tensor& projection,
                                           const Padding& padding);

}  // namespace strand
