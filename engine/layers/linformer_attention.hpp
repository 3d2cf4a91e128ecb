// Attention over k mixtures of the positions instead of the positions themselves (Wang et al. 2020, arXiv:2006.04768).
#pragma once

#include "layers/linear.hpp"
#include "layers/residual_stack.hpp"

namespace strand {

struct LinformerOptions {
    std::int64_t dim = 128, heads = 4;
    std::int64_t headDim = 32;
    std::int64_t length = 512;  ///< longest sequence: rows of E and F
    std::int64_t k = 256;       ///< mixtures
    bool oneKvHead = false;     ///< all heads share one head of keys and values
    bool shareKv = false;       ///< values are the keys, F is E
    double dropout = 0;         ///< of the attention weights
};

/// softmax(Q (E'K)' / sqrt(d)) F'V, E and F [length, k]. Rows of K and V at padded positions are 0 before they are mixed.
/// Shown weights: softmax(Q (E'K)') E', [B,heads,L,L] - what each position gives to a query; rows need not sum to 1.
class LinformerAttention : public Branch {
public:
    explicit LinformerAttention(const LinformerOptions& options);
    torch::Tensor forward(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) override;

private:
    [[nodiscard]] torch::Tensor mixed(const torch::Tensor& x, const torch::Tensor& mixture) const;

    LinformerOptions m_options;
    std::shared_ptr<Linear> m_q, m_k, m_v, m_out;
    torch::Tensor m_e, m_f;  ///< [length, k]
};

}  // namespace strand
