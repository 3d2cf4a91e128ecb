#include "layers/edge_attention.hpp"

#include "layers/dropout.hpp"
#include "layers/fast_path.hpp"

#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace strand {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// What the loops read and write; pointers into tensors that outlive it. H heads of F numbers.
struct Loops {
    std::int64_t heads, dim;
    double slope;
    const std::int64_t *start, *neighbour;
    const float *count, *values, *keep;  ///< [E], [T, H F], [E,H] dropout factors or null
    float* alpha;                        ///< [E,H]

    [[nodiscard]] std::int64_t columns() const { return heads * dim; }
    [[nodiscard]] float factor(std::int64_t edge, std::int64_t head) const { return keep != nullptr ? keep[edge * heads + head] : 1.0F; }
    [[nodiscard]] float leaky(float x) const { return x > 0 ? x : static_cast<float>(slope) * x; }
};

Loops loopsOf(const SparseRows& edges, const torch::Tensor& values, const torch::Tensor& keep, const torch::Tensor& alpha, double slope) {
    const std::int64_t heads = alpha.size(1);
    return {.heads = heads,
            .dim = values.size(1) / heads,
            .slope = slope,
            .start = edges.start.const_data_ptr<std::int64_t>(),
            .neighbour = edges.column.const_data_ptr<std::int64_t>(),
            .count = edges.weight.const_data_ptr<float>(),
            .values = values.const_data_ptr<float>(),
            .keep = keep.defined() ? keep.const_data_ptr<float>() : nullptr,
            .alpha = alpha.mutable_data_ptr<float>()};
}

/// alpha of the edges of node i, from the scores of both ends [T,H].
void normaliseNode(const Loops& g, const float* to, const float* from, std::int64_t i) {
    for (std::int64_t h = 0; h < g.heads; ++h) {
        const auto score = [&](std::int64_t e) { return g.leaky(to[i * g.heads + h] + from[g.neighbour[e] * g.heads + h]); };
        float largest = -std::numeric_limits<float>::infinity(), sum = 0;
        for (std::int64_t e = g.start[i]; e < g.start[i + 1]; ++e)
            largest = std::max(largest, score(e));
        for (std::int64_t e = g.start[i]; e < g.start[i + 1]; ++e)
            sum += g.alpha[e * g.heads + h] = g.count[e] * std::exp(score(e) - largest);
        for (std::int64_t e = g.start[i]; e < g.start[i + 1]; ++e)
            g.alpha[e * g.heads + h] /= sum;
    }
}

void sumNode(const Loops& g, float* __restrict out, std::int64_t i) {
    std::fill(out, out + g.columns(), 0.0F);
    for (std::int64_t e = g.start[i]; e < g.start[i + 1]; ++e) {
        for (std::int64_t h = 0; h < g.heads; ++h) {
            const float weight = g.alpha[e * g.heads + h] * g.factor(e, h);
            const float* __restrict value = g.values + g.neighbour[e] * g.columns() + h * g.dim;
            for (std::int64_t d = 0; d < g.dim; ++d)
                out[h * g.dim + d] += weight * value[d];
        }
    }
}

struct Gradients {
    float *to, *from, *values;  ///< [T,H], [T,H], [T, H F], zero at first
    float* alpha;               ///< [E,H], scratch
};

/// Adds what node i sends back to the nodes that it listens to.
void nodeBackward(const Loops& g, const float* to, const float* from, const float* dOut, const Gradients& d, std::int64_t i) {
    for (std::int64_t h = 0; h < g.heads; ++h) {
        float mean = 0;
        for (std::int64_t e = g.start[i]; e < g.start[i + 1]; ++e) {
            const std::int64_t at = g.neighbour[e] * g.columns() + h * g.dim;
            const float* __restrict value = g.values + at, * __restrict down = dOut + h * g.dim;
            float* __restrict dValue = d.values + at;
            const float keep = g.factor(e, h), alpha = g.alpha[e * g.heads + h];
            float product = 0;
            for (std::int64_t k = 0; k < g.dim; ++k) {
                product += down[k] * value[k];
                dValue[k] += alpha * keep * down[k];
            }
            d.alpha[e * g.heads + h] = product * keep;
            mean += alpha * product * keep;
        }
        for (std::int64_t e = g.start[i]; e < g.start[i + 1]; ++e) {
            const std::int64_t j = g.neighbour[e] * g.heads + h;
            const float scored = to[i * g.heads + h] + from[j] > 0 ? 1.0F : static_cast<float>(g.slope);
            const float dScore = g.alpha[e * g.heads + h] * (d.alpha[e * g.heads + h] - mean) * scored;
            d.to[i * g.heads + h] += dScore;
            d.from[j] += dScore;
        }
    }
}

/// Calls body(node) for all nodes; one thread has all nodes of a sequence.
template <typename Body>
void forSequences(const torch::Tensor& first, Body body) {
    const auto* border = first.const_data_ptr<std::int64_t>();
    splitWork(first.size(0) - 1, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = border[begin]; i < border[end]; ++i)
            body(i);
    });
}

