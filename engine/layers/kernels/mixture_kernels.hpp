// Softmax attention of one sequence over mixtures of its positions (Wang et al. 2020, arXiv:2006.04768): softmax(Q (E'K)' / sqrt(d)) F'V.
#pragma once

#include "layers/kernels/dense_kernels.hpp"
#include "layers/kernels/efficient.hpp"

namespace strand::kernels {
namespace {

constexpr std::int64_t kMixtureBlock = 96;  ///< queries at a time

/// Arrays of the scratch space; I = heads * dim, M = mixtures.
struct MixtureScratch {
    float *keysAcross, *values;  ///< [I,M], [M,I]
    float *keys, *valuesAcross;  ///< the same the other way round, on the way back
    float *dKeys, *dValues;      ///< [M,I]
    float *p, *ds;               ///< [block,M]
    float* factors;              ///< of dropout
};

std::int64_t mixtureScratch(std::int64_t, std::int64_t inner, std::int64_t mixtures) {
    return 6 * inner * mixtures + 3 * kMixtureBlock * mixtures + 2 * kDropoutGroup;
}

STRAND_INLINE MixtureScratch mixtureParts(const MixtureRows& rows, float* scratch) {
    const std::int64_t size = rows.heads * rows.dim * rows.mixtures, block = kMixtureBlock * rows.mixtures;
    float* blocks = scratch + 6 * size;
    return {scratch, scratch + size, scratch + 2 * size, scratch + 3 * size, scratch + 4 * size, scratch + 5 * size,
            blocks,  blocks + block, blocks + 2 * block};
}

/// Dropout factors of the weights [first, first + count), and where in `buffer` they begin.
STRAND_INLINE const float* keepRange(const DropoutStream& stream, std::int64_t first, std::int64_t count, float* buffer) {
    const std::int64_t begin = first / kDropoutGroup;
    for (std::int64_t group = begin; group * kDropoutGroup < first + count; ++group)
        keepFactors(stream, group, buffer + (group - begin) * kDropoutGroup);
    return buffer + first - begin * kDropoutGroup;
}

/// x [length,I] and a mixture [length,M] to [I,M].
STRAND_INLINE void mixAcross(const MixtureRows& rows, const float* x, const float* mixture, float* to) {
    gemm(rows.heads * rows.dim, rows.mixtures, rows.length, x, 1, rows.stride, mixture, rows.mixtures, to, rows.mixtures, false);
}
/// The same to [M,I].
STRAND_INLINE void mixAlong(const MixtureRows& rows, const float* x, const float* mixture, float* to) {
    const std::int64_t inner = rows.heads * rows.dim;
    gemm(rows.mixtures, inner, rows.length, mixture, 1, rows.mixtures, x, rows.stride, to, inner, false);
}

/// Softmax weights [count,M] of queries of a head, before dropout.
STRAND_INLINE void mixtureWeights(const MixtureRows& rows, const float* keysAcross, std::int64_t head, std::int64_t first,
                                  std::int64_t count, float* p) {
    const std::int64_t m = rows.mixtures;
    const float lowest = -__builtin_inff();
    gemm(count, m, rows.dim, rows.q + first * rows.stride + head * rows.dim, rows.stride, 1, keysAcross + head * rows.dim * m, m, p, m,
         false);
    for (std::int64_t r = 0; r < count; ++r) {
        float* row = p + r * m;
        F best = broadcast(lowest), sums{};
        forVectors(
            m, [&](std::int64_t i, std::int64_t n) { best = maximum(best, n == kLanes ? load(row + i) : loadFirst(row + i, n, lowest)); });
        const float top = horizontalMax(best) * rows.scale;
        forVectors(m, [&](std::int64_t i, std::int64_t n) {
            const F e = exponential((n == kLanes ? load(row + i) : loadFirst(row + i, n, lowest)) * rows.scale - top);
            sums += e;
            storeUpTo(row + i, e, n);
        });
        const float inverse = 1.0F / horizontalSum(sums);
        forVectors(m, [&](std::int64_t i, std::int64_t n) { storeUpTo(row + i, loadUpTo(row + i, n) * inverse, n); });
    }
}

STRAND_INLINE void multiplyBy(const float* factors, float* x, std::int64_t count) {
    forVectors(count, [&](std::int64_t i, std::int64_t n) { storeUpTo(x + i, loadUpTo(x + i, n) * loadUpTo(factors + i, n), n); });
}

/// Calls body(head, its first column, first query, queries, dropout factors of their weights or null).
template <typename Body>
STRAND_INLINE void forMixtureBlocks(const MixtureRows& rows, float* buffer, Body body) {
    for (std::int64_t h = 0; h < rows.heads; ++h) {
        for (std::int64_t first = 0; first < rows.length; first += kMixtureBlock) {
            const std::int64_t count = rows.length - first < kMixtureBlock ? rows.length - first : kMixtureBlock;
            const std::int64_t weight = rows.firstWeight + (h * rows.positions + first) * rows.mixtures;
            body(h, h * rows.dim, first, count,
                 rows.dropout.threshold != 0 ? keepRange(rows.dropout, weight, count * rows.mixtures, buffer) : nullptr);
        }
    }
}

void mixture(const MixtureRows& rows, float* scratch) {
    const std::int64_t inner = rows.heads * rows.dim, m = rows.mixtures;
    const MixtureScratch s = mixtureParts(rows, scratch);
    mixAcross(rows, rows.k, rows.e, s.keysAcross);
    mixAlong(rows, rows.v, rows.f, s.values);
    forMixtureBlocks(rows, s.factors,
                     [&](std::int64_t head, std::int64_t column, std::int64_t first, std::int64_t count, const float* factors) {
                         mixtureWeights(rows, s.keysAcross, head, first, count, s.p);
                         if (factors != nullptr) multiplyBy(factors, s.p, count * m);
                         gemm(count, rows.dim, m, s.p, m, 1, s.values + column, inner, rows.out + first * inner + column, inner, false);
                     });
}

void mixtureBackward(const MixtureRows& rows, const MixtureGradient& gradient, float* scratch) {
    const std::int64_t inner = rows.heads * rows.dim, m = rows.mixtures, dim = rows.dim, stride = rows.stride;
    const MixtureScratch s = mixtureParts(rows, scratch);
    mixAcross(rows, rows.k, rows.e, s.keysAcross);
    mixAlong(rows, rows.k, rows.e, s.keys);
    mixAcross(rows, rows.v, rows.f, s.valuesAcross);
    forMixtureBlocks(rows, s.factors,
                     [&](std::int64_t head, std::int64_t column, std::int64_t first, std::int64_t count, const float* factors) {
                         const float *q = rows.q + first * stride + column, *dOut = gradient.dOut + first * inner + column,
                                     *out = rows.out + first * inner + column;
                         mixtureWeights(rows, s.keysAcross, head, first, count, s.p);
                         gemm(count, m, dim, dOut, inner, 1, s.valuesAcross + column * m, m, s.ds, m, false);
                         if (factors != nullptr) multiplyBy(factors, s.ds, count * m);
                         for (std::int64_t r = 0; r < count; ++r) {
                             F products{};
                             forVectors(dim, [&](std::int64_t i, std::int64_t n) {
                                 products += loadUpTo(out + r * inner + i, n) * loadUpTo(dOut + r * inner + i, n);
                             });
                             const float dot = horizontalSum(products);
                             const float* p = s.p + r * m;
                             float* ds = s.ds + r * m;
                             forVectors(m, [&](std::int64_t i, std::int64_t n) {
                                 storeUpTo(ds + i, loadUpTo(p + i, n) * (loadUpTo(ds + i, n) - dot) * rows.scale, n);
                             });
                         }
                         if (factors != nullptr) multiplyBy(factors, s.p, count * m);
                         gemm(count, dim, m, s.ds, m, 1, s.keys + column, inner, gradient.dq + first * stride + column, stride, false);
                         gemm(m, dim, count, s.ds, 1, m, q, stride, s.dKeys + column, inner, first > 0);
                         gemm(m, dim, count, s.p, 1, m, dOut, inner, s.dValues + column, inner, first > 0);
                         gemm(dim, m, count, q, 1, stride, s.ds, m, gradient.dKeys + column * m, m, first > 0);
                         gemm(dim, m, count, dOut, 1, inner, s.p, m, gradient.dValues + column * m, m, first > 0);
                     });
    gemm(rows.length, inner, m, rows.e, m, 1, s.dKeys, inner, gradient.dk, stride, false);
    gemm(rows.length, inner, m, rows.f, m, 1, s.dValues, inner, gradient.dv, stride, false);
}

}  // namespace
}  // namespace strand::kernels
