// A name that is none of those there are.
#pragma once

#include "core/error.hpp"

#include <span>
#include <string>

namespace strand {

/// ErrorCode::Usage: `found`, which names are there, and the one that was probably meant.
[[nodiscard]] Error unknownName(Message found, const std::string& name, std::span<const std::string> known);

}  // namespace strand
