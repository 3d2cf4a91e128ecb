#include "tests/layers/kernels/each_set.hpp"

namespace strand::kernels {
namespace {

constexpr std::int64_t kSequences = 4, kSteps = 5, kRows = 6;
constexpr std::int64_t kLengths[kSequences] = {5, 0, 1, 3};
constexpr std::int64_t kIndex[kSequences * kSteps] = {0, 3, 5, 3, 1, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 2, 2, 1, 0, 0};

struct Weights {
    std::vector<double> table, recurrent, past;  ///< [kRows, R H] with gates as in the table, [R H, H], [H]
};

double sigma(double x) { return 1 / (1 + std::exp(-x)); }

/// Definitions of the cells, one step at a time; the gates of table and recurrent weights are where kernels.hpp says.
class Exact {
public:
    Exact(RecurrentCell cell, std::int64_t hidden, bool reverse, const Weights& weights)
        : m_cell(cell), m_hidden(hidden), m_reverse(reverse), m_weights(weights) {}

    /// States [kSequences, kSteps, H], 0 at padded steps.
    [[nodiscard]] std::vector<double> states() const {
        std::vector<double> out(static_cast<std::size_t>(kSequences * kSteps * m_hidden));
        for (std::int64_t b = 0; b < kSequences; ++b) {
            std::vector<double> h(static_cast<std::size_t>(m_hidden)), c = h;
            for (std::int64_t s = 0; s < kLengths[b]; ++s) {
                const std::int64_t t = m_reverse ? kLengths[b] - 1 - s : s;
                step(kIndex[b * kSteps + t], h, c);
                std::copy(h.begin(), h.end(), out.begin() + (b * kSteps + t) * m_hidden);
            }
        }
        return out;
    }

private:
    void step(std::int64_t row, std::vector<double>& h, std::vector<double>& c) const {
        const std::int64_t width = shapeOf(m_cell).input * m_hidden;
        std::vector<double> next(h.size());
        for (std::int64_t i = 0; i < m_hidden; ++i) {
            const auto u = static_cast<std::size_t>(i);
            const auto in = [&](std::int64_t gate) { return m_weights.table[static_cast<std::size_t>(row * width + gate * m_hidden + i)]; };
            const auto back = [&](std::int64_t gate) {
                double sum = 0;
                for (std::int64_t j = 0; j < m_hidden; ++j)
                    sum += m_weights.recurrent[static_cast<std::size_t>((gate * m_hidden + i) * m_hidden + j)] *
                           h[static_cast<std::size_t>(j)];
                return sum;
            };
            if (m_cell == RecurrentCell::Rnn) next[u] = std::tanh(in(0) + back(0));
            if (m_cell == RecurrentCell::Gru) {
                const double r = sigma(in(1) + back(0)), z = sigma(in(2) + back(1)),
                             n = std::tanh(in(0) + r * (back(2) + m_weights.past[u]));
                next[u] = (1 - z) * n + z * h[u];
            }
            if (m_cell == RecurrentCell::Lstm) {
                c[u] = sigma(in(1) + back(1)) * c[u] + sigma(in(0) + back(0)) * std::tanh(in(2) + back(2));
                next[u] = sigma(in(3) + back(3)) * std::tanh(c[u]);
            }
        }
        h = next;
    }

    RecurrentCell m_cell;
    std::int64_t m_hidden;
    bool m_reverse;
    const Weights& m_weights;
};

/// One direction, and everything the kernels read and write. Gates and states have a stride of one number more than they need.
struct Layer {
    Layer(RecurrentCell c, std::int64_t h, bool backwards)
        : cell(c),
          hidden(h),
          reverse(backwards),
          gates(shapeOf(c).input * h),
          table(numbers(kRows * (gates + 1), 1)),
          weight(numbers(shapeOf(c).recurrent * h * h, 2, 1 / std::sqrt(static_cast<double>(h)))),
          past(numbers(h, 3)),
          out(static_cast<std::size_t>(kSequences * kSteps * (h + 1)), 7),
          saved(static_cast<std::size_t>(std::max<std::int64_t>(1, kSequences * kSteps * shapeOf(c).saved * h)), 7),
          dGates(static_cast<std::size_t>(kSequences * kSteps * shapeOf(c).gradient * h), 7) {}
    [[nodiscard]] RecurrentDirection direction(const float* weights, const float* dOut = nullptr) {
        return {.cell = cell,
                .input = {.positions = kSteps, .index = kIndex, .lengths = kLengths, .stride = gates + 1},
                .table = table.data(),
                .hidden = hidden,
                .reverse = reverse,
                .weight = weights,
                .bias = past.data(),
                .out = out.data(),
                .outStride = hidden + 1,
                .saved = saved.data(),
                .dOut = dOut,
                .dGates = dGates.data()};
    }
    void forward(const Table& kernel) {
        std::vector<float> scratch(static_cast<std::size_t>(kernel.recurrentScratch(cell, kSequences, hidden)));
        const std::int64_t rows = shapeOf(cell).recurrent * hidden;
        const Packed packed(kernel, hidden, rows, weight, 1, hidden);
        kernel.recurrent(direction(packed.data()), 0, 2, scratch.data());
        kernel.recurrent(direction(packed.data()), 2, kSequences, scratch.data());
    }
    void backward(const Table& kernel, const std::vector<float>& dOut) {
        std::vector<float> scratch(static_cast<std::size_t>(kernel.recurrentScratch(cell, kSequences, hidden)));
        const Packed packed(kernel, shapeOf(cell).recurrent * hidden, hidden, weight, hidden, 1);
        kernel.recurrentBackward(direction(packed.data(), dOut.data()), 0, 2, scratch.data());
        kernel.recurrentBackward(direction(packed.data(), dOut.data()), 2, kSequences, scratch.data());
    }
    [[nodiscard]] Weights exactWeights() const {
        Weights weights{.table = {}, .recurrent = inDouble(weight), .past = inDouble(past)};
        for (std::int64_t row = 0; row < kRows; ++row) {
            for (std::int64_t i = 0; i < gates; ++i)
                weights.table.push_back(at(table, row * (gates + 1) + i));
        }
        return weights;
    }

