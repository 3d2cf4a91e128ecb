// Multi-head attention: scaled dot-product (Vaswani et al. 2017, arXiv:1706.03762, section 3.2) or additive scores.
#pragma once

#include "layers/linear.hpp"
#include "layers/module.hpp"
#include "layers/padding.hpp"

namespace strand {

struct AttentionOptions {
    std::int64_t dim = 128;                    ///< d_model
    std::int64_t heads = 4;                    ///< divides dim
    bool bias = true;                          ///< on the maps to queries, keys, values and output
    Activation activation = Activation::None;  ///< after each of these maps
    bool additive = false;                     ///< scores v' tanh(q + k) instead of q' k / sqrt(d)
    bool causal = false;                       ///< a position sees itself and what is before it
    double dropout = 0;                        ///< of the attention weights
};

/// softmax(q k' / sqrt(d)) v for qkv [B,L,3D] -> [B,L,D], without the matrix of weights. Padded keys are not seen, padded queries give 0.
[[nodiscard]] torch::Tensor fusedAttention(const torch::Tensor& qkv, std::int64_t heads, const Padding& padding, bool causal);
/// The same numbers with the weights [B,heads,L,L] (rows and columns of padding 0), on which dropout with `probability` works. With
/// `additive` [heads,d], the scores are additive.
struct ShownAttention {
    torch::Tensor out, weights;
};
[[nodiscard]] ShownAttention shownAttention(const torch::Tensor& qkv, std::int64_t heads, const Padding& padding, bool causal,
                                            double probability = 0, const torch::Tensor& additive = {});

class MultiHeadAttention : public Module {
public:
    explicit MultiHeadAttention(const AttentionOptions& options);
    /// x [B,L,D] -> [B,L,D]. `after` (without an activation of its own) follows the output map. Where `weights` is not null, it receives [B,heads,L,L].
    torch::Tensor forward(const torch::Tensor& x, const Padding& padding, const LinearOptions& after = {},
                          torch::Tensor* weights = nullptr);

private:
    [[nodiscard]] torch::Tensor mapOut(const torch::Tensor& x, const LinearOptions& after) const;

    AttentionOptions m_options;
    std::shared_ptr<Linear> m_qkv, m_out;
    torch::Tensor m_score;  ///< [heads, dim / heads], additive only
};

}  // namespace strand
