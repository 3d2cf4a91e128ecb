#include "layers/recurrent.hpp"

#include "layers/dropout.hpp"
#include "layers/fast_path.hpp"
#include "layers/linear.hpp"
#include "layers/optional.hpp"
#include "layers/packed_matrix.hpp"

#include <fmt/format.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/nn/init.h>

namespace strand {

namespace {

using kernels::RecurrentShape;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// A layer on its way: what both directions share.
struct Sequences {
    RecurrentCell cell = RecurrentCell::Lstm;
    std::int64_t count = 0, positions = 0, hidden = 0, directions = 0;
    torch::Tensor index, lengths;
    [[nodiscard]] RecurrentShape shape() const { return kernels::shapeOf(cell); }
};

/// Calls body(direction, begin, end) so that every thread has sequences of one direction and waits for no other.
template <typename Body>
void forDirections(const Sequences& s, Body body) {
    const std::int64_t parts =
        std::max<std::int64_t>(1, std::min<std::int64_t>((at::get_num_threads() + s.directions - 1) / s.directions, s.count));
    const std::int64_t size = (s.count + parts - 1) / parts;
    splitWork(s.directions * parts, 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t i = first; i < last; ++i) {
            const std::int64_t begin = std::min(i % parts * size, s.count), end = std::min(begin + size, s.count);
            if (begin < end) body(i / parts, begin, end);
        }
    });
}

template <typename Body>
void runKernel(const Sequences& s, Body body) {
    forDirections(s, [&](std::int64_t direction, std::int64_t begin, std::int64_t end) {
        std::vector<float> scratch(static_cast<std::size_t>(kernels::table().recurrentScratch(s.cell, end - begin, s.hidden)));
        body(direction, begin, end, scratch.data());
    });
}

kernels::RecurrentDirection directionOf(const Sequences& s, std::int64_t direction) {
    return {.cell = s.cell,
            .input = {.positions = s.positions,
                      .index = s.index.defined() ? s.index.const_data_ptr<std::int64_t>() : nullptr,
                      .lengths = s.lengths.const_data_ptr<std::int64_t>(),
                      .stride = s.directions * s.shape().input * s.hidden},
            .hidden = s.hidden,
            .reverse = direction == 1,
            .outStride = s.directions * s.hidden};
}

/// First element of part i along dimension 0.
float* part(torch::Tensor& x, std::int64_t i) { return x.numel() == 0 ? nullptr : x.mutable_data_ptr<float>() + i * x.stride(0); }
const float* part(const torch::Tensor& x, std::int64_t i) { return x.const_data_ptr<float>() + i * x.stride(0); }

std::vector<PackedMatrix> packEach(const torch::Tensor& weights, PackedMatrix (*pack)(const torch::Tensor&)) {
    std::vector<PackedMatrix> packed;
    for (const torch::Tensor& direction : weights.unbind())
        packed.push_back(pack(direction));
    return packed;
}