    RecurrentCell cell;
    std::int64_t hidden;
    bool reverse;
    std::int64_t gates;
    std::vector<float> table, weight, past, out, saved, dGates;

private:
    static float at(const std::vector<float>& x, std::int64_t i) { return x[static_cast<std::size_t>(i)]; }
};

class RecurrentKernels : public Kernels {
protected:
    template <typename Body>
    static void forLayers(Body body) {
        for (const RecurrentCell cell : {RecurrentCell::Rnn, RecurrentCell::Gru, RecurrentCell::Lstm}) {
            for (const std::int64_t hidden : {3, 36}) {
                for (const bool reverse : {false, true}) {
                    Layer layer(cell, hidden, reverse);
                    layer.forward(kernel());
                    body(layer,
                         "cell " + std::to_string(static_cast<int>(cell)) + ", " + std::to_string(hidden) + (reverse ? " reverse" : ""));
                }
            }
        }
    }
};
STRAND_EVERY_SET(RecurrentKernels);

TEST_P(RecurrentKernels, StatesFollowTheDefinitionOfTheCell) {
    forLayers([](const Layer& layer, const std::string& name) {
        const Weights weights = layer.exactWeights();
        const std::vector<double> states = Exact(layer.cell, layer.hidden, layer.reverse, weights).states();
        std::vector<double> expected;
        for (std::int64_t row = 0; row < kSequences * kSteps; ++row) {
            expected.insert(expected.end(), states.begin() + row * layer.hidden, states.begin() + (row + 1) * layer.hidden);
            expected.push_back(7);  // between the strides
        }
        expectNear(layer.out, expected, 5e-6, name);
    });
}

/// Gradients of the gates, summed over the places that read a row of the table, are those of the table.
TEST_P(RecurrentKernels, GradientsAreSlopes) {
    forLayers([](Layer& layer, const std::string& name) {
        const auto dOut = numbers(kSequences * kSteps * (layer.hidden + 1), 4);
        layer.backward(kernel(), dOut);
        const std::int64_t each = shapeOf(layer.cell).gradient * layer.hidden;
        std::vector<float> ofTable(static_cast<std::size_t>(kRows * layer.gates));
        for (std::int64_t b = 0; b < kSequences; ++b) {
            for (std::int64_t t = 0; t < kSteps; ++t) {
                for (std::int64_t i = 0; i < each; ++i) {
                    const float gradient = layer.dGates[static_cast<std::size_t>((b * kSteps + t) * each + i)];
                    if (t >= kLengths[b]) {
                        ASSERT_EQ(gradient, 0) << name << " padding";
                    }
                    if (i < layer.gates) ofTable[static_cast<std::size_t>(kIndex[b * kSteps + t] * layer.gates + i)] += gradient;
                }
            }
        }
        Weights weights = layer.exactWeights();
        const std::vector<double> expected = slopes(weights.table, [&] {
            const std::vector<double> states = Exact(layer.cell, layer.hidden, layer.reverse, weights).states();
            double value = 0;
            for (std::int64_t row = 0; row < kSequences * kSteps; ++row) {
                for (std::int64_t i = 0; i < layer.hidden; ++i)
                    value += states[static_cast<std::size_t>(row * layer.hidden + i)] * at(dOut, row * (layer.hidden + 1) + i);
            }
            return value;
        });
        expectNear(ofTable, expected, 1e-5, name);
    });
}

/// The columns behind the input part belong to the recurrent weights: n times r, where those of the table hold n.
TEST_P(RecurrentKernels, RecurrentPartOfTheGradientsOfAGru) {
    Layer layer(RecurrentCell::Gru, 3, false);
    layer.forward(kernel());
    const auto dOut = numbers(kSequences * kSteps * 4, 4);
    layer.backward(kernel(), dOut);
    Weights weights = layer.exactWeights();
    const std::vector<double> expected = slopes(weights.past, [&] {
        const std::vector<double> states = Exact(layer.cell, 3, false, weights).states();
        double value = 0;
        for (std::int64_t row = 0; row < kSequences * kSteps; ++row) {
            for (std::int64_t i = 0; i < 3; ++i)
                value += states[static_cast<std::size_t>(row * 3 + i)] * at(dOut, row * 4 + i);
        }
        return value;
    });
    std::vector<float> ofPast(3);
    for (std::int64_t place = 0; place < kSequences * kSteps; ++place) {
        for (std::int64_t i = 0; i < 3; ++i)
            ofPast[static_cast<std::size_t>(i)] += layer.dGates[static_cast<std::size_t>(place * 12 + 9 + i)];
    }
    expectNear(ofPast, expected, 1e-5, "past");
}

}  // namespace
}  // namespace strand::kernels
