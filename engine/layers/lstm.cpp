#include "layers/lstm.hpp"

#include "layers/dropout.hpp"
#include "layers/fast_path.hpp"
#include "layers/linear.hpp"

#include <fmt/format.h>

namespace strand {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// A layer on its way: what both directions share.
struct Sequences {
    std::int64_t count = 0, positions = 0, hidden = 0, directions = 0;
    torch::Tensor index, lengths;
};

/// Calls body(direction, begin, end) so that every thread has sequences of one direction and waits for no other.
template <typename Body>
void forDirections(const Sequences& s, Body body) {
    const std::int64_t parts =
        std::max<std::int64_t>(1, std::min<std::int64_t>((at::get_num_threads() + s.directions - 1) / s.directions, s.count));
    const std::int64_t size = (s.count + parts - 1) / parts;
    at::parallel_for(0, s.directions * parts, 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t i = first; i < last; ++i) {
            const std::int64_t begin = std::min(i % parts * size, s.count), end = std::min(begin + size, s.count);
            if (begin < end) body(i / parts, begin, end);
        }
    });
}

template <typename Body>
void runKernel(const Sequences& s, Body body) {
    forDirections(s, [&](std::int64_t direction, std::int64_t begin, std::int64_t end) {
        std::vector<float> scratch(static_cast<std::size_t>(kernels::table().lstmScratch(end - begin, s.hidden)));
        body(direction, begin, end, scratch.data());
    });
}

kernels::LstmDirection directionOf(const Sequences& s, std::int64_t direction) {
    return {.input = {.positions = s.positions,
                      .index = s.index.defined() ? s.index.const_data_ptr<std::int64_t>() : nullptr,
                      .lengths = s.lengths.const_data_ptr<std::int64_t>(),
                      .stride = s.directions * 4 * s.hidden},
            .hidden = s.hidden,
            .reverse = direction == 1,
            .outStride = s.directions * s.hidden};
}

struct LstmFunction : torch::autograd::Function<LstmFunction> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& table, const torch::Tensor& recurrent,
                                 const std::optional<torch::Tensor>& index, const torch::Tensor& lengths, std::int64_t positions) {
        const Sequences s{.count = lengths.size(0),
                          .positions = positions,
                          .hidden = recurrent.size(2),
                          .directions = recurrent.size(0),
                          .index = index ? index->contiguous() : torch::Tensor(),
                          .lengths = lengths.contiguous()};
        const torch::Tensor from = table.contiguous(), transposed = recurrent.transpose(1, 2).contiguous();
        torch::Tensor out = torch::empty({s.count, positions, s.directions * s.hidden}, from.options());
        torch::Tensor gates = torch::empty({s.directions, s.count, positions, 4 * s.hidden}, from.options());
        torch::Tensor cells = torch::empty({s.directions, s.count, positions, s.hidden}, from.options());
        runKernel(s, [&, outs = out.mutable_data_ptr<float>(), g = gates.mutable_data_ptr<float>(), c = cells.mutable_data_ptr<float>()](
                         std::int64_t i, std::int64_t begin, std::int64_t end, float* scratch) {
            kernels::LstmDirection direction = directionOf(s, i);
            direction.table = from.const_data_ptr<float>() + i * 4 * s.hidden;
            direction.weight = transposed.const_data_ptr<float>() + i * 4 * s.hidden * s.hidden;
            direction.out = outs + i * s.hidden;
            direction.gates = g + i * gates.stride(0);
            direction.cells = c + i * cells.stride(0);
            kernels::table().lstm(direction, begin, end, scratch);
        });
        context->save_for_backward({recurrent, s.index, s.lengths, out, gates, cells});
        context->saved_data["table"] = table.sizes().vec();
        return out;
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const torch::Tensor recurrent = saved[0].contiguous(), &out = saved[3], &gates = saved[4], &cells = saved[5],
                            dOut = gradients[0].contiguous();
        const Sequences s{.count = out.size(0),
                          .positions = out.size(1),
                          .hidden = recurrent.size(2),
                          .directions = recurrent.size(0),
                          .index = saved[1],
                          .lengths = saved[2]};
        torch::Tensor dGates = torch::empty_like(saved[4]);
        runKernel(s, [&, g = dGates.mutable_data_ptr<float>()](std::int64_t i, std::int64_t begin, std::int64_t end, float* scratch) {
            kernels::LstmDirection direction = directionOf(s, i);
            direction.weight = recurrent.const_data_ptr<float>() + i * 4 * s.hidden * s.hidden;
            // Only read on the way back.
            direction.gates = const_cast<float*>(gates.const_data_ptr<float>()) + i * gates.stride(0);
            direction.cells = const_cast<float*>(cells.const_data_ptr<float>()) + i * cells.stride(0);
            direction.dGates = g + i * dGates.stride(0);
            direction.dOut = dOut.const_data_ptr<float>() + i * s.hidden;
            kernels::table().lstmBackward(direction, begin, end, scratch);
        });
        return {tableGradient(context, s, dGates), recurrentGradient(s, dGates, out), {}, {}, {}};
    }