struct RecurrentFunction : torch::autograd::Function<RecurrentFunction> {
    static torch::Tensor forward(AutogradContext* context, std::int64_t cell, const torch::Tensor& table, const torch::Tensor& weights,
                                 const std::optional<torch::Tensor>& past, const std::optional<torch::Tensor>& index,
                                 const torch::Tensor& lengths, std::int64_t positions) {
        const Sequences s{.cell = static_cast<RecurrentCell>(cell),
                          .count = lengths.size(0),
                          .positions = positions,
                          .hidden = weights.size(2),
                          .directions = weights.size(0),
                          .index = index ? index->contiguous() : torch::Tensor(),
                          .lengths = lengths.contiguous()};
        const torch::Tensor from = table.contiguous();
        const std::vector<PackedMatrix> packed = packEach(weights, PackedMatrix::transposed);
        const torch::Tensor bias = past ? past->contiguous() : torch::Tensor();
        torch::Tensor out = torch::empty({s.count, positions, s.directions * s.hidden}, from.options());
        torch::Tensor saved = torch::empty({s.directions, s.count, positions, s.shape().saved * s.hidden}, from.options());
        runKernel(s, [&](std::int64_t i, std::int64_t begin, std::int64_t end, float* scratch) {
            kernels::RecurrentDirection direction = directionOf(s, i);
            direction.table = from.const_data_ptr<float>() + i * s.shape().input * s.hidden;
            direction.weight = packed[static_cast<std::size_t>(i)].data();
            direction.bias = bias.defined() ? part(bias, i) : nullptr;
            direction.out = out.mutable_data_ptr<float>() + i * s.hidden;
            direction.saved = part(saved, i);
            kernels::table().recurrent(direction, begin, end, scratch);
        });
        context->save_for_backward({weights, s.index, s.lengths, out, saved});
        context->saved_data["cell"] = cell;
        context->saved_data["table"] = table.sizes().vec();
        return out;
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto kept = context->get_saved_variables();
        const torch::Tensor& weights = kept[0];
        const torch::Tensor dOut = gradients[0].contiguous();
        const std::vector<PackedMatrix> packed = packEach(weights, PackedMatrix::of);
        torch::Tensor out = kept[3], saved = kept[4];  // the kernel only reads them on the way back
        const Sequences s{.cell = static_cast<RecurrentCell>(context->saved_data["cell"].toInt()),
                          .count = out.size(0),
                          .positions = out.size(1),
                          .hidden = weights.size(2),
                          .directions = weights.size(0),
                          .index = kept[1],
                          .lengths = kept[2]};
        torch::Tensor dGates = torch::empty({s.directions, s.count, s.positions, s.shape().gradient * s.hidden}, out.options());
        runKernel(s, [&](std::int64_t i, std::int64_t begin, std::int64_t end, float* scratch) {
            kernels::RecurrentDirection direction = directionOf(s, i);
            direction.weight = packed[static_cast<std::size_t>(i)].data();
            direction.out = out.mutable_data_ptr<float>() + i * s.hidden;
            direction.saved = part(saved, i);
            direction.dGates = part(dGates, i);
            direction.dOut = dOut.const_data_ptr<float>() + i * s.hidden;
            kernels::table().recurrentBackward(direction, begin, end, scratch);
        });
        return {{}, tableGradient(context, s, dGates), recurrentGradient(s, dGates, out), pastGradient(s, dGates), {}, {}, {}};
    }

private:
    /// [N, directions * R H]
    static torch::Tensor tableGradient(AutogradContext* context, const Sequences& s, const torch::Tensor& dGates) {
        torch::Tensor dTable = torch::zeros(context->saved_data["table"].toIntVector(), torch::kFloat);
        const std::int64_t columns = s.shape().input * s.hidden;
        for (std::int64_t i = 0; i < s.directions; ++i) {
            const kernels::IndexedRows rows = directionOf(s, i).input;
            splitWork(columns, 64, [&, to = dTable.mutable_data_ptr<float>() + i * columns](std::int64_t begin, std::int64_t end) {
                kernels::table().scatterRows(rows, part(dGates, i), dGates.size(3), to, s.count, begin, end);
            });
        }
        return dTable;
    }
    /// [directions, R H, H]: gradients of the gates times the states before them.
    static torch::Tensor recurrentGradient(const Sequences& s, const torch::Tensor& dGates, const torch::Tensor& out) {
        const std::int64_t stride = s.directions * s.hidden, gates = s.shape().recurrent * s.hidden, steps = s.positions;
        const std::int64_t width = dGates.size(3), first = s.shape().recurrentAt * s.hidden;
        torch::Tensor gradient = torch::zeros({s.directions, gates, s.hidden}, out.options());
        splitWork(s.directions * gates, 64, [&, to = gradient.mutable_data_ptr<float>()](std::int64_t from, std::int64_t last) {
            for (std::int64_t i = from / gates; i * gates < last; ++i) {
                const std::int64_t begin = std::max(from - i * gates, std::int64_t{0}), end = std::min(last - i * gates, gates);
                const float* dGate = part(dGates, i) + (i == 0 ? width : 0) + first + begin;
                const float* state = out.const_data_ptr<float>() + i * s.hidden + (i == 0 ? 0 : stride);
                for (std::int64_t b = 0; b < s.count; ++b) {
                    kernels::table().gemm(end - begin, s.hidden, steps - 1, dGate + b * steps * width, 1, width, state + b * steps * stride,
                                          stride, to + (i * gates + begin) * s.hidden, s.hidden, true);
                }
            }
        });
        return gradient;
    }
    /// [directions, H]
    static torch::Tensor pastGradient(const Sequences& s, const torch::Tensor& dGates) {
        if (s.cell != RecurrentCell::Gru) return {};
        return dGates.narrow(3, 3 * s.hidden, s.hidden).flatten(1, 2).sum(1);
    }
};

/// One step with torch's operators: gates [B, R H] of the input, recurrent part of the gates, state and cell before -> state.
torch::Tensor libraryStep(RecurrentCell cell, const torch::Tensor& input, const torch::Tensor& product, const torch::Tensor& past,
                          const torch::Tensor& state, torch::Tensor& memory) {
    if (cell == RecurrentCell::Rnn) return torch::tanh(input + product);
    if (cell == RecurrentCell::Gru) {
        const auto x = input.chunk(3, 1), h = product.chunk(3, 1);
        const torch::Tensor reset = torch::sigmoid(x[1] + h[0]), update = torch::sigmoid(x[2] + h[1]);
        const torch::Tensor fresh = torch::tanh(x[0] + reset * (h[2] + past));
        return fresh + update * (state - fresh);
    }
    const auto parts = (input + product).chunk(4, 1);
    memory = parts[1].sigmoid() * memory + parts[0].sigmoid() * parts[2].tanh();
    return parts[3].sigmoid() * memory.tanh();
}

