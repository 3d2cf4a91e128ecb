#include "layers/listed_attention.hpp"

#include "layers/dropout.hpp"
#include "layers/fast_path.hpp"
#include "layers/kernels/listed.hpp"
#include "layers/score_masks.hpp"

#include <torch/csrc/autograd/custom_function.h>

#include <cmath>

namespace strand {

namespace {

/// The scores [B,heads,groups,n,m] of what may be seen.
torch::Tensor restricted(torch::Tensor scores, const torch::Tensor& queries, const torch::Tensor& keys, const ListedOptions& options) {
    const torch::Tensor query = queries.unsqueeze(4), key = keys.unsqueeze(3);
    torch::Tensor hidden = key < 0;
    if (options.causal) hidden = hidden.logical_or((key > query).logical_and(key < options.tokens));
    if (options.itselfLast) scores = scores.masked_fill(key == query, kItself);
    if (options.bias.defined()) scores = scores + options.bias;
    return scores.masked_fill(hidden, kHidden);
}

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// Calls body(group, its number, scratch space) for the groups of heads [begin, end); all tensors are contiguous.
template <typename Body>
void forGroups(const variable_list& qkv, const variable_list& lists, const kernels::ListedGroup& kind, std::int64_t begin, std::int64_t end,
               Body body) {
    const torch::Tensor &queries = lists[0], &keys = lists[1];
    const std::int64_t groups = queries.size(2), n = queries.size(3), m = keys.size(3), dim = qkv[0].size(3);
    std::vector<float> scratch(static_cast<std::size_t>(kernels::listedTable().scratch(n, m, dim)));
    const auto rows = [&](std::size_t i, std::int64_t head) { return qkv[i].const_data_ptr<float>() + head * qkv[i].size(2) * dim; };
    for (std::int64_t i = begin * groups; i < end * groups; ++i) {
        kernels::ListedGroup group = kind;
        group.q = rows(0, i / groups);
        group.k = rows(1, i / groups);
        group.v = rows(2, i / groups);
        group.dim = dim;
        group.queries = queries.const_data_ptr<std::int64_t>() + i * n;
        group.keys = keys.const_data_ptr<std::int64_t>() + i * m;
        group.queryCount = n;
        group.keyCount = m;
        body(group, i, scratch.data());
    }
}

variable_list contiguous(variable_list tensors) {
    for (torch::Tensor& tensor : tensors)
        tensor = tensor.contiguous();
    return tensors;
}

struct ListedFunction : torch::autograd::Function<ListedFunction> {
    static variable_list forward(AutogradContext* context, const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v,
                                 const torch::Tensor& queries, const torch::Tensor& keys, bool itselfLast, bool causal,
                                 std::int64_t tokens) {
        const variable_list qkv = contiguous({q, k, v}), lists = contiguous({queries, keys});
        const std::int64_t heads = q.size(0) * q.size(1), n = queries.size(3), dim = q.size(3);
        torch::Tensor out = torch::empty({q.size(0), q.size(1), queries.size(2), n, dim}, q.options());
        torch::Tensor sums = torch::empty(queries.sizes(), q.options());
        splitWork(heads, 1,
                  [&, o = out.mutable_data_ptr<float>(), s = sums.mutable_data_ptr<float>()](std::int64_t begin, std::int64_t end) {
                      forGroups(qkv, lists, kind(dim, itselfLast, causal, tokens), begin, end,
                                [&](kernels::ListedGroup& group, std::int64_t i, float* scratch) {
                                    group.out = o + i * n * dim;
                                    group.sums = s + i * n;
                                    kernels::listedTable().attention(group, scratch);
                                });
                  });
        context->save_for_backward({qkv[0], qkv[1], qkv[2], lists[0], lists[1], out});
        context->saved_data["itself"] = itselfLast;
        context->saved_data["causal"] = causal;
        context->saved_data["tokens"] = tokens;
        return {out, sums};
    }
    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const variable_list saved = context->get_saved_variables(), qkv{saved[0], saved[1], saved[2]}, lists{saved[3], saved[4]};
        torch::Tensor out = saved[5];
        const torch::Tensor dOut = gradients[0].defined() ? gradients[0].contiguous() : torch::zeros_like(out),
                            dSums = gradients[1].defined() ? gradients[1].contiguous() : torch::zeros(lists[0].sizes(), out.options());
        variable_list d{torch::zeros_like(qkv[0]), torch::zeros_like(qkv[1]), torch::zeros_like(qkv[2])};
        const std::int64_t heads = qkv[0].size(0) * qkv[0].size(1), groups = out.size(2), n = out.size(3), dim = out.size(4);
        const kernels::ListedGroup kinds = kind(dim, context->saved_data["itself"].toBool(), context->saved_data["causal"].toBool(),
                                                context->saved_data["tokens"].toInt());
        splitWork(heads, 1, [&, o = out.mutable_data_ptr<float>()](std::int64_t begin, std::int64_t end) {
            forGroups(qkv, lists, kinds, begin, end, [&](kernels::ListedGroup& group, std::int64_t i, float* scratch) {
                group.out = o + i * n * dim;
                const auto row = [&](std::size_t which) { return d[which].data_ptr<float>() + i / groups * d[which].size(2) * dim; };
                kernels::listedTable().attentionBackward(group,
                                                         {.dOut = dOut.const_data_ptr<float>() + i * n * dim,
                                                          .dSums = dSums.const_data_ptr<float>() + i * n,
                                                          .dq = row(0),
                                                          .dk = row(1),
                                                          .dv = row(2)},
                                                         scratch);
            });
        });
        return {d[0], d[1], d[2], {}, {}, {}, {}, {}};
    }

private:
    static kernels::ListedGroup kind(std::int64_t dim, bool itselfLast, bool causal, std::int64_t tokens) {
        return {.itselfLast = itselfLast,
                .causal = causal,
                .tokens = tokens,
                .scale = static_cast<float>(1 / std::sqrt(static_cast<double>(dim)))};
    }
};

}  // namespace

