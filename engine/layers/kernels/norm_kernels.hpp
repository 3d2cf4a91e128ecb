// Batch normalisation over the valid rows of a padded batch, a range of columns at a time.
#pragma once

#include "layers/kernels/kernels.hpp"
#include "layers/kernels/simd.hpp"

namespace strand::kernels {
namespace {

/// Calls body(offset of the row) for every valid row, in order.
template <typename Body>
STRAND_INLINE void forValidRows(const IndexedRows& rows, std::int64_t sequences, Body body) {
    for (std::int64_t b = 0; b < sequences; ++b) {
        for (std::int64_t p = 0; p < rows.lengths[b]; ++p)
            body((b * rows.positions + p) * rows.stride);
    }
}
STRAND_INLINE float countRows(const IndexedRows& rows, std::int64_t sequences) {
    std::int64_t count = 0;
    for (std::int64_t b = 0; b < sequences; ++b)
        count += rows.lengths[b];
    return static_cast<float>(count);
}
STRAND_INLINE void zeroPadding(const IndexedRows& rows, std::int64_t sequences, float* x, std::int64_t column, std::int64_t n) {
    for (std::int64_t b = 0; b < sequences; ++b) {
        for (std::int64_t p = rows.lengths[b]; p < rows.positions; ++p)
            storeUpTo(x + (b * rows.positions + p) * rows.stride + column, F{}, n);
    }
}

void columnMoments(const IndexedRows& rows, const float* x, float* mean, float* variance, std::int64_t sequences, std::int64_t columnBegin,
                   std::int64_t columnEnd) {
    const float count = countRows(rows, sequences), share = count > 0 ? 1 / count : 0;
    forVectors(columnEnd - columnBegin, [&](std::int64_t i, std::int64_t n) {
        const float* from = x + columnBegin + i;
        F sum{}, squares{};
        forValidRows(rows, sequences, [&](std::int64_t at) { sum += loadUpTo(from + at, n); });
        const F middle = sum * share;
        forValidRows(rows, sequences, [&](std::int64_t at) {
            const F distance = loadUpTo(from + at, n) - middle;
            squares += distance * distance;
        });
        storeUpTo(mean + columnBegin + i, middle, n);
        storeUpTo(variance + columnBegin + i, squares * share, n);
    });
}

void batchNorm(const BatchNormRows& norm, float* y, std::int64_t sequences, std::int64_t columnBegin, std::int64_t columnEnd) {
    forVectors(columnEnd - columnBegin, [&](std::int64_t i, std::int64_t n) {
        const std::int64_t column = columnBegin + i;
        const F mean = loadUpTo(norm.mean + column, n), shift = loadUpTo(norm.shift + column, n),
                factor = loadUpTo(norm.scale + column, n) * loadUpTo(norm.inverseDeviation + column, n);
        forValidRows(norm.rows, sequences, [&](std::int64_t at) {
            F value = (loadUpTo(norm.x + at + column, n) - mean) * factor + shift;
            if (norm.relu) value = value < 0.0F ? F{} : value;  // NaN stays
            storeUpTo(y + at + column, value, n);
        });
        zeroPadding(norm.rows, sequences, y, column, n);
    });
}

void batchNormBackward(const BatchNormRows& norm, const float* y, const float* dy, bool fixed, float* dx, float* dScale, float* dShift,
                       std::int64_t sequences, std::int64_t columnBegin, std::int64_t columnEnd) {
    const float count = countRows(norm.rows, sequences), share = count > 0 && !fixed ? 1 / count : 0;
    forVectors(columnEnd - columnBegin, [&](std::int64_t i, std::int64_t n) {
        const std::int64_t column = columnBegin + i;
        const F mean = loadUpTo(norm.mean + column, n), inverse = loadUpTo(norm.inverseDeviation + column, n),
                factor = loadUpTo(norm.scale + column, n) * inverse;
        const auto gradient = [&](std::int64_t at) {
            const F g = loadUpTo(dy + at + column, n);
            return norm.relu ? (loadUpTo(y + at + column, n) > 0.0F ? g : F{}) : g;
        };
        const auto normalised = [&](std::int64_t at) { return (loadUpTo(norm.x + at + column, n) - mean) * inverse; };
        F toScale{}, toShift{};
        forValidRows(norm.rows, sequences, [&](std::int64_t at) {
            const F g = gradient(at);
            toShift += g;
            toScale += g * normalised(at);
        });
        forValidRows(norm.rows, sequences, [&](std::int64_t at) {
            storeUpTo(dx + at + column, factor * (gradient(at) - share * (toShift + normalised(at) * toScale)), n);
        });
        zeroPadding(norm.rows, sequences, dx, column, n);
        storeUpTo(dScale + column, toScale, n);
        storeUpTo(dShift + column, toShift, n);
    });
}

}  // namespace
}  // namespace strand::kernels
