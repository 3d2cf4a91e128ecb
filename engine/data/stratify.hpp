// Sizes of the parts of a whole.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace strand {

using Counts = std::vector<std::int64_t>;

/// Whole numbers that sum to `count`, as near to count * fraction as can be; fractions sum to 1.
[[nodiscard]] Counts largestRemainder(std::int64_t count, std::span<const double> fractions);

/// [stratum][part] whose rows sum to `strata` and whose columns sum to the largest-remainder sizes of the whole.
[[nodiscard]] std::vector<Counts> stratifiedSizes(const Counts& strata, std::span<const double> fractions);

}  // namespace strand
