// Memory that ran out, said the same everywhere.
#pragma once

#include "core/error.hpp"

namespace strand {

/// `what`: the words of the exception; its first line is told.
[[nodiscard]] Error outOfMemory(const std::string& what);

}  // namespace strand