private:
    /// [N, directions * 4H]
    static torch::Tensor tableGradient(AutogradContext* context, const Sequences& s, const torch::Tensor& dGates) {
        torch::Tensor dTable = torch::zeros(context->saved_data["table"].toIntVector(), torch::kFloat32);
        for (std::int64_t i = 0; i < s.directions; ++i) {
            const kernels::IndexedRows rows = directionOf(s, i).input;
            splitWork(4 * s.hidden, 64,
                      [&, to = dTable.mutable_data_ptr<float>() + i * 4 * s.hidden](std::int64_t begin, std::int64_t end) {
                          kernels::table().scatterRows(rows, dGates.const_data_ptr<float>() + i * dGates.stride(0), 4 * s.hidden, to,
                                                       s.count, begin, end);
                      });
        }
        return dTable;
    }
    /// [directions, 4H, H]: gradients of the gates times the states before them.
    static torch::Tensor recurrentGradient(const Sequences& s, const torch::Tensor& dGates, const torch::Tensor& out) {
        torch::Tensor gradient = torch::zeros({s.directions, 4 * s.hidden, s.hidden}, out.options());
        const std::int64_t stride = s.directions * s.hidden, gates = 4 * s.hidden, steps = s.positions;
        splitWork(s.directions * gates, 64, [&, to = gradient.mutable_data_ptr<float>()](std::int64_t first, std::int64_t last) {
            for (std::int64_t i = first / gates; i * gates < last; ++i) {
                const std::int64_t begin = std::max(first - i * gates, std::int64_t{0}), end = std::min(last - i * gates, gates);
                const float* dGate = dGates.const_data_ptr<float>() + i * dGates.stride(0) + (i == 0 ? gates : 0) + begin;
                const float* state = out.const_data_ptr<float>() + i * s.hidden + (i == 0 ? 0 : stride);
                for (std::int64_t b = 0; b < s.count; ++b) {
                    kernels::table().gemm(end - begin, s.hidden, steps - 1, dGate + b * steps * gates, 1, gates, state + b * steps * stride,
                                          stride, to + (i * gates + begin) * s.hidden, s.hidden, true);
                }
            }
        });
        return gradient;
    }
};

/// The same with torch's operators, step by step: other devices and types.
torch::Tensor stepwise(const torch::Tensor& gates, const torch::Tensor& recurrent, const torch::Tensor& lengths, bool reverse) {
    const std::int64_t steps = gates.size(1);
    torch::Tensor state = torch::zeros({gates.size(0), recurrent.size(1)}, gates.options()), cell = state;
    std::vector<torch::Tensor> states(static_cast<std::size_t>(steps));
    for (std::int64_t s = 0; s < steps; ++s) {
        const std::int64_t t = reverse ? steps - 1 - s : s;
        const auto parts = (gates.select(1, t) + torch::matmul(state, recurrent.t())).chunk(4, 1);
        const torch::Tensor valid = (lengths > t).unsqueeze(1).to(gates.scalar_type());
        cell = (parts[1].sigmoid() * cell + parts[0].sigmoid() * parts[2].tanh()) * valid;
        state = parts[3].sigmoid() * cell.tanh() * valid;
        states[static_cast<std::size_t>(t)] = state;
    }
    return torch::stack(states, 1);
}

