// Attention whose time and memory grow in proportion to the length (Performer, Choromanski et al. 2021, arXiv:2009.14794).
#pragma once

#include "layers/linear.hpp"
#include "layers/local_attention.hpp"
#include "layers/residual_stack.hpp"

namespace strand {

enum class FeatureMap {
    Softmax,       ///< FAVOR+: positive random features of the softmax kernel
    Relu,          ///< generalised attention: relu(w x / d^(1/4)) + 0.001
    Elu,           ///< elu(w x / d^(1/4)) + 1 + 0.001
    NoProjection,  ///< softmax over the numbers of a query and over the positions of the keys (Shen et al. 2018, arXiv:1812.01243)
};

struct PerformerOptions {
    std::int64_t dim = 128, heads = 4, headDim = 32;
    std::int64_t features = 0;  ///< m; 0 = d ln d
    FeatureMap map = FeatureMap::Softmax;
    std::int64_t redrawEvery = 1000;  ///< training steps between new features; 0 = never
    std::int64_t localHeads = 0;      ///< the last ones, which see a window
    std::int64_t window = 256;
    bool causal = false, rotary = true;
    bool qkvBias = false, outBias = true;
    double dropout = 0;  ///< of the result
    std::int64_t layer = 0;
};

/// Shown weights: D^-1 Q' K'^T of the heads with features, the exact ones of local heads; [B,heads,L,L].
class PerformerAttention : public Branch {
public:
    explicit PerformerAttention(const PerformerOptions& options);
    torch::Tensor forward(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) override;
    /// Counts the step, and draws new features when they are due: a function of the step's dropout key, so that a resumed run draws the same.
    void afterStep();

private:
    struct Heads {
        torch::Tensor q, k, v;  ///< [B,heads,L,d]
    };
    [[nodiscard]] torch::Tensor global(Heads heads, const Padding& padding, torch::Tensor* weights) const;
    [[nodiscard]] torch::Tensor local(const Heads& heads, const Padding& padding, torch::Tensor* weights) const;
    [[nodiscard]] Heads mapped(const Heads& heads, const Padding& padding) const;

    PerformerOptions m_options;
    std::shared_ptr<Linear> m_qkv, m_out;
    torch::Tensor m_projection;  ///< [m,d] buffer
    torch::Tensor m_steps;       ///< [1] int64 buffer: steps since the last drawing
};

/// Features d ln d of Choromanski et al. 2021, at least 1.
[[nodiscard]] std::int64_t defaultFeatures(std::int64_t headDim);

/// `inner` over vectors whose parts are moved by one position: thirds by -1, 0 and 1, causal: halves by 0 and 1.
[[nodiscard]] std::shared_ptr<Branch> shiftedTokens(bool causal, std::shared_ptr<Branch> inner);

}  // namespace strand
