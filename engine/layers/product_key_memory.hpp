// A large table of learned values, found by pairs of keys (Lample et al. 2019, arXiv:1907.05242): stands in the place of a feed-forward.
#pragma once

#include "layers/layer_norm.hpp"
#include "layers/linear.hpp"
#include "layers/residual_stack.hpp"

namespace strand {

struct ProductKeyOptions {
    std::int64_t dim = 128;
    std::int64_t keys = 128;  ///< of each half of a query: keys^2 values
    std::int64_t heads = 4;
    std::int64_t queryDim = 128;  ///< of each half
    std::int64_t best = 32;       ///< values that a head mixes; at most `keys`
};

/// Each head mixes the values with the best sums of two scores, one for each half of its query, by the softmax of these sums.
class ProductKeyMemory : public Branch {
public:
    explicit ProductKeyMemory(const ProductKeyOptions& options);
    torch::Tensor forward(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) override;

private:
    ProductKeyOptions m_options;
    std::shared_ptr<Linear> m_queries;
    std::shared_ptr<LayerNorm> m_norm;
    torch::Tensor m_keys;    ///< [2, heads, keys, queryDim]
    torch::Tensor m_values;  ///< [keys^2, dim]
};

}  // namespace strand
