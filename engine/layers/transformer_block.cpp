#include "layers/transformer_block.hpp"

#include "layers/feed_forward_map.hpp"

namespace strand {

TransformerBlock::TransformerBlock(const TransformerBlockOptions& options) : m_options(options) {
    const std::int64_t dim = options.attention.dim;
    m_attention = registerModule("attention", std::make_shared<MultiHeadAttention>(options.attention));
    m_in = registerModule("feed_forward_in", std::make_shared<Linear>(dim, options.feedForward));
    m_out = registerModule("feed_forward_out", std::make_shared<Linear>(options.feedForward, dim));
    m_options.norm.dim = dim;
    m_norm1 = registerModule("norm1", std::make_shared<Norm>(m_options.norm));
    m_norm2 = registerModule("norm2", std::make_shared<Norm>(m_options.norm));
}

torch::Tensor TransformerBlock::feedForward(const torch::Tensor& x, const torch::Tensor& residual) const {
    const double probability = isTraining() ? m_options.dropout : 0;
    return feedForwardMap(x, feedForwardWeights(*m_in, *m_out),
                          {.activation = m_options.activation, .hiddenDropout = probability, .dropout = probability, .residual = residual});
}

torch::Tensor TransformerBlock::forward(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) {
    const double dropout = isTraining() ? m_options.dropout : 0;
    if (m_options.normFirst) {
        const auto [normed, skip] = m_norm1->withSkip(x, padding);
        const auto [hidden, past] =
            m_norm2->withSkip(m_attention->forward(normed, padding, {.dropout = dropout, .residual = skip}, weights), padding);
        return feedForward(hidden, past);
    }
    const torch::Tensor y = m_norm1->forward(m_attention->forward(x, padding, {.dropout = dropout, .residual = x}, weights), padding);
    return m_norm2->forward(feedForward(y, y), padding);
}

}  // namespace strand
