#include "layers/additive_scores.hpp"

#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>

namespace strand {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr std::int64_t kNumbers = std::int64_t{1} << 20;  ///< of [B,heads,queries,L,d] held at once

/// Calls body(first query, number of queries) so that their vectors fit.
template <typename Body>
void forQueries(const torch::Tensor& q, Body body) {
    const std::int64_t length = q.size(2), atOnce = std::max<std::int64_t>(1, kNumbers / std::max<std::int64_t>(1, q.numel()));
    for (std::int64_t first = 0; first < length; first += atOnce)
        body(first, std::min(atOnce, length - first));
}

/// tanh(q + k) [B,heads,count,L,d] for queries from `first` on.
torch::Tensor joined(const torch::Tensor& q, const torch::Tensor& k, std::int64_t first, std::int64_t count) {
    return (q.narrow(2, first, count).unsqueeze(3) + k.unsqueeze(2)).tanh_();
}

/// v [heads,d] beside [B,heads,queries,L,d].
torch::Tensor asColumns(const torch::Tensor& v) { return v.view({1, v.size(0), 1, 1, v.size(1)}); }

struct AdditiveScoresFunction : torch::autograd::Function<AdditiveScoresFunction> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v) {
        torch::Tensor scores = torch::empty({q.size(0), q.size(1), q.size(2), k.size(2)}, q.options());
        forQueries(q, [&](std::int64_t first, std::int64_t count) {
            scores.narrow(2, first, count).copy_((joined(q, k, first, count) * asColumns(v)).sum(4));
        });
        context->save_for_backward({q, k, v});
        return scores;
    }
    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const torch::Tensor &q = saved[0], &k = saved[1], &v = saved[2];
        torch::Tensor dq = torch::empty_like(q), dk = torch::zeros_like(k), dv = torch::zeros_like(v);
        forQueries(q, [&](std::int64_t first, std::int64_t count) {
            const torch::Tensor t = joined(q, k, first, count), dScores = gradients[0].narrow(2, first, count).unsqueeze(4);
            dv += (t * dScores).sum({0, 2, 3});
            const torch::Tensor dSum = (1 - t * t) * asColumns(v) * dScores;
            dq.narrow(2, first, count).copy_(dSum.sum(3));
            dk += dSum.sum(2);
        });
        return {dq, dk, dv};
    }
};

}  // namespace

torch::Tensor additiveScores(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v) {
    return AdditiveScoresFunction::apply(q, k, v);
}

}  // namespace strand
