#include "layers/norm.hpp"

#include "layers/layer_norm.hpp"
#include "layers/optional.hpp"

namespace strand {

namespace {

constexpr double kEps = 1e-5, kMomentum = 0.1;

}  // namespace

Norm::Norm(const NormOptions& options) : m_options(options) {
    if (options.scale) m_weight = registerParameter("weight", torch::ones({options.dim}));
    if (options.center) m_bias = registerParameter("bias", torch::zeros({options.dim}));
    if (options.kind == NormKind::Layer) return;
    m_mean = registerBuffer("running_mean", torch::zeros({options.dim}));
    m_variance = registerBuffer("running_var", torch::ones({options.dim}));
}

torch::Tensor Norm::forward(const torch::Tensor& x, const Padding& padding) const {
    if (m_options.kind == NormKind::Layer) return withSkip(x, padding).first;
    const torch::Tensor rows = x.flatten(0, 1);
    if (!padding.mask.defined()) return overBatch(rows).view(x.sizes());
    const torch::Tensor valid = padding.mask.flatten().nonzero().squeeze(1);
    if (valid.size(0) == 0) return torch::zeros_like(x);
    return torch::zeros_like(rows).index_copy(0, valid, overBatch(rows.index_select(0, valid))).view(x.sizes());
}

std::pair<torch::Tensor, torch::Tensor> Norm::withSkip(const torch::Tensor& x, const Padding& padding) const {
    if (m_options.kind == NormKind::Batch) return {forward(x, padding), x};
    if (m_weight.defined() && m_bias.defined()) return layerNormAndSkip(x, m_weight, m_bias);
    return {torch::layer_norm(x, {m_options.dim}, optional(m_weight), optional(m_bias), kEps), x};
}

torch::Tensor Norm::overBatch(const torch::Tensor& rows) const {
    return torch::batch_norm(rows, optional(m_weight), optional(m_bias), m_mean, m_variance, isTraining() && rows.size(0) > 1, kMomentum,
                             kEps, /*cudnn_enabled=*/false);
}

}  // namespace strand
