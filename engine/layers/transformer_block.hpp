// One encoder block: attention and feed-forward, each with residual and normalisation before (pre) or after (post, the paper's).
#pragma once

#include "layers/attention.hpp"
#include "layers/module.hpp"
#include "layers/norm.hpp"

namespace strand {

struct TransformerBlockOptions {
    AttentionOptions attention;
    std::int64_t feedForward = 512;  ///< d_ff
    Activation activation = Activation::Gelu;
    bool normFirst = true;
    NormOptions norm{};    ///< its dim is that of the attention
    double dropout = 0.1;  ///< after attention, between and after the feed-forward maps
};

class TransformerBlock : public Module {
public:
    explicit TransformerBlock(const TransformerBlockOptions& options);
    /// x [B,L,D] -> [B,L,D]; `weights` as in MultiHeadAttention.
    torch::Tensor forward(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights = nullptr);

private:
    [[nodiscard]] torch::Tensor feedForward(const torch::Tensor& x, const torch::Tensor& residual) const;

    TransformerBlockOptions m_options;
    std::shared_ptr<MultiHeadAttention> m_attention;
    std::shared_ptr<Linear> m_in, m_out;
    std::shared_ptr<Norm> m_norm1, m_norm2;
};

}  // namespace strand
