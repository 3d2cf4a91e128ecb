// A whole direction of a recurrent layer over some sequences of a batch: no barrier between the steps, since sequences do not depend on
// each other.
#pragma once

#include "layers/kernels/dense_kernels.hpp"

namespace strand::kernels {
namespace {

/// The recurrent part of the gates, and for the way back the gradients of state and cell.
std::int64_t recurrentScratch(RecurrentCell cell, std::int64_t rows, std::int64_t hidden) {
    const RecurrentShape shape = shapeOf(cell);
    return rows * hidden * (shape.recurrent > 2 ? shape.recurrent : 2);
}

STRAND_INLINE void zero(float* p, std::int64_t n) {
    for (std::int64_t i = 0; i < n; ++i)
        p[i] = 0;
}
STRAND_INLINE F loadOrZero(const float* p, std::int64_t i, std::int64_t n) { return p != nullptr ? loadUpTo(p + i, n) : F{}; }

/// One step of one sequence. `recurrent`, `stateBefore` and `savedBefore` are null at the first step.
struct StepForward {
    std::int64_t hidden = 0;
    const float *input = nullptr, *recurrent = nullptr, *bias = nullptr, *stateBefore = nullptr, *savedBefore = nullptr;
    float *saved = nullptr, *out = nullptr;
    /// Gate `in` of the input plus gate `from` of the recurrent part.
    STRAND_INLINE F gate(std::int64_t in, std::int64_t from, std::int64_t i, std::int64_t n) const {
        return loadUpTo(input + in * hidden + i, n) + recurrentGate(from, i, n);
    }
    STRAND_INLINE F recurrentGate(std::int64_t from, std::int64_t i, std::int64_t n) const {
        return recurrent != nullptr ? loadUpTo(recurrent + from * hidden + i, n) : F{};
    }
};

/// Gradients before the activations. dState holds what later steps want of this state, and receives what goes to the state before
/// except through the recurrent weights; dCell carries the gradient of the cell.
struct StepBackward {
    std::int64_t hidden = 0;
    const float *out = nullptr, *dOut = nullptr, *stateBefore = nullptr, *saved = nullptr, *savedBefore = nullptr;
    float *dState = nullptr, *dCell = nullptr, *dGates = nullptr;
};

struct RnnStep {
    static constexpr RecurrentCell kind = RecurrentCell::Rnn;
    static STRAND_INLINE void forward(const StepForward& s) {
        forVectors(s.hidden, [&](std::int64_t i, std::int64_t n) { storeUpTo(s.out + i, hyperbolicTangent(s.gate(0, 0, i, n)), n); });
    }
    static STRAND_INLINE void backward(const StepBackward& s) {
        forVectors(s.hidden, [&](std::int64_t i, std::int64_t n) {
            const F state = loadUpTo(s.out + i, n), dh = loadUpTo(s.dOut + i, n) + loadUpTo(s.dState + i, n);
            storeUpTo(s.dGates + i, dh * (1.0F - state * state), n);
            storeUpTo(s.dState + i, F{}, n);
        });
    }
};

/// Saved: n r z and the recurrent part of n. Gradients: n r z, and n times r.
struct GruStep {
    static constexpr RecurrentCell kind = RecurrentCell::Gru;
    static STRAND_INLINE void forward(const StepForward& s) {
        forVectors(s.hidden, [&](std::int64_t i, std::int64_t n) {
            const F reset = sigmoid(s.gate(1, 0, i, n)), update = sigmoid(s.gate(2, 1, i, n));
            const F past = s.recurrentGate(2, i, n) + loadUpTo(s.bias + i, n);
            const F fresh = hyperbolicTangent(loadUpTo(s.input + i, n) + reset * past);
            const F parts[] = {fresh, reset, update, past};
            for (std::int64_t part = 0; part < 4; ++part)
                storeUpTo(s.saved + part * s.hidden + i, parts[part], n);
            storeUpTo(s.out + i, fresh + update * (loadOrZero(s.stateBefore, i, n) - fresh), n);
        });
    }
    static STRAND_INLINE void backward(const StepBackward& s) {
        forVectors(s.hidden, [&](std::int64_t i, std::int64_t n) {
            const auto saved = [&](std::int64_t part) { return loadUpTo(s.saved + part * s.hidden + i, n); };
            const F fresh = saved(0), reset = saved(1), update = saved(2), past = saved(3);
            const F dh = loadUpTo(s.dOut + i, n) + loadUpTo(s.dState + i, n);
            const F dFresh = dh * (1.0F - update) * (1.0F - fresh * fresh);
            const F parts[] = {dFresh, dFresh * past * reset * (1.0F - reset),
                               dh * (loadOrZero(s.stateBefore, i, n) - fresh) * update * (1.0F - update), dFresh * reset};
            for (std::int64_t part = 0; part < 4; ++part)
                storeUpTo(s.dGates + part * s.hidden + i, parts[part], n);
            storeUpTo(s.dState + i, dh * update, n);
        });
    }
};

/// Saved: i f g o and the cell. Gradients: i f g o.
struct LstmStep {
    static constexpr RecurrentCell kind = RecurrentCell::Lstm;
    static STRAND_INLINE F cellBefore(const float* savedBefore, std::int64_t hidden, std::int64_t i, std::int64_t n) {
        return savedBefore != nullptr ? loadUpTo(savedBefore + 4 * hidden + i, n) : F{};
    }
    static STRAND_INLINE void forward(const StepForward& s) {
        forVectors(s.hidden, [&](std::int64_t i, std::int64_t n) {
            const F in = sigmoid(s.gate(0, 0, i, n)), forget = sigmoid(s.gate(1, 1, i, n)),
                    candidate = hyperbolicTangent(s.gate(2, 2, i, n)), output = sigmoid(s.gate(3, 3, i, n));
            const F cell = in * candidate + forget * cellBefore(s.savedBefore, s.hidden, i, n);
            const F parts[] = {in, forget, candidate, output, cell};
            for (std::int64_t part = 0; part < 5; ++part)
                storeUpTo(s.saved + part * s.hidden + i, parts[part], n);
            storeUpTo(s.out + i, output * hyperbolicTangent(cell), n);
        });
    }
    static STRAND_INLINE void backward(const StepBackward& s) {
        forVectors(s.hidden, [&](std::int64_t i, std::int64_t n) {
            const auto saved = [&](std::int64_t part) { return loadUpTo(s.saved + part * s.hidden + i, n); };
            const F in = saved(0), forget = saved(1), candidate = saved(2), output = saved(3), tanhCell = hyperbolicTangent(saved(4));
            const F dh = loadUpTo(s.dOut + i, n) + loadUpTo(s.dState + i, n);
            const F dc = loadUpTo(s.dCell + i, n) + dh * output * (1.0F - tanhCell * tanhCell);
            const F parts[] = {dc * candidate * in * (1.0F - in), dc * cellBefore(s.savedBefore, s.hidden, i, n) * forget * (1.0F - forget),
                               dc * in * (1.0F - candidate * candidate), dh * tanhCell * output * (1.0F - output)};
            for (std::int64_t part = 0; part < 4; ++part)
                storeUpTo(s.dGates + part * s.hidden + i, parts[part], n);
            storeUpTo(s.dCell + i, dc * forget, n);
            storeUpTo(s.dState + i, F{}, n);
        });
    }
};

template <typename Step>
void recurrentSteps(const RecurrentDirection& d, std::int64_t begin, std::int64_t end, float* scratch) {
    constexpr RecurrentShape shape = shapeOf(Step::kind);
    const std::int64_t steps = d.input.positions, hidden = d.hidden, width = shape.recurrent * hidden, rowStride = steps * d.outStride;
    const std::int64_t back = d.reverse ? 1 : -1;  // where the state before this step lies
    for (std::int64_t s = 0; s < steps; ++s) {
        const std::int64_t t = d.reverse ? steps - 1 - s : s;
        if (s > 0) {
            gemmPacked(end - begin, width, hidden, d.out + begin * rowStride + (t + back) * d.outStride, rowStride, 1, d.weight, scratch,
                       width, false);
        }
        for (std::int64_t b = begin; b < end; ++b) {
            float *out = d.out + b * rowStride + t * d.outStride, *saved = d.saved + (b * steps + t) * shape.saved * hidden;
            if (t >= d.input.lengths[b]) {
                zero(out, hidden);
                zero(saved, shape.saved * hidden);
                continue;
            }
            Step::forward({.hidden = hidden,
                           .input = d.table + d.input.row(b, t) * d.input.stride,
                           .recurrent = s > 0 ? scratch + (b - begin) * width : nullptr,
                           .bias = d.bias,
                           .stateBefore = s > 0 ? out + back * d.outStride : nullptr,
                           .savedBefore = s > 0 ? saved + back * shape.saved * hidden : nullptr,
                           .saved = saved,
                           .out = out});
        }
    }
}

template <typename Step>
void recurrentStepsBackward(const RecurrentDirection& d, std::int64_t begin, std::int64_t end, float* scratch) {
    constexpr RecurrentShape shape = shapeOf(Step::kind);
    const std::int64_t steps = d.input.positions, hidden = d.hidden, rows = end - begin, rowStride = steps * d.outStride;
    const std::int64_t back = d.reverse ? 1 : -1, gates = shape.gradient * hidden;
    float *dState = scratch, *dCell = scratch + rows * hidden;
    zero(scratch, 2 * rows * hidden);
    for (std::int64_t s = steps - 1; s >= 0; --s) {
        const std::int64_t t = d.reverse ? steps - 1 - s : s;
        for (std::int64_t b = begin; b < end; ++b) {
            const std::int64_t place = b * steps + t, row = b - begin;
            float* dGates = d.dGates + place * gates;
            if (t >= d.input.lengths[b]) {
                zero(dGates, gates);
                continue;
            }
            const float *out = d.out + b * rowStride + t * d.outStride, *saved = d.saved + place * shape.saved * hidden;
            Step::backward({.hidden = hidden,
                            .out = out,
                            .dOut = d.dOut + b * rowStride + t * d.outStride,
                            .stateBefore = s > 0 ? out + back * d.outStride : nullptr,
                            .saved = saved,
                            .savedBefore = s > 0 ? saved + back * shape.saved * hidden : nullptr,
                            .dState = dState + row * hidden,
                            .dCell = dCell + row * hidden,
                            .dGates = dGates});
        }
        if (s > 0) {
            gemmPacked(rows, hidden, shape.recurrent * hidden, d.dGates + (begin * steps + t) * gates + shape.recurrentAt * hidden,
                       steps * gates, 1, d.weight, dState, hidden, true);
        }
    }
}

void recurrent(const RecurrentDirection& d, std::int64_t begin, std::int64_t end, float* scratch) {
    switch (d.cell) {
        case RecurrentCell::Rnn: return recurrentSteps<RnnStep>(d, begin, end, scratch);
        case RecurrentCell::Gru: return recurrentSteps<GruStep>(d, begin, end, scratch);
        case RecurrentCell::Lstm: return recurrentSteps<LstmStep>(d, begin, end, scratch);
    }
}
void recurrentBackward(const RecurrentDirection& d, std::int64_t begin, std::int64_t end, float* scratch) {
    switch (d.cell) {
        case RecurrentCell::Rnn: return recurrentStepsBackward<RnnStep>(d, begin, end, scratch);
        case RecurrentCell::Gru: return recurrentStepsBackward<GruStep>(d, begin, end, scratch);
        case RecurrentCell::Lstm: return recurrentStepsBackward<LstmStep>(d, begin, end, scratch);
    }
}

}  // namespace
}  // namespace strand::kernels
