// Additive attention scores (Bahdanau et al. 2015, arXiv:1409.0473): v' tanh(q + k), where q and k are mapped already.
#pragma once

#include "layers/torch.hpp"

namespace strand {

/// q, k [B,heads,L,d] and v [heads,d] -> [B,heads,L,L]. The vectors between queries and keys [.., L,L,d] are never whole in memory; the way
/// back computes them again.
[[nodiscard]] torch::Tensor additiveScores(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v);

}  // namespace strand
