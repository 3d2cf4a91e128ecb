// One vector a sequence from one vector a position; padding never counts.
#pragma once

#include "layers/padding.hpp"
#include "layers/torch.hpp"

namespace strand {

/// x [B,L,D] -> [B,D]: mean over the valid positions; 0 for an empty sequence.
[[nodiscard]] torch::Tensor maskedMean(const torch::Tensor& x, const Padding& padding);
/// x [B,L,D] -> [B,D]: maximum over the valid positions; 0 for an empty sequence.
[[nodiscard]] torch::Tensor maskedMax(const torch::Tensor& x, const Padding& padding);
/// x [B,L,D] -> [B,D]: the last valid position; 0 for an empty sequence.
[[nodiscard]] torch::Tensor lastValid(const torch::Tensor& x, const Padding& padding);

}  // namespace strand
