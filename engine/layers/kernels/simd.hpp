// Vectors of the instruction set that the including file is compiled for. No standard library here: an inline function of it,
// compiled with wide instructions, could end up in programs for computers without them.
#pragma once

#include <cstdint>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#pragma GCC diagnostic ignored "-Wpsabi"  // vectors cross no function border: everything here is inlined

#define STRAND_INLINE inline __attribute__((always_inline))

namespace strand::kernels {
namespace {

#if defined(__AVX512F__)
constexpr std::int64_t kLanes = 16;
constexpr int kTileRows = 12;  // of 32 registers: 12 x 2 sums, 2 loads, 1 broadcast
#elif defined(__AVX2__)
constexpr std::int64_t kLanes = 8;
constexpr int kTileRows = 6;
#else
constexpr std::int64_t kLanes = 4;
constexpr int kTileRows = 6;
#endif

template <std::int64_t lanes>
struct Vectors {
    typedef float F __attribute__((vector_size(lanes * 4)));
    typedef float LooseF __attribute__((vector_size(lanes * 4), aligned(4), may_alias));
    typedef std::int32_t I __attribute__((vector_size(lanes * 4)));
    typedef std::uint32_t U __attribute__((vector_size(lanes * 4)));
    typedef std::uint64_t U64 __attribute__((vector_size(lanes * 4)));
};
using F = Vectors<kLanes>::F;
using I = Vectors<kLanes>::I;
using U = Vectors<kLanes>::U;
using U64 = Vectors<kLanes>::U64;

template <std::int64_t lanes = kLanes>
STRAND_INLINE typename Vectors<lanes>::F load(const float* p) {
    return *reinterpret_cast<const typename Vectors<lanes>::LooseF*>(p);
}
template <std::int64_t lanes = kLanes>
STRAND_INLINE void store(float* p, typename Vectors<lanes>::F v) {
    *reinterpret_cast<typename Vectors<lanes>::LooseF*>(p) = v;
}
template <std::int64_t lanes = kLanes>
STRAND_INLINE typename Vectors<lanes>::F broadcast(float x) {
    return x - typename Vectors<lanes>::F{};  // x - 0 is x for every x, so nothing is subtracted; 0 + x is not (-0)
}
/// The first `count` floats, the others `fill`.
STRAND_INLINE F loadFirst(const float* p, std::int64_t count, float fill = 0) {
    float buffer[kLanes];
    for (std::int64_t i = 0; i < kLanes; ++i)
        buffer[i] = i < count ? p[i] : fill;
    return load(buffer);
}
STRAND_INLINE void storeFirst(float* p, F v, std::int64_t count) {
    float buffer[kLanes];
    store(buffer, v);
    for (std::int64_t i = 0; i < count; ++i)
        p[i] = buffer[i];
}
/// Calls body(offset, count) for each vector of [0, n), the last one perhaps shorter.
template <typename Body>
STRAND_INLINE void forVectors(std::int64_t n, Body body) {
    std::int64_t i = 0;
    for (; i + kLanes <= n; i += kLanes)
        body(i, kLanes);
    if (i < n) body(i, n - i);
}
STRAND_INLINE F loadUpTo(const float* p, std::int64_t count) { return count == kLanes ? load(p) : loadFirst(p, count); }
STRAND_INLINE void storeUpTo(float* p, F v, std::int64_t count) {
    if (count == kLanes) {
        store(p, v);
    } else {
        storeFirst(p, v, count);
    }
}

STRAND_INLINE F maximum(F a, F b) { return a > b ? a : b; }
/// All lanes joined in pairs, so that no lane waits for all before it.
template <std::int64_t lanes, typename Join>
STRAND_INLINE float joinLanes(typename Vectors<lanes>::F v, Join join) {
    if constexpr (lanes == 2) {
        return join(v[0], v[1]);
    } else {
        float buffer[lanes];
        store<lanes>(buffer, v);
        return joinLanes<lanes / 2>(join(load<lanes / 2>(buffer), load<lanes / 2>(buffer + lanes / 2)), join);
    }
}
STRAND_INLINE float horizontalSum(F v) {
    return joinLanes<kLanes>(v, [](auto a, auto b) { return a + b; });
}
STRAND_INLINE float horizontalMax(F v) {
    return joinLanes<kLanes>(v, [](auto a, auto b) { return a > b ? a : b; });
}

/// e^x to 2 units in the last place; 0 below -87.3, finite above.
STRAND_INLINE F exponential(F x) {
    const F lowest = broadcast(-87.3F), highest = broadcast(88.3F);
    const F clamped = x < lowest ? lowest : (x > highest ? highest : x);
    const F magic = broadcast(12582912.0F);  // 1.5 * 2^23: adding it rounds to a whole number
    const F shifted = clamped * 1.44269504088896341F + magic;
    const F n = shifted - magic;
    const I power = (reinterpret_cast<I>(shifted) - reinterpret_cast<I>(magic) + 127) << 23;
    const F f = (clamped - n * 0.693359375F) + n * 2.12194440e-4F;
    F p = broadcast(1.0F / 5040);
    p = p * f + 1.0F / 720;
    p = p * f + 1.0F / 120;
    p = p * f + 1.0F / 24;
    p = p * f + 1.0F / 6;
    p = p * f + 0.5F;
    p = p * f + 1.0F;
    p = p * f + 1.0F;
    const F result = p * reinterpret_cast<F>(power);
    return x < lowest ? F{} : result;
}
/// 1 / x, 0 < x. A division of 16 lanes is slow: an estimate of 14 bits and one step of Newton give it to 2 units in the last place.
STRAND_INLINE F reciprocal(F x) {
#if defined(__AVX512F__)
    const auto estimate = reinterpret_cast<F>(_mm512_maskz_rcp14_ps(0xFFFF, reinterpret_cast<__m512>(x)));
    return estimate + estimate * (1.0F - x * estimate);
#else
    return 1.0F / x;
#endif
}
STRAND_INLINE F sigmoid(F x) { return reciprocal(1.0F + exponential(-x)); }
STRAND_INLINE F hyperbolicTangent(F x) { return 1.0F - 2.0F * reciprocal(1.0F + exponential(2.0F * x)); }

/// Error function to 2e-7 (Abramowitz & Stegun 7.1.26), given e^(-x^2).
STRAND_INLINE F errorFunction(F x, F expMinusSquare) {
    const F magnitude = x < 0.0F ? -x : x;
    const F t = reciprocal(1.0F + 0.3275911F * magnitude);
    F p = broadcast(1.061405429F);
    p = p * t - 1.453152027F;
    p = p * t + 1.421413741F;
    p = p * t - 0.284496736F;
    p = p * t + 0.254829592F;
    const F y = 1.0F - p * t * expMinusSquare;
    return x < 0.0F ? -y : y;
}

/// Low halves of the 64-bit lanes multiplied to 64 bits.
STRAND_INLINE U64 multiplyWide(U64 a, U64 b) {
#if defined(__AVX512F__)
    // The unmasked form draws a false warning about an uninitialised value from GCC 12.
    return reinterpret_cast<U64>(_mm512_maskz_mul_epu32(0xFF, reinterpret_cast<__m512i>(a), reinterpret_cast<__m512i>(b)));
#elif defined(__AVX2__)
    return reinterpret_cast<U64>(_mm256_mul_epu32(reinterpret_cast<__m256i>(a), reinterpret_cast<__m256i>(b)));
#elif defined(__x86_64__)
    return reinterpret_cast<U64>(_mm_mul_epu32(reinterpret_cast<__m128i>(a), reinterpret_cast<__m128i>(b)));
#else
    return (a & 0xFFFFFFFFU) * (b & 0xFFFFFFFFU);
#endif
}

}  // namespace
}  // namespace strand::kernels
