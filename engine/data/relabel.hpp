// Labels given by hand.
#pragma once

#include "data/sequence.hpp"

#include <span>

namespace strand {

/// ErrorCode::Usage for one that is no sequence of the dataset.
[[nodiscard]] Result<void> checkOrdinals(const Dataset& dataset, std::span<const std::int32_t> ordinals);

/// Gives sequences the class `label` (empty = none), made where it is new; classes that no sequence has any more go. Ids of classes follow
/// their order. ErrorCode::Usage: a name that does not survive an export.
Result<void> relabel(Dataset& dataset, std::span<const std::int32_t> ordinals, const std::string& label);

/// Whether sequences have two labels or more; those without one do not count.
[[nodiscard]] bool contradicts(const Dataset& dataset, std::span<const std::int64_t> sequences);

}  // namespace strand
