#include "layers/feed_forward.hpp"

#include "layers/dropout.hpp"
#include "layers/feed_forward_map.hpp"
#include "layers/recompute.hpp"

#include <algorithm>

namespace strand {

FeedForward::FeedForward(const FeedForwardOptions& options) : m_options(options) {
    m_in = registerModule("in", std::make_shared<Linear>(options.dim, options.gated ? 2 * options.hidden : options.hidden));
    m_out = registerModule("out", std::make_shared<Linear>(options.hidden, options.dim));
}

torch::Tensor FeedForward::part(const torch::Tensor& x) const {
    const double probability = isTraining() ? m_options.dropout : 0;
    if (!m_options.gated) return feedForwardMap(x, feedForwardWeights(*m_in, *m_out), {.hiddenDropout = probability});
    const auto halves = m_in->forward(x).chunk(2, -1);
    return m_out->forward(applyDropout(torch::gelu(halves[0]) * halves[1], probability, isTraining()));
}

torch::Tensor FeedForward::forward(const torch::Tensor& x, const Padding&, torch::Tensor*) {
    const std::int64_t chunks = std::clamp<std::int64_t>(m_options.chunks, 1, std::max<std::int64_t>(1, x.size(1)));
    if (chunks == 1) return part(x);
    std::vector<torch::Tensor> parts;
    for (const torch::Tensor& chunk : x.chunk(chunks, 1))
        parts.push_back(recomputed([this](const torch::Tensor& y) { return part(y); }, chunk));
    return torch::cat(parts, 1);
}

}  // namespace strand