torch::Tensor listedRows(const torch::Tensor& x, const torch::Tensor& entries) {
    const std::int64_t sequences = x.size(0) * x.size(1);
    const torch::Tensor first = torch::arange(sequences, entries.options()) * x.size(2);
    std::vector<std::int64_t> shape(static_cast<std::size_t>(entries.dim()), 1);
    shape[0] = x.size(0);
    shape[1] = x.size(1);
    return torch::embedding(x.reshape({-1, x.size(3)}), entries + first.view(shape));
}

ListedAttention listedAttention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v, const torch::Tensor& queries,
                                const torch::Tensor& keys, const ListedOptions& options, bool withWeights) {
    if (onFastPath(q) && !withWeights && options.dropout == 0 && !options.bias.defined()) {
        const variable_list found = ListedFunction::apply(q, k, v, queries, keys, options.itselfLast, options.causal, options.tokens);
        return {.out = found[0], .sums = found[1], .weights = {}};
    }
    const torch::Tensor query = queries.clamp_min(0), key = keys.clamp_min(0);
    const double scale = 1 / std::sqrt(static_cast<double>(q.size(3)));
    const torch::Tensor scores =
        restricted(torch::matmul(listedRows(q * scale, query), listedRows(k, key).transpose(3, 4)), queries, keys, options);
    // Not exp(scores - sums): next to a logit of -5e4 that is good to a hundredth only.
    const torch::Tensor sums = torch::logsumexp(scores, {4}), weights = torch::softmax(scores, 4);
    const torch::Tensor out = torch::matmul(applyDropout(weights, options.dropout, options.dropout > 0), listedRows(v, key));
    return {.out = out, .sums = sums, .weights = withWeights ? weights : torch::Tensor()};
}

}  // namespace strand
