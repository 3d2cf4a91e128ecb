// What follows a linear map: bias, activation, dropout, residual in one pass.
#pragma once

#include "layers/kernels/gemm.hpp"
#include "layers/kernels/random_kernels.hpp"

namespace strand::kernels {
namespace {

constexpr float kSqrtHalf = 0.70710678118654752F;
constexpr float kInverseSqrtTwoPi = 0.39894228040143268F;

struct Gelu {
    F value, slope;
};
STRAND_INLINE Gelu gelu(F x) {
    const F e = exponential(-0.5F * x * x), share = 0.5F + 0.5F * errorFunction(x * kSqrtHalf, e);
    return {x * share, share + x * e * kInverseSqrtTwoPi};
}

/// Calls body(row, column, count, dropout factors of these elements) through all rows; the factors are 1 where `draw` is false.
template <typename Body>
STRAND_INLINE void forDropoutGroups(const Epilogue& epilogue, bool draw, std::int64_t begin, std::int64_t end, Body body) {
    const std::int64_t columns = epilogue.columns, groups = (columns + kDropoutGroup - 1) / kDropoutGroup;
    float factors[kDropoutGroup];
    for (std::int64_t i = 0; i < kDropoutGroup; ++i)
        factors[i] = 1;
    for (std::int64_t row = begin; row < end; ++row) {
        for (std::int64_t group = 0; group < groups; ++group) {
            if (draw) keepFactors(epilogue.dropout, row * groups + group, factors);
            const std::int64_t first = group * kDropoutGroup;
            const std::int64_t count = columns - first < kDropoutGroup ? columns - first : kDropoutGroup;
            forVectors(count, [&](std::int64_t i, std::int64_t n) { body(row, first + i, n, load(factors + i)); });
        }
    }
}

void epilogueForward(const Epilogue& epilogue, const float* z, float* y, std::int64_t begin, std::int64_t end) {
    const std::int64_t columns = epilogue.columns;
    forDropoutGroups(epilogue, epilogue.dropout.threshold != 0, begin, end,
                     [&](std::int64_t row, std::int64_t column, std::int64_t n, F factor) {
                         F x = loadUpTo(z + row * columns + column, n);
                         if (epilogue.bias != nullptr) x += loadUpTo(epilogue.bias + column, n);
                         if (epilogue.activation == Activation::Relu) x = x < 0.0F ? F{} : x;  // NaN stays
                         if (epilogue.activation == Activation::Gelu) x = gelu(x).value;
                         x *= factor;
                         if (epilogue.residual != nullptr) x += loadUpTo(epilogue.residual + row * columns + column, n);
                         storeUpTo(y + row * columns + column, x, n);
                     });
}

void epilogueBackward(const Epilogue& epilogue, const float* dy, const float* saved, float* dz, float* again, std::int64_t begin,
                      std::int64_t end) {
    const std::int64_t columns = epilogue.columns;
    const bool relu = epilogue.activation == Activation::Relu;  // what was dropped is 0 and needs no mask
    forDropoutGroups(epilogue, epilogue.dropout.threshold != 0 && !relu, begin, end,
                     [&](std::int64_t row, std::int64_t column, std::int64_t n, F factor) {
                         const std::int64_t at = row * columns + column;
                         F gradient = loadUpTo(dy + at, n) * factor;
                         if (relu) gradient = loadUpTo(saved + at, n) > 0.0F ? gradient * epilogue.dropout.scale : F{};
                         if (epilogue.activation == Activation::Gelu) {
                             F x = loadUpTo(saved + at, n);
                             if (epilogue.bias != nullptr) x += loadUpTo(epilogue.bias + column, n);
                             const Gelu found = gelu(x);
                             gradient *= found.slope;
                             if (again != nullptr) storeUpTo(again + at, found.value * factor, n);
                         }
                         storeUpTo(dz + at, gradient, n);
                     });
}

}  // namespace
}  // namespace strand::kernels
