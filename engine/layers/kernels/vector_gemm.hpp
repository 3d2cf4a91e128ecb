// Matrix products with vectors: a tile of the result stays in registers.
#pragma once

#include "layers/kernels/simd.hpp"

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
void vectorGemm(std::int64_t m, std::int64_t n, std::int64_t k, const float* a, std::int64_t aRow, std::int64_t aColumn, const float* b,
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

}  // namespace
}  // namespace strand::kernels
