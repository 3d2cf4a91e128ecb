// Sums of table rows that token ids name: embeddings, and convolutions of embeddings through projected tables.
#pragma once

#include "layers/kernels/kernels.hpp"
#include "layers/kernels/simd.hpp"

namespace strand::kernels {
namespace {

STRAND_INLINE void addTo(float* target, const float* source, std::int64_t n) {
    forVectors(n, [&](std::int64_t i, std::int64_t count) {
        storeUpTo(target + i, loadUpTo(target + i, count) + loadUpTo(source + i, count), count);
    });
}

void tokenConvolution(const IndexedRows& rows, const float* table, const float* bias, std::int64_t width, std::int64_t before,
                      std::int64_t columns, float* out, std::int64_t begin, std::int64_t end) {
    for (std::int64_t b = begin; b < end; ++b) {
        const std::int64_t length = rows.lengths[b];
        for (std::int64_t t = 0; t < rows.positions; ++t) {
            float* target = out + (b * rows.positions + t) * columns;
            const bool valid = t < length;
            const std::int64_t first = t < before ? before - t : 0, last = length - t + before < width ? length - t + before : width;
            forVectors(columns, [&](std::int64_t i, std::int64_t n) {
                F sum = valid ? loadUpTo(bias + i, n) : F{};
                if (valid) {
                    for (std::int64_t j = first; j < last; ++j)
                        sum += loadUpTo(table + rows.row(b, t + j - before) * rows.stride + j * columns + i, n);
                }
                storeUpTo(target + i, sum, n);
            });
        }
    }
}

void tokenConvolutionBackward(const IndexedRows& rows, const float* dOut, std::int64_t width, std::int64_t before, std::int64_t columns,
                              float* dTable, std::int64_t sequences, std::int64_t columnBegin, std::int64_t columnEnd) {
    for (std::int64_t b = 0; b < sequences; ++b) {
        const std::int64_t length = rows.lengths[b];
        for (std::int64_t p = 0; p < length; ++p) {
            float* target = dTable + rows.row(b, p) * rows.stride + columnBegin;
            for (std::int64_t j = 0; j < width; ++j) {
                const std::int64_t t = p - j + before;
                if (t < 0 || t >= length) continue;
                addTo(target + j * columns, dOut + (b * rows.positions + t) * columns + columnBegin, columnEnd - columnBegin);
            }
        }
    }
}

STRAND_INLINE std::int64_t windows(std::int64_t length, std::int64_t width) { return length > width ? length - width + 1 : 1; }

void tokenConvolutionMax(const IndexedRows& rows, const float* table, std::int64_t width, std::int64_t columns, float* best,
                         std::int32_t* where, std::int64_t outStride, std::int64_t begin, std::int64_t end) {
    for (std::int64_t b = begin; b < end; ++b) {
        const std::int64_t length = rows.lengths[b], inside = length < width ? length : width;
        forVectors(columns, [&](std::int64_t i, std::int64_t n) {
            F top = broadcast(-__builtin_inff()), topAt{};
            for (std::int64_t s = 0; s < windows(length, width); ++s) {
                F sum{};
                for (std::int64_t j = 0; j < inside; ++j)
                    sum += loadUpTo(table + rows.row(b, s + j) * rows.stride + j * columns + i, n);
                const F at = broadcast(static_cast<float>(s));
                topAt = sum > top ? at : topAt;
                top = sum > top ? sum : (sum == sum ? top : sum);
            }
            storeUpTo(best + b * outStride + i, top, n);
            for (std::int64_t lane = 0; lane < n; ++lane)
                where[b * outStride + i + lane] = static_cast<std::int32_t>(topAt[lane]);
        });
    }
}

void tokenConvolutionMaxBackward(const IndexedRows& rows, const float* dBest, const std::int32_t* where, std::int64_t width,
                                 std::int64_t columns, std::int64_t outStride, float* dTable, std::int64_t sequences,
                                 std::int64_t columnBegin, std::int64_t columnEnd) {
    for (std::int64_t b = 0; b < sequences; ++b) {
        const std::int64_t inside = rows.lengths[b] < width ? rows.lengths[b] : width;
        for (std::int64_t i = columnBegin; i < columnEnd; ++i) {
            const float gradient = dBest[b * outStride + i];
            if (gradient == 0) continue;
            const std::int64_t s = where[b * outStride + i];
            for (std::int64_t j = 0; j < inside; ++j)
                dTable[rows.row(b, s + j) * rows.stride + j * columns + i] += gradient;
        }
    }
}

void sumRows(const IndexedRows& rows, const float* table, std::int64_t columns, const float* factors, float* sums, std::int64_t begin,
             std::int64_t end) {
    for (std::int64_t b = begin; b < end; ++b) {
        forVectors(columns, [&](std::int64_t i, std::int64_t n) {
            F sum{};
            for (std::int64_t p = 0; p < rows.lengths[b]; ++p)
                sum += loadUpTo(table + rows.row(b, p) * rows.stride + i, n);
            storeUpTo(sums + b * columns + i, sum * factors[b], n);
        });
    }
}

void sumRowsBackward(const IndexedRows& rows, const float* dSums, std::int64_t columns, const float* factors, float* dTable,
                     std::int64_t sequences, std::int64_t columnBegin, std::int64_t columnEnd) {
    for (std::int64_t b = 0; b < sequences; ++b) {
        forVectors(columnEnd - columnBegin, [&](std::int64_t i, std::int64_t n) {
            const F gradient = loadUpTo(dSums + b * columns + columnBegin + i, n) * factors[b];
            for (std::int64_t p = 0; p < rows.lengths[b]; ++p) {
                float* target = dTable + rows.row(b, p) * rows.stride + columnBegin + i;
                storeUpTo(target, loadUpTo(target, n) + gradient, n);
            }
        });
    }
}

void scatterRows(const IndexedRows& rows, const float* source, std::int64_t columns, float* target, std::int64_t sequences,
                 std::int64_t columnBegin, std::int64_t columnEnd) {
    for (std::int64_t b = 0; b < sequences; ++b) {
        for (std::int64_t p = 0; p < rows.lengths[b]; ++p) {
            addTo(target + rows.row(b, p) * rows.stride + columnBegin, source + (b * rows.positions + p) * columns + columnBegin,
                  columnEnd - columnBegin);
        }
    }
}

void sparseProduct(const SparseMatrix& a, const float* x, std::int64_t columns, float* y, std::int64_t begin, std::int64_t end) {
    for (std::int64_t row = begin; row < end; ++row) {
        forVectors(columns, [&](std::int64_t i, std::int64_t n) {
            F sum{};
            for (std::int64_t e = a.start[row]; e < a.start[row + 1]; ++e)
                sum += a.weight[e] * loadUpTo(x + a.column[e] * columns + i, n);
            storeUpTo(y + row * columns + i, sum, n);
        });
    }
}

}  // namespace
}  // namespace strand::kernels
