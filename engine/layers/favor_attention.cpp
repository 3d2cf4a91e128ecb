#include "layers/favor_attention.hpp"

#include "layers/fast_path.hpp"
#include "layers/kernels/efficient.hpp"
#include "layers/random_features.hpp"

#include <torch/csrc/autograd/custom_function.h>

#include <cmath>

namespace strand {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// projection / d^(1/4) as [d,width], whole vectors wide.
torch::Tensor acrossOf(const torch::Tensor& projection) {
    const std::int64_t features = projection.size(0), width = kernels::efficientTable().favorWidth(features);
    const torch::Tensor scaled = projection.t() * std::pow(static_cast<double>(projection.size(1)), -0.25);
    return torch::constant_pad_nd(scaled, {0, width - features}).contiguous();
}

/// Calls body(head, first element of its rows in qkv, in the result, scratch) for each head of each sequence; across as of acrossOf().
template <typename Body>
void forHeads(const torch::Tensor& qkv, const torch::Tensor& lengths, const torch::Tensor& across, std::int64_t features, Body body) {
    const std::int64_t length = qkv.size(1), inner = qkv.size(2) / 3, dim = across.size(0), heads = inner / dim, width = across.size(1);
    const torch::Tensor along = across.t().contiguous();
    const std::int64_t* valid = lengths.const_data_ptr<std::int64_t>();
    const kernels::FavorHead kind{.stride = 3 * inner,
                                  .dim = dim,
                                  .across = across.const_data_ptr<float>(),
                                  .along = along.const_data_ptr<float>(),
                                  .features = features,
                                  .width = width,
                                  .halfScale = static_cast<float>(0.5 / std::sqrt(static_cast<double>(dim))),
                                  .ratio = static_cast<float>(1 / std::sqrt(static_cast<double>(features))),
                                  .epsilon = static_cast<float>(kFeatureEpsilon),
                                  .outStride = inner};
    splitWork(qkv.size(0) * heads, 1, [&, from = qkv.const_data_ptr<float>()](std::int64_t begin, std::int64_t end) {
        std::vector<float> scratch(static_cast<std::size_t>(kernels::efficientTable().favorScratch(length, dim, width)));
        for (std::int64_t i = begin; i < end; ++i) {
            const std::int64_t b = i / heads, column = (i % heads) * dim, at = b * length * 3 * inner + column;
            if (valid[b] == 0) continue;
            kernels::FavorHead head = kind;
            head.q = from + at;
            head.k = head.q + inner;
            head.v = head.k + inner;
            head.length = valid[b];
            body(head, at, b * length * inner + column, scratch.data());
        }
    });
}

struct FavorFunction : torch::autograd::Function<FavorFunction> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& qkv, const torch::Tensor& projection,
                                 const torch::Tensor& lengths, bool padded) {
        const torch::Tensor from = qkv.contiguous(), valid = lengths.contiguous(), across = acrossOf(projection);
        const std::vector<std::int64_t> shape{from.size(0), from.size(1), from.size(2) / 3};
        torch::Tensor out = padded ? torch::zeros(shape, from.options()) : torch::empty(shape, from.options());
        forHeads(from, valid, across, projection.size(0),
                 [o = out.mutable_data_ptr<float>()](kernels::FavorHead& head, std::int64_t, std::int64_t to, float* scratch) {
                     head.out = o + to;
                     kernels::efficientTable().favor(head, scratch);
                 });
        context->save_for_backward({qkv, valid, across, out});
        context->saved_data["features"] = projection.size(0);
        context->saved_data["padded"] = padded;
        return out;
    }
    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const torch::Tensor from = saved[0].contiguous(), &out = saved[3], dOut = gradients[0].contiguous();
        torch::Tensor dQkv = context->saved_data["padded"].toBool() ? torch::zeros_like(from) : torch::empty_like(from);
        const std::int64_t inner = out.size(2);
        forHeads(from, saved[1], saved[2], context->saved_data["features"].toInt(),
                 [&, o = out.const_data_ptr<float>(), d = dOut.const_data_ptr<float>(), dq = dQkv.mutable_data_ptr<float>()](
                     kernels::FavorHead& head, std::int64_t at, std::int64_t to, float* scratch) {
                     head.out = const_cast<float*>(o) + to;  // only read on the way back
                     float* gradient = dq + at;
                     kernels::efficientTable().favorBackward(
                         head, {.dOut = d + to, .dq = gradient, .dk = gradient + inner, .dv = gradient + 2 * inner}, scratch);
                 });
        return {dQkv, {}, {}, {}};
    }
};

}  // namespace

torch::Tensor favorAttention(const torch::Tensor& qkv, std::int64_t heads, const torch::Tensor& projection, const Padding& padding) {
    // A head stays on one thread.
    constexpr std::int64_t kShort = 512;
    if (onFastPath(qkv) && (qkv.size(1) <= kShort || qkv.size(0) * heads >= at::get_num_threads()))
        return FavorFunction::apply(qkv, projection, padding.lengths, padding.mask.defined());
    const auto parts = qkv.unflatten(2, {3, heads, -1}).permute({2, 0, 3, 1, 4}).unbind(0);
    const torch::Tensor q = softmaxFeatures(parts[0], projection, padding, FeatureSide::Query),
                        k = softmaxFeatures(parts[1], projection, padding, FeatureSide::Key),
                        v = padding.mask.defined() ? parts[2] * padding.mask.view({qkv.size(0), 1, -1, 1}) : parts[2];
    return padding.zeroed(linearAttention(q, k, v).transpose(1, 2).flatten(2));
}

}  // namespace strand
