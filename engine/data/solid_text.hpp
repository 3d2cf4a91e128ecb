// Text without blanks and control characters, told apart 16 bytes at a time.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace strand {

namespace detail {

using Bytes16 = unsigned char __attribute__((vector_size(16)));

inline Bytes16 load16(const char* bytes) {
    Bytes16 out;
    std::memcpy(&out, bytes, sizeof out);
    return out;
}

}  // namespace detail

/// True where every byte is above 0x20.
[[nodiscard]] inline bool isSolid(std::string_view text) {
    const char* const bytes = text.data();
    if (text.size() < 16) {
        for (const char c : text) {
            if (static_cast<unsigned char>(c) <= 0x20U) return false;
        }
        return true;
    }
    detail::Bytes16 least = detail::load16(bytes + text.size() - 16);
    for (std::size_t i = 0; i + 16 < text.size(); i += 16) {
        const detail::Bytes16 next = detail::load16(bytes + i);
        least = next < least ? next : least;
    }
    const auto low = least <= 0x20;
    std::uint64_t halves[2];
    std::memcpy(halves, &low, sizeof halves);
    return (halves[0] | halves[1]) == 0;
}

}  // namespace strand
