// Softmax attention of one head, a block of queries at a time; the matrix of scores is never whole in memory.
#pragma once

#include "layers/kernels/dense_kernels.hpp"

namespace strand::kernels {
namespace {

constexpr std::int64_t kScores = 48 * 1024;  ///< scores of one block: they stay in the second-level cache

/// Columns of the transposed keys. From 256 on an odd number of vectors, lest rows share the sets of the first-level cache.
STRAND_INLINE std::int64_t padded(std::int64_t length) {
    const std::int64_t vectors = (length + kLanes - 1) / kLanes;
    return (vectors * kLanes >= 256 ? vectors | 1 : vectors) * kLanes;
}

/// Queries at a time: 12 to 48.
STRAND_INLINE std::int64_t queryBlock(std::int64_t width) {
    const std::int64_t tiles = kScores / (width * 12 + 1);
    return 12 * (tiles < 1 ? 1 : (tiles > 4 ? 4 : tiles));
}

/// Transposed keys and values, and two blocks of scores; enough for shorter sequences too.
std::int64_t attentionScratch(std::int64_t length, std::int64_t dim) {
    const std::int64_t width = padded(length), most = 48 * width < kScores ? 48 * width : kScores, least = 12 * width;
    return width * 2 * dim + 2 * (most > least ? most : least);
}

/// [length, dim] with row stride `stride` to [dim, padded length], padding 0.
STRAND_INLINE void transposeRows(const float* from, std::int64_t stride, std::int64_t length, std::int64_t dim, float* to) {
    const std::int64_t width = padded(length);
    for (std::int64_t d = 0; d < dim; ++d) {
        float* row = to + d * width;
        for (std::int64_t j = 0; j < length; ++j)
            row[j] = from[j * stride + d];
        for (std::int64_t j = length; j < width; ++j)
            row[j] = 0;
    }
}

/// Keys that query `i` may look at.
STRAND_INLINE std::int64_t visibleKeys(const AttentionHead& head, std::int64_t i) { return head.causal ? i + 1 : head.length; }

/// Scores [rows, width] of queries from `first` on, unscaled; what must not be seen is -infinity.
STRAND_INLINE void scoreBlock(const AttentionHead& head, const float* keys, std::int64_t first, std::int64_t rows, float* scores) {
    const std::int64_t width = padded(head.length);
    gemm(rows, width, head.dim, head.q + first * head.stride, head.stride, 1, keys, width, scores, width, false);
    for (std::int64_t r = 0; r < rows; ++r) {
        for (std::int64_t j = visibleKeys(head, first + r); j < width; ++j)
            scores[r * width + j] = -__builtin_inff();
    }
}

void attention(const AttentionHead& head, float* scratch) {
    const std::int64_t width = padded(head.length), block = queryBlock(width);
    float *keys = scratch, *scores = scratch + width * head.dim;
    transposeRows(head.k, head.stride, head.length, head.dim, keys);
    for (std::int64_t first = 0; first < head.length; first += block) {
        const std::int64_t rows = head.length - first < block ? head.length - first : block;
        scoreBlock(head, keys, first, rows, scores);
        for (std::int64_t r = 0; r < rows; ++r) {
            float* row = scores + r * width;
            F best = load(row);
            for (std::int64_t j = kLanes; j < width; j += kLanes)
                best = maximum(best, load(row + j));
            const float top = horizontalMax(best) * head.scale;
            F sums{};
            for (std::int64_t j = 0; j < width; j += kLanes) {
                const F e = exponential(load(row + j) * head.scale - top);
                sums += e;
                store(row + j, e);
            }
            const float sum = horizontalSum(sums);
            head.logSum[first + r] = top + __builtin_logf(sum);
            const F inverse = broadcast(1.0F / sum);
            for (std::int64_t j = 0; j < width; j += kLanes)
                store(row + j, load(row + j) * inverse);
        }
        gemm(rows, head.dim, visibleKeys(head, first + rows - 1), scores, width, 1, head.v, head.stride, head.out + first * head.outStride,
             head.outStride, false);
    }
}

void attentionBackward(const AttentionHead& head, const AttentionHeadGradient& gradient, float* scratch) {
    const std::int64_t width = padded(head.length), block = queryBlock(width);
    float *keys = scratch, *values = keys + width * head.dim, *p = values + width * head.dim, *ds = p + block * width;
    transposeRows(head.k, head.stride, head.length, head.dim, keys);
    transposeRows(head.v, head.stride, head.length, head.dim, values);
    for (std::int64_t first = 0; first < head.length; first += block) {
        const std::int64_t rows = head.length - first < block ? head.length - first : block;
        const float* dOut = gradient.dOut + first * head.outStride;
        scoreBlock(head, keys, first, rows, p);
        gemm(rows, width, head.dim, dOut, head.outStride, 1, values, width, ds, width, false);
        for (std::int64_t r = 0; r < rows; ++r) {
            float *pRow = p + r * width, *dsRow = ds + r * width;
            const float *out = head.out + (first + r) * head.outStride, *dOutRow = dOut + r * head.outStride;
            float dot = 0;
            for (std::int64_t d = 0; d < head.dim; ++d)
                dot += out[d] * dOutRow[d];
            const float logSum = head.logSum[first + r];
            for (std::int64_t j = 0; j < width; j += kLanes) {
                const F probability = exponential(load(pRow + j) * head.scale - logSum);
                store(pRow + j, probability);
                store(dsRow + j, probability * (load(dsRow + j) - dot) * head.scale);
            }
        }
        const std::int64_t visible = visibleKeys(head, first + rows - 1);
        gemm(rows, head.dim, visible, ds, width, 1, head.k, head.stride, gradient.dq + first * head.stride, head.stride, false);
        gemm(head.length, head.dim, rows, ds, 1, width, head.q + first * head.stride, head.stride, gradient.dk, head.stride, first > 0);
        gemm(head.length, head.dim, rows, p, 1, width, dOut, head.outStride, gradient.dv, head.stride, first > 0);
    }
}

}  // namespace
}  // namespace strand::kernels
