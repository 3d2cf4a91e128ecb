// Matrix products on the tiles of AMX. A float32 is the sum of two bfloat16 and a rest below 2^-16 of it, so a product is three products of
// bfloat16, summed in float32: low high + high high + high low (Henry, Tang & Heinecke 2019, arXiv:1904.06376). The error of a sum of
// products is below 2^-15 of the sum of their magnitudes. Numbers below 1e-38 count as 0; infinities become NaN.
#pragma once

#include "layers/kernels/simd.hpp"

namespace strand::kernels {
namespace {

// A packed tile: 16 lines of an operand (rows of the left one, columns of the right one) and 32 steps of the sum, first the high halves,
// then the low ones, 2 KB. A tile register takes pairs of steps: [line][pair] of the left operand, [pair][line] of the right one.
constexpr std::int64_t kTileLines = 16, kTileSteps = 32, kTileFloats = kTileLines * kTileSteps, kHalfTile = kTileFloats / 2;

/// Number (line, step) of an operand lies at x[line * lineStride + step * stepStride]; one of the strides is 1.
struct Operand {
    const float* x;
    std::int64_t lineStride, stepStride;
};

constexpr std::int64_t wholeTiles(std::int64_t n, std::int64_t size) { return (n + size - 1) / size; }

struct Halves {
    U high, low;  ///< bfloat16 in the upper 16 bits; those below are not cleared in `low`
};
STRAND_INLINE Halves halves(__m512 x) {
    const U high = (reinterpret_cast<U>(x) + 0x8000U) & 0xFFFF0000U;
    return {high, reinterpret_cast<U>(reinterpret_cast<F>(x) - reinterpret_cast<F>(high)) + 0x8000U};
}
STRAND_INLINE __mmask16 firstLanes(std::int64_t count) {
    return static_cast<__mmask16>(count >= kLanes ? 0xFFFF : (1 << (count > 0 ? count : 0)) - 1);
}
STRAND_INLINE void storeTileRow(float* tile, std::int64_t row, __m512i high, __m512i low) {
    _mm512_storeu_si512(tile + row * kLanes, high);
    _mm512_storeu_si512(tile + kHalfTile + row * kLanes, low);
}

/// Steps lie side by side: tiles [step tile][line][pair] of at most 16 lines. A line is read to its end before the next one.
STRAND_INLINE void packSteps(const Operand& from, std::int64_t lines, std::int64_t steps, float* tiles) {
    alignas(64) constexpr std::int16_t kUpper[] = {1,  3,  5,  7,  9,  11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31,
                                                   33, 35, 37, 39, 41, 43, 45, 47, 49, 51, 53, 55, 57, 59, 61, 63};
    const __m512i upper = _mm512_load_si512(kUpper);
    for (std::int64_t i = 0; i < kTileLines; ++i) {
        const std::int64_t depth = i < lines ? steps : 0;
        const float* x = from.x + (i < lines ? i : 0) * from.lineStride;
        float* tile = tiles;
        const auto put = [&](__m512 first, __m512 second) {
            const Halves a = halves(first), b = halves(second);
            storeTileRow(tile, i, _mm512_permutex2var_epi16(reinterpret_cast<__m512i>(a.high), upper, reinterpret_cast<__m512i>(b.high)),
                         _mm512_permutex2var_epi16(reinterpret_cast<__m512i>(a.low), upper, reinterpret_cast<__m512i>(b.low)));
            tile += kTileFloats;
        };
        std::int64_t step = 0;
        for (; step + kTileSteps <= depth; step += kTileSteps)
            put(_mm512_loadu_ps(x + step), _mm512_loadu_ps(x + step + kLanes));
        for (; step < steps; step += kTileSteps)
            put(_mm512_maskz_loadu_ps(firstLanes(depth - step), x + step),
                _mm512_maskz_loadu_ps(firstLanes(depth - step - kLanes), x + step + kLanes));
    }
}

/// Lines lie side by side: a tile [pair][line] of at most 16 lines.
STRAND_INLINE void packLines(const Operand& from, std::int64_t lines, std::int64_t steps, float* tile) {
    const __mmask16 mask = firstLanes(lines);
    const auto put = [&](std::int64_t pair, __m512 first, __m512 second) {
        const Halves even = halves(first), odd = halves(second);
        const auto join = [](U low, U high) { return reinterpret_cast<__m512i>((low >> 16) | (high & 0xFFFF0000U)); };
        storeTileRow(tile, pair, join(even.high, odd.high), join(even.low, odd.low));
    };
    const float* x = from.x;
    const std::int64_t count = steps < kTileSteps ? steps : kTileSteps;
    std::int64_t pair = 0;
    for (; pair < count / 2; ++pair, x += 2 * from.stepStride) {
        put(pair, _mm512_maskz_loadu_ps(mask, x), _mm512_maskz_loadu_ps(mask, x + from.stepStride));
    }
    if (count % 2 == 1) put(pair++, _mm512_maskz_loadu_ps(mask, x), __m512{});
    for (; pair < kTileSteps / 2; ++pair)
        storeTileRow(tile, pair, __m512i{}, __m512i{});
}

/// 16 x 16 numbers of 32 bits: swaps blocks of 8, 4, 2 and 1 across the diagonal (Eklundh 1972).
STRAND_INLINE void transposeHalf(float* half) {
    __m512i rows[kLanes];
#pragma GCC unroll 16
    for (std::int64_t i = 0; i < kLanes; ++i)
        rows[i] = _mm512_loadu_si512(half + i * kLanes);
    const I lane{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
#pragma GCC unroll 4
    for (std::int64_t block = kLanes / 2; block > 0; block /= 2) {
        const std::int32_t width = static_cast<std::int32_t>(block);
        const I upper = (lane & width) != 0;
        const auto above = reinterpret_cast<__m512i>(upper ? lane - width + 16 : lane);
        const auto below = reinterpret_cast<__m512i>(upper ? lane + 16 : lane + width);
#pragma GCC unroll 16
        for (std::int64_t i = 0; i < kLanes; ++i) {
            if ((i & block) != 0) continue;
            const __m512i a = rows[i], b = rows[i + block];
            rows[i] = _mm512_permutex2var_epi32(a, above, b);
            rows[i + block] = _mm512_permutex2var_epi32(a, below, b);
        }
    }
#pragma GCC unroll 16
    for (std::int64_t i = 0; i < kLanes; ++i)
        _mm512_storeu_si512(half + i * kLanes, rows[i]);
}

/// Tiles [line tile][step tile] of lines [0, lines) and steps [0, steps); `stride` floats from one line tile to the next.
template <bool right>
void packTiles(const Operand& from, std::int64_t lines, std::int64_t steps, float* tiles, std::int64_t stride) {
    const bool linesApart = from.stepStride == 1;
    for (std::int64_t line = 0; line < lines; line += kTileLines, tiles += stride) {
        const float* x = from.x + line * from.lineStride;
        if (linesApart) packSteps({x, from.lineStride, 1}, lines - line, steps, tiles);
        for (std::int64_t step = 0; step < steps; step += kTileSteps) {
            float* tile = tiles + step / kTileSteps * kTileFloats;
            if (!linesApart) packLines({x + step * from.stepStride, 1, from.stepStride}, lines - line, steps - step, tile);
            if (linesApart != right) continue;
            transposeHalf(tile);
            transposeHalf(tile + kHalfTile);
        }
    }
}

/// Where tiles of the result go; only the first `rows` and `columns` of them exist.
struct Target {
    float* c;
    std::int64_t ldc, rows, columns;
    bool accumulate;
};

/// A tile of the result with all of its 16 x 16 numbers, through a copy where it is cut.
struct TileOfResult {
    TileOfResult(const Target& target, std::int64_t row, std::int64_t column)
        : c(target.c + row * target.ldc + column),
          ldc(target.ldc),
          rows(target.rows - row),
          columns(target.columns - column),
          accumulate(target.accumulate),
          whole(rows >= kTileLines && columns >= kTileLines) {}
    [[nodiscard]] float* data() { return whole ? c : copy; }
    [[nodiscard]] std::int64_t bytes() const { return 4 * (whole ? ldc : kLanes); }
    void begin() {
        for (std::int64_t i = 0; i < kTileLines && i < rows; ++i)
            __builtin_prefetch(c + i * ldc, 1);  // written in the end: the lines are fetched by then
        if (whole || !accumulate) return;
        for (std::int64_t i = 0; i < kTileLines; ++i)
            _mm512_store_ps(copy + i * kLanes, i < rows ? _mm512_maskz_loadu_ps(firstLanes(columns), c + i * ldc) : __m512{});
    }
    void end() const {
        if (whole) return;
        const __mmask16 mask = firstLanes(columns);
        for (std::int64_t i = 0; i < kTileLines && i < rows; ++i)
            _mm512_mask_storeu_ps(c + i * ldc, mask, _mm512_load_ps(copy + i * kLanes));
    }
    float* c;
    std::int64_t ldc, rows, columns;
    bool accumulate, whole;
    alignas(64) float copy[kTileLines * kLanes];
};

// The compiler does not see what tile instructions read and write: nothing may move across this.
STRAND_INLINE void memoryBarrier() { asm volatile("" ::: "memory"); }

// The number of a tile register is part of the instruction.
#define STRAND_START_SUM(number, row, column, used)                             \
    TileOfResult result##number(target, (row)*kTileLines, (column)*kTileLines); \
    if constexpr (used) {                                                       \
        result##number.begin();                                                 \
        if (target.accumulate) {                                                \
            memoryBarrier();                                                    \
            _tile_loadd(number, result##number.data(), result##number.bytes()); \
        } else {                                                                \
            _tile_zero(number);                                                 \
        }                                                                       \
    }
#define STRAND_END_SUM(number, used)                                         \
    if constexpr (used) {                                                    \
        _tile_stored(number, result##number.data(), result##number.bytes()); \
        memoryBarrier();                                                     \
        result##number.end();                                                \
    }

/// 2 x 2 tiles of the result, or those above and to the left alone: registers 0 to 3; of the left operand 4 and 5, of the right one 6 and 7.
/// The sum of a tile runs in the same order in each form.
template <bool below, bool beside>
void sumTiles(const float* a, std::int64_t aStride, const float* b, std::int64_t bStride, std::int64_t tiles, const Target& target) {
    STRAND_START_SUM(0, 0, 0, true)
    STRAND_START_SUM(1, 0, 1, beside)
    STRAND_START_SUM(2, 1, 0, below)
    STRAND_START_SUM(3, 1, 1, below && beside)
    for (std::int64_t t = 0; t < tiles; ++t, a += kTileFloats, b += kTileFloats) {
        const float *aBelow = a + aStride, *bBeside = b + bStride;
        _tile_loadd(4, a + kHalfTile, 64);
        _tile_loadd(6, b, 64);
        _tile_dpbf16ps(0, 4, 6);
        if constexpr (beside) {
            _tile_loadd(7, bBeside, 64);
            _tile_dpbf16ps(1, 4, 7);
        }
        if constexpr (below) {
            _tile_loadd(5, aBelow + kHalfTile, 64);
            _tile_dpbf16ps(2, 5, 6);
        }
        if constexpr (below && beside) _tile_dpbf16ps(3, 5, 7);
        _tile_loadd(4, a, 64);
        _tile_dpbf16ps(0, 4, 6);
        if constexpr (beside) _tile_dpbf16ps(1, 4, 7);
        if constexpr (below) {
            _tile_loadd(5, aBelow, 64);
            _tile_dpbf16ps(2, 5, 6);
        }
        if constexpr (below && beside) _tile_dpbf16ps(3, 5, 7);
        _tile_loadd(6, b + kHalfTile, 64);
        _tile_dpbf16ps(0, 4, 6);
        if constexpr (below) _tile_dpbf16ps(2, 5, 6);
        if constexpr (beside) {
            _tile_loadd(7, bBeside + kHalfTile, 64);
            _tile_dpbf16ps(1, 4, 7);
        }
        if constexpr (below && beside) _tile_dpbf16ps(3, 5, 7);
    }
    STRAND_END_SUM(0, true)
    STRAND_END_SUM(1, beside)
    STRAND_END_SUM(2, below)
    STRAND_END_SUM(3, below && beside)
}
#undef STRAND_START_SUM
#undef STRAND_END_SUM

/// All tiles of a result [m,n] over `steps` of the sum.
STRAND_INLINE void multiplyTiles(std::int64_t m, std::int64_t n, std::int64_t steps, const float* a, std::int64_t aStride, const float* b,
                                 std::int64_t bStride, float* c, std::int64_t ldc, bool accumulate) {
    const std::int64_t tiles = wholeTiles(steps, kTileSteps);
    for (std::int64_t column = 0; column < n; column += 2 * kTileLines) {
        const float* right = b + column / kTileLines * bStride;
        for (std::int64_t row = 0; row < m; row += 2 * kTileLines) {
            const float* left = a + row / kTileLines * aStride;
            const Target target{c + row * ldc + column, ldc, m - row, n - column, accumulate};
            const bool below = m - row > kTileLines, beside = n - column > kTileLines;
            const auto sum =
                below ? (beside ? sumTiles<true, true> : sumTiles<true, false>) : (beside ? sumTiles<false, true> : sumTiles<false, false>);
            sum(left, aStride, right, bStride, tiles, target);
        }
    }
}

struct alignas(64) TileConfiguration {
    std::uint8_t palette = 1, startRow = 0, reserved[14]{};
    std::uint16_t bytesOfRow[16] = {64, 64, 64, 64, 64, 64, 64, 64};
    std::uint8_t rows[16] = {16, 16, 16, 16, 16, 16, 16, 16};
};
constexpr TileConfiguration kWholeTiles;

// Packed parts stay in the second-level cache: of the left operand 192 KB, of the right one 64 KB.
constexpr std::int64_t kAmxSteps = 512, kAmxLeft = 96 * kAmxSteps, kAmxRight = 2 * kTileLines * kAmxSteps;

/// Calls body(first, count) for parts of [0, n) of at most `most`.
template <typename Body>
STRAND_INLINE void forRanges(std::int64_t n, std::int64_t most, Body body) {
    for (std::int64_t first = 0; first < n; first += most)
        body(first, n - first < most ? n - first : most);
}

std::int64_t amxPackedSize(std::int64_t k, std::int64_t n) { return wholeTiles(n, kTileLines) * wholeTiles(k, kTileSteps) * kTileFloats; }

/// Columns [begin, end) of b [k,n] to where amxGemm reads them; begin is a multiple of 16.
void amxPack(std::int64_t k, const Operand& columns, float* packed, std::int64_t begin, std::int64_t end) {
    const std::int64_t stride = wholeTiles(k, kTileSteps) * kTileFloats;
    packTiles<true>({columns.x + begin * columns.lineStride, columns.lineStride, columns.stepStride}, end - begin, k,
                    packed + begin / kTileLines * stride, stride);
}

/// c [m,n] (+)= a b; without `packed`, b is packed on the way. An element does not depend on m and n.
void amxGemm(std::int64_t m, std::int64_t n, std::int64_t k, const Operand& a, const Operand& b, const float* packed, float* c,
             std::int64_t ldc, bool accumulate) {
    alignas(64) float left[kAmxLeft], right[kAmxRight];
    const std::int64_t packedStride = wholeTiles(k, kTileSteps) * kTileFloats;
    _tile_loadconfig(&kWholeTiles);
    forRanges(k, kAmxSteps, [&](std::int64_t step, std::int64_t steps) {
        const std::int64_t stride = wholeTiles(steps, kTileSteps) * kTileFloats;
        forRanges(m, kAmxLeft / stride * kTileLines, [&](std::int64_t row, std::int64_t rows) {
            packTiles<false>({a.x + row * a.lineStride + step * a.stepStride, a.lineStride, a.stepStride}, rows, steps, left, stride);
            forRanges(n, packed != nullptr ? n : kAmxRight / stride * kTileLines, [&](std::int64_t column, std::int64_t columns) {
                if (packed == nullptr) {
                    packTiles<true>({b.x + column * b.lineStride + step * b.stepStride, b.lineStride, b.stepStride}, columns, steps, right,
                                    stride);
                }
                memoryBarrier();
                const float* tiles =
                    packed != nullptr ? packed + column / kTileLines * packedStride + step / kTileSteps * kTileFloats : right;
                multiplyTiles(rows, columns, steps, left, stride, tiles, packed != nullptr ? packedStride : stride, c + row * ldc + column,
                              ldc, accumulate || step > 0);
            });
        });
    });
    _tile_release();
}

}  // namespace
}  // namespace strand::kernels
