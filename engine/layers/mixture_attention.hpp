// Attention of all positions to mixtures of them, in one pass over the sequences (Linformer, Wang et al. 2020, arXiv:2006.04768).
#pragma once

#include "layers/padding.hpp"
#include "layers/torch.hpp"

namespace strand {

/// softmax(Q (E'K)' / sqrt(d)) F'V of each head: qkv [B,L,3 * heads * d], e and f [positions >= L, k] -> [B,L,heads * d], 0 at padded
/// positions, which are in no mixture. `dropout` of the weights; pass 0 while evaluating.
[[nodiscard]] torch::Tensor mixtureAttention(const torch::Tensor& qkv, std::int64_t heads, const torch::Tensor& e, const torch::Tensor& f,
                                             const Padding& padding, double dropout);

}  // namespace strand