/// (values [T, H F], scores of both ends [T,H], dropout factors or undefined) -> sums [T, H F], alpha [E,H].
struct EdgeAttentionFunction : torch::autograd::Function<EdgeAttentionFunction> {
    static variable_list forward(AutogradContext* context, const SequenceGraph& graph, const torch::Tensor& values, const torch::Tensor& to,
                                 const torch::Tensor& from, const std::optional<torch::Tensor>& keep, double slope) {
        const torch::Tensor v = values.contiguous(), t = to.contiguous(), f = from.contiguous(), factors = keep.value_or(torch::Tensor());
        torch::Tensor out = torch::empty_like(v), alpha = torch::empty({graph.edges.column.size(0), to.size(1)}, v.options());
        const Loops loops = loopsOf(graph.edges, v, factors, alpha, slope);
        forSequences(graph.first, [&, tp = t.const_data_ptr<float>(), fp = f.const_data_ptr<float>(),
                                   op = out.mutable_data_ptr<float>()](std::int64_t i) {
            normaliseNode(loops, tp, fp, i);
            sumNode(loops, op + i * loops.columns(), i);
        });
        context->save_for_backward({v, t, f, factors, alpha, graph.first, graph.edges.start, graph.edges.column, graph.edges.weight});
        context->saved_data["slope"] = slope;
        context->mark_non_differentiable({alpha});
        return {out, alpha};
    }
    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const torch::Tensor dOut = gradients[0].contiguous(), scratch = torch::empty_like(saved[4]);
        torch::Tensor dValues = torch::zeros_like(saved[0]), dTo = torch::zeros_like(saved[1]), dFrom = torch::zeros_like(saved[2]);
        const SparseRows edges{saved[6], saved[7], saved[8]};
        const Loops loops = loopsOf(edges, saved[0], saved[3], saved[4], context->saved_data["slope"].toDouble());
        const Gradients d{dTo.mutable_data_ptr<float>(), dFrom.mutable_data_ptr<float>(), dValues.mutable_data_ptr<float>(),
                          scratch.mutable_data_ptr<float>()};
        forSequences(saved[5], [&, to = saved[1].const_data_ptr<float>(), from = saved[2].const_data_ptr<float>(),
                                down = dOut.const_data_ptr<float>()](std::int64_t i) {
            nodeBackward(loops, to, from, down + i * loops.columns(), d, i);
        });
        return {{}, dValues, dTo, dFrom, {}, {}};
    }
};

/// The same with torch's operators: other devices and types.
variable_list attend(const SparseRows& edges, const torch::Tensor& values, const torch::Tensor& to, const torch::Tensor& from,
                     const std::optional<torch::Tensor>& keep, double slope) {
    const std::int64_t nodes = values.size(0), heads = to.size(1);
    const torch::Tensor row = edges.row(), index = row.unsqueeze(1).expand({-1, heads});
    const torch::Tensor scores = torch::leaky_relu(to.index_select(0, row) + from.index_select(0, edges.column), slope);
    const torch::Tensor lowest = torch::full({nodes, heads}, -std::numeric_limits<double>::infinity(), to.options());
    const torch::Tensor largest = lowest.scatter_reduce(0, index, scores.detach(), "amax").index_select(0, row);
    const torch::Tensor terms = edges.weight.to(scores.scalar_type()).unsqueeze(1) * torch::exp(scores - largest);
    const torch::Tensor alpha = terms / torch::zeros_like(to).index_add(0, row, terms).index_select(0, row);
    const torch::Tensor weights = (keep ? alpha * *keep : alpha).unsqueeze(2);
    const torch::Tensor sent = values.index_select(0, edges.column).view({row.size(0), heads, -1}) * weights;
    return {torch::zeros_like(values).index_add(0, row, sent.flatten(1)), alpha};
}

}  // namespace

EdgeAttention::EdgeAttention(const EdgeAttentionOptions& options) : m_options(options) {
    const std::int64_t heads = options.heads, dim = options.headDim;
    m_project = registerModule("project", std::make_shared<Linear>(options.input, heads * dim, false));
    const double bound = std::sqrt(6.0 / static_cast<double>(2 * dim + 1));  // Glorot & Bengio 2010 for a map from 2 dim to 1
    m_to = registerParameter("to", torch::empty({heads, dim}).uniform_(-bound, bound));
    m_from = registerParameter("from", torch::empty({heads, dim}).uniform_(-bound, bound));
    m_bias = registerParameter("bias", torch::zeros({heads * dim}));
}

torch::Tensor EdgeAttention::forward(const SequenceGraph& graph, const torch::Tensor& x, torch::Tensor* coefficients) {
    const bool drops = isTraining() && m_options.dropout > 0;
    const torch::Tensor values = m_project->forward(applyDropout(x, m_options.dropout, isTraining()));
    const torch::Tensor heads = values.view({values.size(0), m_options.heads, m_options.headDim});
    const torch::Tensor to = (heads * m_to).sum(2), from = (heads * m_from).sum(2);
    std::optional<torch::Tensor> keep;
    if (drops) keep = applyDropout(torch::ones({graph.edges.column.size(0), m_options.heads}, to.options()), m_options.dropout, true);
    const variable_list done = onFastPath(x) ? EdgeAttentionFunction::apply(graph, values, to, from, keep, m_options.slope)
                                             : attend(graph.edges, values, to, from, keep, m_options.slope);
    if (coefficients != nullptr) *coefficients = done[1].detach();
    return done[0] + m_bias;
}

}  // namespace strand
