// Matrix products of float32, with the widest means of the instruction set.
#pragma once

#include "layers/kernels/kernels.hpp"
#include "layers/kernels/vector_gemm.hpp"
#if defined(__AMX_BF16__)
#include "layers/kernels/amx_gemm.hpp"
#endif

namespace strand::kernels {
namespace {

#if defined(__AMX_BF16__)
/// Whether tiles are worth their packing, which takes longer where the steps of the left operand lie apart. Does not depend on m: a row of
/// the result does not depend on how many there are.
STRAND_INLINE bool onTiles(std::int64_t n, std::int64_t k, std::int64_t aColumn = 1) { return n >= 16 && k >= (aColumn == 1 ? 24 : 64); }
#endif

bool packs([[maybe_unused]] std::int64_t k, [[maybe_unused]] std::int64_t n) {
#if defined(__AMX_BF16__)
    return onTiles(n, k);
#else
    return false;
#endif
}

std::int64_t packedSize(std::int64_t k, std::int64_t n) {
#if defined(__AMX_BF16__)
    if (onTiles(n, k)) return amxPackedSize(k, n);
#endif
    return k * n;
}

void pack(std::int64_t k, std::int64_t n, const float* b, std::int64_t bRow, std::int64_t bColumn, float* packed, std::int64_t begin,
          std::int64_t end) {
#if defined(__AMX_BF16__)
    if (onTiles(n, k)) return amxPack(k, {b, bColumn, bRow}, packed, begin, end);
#endif
    for (std::int64_t first = begin; first < end; first += kPackedColumns) {
        const std::int64_t last = first + kPackedColumns < end ? first + kPackedColumns : end;
        for (std::int64_t i = 0; i < k; ++i) {
            for (std::int64_t j = first; j < last; ++j)
                packed[i * n + j] = b[i * bRow + j * bColumn];
        }
    }
}

void gemmPacked(std::int64_t m, std::int64_t n, std::int64_t k, const float* a, std::int64_t aRow, std::int64_t aColumn,
                const float* packed, float* c, std::int64_t ldc, bool accumulate) {
#if defined(__AMX_BF16__)
    if (onTiles(n, k)) return amxGemm(m, n, k, {a, aRow, aColumn}, {}, packed, c, ldc, accumulate);
#endif
    vectorGemm(m, n, k, a, aRow, aColumn, packed, n, c, ldc, accumulate);
}

/// The sum for an element runs over k in one order whatever m is: a row does not depend on its neighbours, to the last bit.
void gemm(std::int64_t m, std::int64_t n, std::int64_t k, const float* a, std::int64_t aRow, std::int64_t aColumn, const float* b,
          std::int64_t ldb, float* c, std::int64_t ldc, bool accumulate) {
#if defined(__AMX_BF16__)
    if (onTiles(n, k, aColumn)) return amxGemm(m, n, k, {a, aRow, aColumn}, {b, 1, ldb}, nullptr, c, ldc, accumulate);
#endif
    vectorGemm(m, n, k, a, aRow, aColumn, b, ldb, c, ldc, accumulate);
}

}  // namespace
}  // namespace strand::kernels
