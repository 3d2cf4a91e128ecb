// Rotary positions (Su et al. 2021, arXiv:2104.09864): pairs of numbers turn by an angle proportional to the position.
#pragma once

#include "layers/torch.hpp"

namespace strand {

/// x [B,heads,L,d], d even -> the same with numbers 2i, 2i + 1 of position p turned by p / 10000^(2i/d).
[[nodiscard]] torch::Tensor rotated(const torch::Tensor& x);

}  // namespace strand