torch::Tensor libraryLstm(const TokenTable& input, const torch::Tensor& recurrent) {
    const auto& [table, rows] = input;
    const torch::Tensor gates =
        rows.index.defined() ? torch::embedding(table, rows.index) : table.view({rows.lengths.size(0), rows.positions, table.size(1)});
    const std::int64_t width = gates.size(2) / recurrent.size(0);
    std::vector<torch::Tensor> directions;
    for (std::int64_t i = 0; i < recurrent.size(0); ++i)
        directions.push_back(stepwise(gates.narrow(2, i * width, width), recurrent[i], rows.lengths, i == 1));
    return torch::cat(directions, 2);
}

torch::Tensor recurrentWeights(std::int64_t directions, std::int64_t hidden) {
    torch::Tensor weights = torch::empty({directions, 4 * hidden, hidden});
    for (std::int64_t i = 0; i < directions; ++i) {
        for (std::int64_t gate = 0; gate < 4; ++gate)
            torch::nn::init::orthogonal_(weights[i].narrow(0, gate * hidden, hidden));
    }
    return weights;
}

torch::Tensor inputWeights(std::int64_t directions, std::int64_t hidden, std::int64_t input) {
    torch::Tensor weights = torch::empty({directions * 4 * hidden, input});
    for (std::int64_t i = 0; i < directions * 4; ++i)
        torch::nn::init::xavier_uniform_(weights.narrow(0, i * hidden, hidden));
    return weights;
}

torch::Tensor gateBias(std::int64_t directions, std::int64_t hidden) {
    torch::Tensor bias = torch::zeros({directions, 4, hidden});
    bias.select(1, 1).fill_(1);
    return bias.flatten();
}

}  // namespace

torch::Tensor lstm(const TokenTable& input, const torch::Tensor& recurrent) {
    const auto& [table, rows] = input;
    if (!onFastPath(table)) return libraryLstm(input, recurrent);
    return LstmFunction::apply(table, recurrent, rows.index.defined() ? std::optional(rows.index) : std::nullopt, rows.lengths,
                               rows.positions);
}

Lstm::Lstm(const LstmOptions& options) : m_options(options) {
    const std::int64_t directions = options.bidirectional ? 2 : 1;
    for (std::int64_t layer = 0; layer < options.layers; ++layer) {
        const std::int64_t input = layer == 0 ? options.input : directions * options.hidden;
        m_input.push_back(register_parameter(fmt::format("input_{}", layer), inputWeights(directions, options.hidden, input)));
        m_recurrent.push_back(register_parameter(fmt::format("recurrent_{}", layer), recurrentWeights(directions, options.hidden)));
        m_bias.push_back(register_parameter(fmt::format("bias_{}", layer), gateBias(directions, options.hidden)));
    }
}

torch::Tensor Lstm::forward(const TokenEmbedding& embedding, const torch::Tensor& ids, const torch::Tensor& lengths,
                            const torch::Tensor& embedded) {
    torch::Tensor states = lstm(embedding.project(ids, lengths, embedded, m_input[0], m_bias[0]), m_recurrent[0]);
    for (std::size_t layer = 1; layer < m_input.size(); ++layer) {
        const torch::Tensor x = applyDropout(states, m_options.dropout, is_training()).flatten(0, 1);
        states = lstm(
            {.table = linearMap(x, m_input[layer], m_bias[layer]), .rows = {.index = {}, .lengths = lengths, .positions = ids.size(1)}},
            m_recurrent[layer]);
    }
    return states;
}

}  // namespace strand
