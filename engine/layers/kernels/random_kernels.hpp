// Dropout masks from Philox4x32-10 (core/random.hpp), kLanes counters at a time.
// Element e of group g takes 16 bits: word e / 32 of counter 16 g + e % 16, the low half where (e / 16) is even, else the high half.
#pragma once

#include "layers/kernels/kernels.hpp"
#include "layers/kernels/simd.hpp"

namespace strand::kernels {
namespace {

struct PhiloxWords {
    U w[4];
};

/// high and low words of c * multiplier in each lane.
STRAND_INLINE void multiplyLanes(U c, std::uint32_t multiplier, U& high, U& low) {
    const U64 m = U64{} + multiplier, pairs = reinterpret_cast<U64>(c);
    const U64 even = multiplyWide(pairs, m), odd = multiplyWide(pairs >> 32, m);
    const U64 lowHalf = U64{} + 0xFFFFFFFFU;
    high = reinterpret_cast<U>((even >> 32) | (odd & ~lowHalf));
    low = reinterpret_cast<U>((even & lowHalf) | (odd << 32));
}

STRAND_INLINE PhiloxWords philoxLanes(std::uint64_t key, std::uint64_t counterHigh, std::uint64_t firstCounter) {
    U c0{}, c1{};
    for (int lane = 0; lane < kLanes; ++lane) {
        const std::uint64_t counter = firstCounter + static_cast<std::uint64_t>(lane);
        c0[lane] = static_cast<std::uint32_t>(counter);
        c1[lane] = static_cast<std::uint32_t>(counter >> 32U);
    }
    U c2 = U{} + static_cast<std::uint32_t>(counterHigh), c3 = U{} + static_cast<std::uint32_t>(counterHigh >> 32U);
    std::uint32_t key0 = static_cast<std::uint32_t>(key), key1 = static_cast<std::uint32_t>(key >> 32U);
    for (int round = 0; round < 10; ++round) {
        U high0, low0, high1, low1;
        multiplyLanes(c0, 0xD2511F53U, high0, low0);
        multiplyLanes(c2, 0xCD9E8D57U, high1, low1);
        c0 = high1 ^ c1 ^ key0;
        c2 = high0 ^ c3 ^ key1;
        c1 = low1;
        c3 = low0;
        key0 += 0x9E3779B9U;
        key1 += 0xBB67AE85U;
    }
    return {{c0, c1, c2, c3}};
}

void keepFactors(const DropoutStream& stream, std::int64_t group, float* factors) {
    const F scale = broadcast(stream.scale);
    const U threshold = U{} + stream.threshold;
    for (std::int64_t first = 0; first < 16; first += kLanes) {
        const PhiloxWords words = philoxLanes(stream.key, stream.call, static_cast<std::uint64_t>(group * 16 + first));
        for (int word = 0; word < 4; ++word) {
            const U low = words.w[word] & 0xFFFFU, high = words.w[word] >> 16;
            store(factors + word * 32 + first, low < threshold ? F{} : scale);
            store(factors + word * 32 + 16 + first, high < threshold ? F{} : scale);
        }
    }
}

void dropoutRange(const DropoutStream& stream, const float* x, float* y, std::int64_t begin, std::int64_t end) {
    float factors[kDropoutGroup];
    for (std::int64_t at = begin; at < end; at += kDropoutGroup) {
        keepFactors(stream, at / kDropoutGroup, factors);
        const std::int64_t count = end - at < kDropoutGroup ? end - at : kDropoutGroup;
        forVectors(count, [&](std::int64_t i, std::int64_t n) { storeUpTo(y + at + i, loadUpTo(x + at + i, n) * load(factors + i), n); });
    }
}

}  // namespace
}  // namespace strand::kernels
