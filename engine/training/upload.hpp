// Whole numbers from the host to the model's device.
#pragma once

#include "layers/torch.hpp"

#include <cstdint>
#include <vector>

namespace strand {

/// A copy on `device`; toward a GPU through pinned memory, so that nobody waits for it.
[[nodiscard]] torch::Tensor upload(const std::vector<std::int64_t>& values, at::IntArrayRef shape, torch::Device device);

}  // namespace strand
