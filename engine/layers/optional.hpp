// An undefined tensor as ATen's functions want it.
#pragma once

#include "layers/torch.hpp"

#include <optional>

namespace strand {

inline std::optional<torch::Tensor> optional(const torch::Tensor& x) { return x.defined() ? std::optional(x) : std::nullopt; }

}  // namespace strand
