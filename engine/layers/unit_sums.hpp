// The sum of the queries and keys of a batch at unit length: with a single cluster, all that the centroid and the commitment loss of a
// Routing Transformer depend on (Roy et al. 2021, arXiv:2003.05997).
#pragma once

#include "layers/padding.hpp"
#include "layers/torch.hpp"

namespace strand {

/// qkv [B,L,3 * heads * d] -> [heads,d]: sum over the valid positions of q / |q| + k / |k|.
[[nodiscard]] torch::Tensor unitSums(const torch::Tensor& qkv, std::int64_t heads, const Padding& padding);

}  // namespace strand
