#include "layers/product_key_memory.hpp"

#include "layers/recompute.hpp"

#include <cmath>

namespace strand {

namespace {

/// The `best` largest along the last dimension: their indices, the same ones on the way back.
torch::Tensor largest(const torch::Tensor& scores, std::int64_t best) {
    return computedOnce([&] { return std::get<1>(scores.detach().topk(best, -1)); });
}

}  // namespace

ProductKeyMemory::ProductKeyMemory(const ProductKeyOptions& options) : m_options(options) {
    m_options.best = std::min(options.best, options.keys);
    m_queries = registerModule("queries", std::make_shared<Linear>(options.dim, 2 * options.heads * options.queryDim, false));
    m_norm = registerModule("norm", std::make_shared<LayerNorm>(options.queryDim));
    const double ofKeys = 1 / std::sqrt(static_cast<double>(options.queryDim)), ofValues = 1 / std::sqrt(static_cast<double>(options.dim));
    m_keys = registerParameter("keys", torch::randn({2, options.heads, options.keys, options.queryDim}) * ofKeys);
    m_values = registerParameter("values", torch::randn({options.keys * options.keys, options.dim}) * ofValues);
}

torch::Tensor ProductKeyMemory::forward(const torch::Tensor& x, const Padding&, torch::Tensor*) {
    const std::int64_t tokens = x.size(0) * x.size(1), heads = m_options.heads;
    const torch::Tensor queries = m_norm->forward(m_queries->forward(x).view({tokens, 2, heads, m_options.queryDim})).permute({1, 2, 0, 3});
    const torch::Tensor scores = torch::matmul(queries, m_keys.transpose(2, 3));  // [2,heads,tokens,keys]
    const torch::Tensor half = largest(scores, m_options.best), found = scores.gather(3, half);
    const torch::Tensor sums = (found[0].unsqueeze(3) + found[1].unsqueeze(2)).flatten(2);
    const torch::Tensor pairs = (half[0].unsqueeze(3) * m_options.keys + half[1].unsqueeze(2)).flatten(2);
    const torch::Tensor best = largest(sums, m_options.best);
    const auto byToken = [&](const torch::Tensor& y) { return y.transpose(0, 1).reshape({tokens, -1}); };
    const torch::Tensor shares = byToken(torch::softmax(sums.gather(2, best), 2)), values = byToken(pairs.gather(2, best));
    const torch::Tensor offsets = torch::arange(tokens, values.options()) * values.size(1);
    constexpr std::int64_t kSum = 0;
    const torch::Tensor mixed =
        std::get<0>(torch::embedding_bag(m_values, values.flatten(), offsets, false, kSum, false, shares.flatten(), false));
    return mixed.view(x.sizes());
}

}  // namespace strand
