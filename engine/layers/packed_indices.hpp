// Indices in a few bits each, where they are kept for long.
#pragma once

#include "layers/torch.hpp"

#include <cstdint>
#include <vector>

namespace strand {

/// Rows that ascend are written by the differences of their entries, in Rice's code (1979); other values by what they are above the least
/// one, all in one width.
struct PackedIndices {
    std::vector<std::int64_t> sizes;
    torch::Tensor bits;  ///< [bytes] uint8
    std::int64_t least = 0;
    bool differences = false;
    int width = 0;  ///< bits of a value, or those of a difference that do not go into its unary part
};

/// int64 on the CPU.
[[nodiscard]] PackedIndices packed(const torch::Tensor& indices);
[[nodiscard]] torch::Tensor unpacked(const PackedIndices& indices);

}  // namespace strand
