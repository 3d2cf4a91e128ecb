// Sums of vectors at unit length, and the way back: what the centroids and the loss of a Routing Transformer with one cluster need.
#pragma once

#include "layers/kernels/efficient.hpp"
#include "layers/kernels/simd.hpp"

namespace strand::kernels {
namespace {

/// 1 / |x|, at most 1e12 as torch's normalize has it.
STRAND_INLINE float inverseLength(const float* x, std::int64_t dim) {
    F squares{};
    forVectors(dim, [&](std::int64_t i, std::int64_t n) {
        const F v = loadUpTo(x + i, n);
        squares += v * v;
    });
    const float length = __builtin_sqrtf(horizontalSum(squares));
    return 1.0F / (length > 1e-12F ? length : 1e-12F);
}

void unitSums(const UnitRows& rows, float* sums) {
    for (std::int64_t r = 0; r < rows.length; ++r) {
        for (std::int64_t h = 0; h < rows.heads; ++h) {
            const float* x = rows.x + r * rows.stride + h * rows.dim;
            const float inverse = inverseLength(x, rows.dim);
            float* to = sums + h * rows.dim;
            forVectors(rows.dim,
                       [&](std::int64_t i, std::int64_t n) { storeUpTo(to + i, loadUpTo(to + i, n) + loadUpTo(x + i, n) * inverse, n); });
        }
    }
}

/// dx = (g - u (u g)) / |x| for u = x / |x|.
void unitSumsBackward(const UnitRows& rows, const float* dSums, float* dx) {
    for (std::int64_t r = 0; r < rows.length; ++r) {
        for (std::int64_t h = 0; h < rows.heads; ++h) {
            const std::int64_t at = r * rows.stride + h * rows.dim;
            const float *x = rows.x + at, *g = dSums + h * rows.dim;
            const float inverse = inverseLength(x, rows.dim);
            F products{};
            forVectors(rows.dim, [&](std::int64_t i, std::int64_t n) { products += loadUpTo(x + i, n) * loadUpTo(g + i, n); });
            const float along = horizontalSum(products) * inverse * inverse;
            forVectors(rows.dim, [&](std::int64_t i, std::int64_t n) {
                storeUpTo(dx + at + i, (loadUpTo(g + i, n) - along * loadUpTo(x + i, n)) * inverse, n);
            });
        }
    }
}

}  // namespace
}  // namespace strand::kernels
