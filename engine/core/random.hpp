// Counter-based random numbers: a value depends on (key, counter) alone, so nothing has to be stored to resume.
// Philox4x32-10, Salmon et al. 2011 ("Parallel random numbers: as easy as 1, 2, 3").
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace strand {

/// Four 32-bit words for a 64-bit key and a 128-bit counter.
[[nodiscard]] std::array<std::uint32_t, 4> philox(std::uint64_t key, std::uint64_t counterHigh, std::uint64_t counterLow);

/// One 64-bit seed derived from a run's seed and a purpose ("init", "shuffle", "dropout") with up to two indices (epoch, step).
[[nodiscard]] std::uint64_t deriveSeed(std::uint64_t seed, std::string_view purpose, std::uint64_t a = 0, std::uint64_t b = 0);

/// A small generator over philox; satisfies std::uniform_random_bit_generator, but use the members: the same on every platform.
class Random {
public:
    using result_type = std::uint32_t;
    explicit Random(std::uint64_t key) : m_key(key) {}
    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return 0xFFFFFFFFu; }
    result_type operator()();
    /// Uniform in [0, bound), without modulo bias; bound > 0.
    std::uint32_t below(std::uint32_t bound);
    /// Uniform in [0, 1), 53 bits.
    double uniform();
    /// Fisher-Yates.
    template <typename T>
    void shuffle(std::span<T> items) {
        for (size_t i = items.size(); i > 1; --i)
            std::swap(items[i - 1], items[below(static_cast<std::uint32_t>(i))]);
    }

private:
    std::uint64_t m_key;
    std::uint64_t m_counter = 0;
    std::array<std::uint32_t, 4> m_block{};
    unsigned m_used = 4;
};

}  // namespace strand
