#include "core/random.hpp"

namespace strand {

namespace {

std::uint64_t hashText(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

std::uint64_t word64(std::uint32_t high, std::uint32_t low) { return (static_cast<std::uint64_t>(high) << 32U) | low; }
std::uint32_t low32(std::uint64_t value) { return static_cast<std::uint32_t>(value); }
std::uint32_t high32(std::uint64_t value) { return static_cast<std::uint32_t>(value >> 32U); }

}  // namespace

std::array<std::uint32_t, 4> philox(std::uint64_t key, std::uint64_t counterHigh, std::uint64_t counterLow) {
    std::uint32_t key0 = low32(key), key1 = high32(key);
    std::array<std::uint32_t, 4> c{low32(counterLow), high32(counterLow), low32(counterHigh), high32(counterHigh)};
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t product0 = std::uint64_t{0xD2511F53U} * c[0];
        const std::uint64_t product1 = std::uint64_t{0xCD9E8D57U} * c[2];
        c = {high32(product1) ^ c[1] ^ key0, low32(product1), high32(product0) ^ c[3] ^ key1, low32(product0)};
        key0 += 0x9E3779B9U;
        key1 += 0xBB67AE85U;
    }
    return c;
}

std::uint64_t deriveSeed(std::uint64_t seed, std::string_view purpose, std::uint64_t a, std::uint64_t b) {
    const auto first = philox(seed, hashText(purpose), a);
    const auto second = philox(word64(first[0], first[1]), word64(first[2], first[3]), b);
    return word64(second[0], second[1]);
}

Random::result_type Random::operator()() {
    if (m_used == m_block.size()) {
        m_block = philox(m_key, 0, m_counter++);
        m_used = 0;
    }
    return m_block[m_used++];
}

std::uint32_t Random::below(std::uint32_t bound) {
    // Lemire 2019, "Fast random integer generation in an interval".
    std::uint64_t product = std::uint64_t{(*this)()} * bound;
    if (low32(product) < bound) {
        const std::uint32_t threshold = (0U - bound) % bound;
        while (low32(product) < threshold)
            product = std::uint64_t{(*this)()} * bound;
    }
    return high32(product);
}

double Random::uniform() {
    const std::uint32_t high = (*this)(), low = (*this)();
    return static_cast<double>(word64(high, low) >> 11U) * 0x1.0p-53;
}

}  // namespace strand
