// Normalisation of rows (Ba et al. 2016, arXiv:1607.06450), whose way back takes in the gradient that went past it.
#pragma once

#include "layers/kernels/efficient.hpp"
#include "layers/kernels/simd.hpp"

namespace strand::kernels {
namespace {

STRAND_INLINE float meanOf(F sums, std::int64_t count) { return horizontalSum(sums) / static_cast<float>(count); }

void layerNorm(const LayerNormRows& rows, float* y, float* mean, float* inverse, std::int64_t begin, std::int64_t end) {
    const std::int64_t columns = rows.columns;
    for (std::int64_t r = begin; r < end; ++r) {
        const float* x = rows.x + r * columns;
        F sums{}, squares{};
        forVectors(columns, [&](std::int64_t i, std::int64_t n) { sums += loadUpTo(x + i, n); });
        const float middle = meanOf(sums, columns);
        forVectors(columns, [&](std::int64_t i, std::int64_t n) {
            const F distance = (n == kLanes ? load(x + i) : loadFirst(x + i, n, middle)) - middle;
            squares += distance * distance;
        });
        const float factor = 1.0F / __builtin_sqrtf(meanOf(squares, columns) + rows.epsilon);
        mean[r] = middle;
        inverse[r] = factor;
        forVectors(columns, [&](std::int64_t i, std::int64_t n) {
            const F normal = (loadUpTo(x + i, n) - middle) * factor;
            storeUpTo(y + r * columns + i, normal * loadUpTo(rows.weight + i, n) + loadUpTo(rows.bias + i, n), n);
        });
    }
}

void layerNormBackward(const LayerNormRows& rows, const float* dy, const float* past, const float* mean, const float* inverse, float* dx,
                       float* dWeight, float* dBias, std::int64_t begin, std::int64_t end) {
    const std::int64_t columns = rows.columns;
    for (std::int64_t r = begin; r < end; ++r) {
        const float *x = rows.x + r * columns, *d = dy + r * columns;
        const float middle = mean[r], factor = inverse[r];
        F sums{}, products{};
        forVectors(columns, [&](std::int64_t i, std::int64_t n) {
            const F gradient = loadUpTo(d + i, n), normal = (loadUpTo(x + i, n) - middle) * factor,
                    scaled = gradient * loadUpTo(rows.weight + i, n);
            sums += scaled;
            products += scaled * normal;
            storeUpTo(dWeight + i, loadUpTo(dWeight + i, n) + gradient * normal, n);
            storeUpTo(dBias + i, loadUpTo(dBias + i, n) + gradient, n);
        });
        const float meanGradient = meanOf(sums, columns), along = meanOf(products, columns);
        forVectors(columns, [&](std::int64_t i, std::int64_t n) {
            const std::int64_t at = r * columns + i;
            const F normal = (loadUpTo(x + i, n) - middle) * factor, scaled = loadUpTo(d + i, n) * loadUpTo(rows.weight + i, n);
            F gradient = (scaled - meanGradient - normal * along) * factor;
            if (past != nullptr) gradient += loadUpTo(past + at, n);
            storeUpTo(dx + at, gradient, n);
        });
    }
}

}  // namespace
}  // namespace strand::kernels
