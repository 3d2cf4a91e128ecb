#include "cli/npy.hpp"

#include <fmt/format.h>

namespace strand::cli {

std::string npyHeader(std::span<const std::int64_t> shape) {
    constexpr std::size_t kAlignment = 64, kPreamble = 10;
    std::string text = "{'descr': '<f4', 'fortran_order': False, 'shape': (";
    for (const auto size : shape)
        text += fmt::format("{}, ", size);
    text += "), }";
    text.append(kAlignment - 1 - (kPreamble + text.size()) % kAlignment, ' ');
    text += '\n';
    std::string out("\x93NUMPY\x01\x00", 8);
    out += static_cast<char>(text.size() & 0xFFU);
    out += static_cast<char>(text.size() >> 8U);
    return out + text;
}

}  // namespace strand::cli
