#include "tests/layers/kernels/each_set.hpp"

namespace strand::kernels {
namespace {

class AttentionKernels : public Kernels {};
STRAND_EVERY_SET(AttentionKernels);

/// Rows q k v side by side, as a model lays them out, with `length` valid ones and two more.
struct Case {
    std::int64_t length, dim;
    bool causal;
    [[nodiscard]] std::int64_t stride() const { return 3 * dim + 1; }
    [[nodiscard]] std::int64_t rows() const { return length + 2; }
};

struct Exact {
    std::vector<double> out, logSum;
};

/// softmax(q k' / sqrt(d)) v.
Exact exact(const Case& c, const std::vector<double>& qkv) {
    Exact result;
    const double scale = 1 / std::sqrt(static_cast<double>(c.dim));
    const auto number = [&](std::int64_t row, std::int64_t part, std::int64_t d) {
        return qkv[static_cast<std::size_t>(row * c.stride() + part * c.dim + d)];
    };
    for (std::int64_t i = 0; i < c.length; ++i) {
        const std::int64_t keys = c.causal ? i + 1 : c.length;
        std::vector<double> weight(static_cast<std::size_t>(keys));
        double sum = 0;
        for (std::int64_t j = 0; j < keys; ++j) {
            double score = 0;
            for (std::int64_t d = 0; d < c.dim; ++d)
                score += number(i, 0, d) * number(j, 1, d) * scale;
            sum += weight[static_cast<std::size_t>(j)] = std::exp(score);
        }
        result.logSum.push_back(std::log(sum));
        for (std::int64_t d = 0; d < c.dim; ++d) {
            double out = 0;
            for (std::int64_t j = 0; j < keys; ++j)
                out += weight[static_cast<std::size_t>(j)] / sum * number(j, 2, d);
            result.out.push_back(out);
        }
    }
    return result;
}

AttentionHead headOf(const Case& c, const std::vector<float>& qkv, std::vector<float>& out, std::vector<float>& logSum) {
    return {.q = qkv.data(),
            .k = qkv.data() + c.dim,
            .v = qkv.data() + 2 * c.dim,
            .stride = c.stride(),
            .dim = c.dim,
            .length = c.length,
            .causal = c.causal,
            .scale = static_cast<float>(1 / std::sqrt(static_cast<double>(c.dim))),
            .out = out.data(),
            .outStride = c.dim,
            .logSum = logSum.data()};
}

constexpr Case kCases[] = {{1, 3, false}, {1, 3, true}, {7, 5, false}, {7, 5, true}, {16, 8, false}, {61, 4, true}, {70, 17, false}};

TEST_P(AttentionKernels, AHeadIsTheSoftmaxOfItsScores) {
    for (const Case& c : kCases) {
        const auto qkv = numbers(c.rows() * c.stride(), 1, 2);
        std::vector<float> out(static_cast<std::size_t>(c.rows() * c.dim), 7), logSum(static_cast<std::size_t>(c.length));
        std::vector<float> scratch(static_cast<std::size_t>(kernel().attentionScratch(c.length, c.dim)));
        kernel().attention(headOf(c, qkv, out, logSum), scratch.data());
        const Exact expected = exact(c, inDouble(qkv));
        const std::string name = std::to_string(c.length) + " x " + std::to_string(c.dim);
        expectNear({out.end() - 2 * c.dim, out.end()}, std::vector<double>(static_cast<std::size_t>(2 * c.dim), 7), 0, name + " padding");
        out.resize(expected.out.size());
        expectNear(out, expected.out, 5e-6, name);
        expectNear(logSum, expected.logSum, 5e-6, name + " log of sums");
    }
}

/// More queries than a block holds, and scores far apart: the sums must not overflow.
TEST_P(AttentionKernels, LongSequencesAndLargeScoresStayExact) {
    for (const bool causal : {false, true}) {
        const Case c{.length = 300, .dim = 8, .causal = causal};
        const auto qkv = numbers(c.rows() * c.stride(), 2, 12);
        std::vector<float> out(static_cast<std::size_t>(c.rows() * c.dim)), logSum(static_cast<std::size_t>(c.length));
        std::vector<float> scratch(static_cast<std::size_t>(kernel().attentionScratch(c.length, c.dim)));
        kernel().attention(headOf(c, qkv, out, logSum), scratch.data());
        const Exact expected = exact(c, inDouble(qkv));
        out.resize(expected.out.size());
        expectNear(out, expected.out, 5e-4, "long");
    }
}

TEST_P(AttentionKernels, GradientsAreSlopes) {
    for (const Case& c : {Case{1, 3, false}, Case{6, 5, false}, Case{6, 5, true}, Case{19, 4, true}}) {
        const auto qkv = numbers(c.rows() * c.stride(), 1), dOut = numbers(c.rows() * c.dim, 2);
        std::vector<float> out(dOut.size()), logSum(static_cast<std::size_t>(c.length)), gradient(qkv.size(), 7);
        std::vector<float> scratch(static_cast<std::size_t>(kernel().attentionScratch(c.length, c.dim)));
        const AttentionHead head = headOf(c, qkv, out, logSum);
        kernel().attention(head, scratch.data());
        kernel().attentionBackward(
            head, {.dOut = dOut.data(), .dq = gradient.data(), .dk = gradient.data() + c.dim, .dv = gradient.data() + 2 * c.dim},
            scratch.data());
        std::vector<double> x = inDouble(qkv);
        std::vector<double> expected = slopes(x, [&] {
            double value = 0;
            const std::vector<double> y = exact(c, x).out;
            for (std::size_t i = 0; i < y.size(); ++i)
                value += y[i] * dOut[i];
            return value;
        });
        for (std::int64_t row = 0; row < c.rows(); ++row) {
            for (std::int64_t column = 0; column < c.stride(); ++column) {
                if (row >= c.length || column == c.stride() - 1)
                    expected[static_cast<std::size_t>(row * c.stride() + column)] = 7;  // not touched
            }
        }
        expectNear(gradient, expected, 1e-5, std::to_string(c.length) + " x " + std::to_string(c.dim));
    }
}

}  // namespace
}  // namespace strand::kernels
