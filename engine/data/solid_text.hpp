// Where blanks and control characters stand, 16 bytes at a time.
#pragma once

#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

/// Bit i is set where byte i of 64 is at most 0x20, or `mark`.
[[nodiscard]] inline std::uint64_t findLowOr(char mark, const char* bytes) {
    std::uint64_t found = 0;
#ifdef __SSE2__
    const __m128i low = _mm_set1_epi8(0x20), marks = _mm_set1_epi8(mark);
#pragma GCC unroll 4
    for (unsigned part = 0; part < 4; ++part) {
        const __m128i x = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + std::size_t{16} * part));
        const __m128i hit = _mm_or_si128(_mm_cmpeq_epi8(_mm_min_epu8(x, low), x), _mm_cmpeq_epi8(x, marks));
        found |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(hit))) << (16 * part);
    }
#else
    for (unsigned i = 0; i < 64; ++i)
        found |= std::uint64_t{static_cast<unsigned char>(bytes[i]) <= 0x20U || bytes[i] == mark} << i;
#endif
    return found;
}

}  // namespace strand
