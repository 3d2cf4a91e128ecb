// Softmax attention inside a group of listed rows: they are gathered, so that all that follows is dense.
#pragma once

#include "layers/kernels/attention_kernels.hpp"
#include "layers/kernels/listed.hpp"

namespace strand::kernels {
namespace {

constexpr std::int64_t kListedBlock = 96;  ///< queries at a time
constexpr float kListedHidden = -1e30F, kListedItself = -5e4F;

/// The lists without what is none, and the rows that they name. Arrays lie one behind the other in the scratch space.
struct ListedRows {
    std::int64_t n = 0, m = 0, width = 0;           ///< queries, keys, keys as whole vectors
    std::int32_t *query = nullptr, *key = nullptr;  ///< entries
    std::int32_t* slot = nullptr;                   ///< places of the queries in their list
    float *q = nullptr, *keysAcross = nullptr, *valuesAcross = nullptr, *k = nullptr, *v = nullptr;
    float *p = nullptr, *ds = nullptr;                  ///< [block, width]
    float *dOut = nullptr, *x = nullptr, *y = nullptr;  ///< rows of queries; rows of keys
};

std::int64_t listedScratch(std::int64_t queries, std::int64_t keys, std::int64_t dim) {
    const std::int64_t width = padded(keys), most = queries > keys ? queries : keys;
    return 2 * queries + width + dim * (2 * queries + 2 * width + 2 * keys + 2 * most) + 2 * kListedBlock * width + 64;
}

STRAND_INLINE void gatherRows(const float* from, const std::int32_t* rows, std::int64_t count, std::int64_t dim, float* to) {
    for (std::int64_t i = 0; i < count; ++i)
        __builtin_memcpy(to + i * dim, from + rows[i] * dim, sizeof(float) * static_cast<unsigned long>(dim));
}

STRAND_INLINE void addRows(const float* from, const std::int32_t* rows, std::int64_t count, std::int64_t dim, float* to) {
    for (std::int64_t i = 0; i < count; ++i) {
        float* row = to + rows[i] * dim;
        for (std::int64_t d = 0; d < dim; ++d)
            row[d] += from[i * dim + d];
    }
}

STRAND_INLINE ListedRows gathered(const ListedGroup& group, float* scratch) {
    const std::int64_t most = group.queryCount > group.keyCount ? group.queryCount : group.keyCount, dim = group.dim;
    ListedRows rows;
    const auto take = [&](std::int64_t floats) {
        float* begin = scratch;
        scratch += floats;
        return begin;
    };
    const auto takeIndices = [&](std::int64_t count) { return reinterpret_cast<std::int32_t*>(take(count)); };
    rows.query = takeIndices(group.queryCount);
    rows.slot = takeIndices(group.queryCount);
    rows.key = takeIndices(padded(group.keyCount));
    for (std::int64_t i = 0; i < group.queryCount; ++i) {
        if (group.queries[i] < 0) continue;
        rows.query[rows.n] = static_cast<std::int32_t>(group.queries[i]);
        rows.slot[rows.n++] = static_cast<std::int32_t>(i);
    }
    for (std::int64_t j = 0; j < group.keyCount; ++j)
        if (group.keys[j] >= 0) rows.key[rows.m++] = static_cast<std::int32_t>(group.keys[j]);
    rows.width = padded(rows.m);
    for (std::int64_t j = rows.m; j < rows.width; ++j)
        rows.key[j] = -1;
    rows.q = take(group.queryCount * dim);
    rows.k = take(group.keyCount * dim);
    rows.v = take(group.keyCount * dim);
    rows.keysAcross = take(rows.width * dim);
    rows.valuesAcross = take(rows.width * dim);
    rows.p = take(kListedBlock * rows.width);
    rows.ds = take(kListedBlock * rows.width);
    rows.dOut = take(group.queryCount * dim);
    rows.x = take(most * dim);
    rows.y = take(most * dim);
    gatherRows(group.q, rows.query, rows.n, dim, rows.q);
    gatherRows(group.k, rows.key, rows.m, dim, rows.k);
    gatherRows(group.v, rows.key, rows.m, dim, rows.v);
    transposeRows(rows.k, dim, rows.m, dim, rows.keysAcross);
    return rows;
}

/// Logits [count, width] of the queries from `first` on; -infinity behind the keys.
STRAND_INLINE void listedLogits(const ListedGroup& group, const ListedRows& rows, std::int64_t first, std::int64_t count) {
    gemm(count, rows.width, group.dim, rows.q + first * group.dim, group.dim, 1, rows.keysAcross, rows.width, rows.p, rows.width, false);
    for (std::int64_t i = 0; i < count; ++i) {
        float* row = rows.p + i * rows.width;
        const std::int32_t query = rows.query[first + i], tokens = static_cast<std::int32_t>(group.tokens);
        const std::int32_t itself = group.itselfLast ? query : -1;
        for (std::int64_t j = 0; j < rows.width; ++j)
            row[j] = rows.key[j] == itself ? kListedItself : row[j] * group.scale;
        if (group.causal) {
            for (std::int64_t j = 0; j < rows.width; ++j)
                row[j] = rows.key[j] > query && rows.key[j] < tokens ? kListedHidden : row[j];
        }
        for (std::int64_t j = rows.m; j < rows.width; ++j)
            row[j] = -__builtin_inff();
    }
}

/// Rows of logits become weights. `sums`, where it is not null, receives the log of the sum of exponentials of each. Weights are not taken from
/// these: next to a logit of -5e4 they are good to a hundredth only.
STRAND_INLINE void listedSoftmax(const ListedRows& rows, std::int64_t first, std::int64_t count, float* sums) {
    for (std::int64_t i = 0; i < count; ++i) {
        float* row = rows.p + i * rows.width;
        F best = load(row);
        for (std::int64_t j = kLanes; j < rows.width; j += kLanes)
            best = maximum(best, load(row + j));
        const float top = horizontalMax(best);
        F partial{};
        for (std::int64_t j = 0; j < rows.width; j += kLanes) {
            const F e = exponential(load(row + j) - top);
            partial += e;
            store(row + j, e);
        }
        const float sum = horizontalSum(partial);
        if (sums != nullptr) sums[rows.slot[first + i]] = top + __builtin_logf(sum);
        const F inverse = broadcast(1.0F / sum);
        for (std::int64_t j = 0; j < rows.width; j += kLanes)
            store(row + j, load(row + j) * inverse);
    }
}

void listedAttention(const ListedGroup& group, float* scratch) {
    const std::int64_t dim = group.dim;
    const ListedRows rows = gathered(group, scratch);
    for (std::int64_t i = 0; i < group.queryCount; ++i) {
        if (group.queries[i] >= 0 && rows.m > 0) continue;
        group.sums[i] = 0;
        for (std::int64_t d = 0; d < dim; ++d)
            group.out[i * dim + d] = 0;
    }
    if (rows.m == 0) return;
    for (std::int64_t first = 0; first < rows.n; first += kListedBlock) {
        const std::int64_t count = rows.n - first < kListedBlock ? rows.n - first : kListedBlock;
        listedLogits(group, rows, first, count);
        listedSoftmax(rows, first, count, group.sums);
        gemm(count, dim, rows.m, rows.p, rows.width, 1, rows.v, dim, rows.x, dim, false);
        for (std::int64_t i = 0; i < count; ++i)
            __builtin_memcpy(group.out + rows.slot[first + i] * dim, rows.x + i * dim, sizeof(float) * static_cast<unsigned long>(dim));
    }
}

void listedAttentionBackward(const ListedGroup& group, const ListedGradient& gradient, float* scratch) {
    const std::int64_t dim = group.dim;
    const ListedRows rows = gathered(group, scratch);
    if (rows.m == 0 || rows.n == 0) return;
    transposeRows(rows.v, dim, rows.m, dim, rows.valuesAcross);
    gatherRows(gradient.dOut, rows.slot, rows.n, dim, rows.dOut);
    // The rows of k and v are no longer needed one by one: v becomes the gradient of the keys, y that of the values.
    float *dk = rows.v, *dv = rows.y;
    for (std::int64_t first = 0; first < rows.n; first += kListedBlock) {
        const std::int64_t count = rows.n - first < kListedBlock ? rows.n - first : kListedBlock;
        const float* dOut = rows.dOut + first * dim;
        listedLogits(group, rows, first, count);
        listedSoftmax(rows, first, count, nullptr);
        gemm(count, rows.width, dim, dOut, dim, 1, rows.valuesAcross, rows.width, rows.ds, rows.width, false);
        for (std::int64_t i = 0; i < count; ++i) {
            const float* p = rows.p + i * rows.width;
            float* ds = rows.ds + i * rows.width;
            const std::int64_t slot = rows.slot[first + i];
            const float* out = group.out + slot * dim;
            float dot = -gradient.dSums[slot];
            for (std::int64_t d = 0; d < dim; ++d)
                dot += out[d] * dOut[i * dim + d];
            for (std::int64_t j = 0; j < rows.width; j += kLanes) {
                store(ds + j, load(p + j) * (load(ds + j) - dot) * group.scale);
            }
            const std::int32_t itself = group.itselfLast ? rows.query[first + i] : -2;
            for (std::int64_t j = 0; j < rows.width; ++j)
                ds[j] = rows.key[j] == itself ? 0 : ds[j];
        }
        gemm(count, dim, rows.m, rows.ds, rows.width, 1, rows.k, dim, rows.x, dim, false);
        addRows(rows.x, rows.query + first, count, dim, gradient.dq);
        gemm(rows.m, dim, count, rows.ds, 1, rows.width, rows.q + first * dim, dim, dk, dim, first > 0);
        gemm(rows.m, dim, count, rows.p, 1, rows.width, dOut, dim, dv, dim, first > 0);
    }
    addRows(dk, rows.key, rows.m, dim, gradient.dk);
    addRows(dv, rows.key, rows.m, dim, gradient.dv);
}

constexpr ListedTable makeListedTable() {
    return {.scratch = listedScratch, .attention = listedAttention, .attentionBackward = listedAttentionBackward};
}

}  // namespace
}  // namespace strand::kernels