torch::Tensor libraryDirection(RecurrentCell cell, const torch::Tensor& gates, const torch::Tensor& weights, const torch::Tensor& past,
                               const torch::Tensor& lengths, bool reverse) {
    const std::int64_t steps = gates.size(1);
    torch::Tensor state = torch::zeros({gates.size(0), weights.size(1)}, gates.options()), memory = state;
    std::vector<torch::Tensor> states(static_cast<std::size_t>(steps));
    for (std::int64_t s = 0; s < steps; ++s) {
        const std::int64_t t = reverse ? steps - 1 - s : s;
        const torch::Tensor valid = (lengths > t).unsqueeze(1).to(gates.scalar_type());
        state = libraryStep(cell, gates.select(1, t), torch::matmul(state, weights.t()), past, state, memory) * valid;
        memory = memory * valid;
        states[static_cast<std::size_t>(t)] = state;
    }
    return torch::stack(states, 1);
}

/// The same with torch's operators, step by step: other devices and types.
torch::Tensor libraryRecurrent(RecurrentCell cell, const TokenTable& input, const RecurrentWeights& weights) {
    const auto& [table, rows] = input;
    const torch::Tensor gates =
        rows.index.defined() ? torch::embedding(table, rows.index) : table.view({rows.lengths.size(0), rows.positions, table.size(1)});
    const std::int64_t count = weights.recurrent.size(0), width = gates.size(2) / count;
    std::vector<torch::Tensor> directions;
    for (std::int64_t i = 0; i < count; ++i) {
        directions.push_back(libraryDirection(cell, gates.narrow(2, i * width, width), weights.recurrent[i],
                                              weights.past.defined() ? weights.past[i] : torch::Tensor(), rows.lengths, i == 1));
    }
    return torch::cat(directions, 2);
}

torch::Tensor recurrentValues(std::int64_t directions, std::int64_t gates, std::int64_t hidden) {
    torch::Tensor weights = torch::empty({directions, gates * hidden, hidden});
    for (std::int64_t i = 0; i < directions; ++i) {
        for (std::int64_t gate = 0; gate < gates; ++gate)
            torch::nn::init::orthogonal_(weights[i].narrow(0, gate * hidden, hidden));
    }
    return weights;
}

torch::Tensor inputValues(RecurrentCell cell, std::int64_t directions, std::int64_t hidden, std::int64_t input) {
    const std::int64_t gates = directions * kernels::shapeOf(cell).input;
    // A plain state has no gate that keeps it: it must stay where tanh is steep, or no gradient comes back from the end to the beginning.
    const double gain = cell == RecurrentCell::Rnn ? 0.1 : 1.0;
    torch::Tensor weights = torch::empty({gates * hidden, input});
    for (std::int64_t i = 0; i < gates; ++i)
        torch::nn::init::xavier_uniform_(weights.narrow(0, i * hidden, hidden), gain);
    return weights;
}

torch::Tensor biasValues(RecurrentCell cell, std::int64_t directions, std::int64_t hidden) {
    torch::Tensor bias = torch::zeros({directions, kernels::shapeOf(cell).input, hidden});
    if (cell == RecurrentCell::Lstm) bias.select(1, 1).fill_(1);  // f
    if (cell == RecurrentCell::Gru) bias.select(1, 2).fill_(1);   // z
    return bias.flatten();
}

}  // namespace

torch::Tensor recurrent(RecurrentCell cell, const TokenTable& input, const RecurrentWeights& weights) {
    const auto& [table, rows] = input;
    if (!onFastPath(table)) return libraryRecurrent(cell, input, weights);
    return RecurrentFunction::apply(static_cast<std::int64_t>(cell), table, weights.recurrent, optional(weights.past), optional(rows.index),
                                    rows.lengths, rows.positions);
}

Recurrent::Recurrent(const RecurrentOptions& options) : m_options(options) {
    const std::int64_t directions = options.bidirectional ? 2 : 1, hidden = options.hidden;
    const RecurrentShape shape = kernels::shapeOf(options.cell);
    for (std::int64_t layer = 0; layer < options.layers; ++layer) {
        const auto add = [&](const char* name, torch::Tensor values) {
            return registerParameter(fmt::format("{}_{}", name, layer), std::move(values));
        };
        const std::int64_t input = layer == 0 ? options.input : directions * hidden;
        m_input.push_back(add("input", inputValues(options.cell, directions, hidden, input)));
        m_recurrent.push_back({.recurrent = add("recurrent", recurrentValues(directions, shape.recurrent, hidden)), .past = {}});
        m_bias.push_back(add("bias", biasValues(options.cell, directions, hidden)));
        if (options.cell == RecurrentCell::Gru) m_recurrent.back().past = add("past", torch::zeros({directions, hidden}));
    }
}

torch::Tensor Recurrent::forward(const TokenEmbedding& embedding, const Tokens& tokens) {
    TokenTable input = embedding.project(tokens, m_input[0], m_bias[0]);
    torch::Tensor states = recurrent(m_options.cell, input, m_recurrent[0]);
    for (std::size_t layer = 1; layer < m_input.size(); ++layer) {
        const torch::Tensor x = applyDropout(states, m_options.dropout, isTraining()).flatten(0, 1);
        input = {.table = linearMap(x, m_input[layer], m_bias[layer]),
                 .rows = {.index = {}, .lengths = tokens.lengths, .positions = tokens.ids.size(1)}};
        states = recurrent(m_options.cell, input, m_recurrent[layer]);
    }
    return states;
}

}  // namespace strand
