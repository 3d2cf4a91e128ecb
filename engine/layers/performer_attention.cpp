#include "layers/performer_attention.hpp"

#include "core/random.hpp"
#include "layers/dropout.hpp"
#include "layers/favor_attention.hpp"
#include "layers/random_features.hpp"
#include "layers/rotary.hpp"

#include <cmath>
#include <limits>

namespace strand {

namespace {

constexpr double kKernelEpsilon = 1e-3;  // performer_pytorch 1.1.4

torch::Tensor activated(FeatureMap map, const torch::Tensor& x) { return map == FeatureMap::Elu ? torch::elu(x) + 1 : torch::relu(x); }

/// [B,1,L,1], true = padded; undefined without padding.
torch::Tensor paddedKeys(const Padding& padding) {
    return padding.mask.defined() ? padding.mask.logical_not().view({padding.mask.size(0), 1, -1, 1}) : torch::Tensor();
}

torch::Tensor zeroedAt(const torch::Tensor& outside, const torch::Tensor& x) { return outside.defined() ? x.masked_fill(outside, 0) : x; }

class ShiftedTokens : public Branch {
public:
    ShiftedTokens(bool causal, std::shared_ptr<Branch> inner) : m_causal(causal), m_inner(registerModule("inner", std::move(inner))) {}
    torch::Tensor forward(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) override {
        const torch::Tensor known = padding.zeroed(x);
        const std::vector<std::int64_t> moves = m_causal ? std::vector<std::int64_t>{0, 1} : std::vector<std::int64_t>{-1, 0, 1};
        const std::int64_t count = static_cast<std::int64_t>(moves.size()), size = x.size(2) / count;
        std::vector<torch::Tensor> parts;
        for (std::int64_t i = 0; i < count; ++i)
            parts.push_back(moved(known.narrow(2, i * size, size), moves[static_cast<std::size_t>(i)]));
        parts.push_back(known.narrow(2, count * size, x.size(2) - count * size));
        return m_inner->forward(torch::cat(parts, 2), padding, weights);
    }

private:
    static torch::Tensor moved(const torch::Tensor& x, std::int64_t by) { return by == 0 ? x : torch::constant_pad_nd(x, {0, 0, by, -by}); }
    bool m_causal;
    std::shared_ptr<Branch> m_inner;
};

}  // namespace

std::int64_t defaultFeatures(std::int64_t headDim) {
    const auto dim = static_cast<double>(headDim);
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(dim * std::log(dim)));
}

std::shared_ptr<Branch> shiftedTokens(bool causal, std::shared_ptr<Branch> inner) {
    return std::make_shared<ShiftedTokens>(causal, std::move(inner));
}

PerformerAttention::PerformerAttention(const PerformerOptions& options) : m_options(options) {
    const std::int64_t inner = options.heads * options.headDim;
    m_qkv = registerModule("qkv", std::make_shared<Linear>(options.dim, 3 * inner, options.qkvBias));
    m_out = registerModule("out", std::make_shared<Linear>(inner, options.dim, options.outBias));
    if (m_options.features == 0) m_options.features = defaultFeatures(options.headDim);
    if (m_options.map == FeatureMap::NoProjection || m_options.localHeads == m_options.heads) return;
    m_projection = registerBuffer("projection", orthogonalFeatures(m_options.features, options.headDim));
    m_steps = registerBuffer("steps", torch::zeros({1}, torch::kLong));
}

void PerformerAttention::afterStep() {
    if (!m_projection.defined() || m_options.redrawEvery == 0) return;
    m_steps += 1;
    if (m_steps.item<std::int64_t>() < m_options.redrawEvery) return;
    const torch::NoGradGuard frozen;
    m_steps.zero_();
    const std::uint64_t seed = deriveSeed(dropoutState().key, "features", static_cast<std::uint64_t>(m_options.layer));
    m_projection.copy_(orthogonalFeatures(m_options.features, m_options.headDim, seed));
}

