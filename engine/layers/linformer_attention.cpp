#include "layers/linformer_attention.hpp"

#include "layers/dropout.hpp"
#include "layers/fast_path.hpp"
#include "layers/mixture_attention.hpp"

#include <cmath>
#include <stdexcept>

namespace strand {

LinformerAttention::LinformerAttention(const LinformerOptions& options) : m_options(options) {
    const std::int64_t inner = options.heads * options.headDim, shared = options.oneKvHead ? options.headDim : inner;
    const double bound = 1 / std::sqrt(static_cast<double>(options.k));
    m_q = registerModule("q", std::make_shared<Linear>(options.dim, inner, false));
    m_k = registerModule("k", std::make_shared<Linear>(options.dim, shared, false));
    m_e = registerParameter("e", torch::empty({options.length, options.k}).uniform_(-bound, bound));
    if (!options.shareKv) {
        m_v = registerModule("v", std::make_shared<Linear>(options.dim, shared, false));
        m_f = registerParameter("f", torch::empty({options.length, options.k}).uniform_(-bound, bound));
    }
    m_out = registerModule("out", std::make_shared<Linear>(inner, options.dim));
}

/// x [B,L,heads * d] -> [B,heads,k,d]
torch::Tensor LinformerAttention::mixed(const torch::Tensor& x, const torch::Tensor& mixture) const {
    const torch::Tensor mixtures = torch::matmul(mixture.narrow(0, 0, x.size(1)).t(), x);
    return mixtures.view({x.size(0), m_options.k, -1, m_options.headDim}).transpose(1, 2).expand({-1, m_options.heads, -1, -1});
}

torch::Tensor LinformerAttention::forward(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) {
    const std::int64_t batch = x.size(0), length = x.size(1);
    if (length > m_options.length) throw std::length_error("a sequence longer than the mixtures of Linformer");
    const double probability = isTraining() ? m_options.dropout : 0;
    constexpr std::int64_t kShort = 512;  // a sequence stays on one thread
    const bool split = length <= kShort || batch >= at::get_num_threads();
    if (weights == nullptr && onFastPath(x) && split && m_v && !m_options.oneKvHead) {
        const torch::Tensor qkv = linearMap(x, torch::cat({m_q->weight, m_k->weight, m_v->weight}), {});
        return m_out->forward(mixtureAttention(qkv, m_options.heads, m_e, m_f, padding, probability));
    }
    const torch::Tensor known = padding.zeroed(x), keys = m_k->forward(known), values = m_options.shareKv ? keys : m_v->forward(known);
    const torch::Tensor q = m_q->forward(x).view({batch, length, m_options.heads, m_options.headDim}).transpose(1, 2);
    const torch::Tensor k = mixed(keys, m_e), v = mixed(values, m_options.shareKv ? m_e : m_f);
    torch::Tensor out;
    if (weights == nullptr && probability == 0) {
        out = torch::scaled_dot_product_attention(q, k, v);
    } else {
        const torch::Tensor given =
            torch::softmax(torch::matmul(q, k.transpose(2, 3)) / std::sqrt(static_cast<double>(m_options.headDim)), 3);
        if (weights != nullptr) {
            *weights = torch::matmul(given, m_e.narrow(0, 0, length).t());
            if (padding.mask.defined()) {
                const torch::Tensor outside = padding.mask.logical_not();
                *weights = weights->masked_fill(outside.view({batch, 1, -1, 1}), 0).masked_fill(outside.view({batch, 1, 1, -1}), 0);
            }
        }
        out = torch::matmul(applyDropout(given, probability, probability > 0), v);
    }
    return m_out->forward(padding.zeroed(out.transpose(1, 2).reshape({batch, length, -1})));
}

}  // namespace strand
