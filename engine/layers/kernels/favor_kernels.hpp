// Attention of one head in linear time by positive random features (Choromanski et al. 2021, arXiv:2009.14794, section 2.3).
#pragma once

#include "layers/kernels/dense_kernels.hpp"
#include "layers/kernels/efficient.hpp"

namespace strand::kernels {
namespace {

constexpr std::int64_t kFavorBlock = 96;  ///< queries, or keys, at a time

std::int64_t favorWidth(std::int64_t features) { return (features + kLanes - 1) / kLanes * kLanes; }

/// Features of the keys, a block of features and one of gradients, the state and its gradient.
std::int64_t favorScratch(std::int64_t length, std::int64_t dim, std::int64_t width) {
    return (length + 2 * kFavorBlock) * width + 3 * dim * width + 2 * width + kFavorBlock * (dim + 1);
}

STRAND_INLINE float dotRows(const float* a, const float* b, std::int64_t n) {
    F sum{};
    forVectors(n, [&](std::int64_t i, std::int64_t count) { sum += loadUpTo(a + i, count) * loadUpTo(b + i, count); });
    return horizontalSum(sum);
}

STRAND_INLINE float largestOf(const float* row, std::int64_t n) {
    const float lowest = -__builtin_inff();
    F best = broadcast(lowest);
    forVectors(n, [&](std::int64_t i, std::int64_t count) {
        best = maximum(best, count == kLanes ? load(row + i) : loadFirst(row + i, count, lowest));
    });
    return horizontalMax(best);
}

/// Row of projections to features; what lies behind them becomes 0.
STRAND_INLINE void featureRow(const FavorHead& head, const float* x, float largest, float* row) {
    const float shift = dotRows(x, x, head.dim) * head.halfScale + largest;
    for (std::int64_t j = 0; j < head.width; j += kLanes)
        store(row + j, (exponential(load(row + j) - shift) + head.epsilon) * head.ratio);
    for (std::int64_t j = head.features; j < head.width; ++j)
        row[j] = 0;
}

STRAND_INLINE void project(const FavorHead& head, const float* x, std::int64_t rows, float* to) {
    gemm(rows, head.width, head.dim, x, head.stride, 1, head.across, head.width, to, head.width, false);
}

STRAND_INLINE void queryFeatures(const FavorHead& head, std::int64_t first, std::int64_t rows, float* to) {
    const float* q = head.q + first * head.stride;
    project(head, q, rows, to);
    for (std::int64_t r = 0; r < rows; ++r)
        featureRow(head, q + r * head.stride, largestOf(to + r * head.width, head.features), to + r * head.width);
}

/// Of all keys, and their sum.
STRAND_INLINE void keyFeatures(const FavorHead& head, float* to, float* sum) {
    project(head, head.k, head.length, to);
    float largest = -__builtin_inff();
    for (std::int64_t r = 0; r < head.length; ++r) {
        const float here = largestOf(to + r * head.width, head.features);
        largest = here > largest ? here : largest;
    }
    for (std::int64_t j = 0; j < head.width; j += kLanes)
        store(sum + j, F{});
    for (std::int64_t r = 0; r < head.length; ++r) {
        float* row = to + r * head.width;
        featureRow(head, head.k + r * head.stride, largest, row);
        for (std::int64_t j = 0; j < head.width; j += kLanes)
            store(sum + j, load(sum + j) + load(row + j));
    }
}

/// out = Q' (K'^T V) / Q' (K'^T 1)
void favor(const FavorHead& head, float* scratch) {
    const std::int64_t width = head.width, dim = head.dim;
    float *keys = scratch, *queries = keys + head.length * width, *state = queries + kFavorBlock * width, *sum = state + dim * width;
    keyFeatures(head, keys, sum);
    gemm(width, dim, head.length, keys, 1, width, head.v, head.stride, state, dim, false);
    for (std::int64_t first = 0; first < head.length; first += kFavorBlock) {
        const std::int64_t rows = head.length - first < kFavorBlock ? head.length - first : kFavorBlock;
        queryFeatures(head, first, rows, queries);
        float* out = head.out + first * head.outStride;
        gemm(rows, dim, width, queries, width, 1, state, dim, out, head.outStride, false);
        for (std::int64_t r = 0; r < rows; ++r) {
            const float inverse = 1.0F / dotRows(queries + r * width, sum, width);
            float* row = out + r * head.outStride;
            forVectors(dim, [&](std::int64_t i, std::int64_t n) { storeUpTo(row + i, loadUpTo(row + i, n) * inverse, n); });
        }
    }
}

/// Gradients of features become those of rows x: of w x / d^(1/4) they are d * (feature - ratio * epsilon), the maximum being a constant.
STRAND_INLINE void throughFeatures(const FavorHead& head, const float* x, std::int64_t rows, const float* features, float* d, float* dx) {
    const float offset = head.ratio * head.epsilon;
    for (std::int64_t r = 0; r < rows; ++r) {
        for (std::int64_t j = 0; j < head.width; j += kLanes) {
            const std::int64_t at = r * head.width + j;
            store(d + at, load(d + at) * (load(features + at) - offset));
        }
        for (std::int64_t j = head.features; j < head.width; ++j)
            d[r * head.width + j] = 0;
    }
    gemm(rows, head.dim, head.width, d, head.width, 1, head.along, head.dim, dx, head.stride, false);
    for (std::int64_t r = 0; r < rows; ++r) {
        F sums{};
        for (std::int64_t j = 0; j < head.width; j += kLanes)
            sums += load(d + r * head.width + j);
        const float factor = 2 * head.halfScale * horizontalSum(sums);
        const float* from = x + r * head.stride;
        float* to = dx + r * head.stride;
        forVectors(head.dim,
                   [&](std::int64_t i, std::int64_t n) { storeUpTo(to + i, loadUpTo(to + i, n) - factor * loadUpTo(from + i, n), n); });
    }
}

void favorBackward(const FavorHead& head, const AttentionHeadGradient& gradient, float* scratch) {
    const std::int64_t width = head.width, dim = head.dim, stride = head.stride;
    float *keys = scratch, *queries = keys + head.length * width, *d = queries + kFavorBlock * width, *state = d + kFavorBlock * width,
          *dState = state + dim * width, *dAcross = dState + dim * width, *sum = dAcross + dim * width, *dSum = sum + width,
          *dOut = dSum + width, *dSeen = dOut + kFavorBlock * dim;
    keyFeatures(head, keys, sum);
    gemm(dim, width, head.length, head.v, 1, stride, keys, width, state, width, false);  // transposed here: [dim,width]
    for (std::int64_t j = 0; j < width; j += kLanes)
        store(dSum + j, F{});
    for (std::int64_t first = 0; first < head.length; first += kFavorBlock) {
        const std::int64_t rows = head.length - first < kFavorBlock ? head.length - first : kFavorBlock;
        queryFeatures(head, first, rows, queries);
        for (std::int64_t r = 0; r < rows; ++r) {
            const float *from = gradient.dOut + (first + r) * head.outStride, *out = head.out + (first + r) * head.outStride;
            const float inverse = 1.0F / dotRows(queries + r * width, sum, width);
            forVectors(dim, [&](std::int64_t i, std::int64_t n) { storeUpTo(dOut + r * dim + i, loadUpTo(from + i, n) * inverse, n); });
            dSeen[r] = -dotRows(from, out, dim) * inverse;
        }
        gemm(rows, width, dim, dOut, dim, 1, state, width, d, width, false);
        for (std::int64_t r = 0; r < rows; ++r) {
            for (std::int64_t j = 0; j < width; j += kLanes) {
                store(d + r * width + j, load(d + r * width + j) + dSeen[r] * load(sum + j));
                store(dSum + j, load(dSum + j) + dSeen[r] * load(queries + r * width + j));
            }
        }
        gemm(dim, width, rows, dOut, 1, dim, queries, width, dAcross, width, first > 0);
        gemm(width, dim, rows, queries, 1, width, dOut, dim, dState, dim, first > 0);
        throughFeatures(head, head.q + first * stride, rows, queries, d, gradient.dq + first * stride);
    }
    gemm(head.length, dim, width, keys, width, 1, dState, dim, gradient.dv, stride, false);
    for (std::int64_t first = 0; first < head.length; first += kFavorBlock) {
        const std::int64_t rows = head.length - first < kFavorBlock ? head.length - first : kFavorBlock;
        gemm(rows, width, dim, head.v + first * stride, stride, 1, dAcross, width, d, width, false);
        for (std::int64_t r = 0; r < rows; ++r) {
            for (std::int64_t j = 0; j < width; j += kLanes)
                store(d + r * width + j, load(d + r * width + j) + load(dSum + j));
        }
        throughFeatures(head, head.k + first * stride, rows, keys + first * width, d, gradient.dk + first * stride);
    }
}

}  // namespace
}  // namespace strand::kernels
