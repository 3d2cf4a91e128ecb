// Loops over plain arrays, compiled once for each instruction set and chosen when the program runs.
// Every function works on one thread; callers split rows, heads or columns between threads. float32, row-major.
#pragma once

#include <cstdint>

namespace strand {

enum class Activation { None, Relu, Gelu };
enum class RecurrentCell { Rnn, Gru, Lstm };

namespace kernels {

/// Elements whose 16 random bits are below `threshold` are dropped, the others multiplied by `scale`.
/// The bits of an element follow from (key, call) and its place alone (random_kernels.hpp).
struct DropoutStream {
    std::uint64_t key = 0, call = 0;
    std::uint32_t threshold = 0;  ///< of 65,536; 0 = nothing is dropped
    float scale = 1;
};
inline constexpr std::int64_t kDropoutGroup = 128;  ///< elements that share one block of counters
inline constexpr std::int64_t kPackedColumns = 16;  ///< of a packed operand that one thread takes at least

/// y = residual + dropout(activation(z + bias)), rows [R, columns]. bias and residual may be null.
struct Epilogue {
    std::int64_t columns = 0;
    const float* bias = nullptr;      ///< [columns]
    const float* residual = nullptr;  ///< [R, columns], only with Activation::None
    Activation activation = Activation::None;
    DropoutStream dropout;
};

/// One head of softmax(q k' scale) v over `length` valid rows.
struct AttentionHead {
    const float *q = nullptr, *k = nullptr, *v = nullptr;  ///< row strides `stride`
    std::int64_t stride = 0, dim = 0;
    std::int64_t length = 0;  ///< valid queries and keys
    bool causal = false;
    float scale = 1;
    float* out = nullptr;  ///< row stride `outStride`
    std::int64_t outStride = 0;
    float* logSum = nullptr;  ///< [length] log of the sum of exponentials
};
struct AttentionHeadGradient {
    const float* dOut = nullptr;                        ///< row stride AttentionHead::outStride
    float *dq = nullptr, *dk = nullptr, *dv = nullptr;  ///< row stride AttentionHead::stride; overwritten for valid rows
};

/// Rows of a table read through an index: position p of sequence b reads row index[b * positions + p], or row b * positions + p without one.
struct IndexedRows {
    std::int64_t positions = 0;             ///< L
    const std::int64_t* index = nullptr;    ///< [B,L] or null
    const std::int64_t* lengths = nullptr;  ///< [B] valid positions
    std::int64_t stride = 0;                ///< floats from one table row to the next
    [[nodiscard]] std::int64_t row(std::int64_t b, std::int64_t p) const {
        return index != nullptr ? index[b * positions + p] : b * positions + p;
    }
};

/// Widths in units of H. The recurrent part of the gradients lies behind `recurrentAt` columns of each row.
struct RecurrentShape {
    std::int64_t input, recurrent;       ///< gates in the table and in the recurrent weights
    std::int64_t saved;                  ///< kept at each step for the way back
    std::int64_t gradient, recurrentAt;  ///< gradients of the gates at each step, those of the input first
};
/// Gates: i f g o (LSTM); n r z in the table and r z n in the recurrent weights (GRU), so that both gradients are runs of n r z n'.
constexpr RecurrentShape shapeOf(RecurrentCell cell) {
    if (cell == RecurrentCell::Rnn) return {.input = 1, .recurrent = 1, .saved = 0, .gradient = 1, .recurrentAt = 0};
    if (cell == RecurrentCell::Gru) return {.input = 3, .recurrent = 3, .saved = 4, .gradient = 4, .recurrentAt = 1};
    return {.input = 4, .recurrent = 4, .saved = 5, .gradient = 4, .recurrentAt = 0};
}

/// One direction of a recurrent layer; padded steps have state 0. R, S and G are the widths of shapeOf(cell).
struct RecurrentDirection {
    RecurrentCell cell = RecurrentCell::Lstm;
    IndexedRows input;             ///< of `table`: input part of the gates, biases included, [N, stride]
    const float* table = nullptr;  ///< first gate of this direction
    std::int64_t hidden = 0;       ///< H
    bool reverse = false;
    const float* weight = nullptr;  ///< packed; forward: recurrent weights transposed [H, R H]; backward: as they are [R H, H]
    const float* bias = nullptr;    ///< GRU: of the recurrent part of n [H]
    float* out = nullptr;           ///< [B, L, outStride], first unit of this direction; backward only reads it and `saved`
    std::int64_t outStride = 0;
    float* saved = nullptr;       ///< [B, L, S H]
    const float* dOut = nullptr;  ///< backward: like out
    float* dGates = nullptr;      ///< backward: [B, L, G H], gradients before the activations
};

/// Batch normalisation of the valid rows of x [B, L, columns], perhaps with what a ReLU after it does. Padded rows give 0.
struct BatchNormRows {
    IndexedRows rows;  ///< without index, stride = columns
    const float* x = nullptr;
    const float *mean = nullptr, *inverseDeviation = nullptr;  ///< [columns]
    const float *scale = nullptr, *shift = nullptr;            ///< [columns]
    bool relu = false;
};

/// Entries of row i: those from start[i] to start[i + 1].
struct SparseMatrix {
    const std::int64_t *start = nullptr, *column = nullptr;
    const float* weight = nullptr;
};

struct Table {
    /// factors[i] = 0 or scale for elements [group * 128, group * 128 + 128).
    void (*keepFactors)(const DropoutStream&, std::int64_t group, float* factors);
    /// y = dropout(x) for elements [begin, end); begin is a multiple of kDropoutGroup.
    void (*dropout)(const DropoutStream&, const float* x, float* y, std::int64_t begin, std::int64_t end);
    /// Rows [begin, end); y may be z.
    void (*epilogue)(const Epilogue&, const float* z, float* y, std::int64_t begin, std::int64_t end);
    /// dz from dy; `saved` is y for None and Relu, z for Gelu. dz may be dy. Where `again` is not null, Gelu puts y there once more.
    void (*epilogueBackward)(const Epilogue&, const float* dy, const float* saved, float* dz, float* again, std::int64_t begin,
                             std::int64_t end);
    /// c[m,n] (+)= a[m,k] b[k,n]; element (i,j) of a lies at i * aRow + j * aColumn, one of which is 1. The error of an element is below
    /// 2^-15 of the sum of the magnitudes of its products.
    void (*gemm)(std::int64_t m, std::int64_t n, std::int64_t k, const float* a, std::int64_t aRow, std::int64_t aColumn, const float* b,
                 std::int64_t ldb, float* c, std::int64_t ldc, bool accumulate);
    /// Whether gemmPacked reads b [k,n] in another order than row by row.
    bool (*packs)(std::int64_t k, std::int64_t n);
    /// Floats that b [k,n] takes, laid out once for many products; the address of those floats is a multiple of 64.
    std::int64_t (*packedSize)(std::int64_t k, std::int64_t n);
    /// Columns [begin, end) of b, whose element (i,j) lies at i * bRow + j * bColumn, one of which is 1; begin is a multiple of kPackedColumns.
    void (*pack)(std::int64_t k, std::int64_t n, const float* b, std::int64_t bRow, std::int64_t bColumn, float* packed, std::int64_t begin,
                 std::int64_t end);
    /// The same as gemm.
    void (*gemmPacked)(std::int64_t m, std::int64_t n, std::int64_t k, const float* a, std::int64_t aRow, std::int64_t aColumn,
                       const float* packed, float* c, std::int64_t ldc, bool accumulate);
    /// Floats of scratch space that the attention functions need.
    std::int64_t (*attentionScratch)(std::int64_t length, std::int64_t dim);
    void (*attention)(const AttentionHead&, float* scratch);
    void (*attentionBackward)(const AttentionHead&, const AttentionHeadGradient&, float* scratch);
    /// out[b,t,f] = bias[f] + sum over j < width of table[row(b, t + j - before)][j * columns + f] for valid t; 0 for padded t.
    void (*tokenConvolution)(const IndexedRows&, const float* table, const float* bias, std::int64_t width, std::int64_t before,
                             std::int64_t columns, float* out, std::int64_t begin, std::int64_t end);
    /// dTable += for table columns [columnBegin, columnEnd) of each of the `width` blocks, all sequences.
    void (*tokenConvolutionBackward)(const IndexedRows&, const float* dOut, std::int64_t width, std::int64_t before, std::int64_t columns,
                                     float* dTable, std::int64_t sequences, std::int64_t columnBegin, std::int64_t columnEnd);
    /// Maximum over windows that lie inside the sequence (the first one where none does) of the same sum without bias, and where it is.
    void (*tokenConvolutionMax)(const IndexedRows&, const float* table, std::int64_t width, std::int64_t columns, float* best,
                                std::int32_t* where, std::int64_t outStride, std::int64_t begin, std::int64_t end);
    void (*tokenConvolutionMaxBackward)(const IndexedRows&, const float* dBest, const std::int32_t* where, std::int64_t width,
                                        std::int64_t columns, std::int64_t outStride, float* dTable, std::int64_t sequences,
                                        std::int64_t columnBegin, std::int64_t columnEnd);
    /// sums[b] = sum of the valid rows of sequence b, times factors[b].
    void (*sumRows)(const IndexedRows&, const float* table, std::int64_t columns, const float* factors, float* sums, std::int64_t begin,
                    std::int64_t end);
    /// dTable[row(b,p)] += dSums[b] * factors[b] for columns [columnBegin, columnEnd).
    void (*sumRowsBackward)(const IndexedRows&, const float* dSums, std::int64_t columns, const float* factors, float* dTable,
                            std::int64_t sequences, std::int64_t columnBegin, std::int64_t columnEnd);
    /// target[row(b,p)] += source[b,p] for columns [columnBegin, columnEnd) of `columns`; valid positions only.
    void (*scatterRows)(const IndexedRows&, const float* source, std::int64_t columns, float* target, std::int64_t sequences,
                        std::int64_t columnBegin, std::int64_t columnEnd);
    /// y[i] = sum over the entries of row i of weight * x[column], rows [begin, end) of y.
    void (*sparseProduct)(const SparseMatrix&, const float* x, std::int64_t columns, float* y, std::int64_t begin, std::int64_t end);
    /// Mean and variance (divided by the number of rows) of the valid rows, for columns [columnBegin, columnEnd); 0 and 0 without rows.
    void (*columnMoments)(const IndexedRows&, const float* x, float* mean, float* variance, std::int64_t sequences,
                          std::int64_t columnBegin, std::int64_t columnEnd);
    /// y = scale * (x - mean) * inverseDeviation + shift.
    void (*batchNorm)(const BatchNormRows&, float* y, std::int64_t sequences, std::int64_t columnBegin, std::int64_t columnEnd);
    /// dx, dScale and dShift from dy; y is only read where relu is on. With `fixed`, mean and deviation do not follow from x.
    void (*batchNormBackward)(const BatchNormRows&, const float* y, const float* dy, bool fixed, float* dx, float* dScale, float* dShift,
                              std::int64_t sequences, std::int64_t columnBegin, std::int64_t columnEnd);
    /// Floats of scratch space for `rows` sequences.
    std::int64_t (*recurrentScratch)(RecurrentCell, std::int64_t rows, std::int64_t hidden);
    /// Sequences [begin, end).
    void (*recurrent)(const RecurrentDirection&, std::int64_t begin, std::int64_t end, float* scratch);
    void (*recurrentBackward)(const RecurrentDirection&, std::int64_t begin, std::int64_t end, float* scratch);
};

enum class InstructionSet { Baseline, Avx2, Avx512, Amx };
[[nodiscard]] const char* nameOf(InstructionSet set);
/// The widest one this computer has; its name is part of what a run is reproduced with.
[[nodiscard]] InstructionSet widestSet();
/// Null where this computer or its system lacks the instructions.
[[nodiscard]] const Table* tableFor(InstructionSet set);
/// That of the widest set.
[[nodiscard]] const Table& table();

}  // namespace kernels
}  // namespace strand
