// Vectors of length 1, as torch's F.normalize makes them.
#pragma once

#include "layers/torch.hpp"

namespace strand {

/// x / max(|x|, 1e-12) over the last dimension.
[[nodiscard]] inline torch::Tensor unitLength(const torch::Tensor& x) { return x / x.norm(2, -1, true).clamp_min(1e-12); }

}  // namespace strand
