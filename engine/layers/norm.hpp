// Normalisation of token vectors: over the numbers of each token (Ba et al. 2016, arXiv:1607.06450), or of each number over all valid
// tokens of a batch (Ioffe & Szegedy 2015, arXiv:1502.03167).
#pragma once

#include "layers/module.hpp"
#include "layers/padding.hpp"

#include <utility>

namespace strand {

enum class NormKind { Layer, Batch };

struct NormOptions {
    NormKind kind = NormKind::Layer;
    std::int64_t dim = 128;
    bool center = true;  ///< a learned offset
    bool scale = true;   ///< a learned factor
};

/// eps 1e-5. Batch: moving mean and variance with momentum 0.1, as torch's BatchNorm1d; they stand in for those of a batch while
/// evaluating, and in a batch of a single token.
class Norm : public Module {
public:
    explicit Norm(const NormOptions& options);
    /// x [B,L,D] -> [B,L,D]; padded tokens do not count, and become 0 where the kind is Batch.
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& x, const Padding& padding) const;
    /// The same, and x for the residual connection around what follows; kind Layer joins the gradients of both in one pass.
    [[nodiscard]] std::pair<torch::Tensor, torch::Tensor> withSkip(const torch::Tensor& x, const Padding& padding) const;

private:
    [[nodiscard]] torch::Tensor overBatch(const torch::Tensor& rows) const;

    NormOptions m_options;
    torch::Tensor m_weight, m_bias;    ///< [D] or undefined
    torch::Tensor m_mean, m_variance;  ///< [D], Batch only
};

}  // namespace strand
