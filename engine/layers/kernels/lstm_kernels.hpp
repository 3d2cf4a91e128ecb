// A whole LSTM direction over some sequences of a batch: no barrier between the steps, since sequences do not depend on each other.
#pragma once

#include "layers/kernels/dense_kernels.hpp"

namespace strand::kernels {
namespace {

/// Recurrent part of the gates [rows, 4H], and for the way back the gradients of state [rows, H] and cell [rows, H].
std::int64_t lstmScratch(std::int64_t rows, std::int64_t hidden) { return rows * hidden * 6; }

STRAND_INLINE void zero(float* p, std::int64_t n) {
    for (std::int64_t i = 0; i < n; ++i)
        p[i] = 0;
}

/// One step of one sequence; previousCell is null at the first step.
STRAND_INLINE void lstmCell(std::int64_t hidden, const float* input, const float* recurrent, const float* previousCell, float* gates,
                            float* cell, float* out) {
    forVectors(hidden, [&](std::int64_t i, std::int64_t n) {
        const auto gate = [&](std::int64_t g) {
            const F x = loadUpTo(input + g * hidden + i, n);
            return recurrent != nullptr ? x + loadUpTo(recurrent + g * hidden + i, n) : x;
        };
        const F in = sigmoid(gate(0)), forget = sigmoid(gate(1)), candidate = hyperbolicTangent(gate(2)), output = sigmoid(gate(3));
        F c = in * candidate;
        if (previousCell != nullptr) c += forget * loadUpTo(previousCell + i, n);
        storeUpTo(gates + i, in, n);
        storeUpTo(gates + hidden + i, forget, n);
        storeUpTo(gates + 2 * hidden + i, candidate, n);
        storeUpTo(gates + 3 * hidden + i, output, n);
        storeUpTo(cell + i, c, n);
        storeUpTo(out + i, output * hyperbolicTangent(c), n);
    });
}

void lstm(const LstmDirection& d, std::int64_t begin, std::int64_t end, float* scratch) {
    const std::int64_t steps = d.input.positions, hidden = d.hidden, rowStride = steps * d.outStride;
    const std::int64_t back = d.reverse ? 1 : -1;  // where the state before this step lies
    for (std::int64_t s = 0; s < steps; ++s) {
        const std::int64_t t = d.reverse ? steps - 1 - s : s;
        if (s > 0) {
            gemm(end - begin, 4 * hidden, hidden, d.out + begin * rowStride + (t + back) * d.outStride, rowStride, 1, d.weight, 4 * hidden,
                 scratch, 4 * hidden, false);
        }
        for (std::int64_t b = begin; b < end; ++b) {
            float *out = d.out + b * rowStride + t * d.outStride, *cell = d.cells + (b * steps + t) * hidden,
                  *gates = d.gates + (b * steps + t) * 4 * hidden;
            if (t >= d.input.lengths[b]) {
                zero(out, hidden);
                zero(cell, hidden);
                continue;
            }
            lstmCell(hidden, d.table + d.input.row(b, t) * d.input.stride, s > 0 ? scratch + (b - begin) * 4 * hidden : nullptr,
                     s > 0 ? cell + back * hidden : nullptr, gates, cell, out);
        }
    }
}

/// Gradients of the gates before their activations; dState and dCell carry from step to step.
STRAND_INLINE void lstmCellBackward(std::int64_t hidden, const float* dOut, const float* dState, float* dCell, const float* cell,
                                    const float* previousCell, const float* gates, float* dGates) {
    forVectors(hidden, [&](std::int64_t i, std::int64_t n) {
        const F in = loadUpTo(gates + i, n), forget = loadUpTo(gates + hidden + i, n), candidate = loadUpTo(gates + 2 * hidden + i, n),
                output = loadUpTo(gates + 3 * hidden + i, n);
        const F dh = loadUpTo(dOut + i, n) + loadUpTo(dState + i, n), tanhCell = hyperbolicTangent(loadUpTo(cell + i, n));
        const F dc = loadUpTo(dCell + i, n) + dh * output * (1.0F - tanhCell * tanhCell);
        const F before = previousCell != nullptr ? loadUpTo(previousCell + i, n) : F{};
        storeUpTo(dGates + i, dc * candidate * in * (1.0F - in), n);
        storeUpTo(dGates + hidden + i, dc * before * forget * (1.0F - forget), n);
        storeUpTo(dGates + 2 * hidden + i, dc * in * (1.0F - candidate * candidate), n);
        storeUpTo(dGates + 3 * hidden + i, dh * tanhCell * output * (1.0F - output), n);
        storeUpTo(dCell + i, dc * forget, n);
    });
}

void lstmBackward(const LstmDirection& d, std::int64_t begin, std::int64_t end, float* scratch) {
    const std::int64_t steps = d.input.positions, hidden = d.hidden, rows = end - begin, rowStride = steps * d.outStride;
    const std::int64_t back = d.reverse ? 1 : -1;
    float *dState = scratch, *dCell = scratch + rows * hidden;
    zero(scratch, 2 * rows * hidden);
    for (std::int64_t s = steps - 1; s >= 0; --s) {
        const std::int64_t t = d.reverse ? steps - 1 - s : s;
        for (std::int64_t b = begin; b < end; ++b) {
            const std::int64_t place = b * steps + t;
            float* dGates = d.dGates + place * 4 * hidden;
            if (t >= d.input.lengths[b]) {
                zero(dGates, 4 * hidden);
                continue;
            }
            const float* cell = d.cells + place * hidden;
            lstmCellBackward(hidden, d.dOut + b * rowStride + t * d.outStride, dState + (b - begin) * hidden, dCell + (b - begin) * hidden,
                             cell, s > 0 ? cell + back * hidden : nullptr, d.gates + place * 4 * hidden, dGates);
        }
        if (s > 0) {
            gemm(rows, hidden, 4 * hidden, d.dGates + (begin * steps + t) * 4 * hidden, steps * 4 * hidden, 1, d.weight, hidden, dState,
                 hidden, false);
        }
    }
}

}  // namespace
}  // namespace strand::kernels
