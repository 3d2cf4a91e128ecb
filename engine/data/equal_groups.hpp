// Which texts are the same.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace strand {

/// For each text the index of the first equal one (its own where it is the first). At most 2^31 - 1 texts.
[[nodiscard]] std::vector<std::int32_t> firstEqual(std::span<const std::string_view> texts);

}  // namespace strand