PerformerAttention::Heads PerformerAttention::mapped(const Heads& heads, const Padding& padding) const {
    const torch::Tensor outside = paddedKeys(padding);
    if (m_options.map == FeatureMap::Softmax) {
        return {.q = softmaxFeatures(heads.q, m_projection, padding, FeatureSide::Query),
                .k = softmaxFeatures(heads.k, m_projection, padding, FeatureSide::Key),
                .v = heads.v};
    }
    if (m_options.map == FeatureMap::NoProjection) {
        const torch::Tensor k = outside.defined() ? heads.k.masked_fill(outside, std::numeric_limits<float>::lowest()) : heads.k;
        return {.q = heads.q.softmax(-1), .k = zeroedAt(outside, m_options.causal ? k.exp() : k.softmax(-2)), .v = heads.v};
    }
    const double scale = std::pow(static_cast<double>(m_options.headDim), -0.25);
    const auto features = [&](const torch::Tensor& x) {
        return activated(m_options.map, torch::matmul(x * scale, m_projection.t())) + kKernelEpsilon;
    };
    return {.q = features(heads.q), .k = zeroedAt(outside, features(heads.k)), .v = heads.v};
}

torch::Tensor PerformerAttention::global(Heads heads, const Padding& padding, torch::Tensor* weights) const {
    if (m_options.rotary) heads = {.q = rotated(heads.q), .k = rotated(heads.k), .v = heads.v};
    heads.v = zeroedAt(paddedKeys(padding), heads.v);
    const Heads features = mapped(heads, padding);
    if (weights != nullptr) *weights = impliedWeights(features.q, features.k, m_options.causal);
    return m_options.causal ? causalLinearAttention(features.q, features.k, features.v)
                            : linearAttention(features.q, features.k, features.v);
}

torch::Tensor PerformerAttention::local(const Heads& heads, const Padding& padding, torch::Tensor* weights) const {
    return localAttention(rotated(heads.q), rotated(heads.k), heads.v, padding,
                          {.window = m_options.window, .causal = m_options.causal, .dropout = isTraining() ? m_options.dropout : 0},
                          weights);
}

torch::Tensor PerformerAttention::forward(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) {
    const std::int64_t batch = x.size(0), length = x.size(1), far = m_options.heads - m_options.localHeads;
    const LinearOptions after{.dropout = isTraining() ? m_options.dropout : 0};
    const torch::Tensor qkv = m_qkv->forward(x);
    const bool plain = m_options.map == FeatureMap::Softmax && !m_options.causal && !m_options.rotary && m_options.localHeads == 0;
    if (plain && weights == nullptr) return m_out->forward(favorAttention(qkv, m_options.heads, m_projection, padding), after);
    const auto parts = qkv.view({batch, length, 3, m_options.heads, m_options.headDim}).permute({2, 0, 3, 1, 4}).unbind(0);
    const auto some = [&](std::int64_t begin, std::int64_t count) -> Heads {
        return {.q = parts[0].narrow(1, begin, count), .k = parts[1].narrow(1, begin, count), .v = parts[2].narrow(1, begin, count)};
    };
    std::vector<torch::Tensor> out, shown(2);
    if (far > 0) out.push_back(global(some(0, far), padding, weights != nullptr ? &shown[0] : nullptr));
    if (far < m_options.heads) out.push_back(local(some(far, m_options.localHeads), padding, weights != nullptr ? &shown[1] : nullptr));
    if (weights != nullptr) {
        std::erase_if(shown, [](const torch::Tensor& part) { return !part.defined(); });
        *weights = torch::cat(shown, 1);
        const torch::Tensor outside = paddedKeys(padding);
        if (outside.defined()) *weights = weights->masked_fill(outside, 0);
    }
    const torch::Tensor joined = padding.zeroed(torch::cat(out, 1).transpose(1, 2).reshape({batch, length, -1}));
    return m_out->forward(joined, after);
}

}  // namespace strand
