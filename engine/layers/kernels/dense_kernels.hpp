// Small matrix products and what follows a linear map: bias, activation, dropout, residual in one pass.
#pragma once

#include "layers/kernels/random_kernels.hpp"

namespace strand::kernels {
namespace {

constexpr std::int64_t kLine = 16;  ///< floats of a cache line

template <std::int64_t lanes, int rows, int vectors>
STRAND_INLINE void tile(std::int64_t k, const float* a, std::int64_t aRow, std::int64_t aColumn, const float* b, std::int64_t ldb, float* c,
                        std::int64_t ldc, bool accumulate) {
    using V = typename Vectors<lanes>::F;
    V sum[rows][vectors];
#pragma GCC unroll 16
    for (int r = 0; r < rows; ++r) {
#pragma GCC unroll 4
        for (int v = 0; v < vectors; ++v)
            __builtin_prefetch(c + r * ldc + v * lanes, 1);  // written in the end: the lines are fetched by then
    }
#pragma GCC unroll 16
    for (int r = 0; r < rows; ++r) {
#pragma GCC unroll 4
        for (int v = 0; v < vectors; ++v)
            sum[r][v] = accumulate ? load<lanes>(c + r * ldc + v * lanes) : V{};
    }
    for (std::int64_t i = 0; i < k; ++i) {
        if (aColumn == 1) {  // one line of the next tile, of each of its rows in turn
            __builtin_prefetch(a + (rows + i % kLine) * aRow + i / kLine * kLine);
        } else {  // transposed: what is read lies a page apart
            __builtin_prefetch(a + (i + 16) * aColumn);
            __builtin_prefetch(a + (i + 16) * aColumn + (rows - 1) * aRow);
        }
        V right[vectors];
#pragma GCC unroll 4
        for (int v = 0; v < vectors; ++v)
            right[v] = load<lanes>(b + i * ldb + v * lanes);
#pragma GCC unroll 16
        for (int r = 0; r < rows; ++r) {
            const V left = broadcast<lanes>(a[r * aRow + i * aColumn]);
#pragma GCC unroll 4
            for (int v = 0; v < vectors; ++v)
                sum[r][v] += left * right[v];
        }
    }
#pragma GCC unroll 16
    for (int r = 0; r < rows; ++r) {
#pragma GCC unroll 4
        for (int v = 0; v < vectors; ++v)
            store<lanes>(c + r * ldc + v * lanes, sum[r][v]);
    }
}

/// All rows for `vectors` vectors of columns.
template <std::int64_t lanes, int vectors>
STRAND_INLINE void tileColumns(std::int64_t m, std::int64_t k, const float* a, std::int64_t aRow, std::int64_t aColumn, const float* b,
                               std::int64_t ldb, float* c, std::int64_t ldc, bool accumulate) {
    std::int64_t row = 0;
    for (; row + kTileRows <= m; row += kTileRows) {
        tile<lanes, kTileRows, vectors>(k, a + row * aRow, aRow, aColumn, b, ldb, c + row * ldc, ldc, accumulate);
    }
    for (; row + 4 <= m; row += 4)
        tile<lanes, 4, vectors>(k, a + row * aRow, aRow, aColumn, b, ldb, c + row * ldc, ldc, accumulate);
    for (; row < m; ++row)
        tile<lanes, 1, vectors>(k, a + row * aRow, aRow, aColumn, b, ldb, c + row * ldc, ldc, accumulate);
}

/// A panel of b: `vectors` vectors of columns, packed where enough rows use it.
template <std::int64_t lanes, int vectors>
STRAND_INLINE void panel(std::int64_t m, std::int64_t k, const float* a, std::int64_t aRow, std::int64_t aColumn, const float* b,
                         std::int64_t ldb, float* c, std::int64_t ldc, bool accumulate, float* packed) {
    constexpr std::int64_t width = lanes * vectors;
    if (packed != nullptr) {
        for (std::int64_t i = 0; i < k; ++i) {
            __builtin_prefetch(b + (i + 8) * ldb);
            if constexpr (width > kLine) __builtin_prefetch(b + (i + 8) * ldb + kLine);
            for (std::int64_t v = 0; v < vectors; ++v)
                store<lanes>(packed + i * width + v * lanes, load<lanes>(b + i * ldb + v * lanes));
        }
        b = packed;
        ldb = width;
    }
    tileColumns<lanes, vectors>(m, k, a, aRow, aColumn, b, ldb, c, ldc, accumulate);
}

STRAND_INLINE void gemmBlock(std::int64_t m, std::int64_t n, std::int64_t k, const float* a, std::int64_t aRow, std::int64_t aColumn,
                             const float* b, std::int64_t ldb, float* c, std::int64_t ldc, bool accumulate, float* packed) {
    std::int64_t column = 0;
    for (; column + 2 * kLanes <= n; column += 2 * kLanes)
        panel<kLanes, 2>(m, k, a, aRow, aColumn, b + column, ldb, c + column, ldc, accumulate, packed);
    for (; column + kLanes <= n; column += kLanes)
        panel<kLanes, 1>(m, k, a, aRow, aColumn, b + column, ldb, c + column, ldc, accumulate, packed);
    for (; column + 4 <= n; column += 4)
        panel<4, 1>(m, k, a, aRow, aColumn, b + column, ldb, c + column, ldc, accumulate, packed);
    for (; column < n; ++column) {
        for (std::int64_t row = 0; row < m; ++row) {
            float sum = accumulate ? c[row * ldc + column] : 0;
            for (std::int64_t i = 0; i < k; ++i)
                sum += a[row * aRow + i * aColumn] * b[i * ldb + column];
            c[row * ldc + column] = sum;
        }
    }
}

// A block of a (192 x 256 floats) stays in the second-level cache, a packed panel of b in the first.
constexpr std::int64_t kRowBlock = 192, kDepthBlock = 256, kRowsWorthPacking = 96;

/// The sum for an element runs over k in one order whatever m and n are: a row does not depend on its neighbours, to the last bit.
void gemm(std::int64_t m, std::int64_t n, std::int64_t k, const float* a, std::int64_t aRow, std::int64_t aColumn, const float* b,
          std::int64_t ldb, float* c, std::int64_t ldc, bool accumulate) {
    alignas(64) float buffer[kDepthBlock * 2 * kLanes];
    for (std::int64_t row = 0; row < m; row += kRowBlock) {
        const std::int64_t rows = m - row < kRowBlock ? m - row : kRowBlock;
        for (std::int64_t i = 0; i < k || i == 0; i += kDepthBlock) {
            const std::int64_t depth = k - i < kDepthBlock ? k - i : kDepthBlock;
            gemmBlock(rows, n, depth, a + row * aRow + i * aColumn, aRow, aColumn, b + i * ldb, ldb, c + row * ldc, ldc,
                      accumulate || i > 0, rows >= kRowsWorthPacking ? buffer : nullptr);
        }
    }
}

constexpr float kSqrtHalf = 0.70710678118654752F;
constexpr float kInverseSqrtTwoPi = 0.39894228040143268F;

STRAND_INLINE F gelu(F x) {
    const F e = exponential(-0.5F * x * x);
    return 0.5F * x * (1.0F + errorFunction(x * kSqrtHalf, e));
}
STRAND_INLINE F geluDerivative(F x) {
    const F e = exponential(-0.5F * x * x);
    return 0.5F * (1.0F + errorFunction(x * kSqrtHalf, e)) + x * e * kInverseSqrtTwoPi;
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
                         if (epilogue.activation == Activation::Gelu) x = gelu(x);
                         x *= factor;
                         if (epilogue.residual != nullptr) x += loadUpTo(epilogue.residual + row * columns + column, n);
                         storeUpTo(y + row * columns + column, x, n);
                     });
}

void epilogueBackward(const Epilogue& epilogue, const float* dy, const float* saved, float* dz, std::int64_t begin, std::int64_t end) {
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
                             gradient *= geluDerivative(x);
                         }
                         storeUpTo(dz + at, gradient, n);
                     });
}

}  // namespace
}  // namespace strand::kernels
