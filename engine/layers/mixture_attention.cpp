#include "layers/mixture_attention.hpp"

#include "layers/dropout.hpp"
#include "layers/fast_path.hpp"
#include "layers/kernels/efficient.hpp"

#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>
#include <cmath>

namespace strand {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// What both directions read; all contiguous.
struct Mixtures {
    torch::Tensor qkv, e, f, lengths;
    std::int64_t heads = 0;
    kernels::DropoutStream dropout;

    [[nodiscard]] std::int64_t inner() const { return qkv.size(2) / 3; }
    [[nodiscard]] kernels::MixtureRows rows(std::int64_t b) const {
        const std::int64_t length = qkv.size(1), dim = inner() / heads;
        const float* q = qkv.const_data_ptr<float>() + b * length * 3 * inner();
        return {.q = q,
                .k = q + inner(),
                .v = q + 2 * inner(),
                .stride = 3 * inner(),
                .heads = heads,
                .dim = dim,
                .length = lengths.const_data_ptr<std::int64_t>()[b],
                .e = e.const_data_ptr<float>(),
                .f = f.const_data_ptr<float>(),
                .mixtures = e.size(1),
                .scale = static_cast<float>(1 / std::sqrt(static_cast<double>(dim))),
                .dropout = dropout,
                .firstWeight = b * heads * length * e.size(1),
                .positions = length};
    }
    /// Calls body(sequence, its rows, scratch).
    template <typename Body>
    void forSequences(Body body) const {
        splitWork(qkv.size(0), 1, [&](std::int64_t begin, std::int64_t end) {
            std::vector<float> scratch(static_cast<std::size_t>(kernels::efficientTable().mixtureScratch(qkv.size(1), inner(), e.size(1))));
            for (std::int64_t b = begin; b < end; ++b)
                body(b, rows(b), scratch.data());
        });
    }
};

/// The gradient of a mixture [positions,k]: sum over the sequences of x [length,I] times the gradient [I,k] of what it was mixed to.
torch::Tensor mixtureGradient(const Mixtures& given, const torch::Tensor& mixture, std::int64_t column, const torch::Tensor& dMixed) {
    constexpr std::int64_t kPositions = 12;
    const std::int64_t length = given.qkv.size(1), inner = given.inner(), k = mixture.size(1);
    const auto* valid = given.lengths.const_data_ptr<std::int64_t>();
    torch::Tensor gradient = torch::zeros_like(mixture);
    splitWork(length, kPositions, [&, d = gradient.mutable_data_ptr<float>()](std::int64_t begin, std::int64_t end) {
        for (std::int64_t b = 0; b < given.qkv.size(0); ++b) {
            const std::int64_t last = std::min(end, valid[b]);
            if (last <= begin) continue;
            const float* x = given.qkv.const_data_ptr<float>() + (b * length + begin) * 3 * inner + column;
            kernels::table().gemm(last - begin, k, inner, x, 3 * inner, 1, dMixed.const_data_ptr<float>() + b * inner * k, k, d + begin * k,
                                  k, true);
        }
    });
    return gradient;
}

struct MixtureFunction : torch::autograd::Function<MixtureFunction> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& qkv, const torch::Tensor& e, const torch::Tensor& f,
                                 const torch::Tensor& lengths, std::int64_t heads, bool padded, double probability) {
        const Mixtures given{.qkv = qkv.contiguous(),
                             .e = e.contiguous(),
                             .f = f.contiguous(),
                             .lengths = lengths.contiguous(),
                             .heads = heads,
                             .dropout = nextDropout(probability)};
        const std::int64_t length = qkv.size(1), inner = given.inner();
        const std::vector<std::int64_t> shape{qkv.size(0), length, inner};
        torch::Tensor out = padded ? torch::zeros(shape, qkv.options()) : torch::empty(shape, qkv.options());
        given.forSequences([&, o = out.mutable_data_ptr<float>()](std::int64_t b, kernels::MixtureRows rows, float* scratch) {
            if (rows.length == 0) return;
            rows.out = o + b * length * inner;
            kernels::efficientTable().mixture(rows, scratch);
        });
        context->save_for_backward({qkv, e, f, given.lengths, out});
        context->saved_data["heads"] = heads;
        context->saved_data["padded"] = padded;
        context->saved_data["dropout"] = packDropout(given.dropout);
        return out;
    }
    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const Mixtures given{.qkv = saved[0].contiguous(),
                             .e = saved[1].contiguous(),
                             .f = saved[2].contiguous(),
                             .lengths = saved[3],
                             .heads = context->saved_data["heads"].toInt(),
                             .dropout = unpackDropout(context->saved_data["dropout"])};
        const torch::Tensor &out = saved[4], dOut = gradients[0].contiguous();
        const std::int64_t length = given.qkv.size(1), inner = given.inner(), k = given.e.size(1);
        torch::Tensor dQkv = context->saved_data["padded"].toBool() ? torch::zeros_like(given.qkv) : torch::empty_like(given.qkv);
        torch::Tensor dKeys = torch::empty({given.qkv.size(0), inner, k}, out.options()), dValues = torch::empty_like(dKeys);
        given.forSequences([&, dq = dQkv.mutable_data_ptr<float>(), dk = dKeys.mutable_data_ptr<float>(),
                            dv = dValues.mutable_data_ptr<float>()](std::int64_t b, kernels::MixtureRows rows, float* scratch) {
            if (rows.length == 0) return;
            const std::int64_t at = b * length * inner;
            rows.out = const_cast<float*>(out.const_data_ptr<float>()) + at;  // only read on the way back
            kernels::efficientTable().mixtureBackward(rows,
                                                      {.dOut = dOut.const_data_ptr<float>() + at,
                                                       .dq = dq + 3 * at,
                                                       .dk = dq + 3 * at + inner,
                                                       .dv = dq + 3 * at + 2 * inner,
                                                       .dKeys = dk + b * inner * k,
                                                       .dValues = dv + b * inner * k},
                                                      scratch);
        });
        return {dQkv, mixtureGradient(given, given.e, inner, dKeys), mixtureGradient(given, given.f, 2 * inner, dValues), {}, {}, {}, {}};
    }
};

}  // namespace

torch::Tensor mixtureAttention(const torch::Tensor& qkv, std::int64_t heads, const torch::Tensor& e, const torch::Tensor& f,
                               const Padding& padding, double dropout) {
    if (onFastPath(qkv)) return MixtureFunction::apply(qkv, e, f, padding.lengths, heads, padding.mask.defined(), dropout);
    const std::int64_t length = qkv.size(1);
    const auto parts = qkv.unflatten(2, {3, heads, -1}).permute({2, 0, 3, 1, 4}).unbind(0);
    const auto mixed = [&](const torch::Tensor& x, const torch::Tensor& mixture) {
        const torch::Tensor known = padding.mask.defined() ? x * padding.mask.view({qkv.size(0), 1, -1, 1}) : x;
        return torch::matmul(mixture.narrow(0, 0, length).t(), known);
    };
    const double scale = 1 / std::sqrt(static_cast<double>(parts[0].size(3)));
    const torch::Tensor weights = torch::softmax(torch::matmul(parts[0], mixed(parts[1], e).transpose(2, 3)) * scale, 3);
    const torch::Tensor out = torch::matmul(applyDropout(weights, dropout, dropout > 0), mixed(parts[2], f));
    return padding.zeroed(out.transpose(1, 2).flatten(2));
}

}  // namespace strand
