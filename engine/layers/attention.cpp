#include "layers/attention.hpp"

#include "layers/additive_scores.hpp"
#include "layers/dropout.hpp"
#include "layers/fast_path.hpp"

#include <torch/csrc/autograd/custom_function.h>
#include <torch/nn/init.h>

#include <cmath>
#include <limits>

namespace strand {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// Whether our kernel takes it: float32 on the CPU, and heads enough for all threads or short sequences. torch's kernel splits
/// single heads between threads, and its blocks of keys fit the cache at any length.
bool ownKernelSuits(const torch::Tensor& qkv, std::int64_t heads) {
    constexpr std::int64_t kShort = 512, kLongest = 8192;
    const std::int64_t length = qkv.size(1);
    return onFastPath(qkv) && length <= kLongest && (length <= kShort || qkv.size(0) * heads >= at::get_num_threads());
}

/// Calls body(head, batch row, first column of the head, scratch) for each head of each sequence.
template <typename Body>
void forHeads(const torch::Tensor& qkv, const torch::Tensor& lengths, std::int64_t heads, bool causal, Body body) {
    const std::int64_t length = qkv.size(1), dim = qkv.size(2) / 3, headDim = dim / heads;
    const float* from = qkv.const_data_ptr<float>();
    const std::int64_t* valid = lengths.const_data_ptr<std::int64_t>();
    const auto scale = static_cast<float>(1 / std::sqrt(static_cast<double>(headDim)));
    splitWork(qkv.size(0) * heads, 1, [&](std::int64_t begin, std::int64_t end) {
        std::vector<float> scratch(static_cast<std::size_t>(kernels::table().attentionScratch(length, headDim)));
        for (std::int64_t i = begin; i < end; ++i) {
            const std::int64_t b = i / heads, column = (i % heads) * headDim;
            const float* q = from + b * length * 3 * dim + column;
            const kernels::AttentionHead head{.q = q,
                                              .k = q + dim,
                                              .v = q + 2 * dim,
                                              .stride = 3 * dim,
                                              .dim = headDim,
                                              .length = valid[b],
                                              .causal = causal,
                                              .scale = scale,
                                              .outStride = dim};
            body(head, i, b * length * dim + column, scratch.data());
        }
    });
}

struct AttentionFunction : torch::autograd::Function<AttentionFunction> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& qkv, const torch::Tensor& lengths, std::int64_t heads,
                                 bool causal, bool padded) {
        const torch::Tensor from = qkv.contiguous(), valid = lengths.contiguous();
        const std::vector<std::int64_t> shape{from.size(0), from.size(1), from.size(2) / 3};
        torch::Tensor out = padded ? torch::zeros(shape, from.options()) : torch::empty(shape, from.options());
        torch::Tensor logSums = torch::empty({shape[0] * heads, shape[1]}, from.options());
        forHeads(from, valid, heads, causal,
                 [&, o = out.mutable_data_ptr<float>(), s = logSums.mutable_data_ptr<float>()](kernels::AttentionHead head, std::int64_t i,
                                                                                               std::int64_t column, float* scratch) {
                     head.out = o + column;
                     head.logSum = s + i * shape[1];
                     kernels::table().attention(head, scratch);
                 });
        context->save_for_backward({qkv, valid, out, logSums});
        context->saved_data["heads"] = heads;
        context->saved_data["causal"] = causal;
        context->saved_data["padded"] = padded;
        return out;
    }
    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const torch::Tensor from = saved[0].contiguous(), &out = saved[2], &logSums = saved[3], dOut = gradients[0].contiguous();
        torch::Tensor dQkv = context->saved_data["padded"].toBool() ? torch::zeros_like(from) : torch::empty_like(from);
        const std::int64_t dim = out.size(2), length = out.size(1);
        forHeads(from, saved[1], context->saved_data["heads"].toInt(), context->saved_data["causal"].toBool(),
                 [&, q = from.const_data_ptr<float>(), dq = dQkv.mutable_data_ptr<float>()](kernels::AttentionHead head, std::int64_t i,
                                                                                            std::int64_t column, float* scratch) {
                     // The kernel only reads these two on the way back.
                     head.out = const_cast<float*>(out.const_data_ptr<float>()) + column;
                     head.logSum = const_cast<float*>(logSums.const_data_ptr<float>()) + i * length;
                     float* gradient = dq + (head.q - q);
                     kernels::table().attentionBackward(
                         head,
                         {.dOut = dOut.const_data_ptr<float>() + column, .dq = gradient, .dk = gradient + dim, .dv = gradient + 2 * dim},
                         scratch);
                 });
        return {dQkv, {}, {}, {}, {}};
    }
};

