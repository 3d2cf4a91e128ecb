// NumPy's array file, format 1.0 (NEP 1): float32, little-endian, C order.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace strand::cli {

/// What stands before the numbers.
[[nodiscard]] std::string npyHeader(std::span<const std::int64_t> shape);

}  // namespace strand::cli