/// q, k, v as [B,heads,L,d].
std::vector<torch::Tensor> splitHeads(const torch::Tensor& qkv, std::int64_t heads) {
    const std::int64_t dim = qkv.size(2) / 3;
    return qkv.view({qkv.size(0), qkv.size(1), 3, heads, dim / heads}).permute({2, 0, 3, 1, 4}).unbind(0);
}
torch::Tensor joinHeads(const torch::Tensor& x) { return x.transpose(1, 2).flatten(2); }

/// Keys that are no padding [B,1,1,L]; an empty sequence sees its first padded position, so that no row is without keys.
torch::Tensor validKeys(const Padding& padding) {
    const torch::Tensor first = torch::arange(padding.mask.size(1), padding.lengths.options()).unsqueeze(0) == 0;
    return padding.mask.logical_or(first).unsqueeze(1).unsqueeze(1);
}

/// Keys that may be seen [B,1,L,L].
torch::Tensor visible(const Padding& padding, std::int64_t length, bool causal, const torch::Device& device) {
    torch::Tensor seen = torch::ones({1, 1, length, length}, torch::TensorOptions(torch::kBool).device(device));
    if (causal) seen = seen.tril();
    return padding.mask.defined() ? seen.logical_and(validKeys(padding)) : seen;
}

torch::Tensor libraryAttention(const torch::Tensor& qkv, std::int64_t heads, const Padding& padding, bool causal) {
    const auto parts = splitHeads(qkv, heads);
    // A causal query that is valid sees no padding, since padding comes last. The mask is one row for all queries: not L x L.
    const std::optional<torch::Tensor> mask = padding.mask.defined() && !causal ? std::optional(validKeys(padding)) : std::nullopt;
    return padding.zeroed(joinHeads(torch::scaled_dot_product_attention(parts[0], parts[1], parts[2], mask, 0, causal)));
}

}  // namespace

torch::Tensor fusedAttention(const torch::Tensor& qkv, std::int64_t heads, const Padding& padding, bool causal) {
    if (!ownKernelSuits(qkv, heads)) return libraryAttention(qkv, heads, padding, causal);
    return AttentionFunction::apply(qkv, padding.lengths, heads, causal, padding.mask.defined());
}

ShownAttention shownAttention(const torch::Tensor& qkv, std::int64_t heads, const Padding& padding, bool causal, double probability,
                              const torch::Tensor& additive) {
    const auto parts = splitHeads(qkv, heads);
    torch::Tensor scores;
    if (additive.defined()) {
        scores = additiveScores(parts[0], parts[1], additive);
    } else {
        const double scale = 1 / std::sqrt(static_cast<double>(parts[0].size(3)));
        scores = torch::matmul(parts[0], parts[1].transpose(2, 3)) * scale;
    }
    scores =
        scores.masked_fill(visible(padding, qkv.size(1), causal, qkv.device()).logical_not(), -std::numeric_limits<double>::infinity());
    torch::Tensor weights = torch::softmax(scores, 3);
    if (padding.mask.defined()) weights = weights.masked_fill(padding.mask.logical_not().view({qkv.size(0), 1, -1, 1}), 0);
    return {.out = joinHeads(torch::matmul(applyDropout(weights, probability, probability > 0), parts[2])), .weights = weights};
}

MultiHeadAttention::MultiHeadAttention(const AttentionOptions& options) : m_options(options) {
    m_qkv = registerModule("qkv", std::make_shared<Linear>(options.dim, 3 * options.dim, options.bias));
    m_out = registerModule("out", std::make_shared<Linear>(options.dim, options.dim, options.bias));
    if (!options.additive) return;
    m_score = registerParameter("score", torch::empty({options.heads, options.dim / options.heads}));
    torch::nn::init::xavier_uniform_(m_score);
}

torch::Tensor MultiHeadAttention::forward(const torch::Tensor& x, const Padding& padding, const LinearOptions& after,
                                          torch::Tensor* weights) {
    const torch::Tensor qkv = m_qkv->forward(x, {.activation = m_options.activation});
    const double probability = isTraining() ? m_options.dropout : 0;
    if (weights == nullptr && probability == 0 && !m_options.additive)
        return mapOut(fusedAttention(qkv, m_options.heads, padding, m_options.causal), after);
    const ShownAttention shown = shownAttention(qkv, m_options.heads, padding, m_options.causal, probability, m_score);
    if (weights != nullptr) *weights = shown.weights;
    return mapOut(shown.out, after);
}

torch::Tensor MultiHeadAttention::mapOut(const torch::Tensor& x, const LinearOptions& after) const {
    if (m_options.activation == Activation::None) return m_out->forward(x, after);
    const torch::Tensor y = m_out->forward(x, {.activation = m_options.activation, .dropout = after.dropout});
    return after.residual ? *after.residual + y : y;
}

}  // namespace strand
