// Batch normalisation (Ioffe & Szegedy 2015, arXiv:1502.03167) whose statistics come from valid positions only.
#pragma once

#include "layers/module.hpp"
#include "layers/padding.hpp"

namespace strand {

struct BatchNormStatistics {
    torch::Tensor mean, variance;  ///< [C]; variance divided by the number of positions
};
/// Of the valid positions of x [B,L,C], without gradient; 0 and 0 where there are none.
[[nodiscard]] BatchNormStatistics validStatistics(const torch::Tensor& x, const torch::Tensor& lengths);

struct BatchNormInput {
    torch::Tensor lengths;       ///< [B] int64
    torch::Tensor scale, shift;  ///< [C]
    bool relu = false;           ///< follows
};
/// x [B,L,C] normalised by its own statistics (gradients flow through them), or by those given; 0 at padded positions.
[[nodiscard]] torch::Tensor batchNorm(const torch::Tensor& x, const BatchNormInput& input, const BatchNormStatistics& statistics,
                                      bool ownStatistics);

/// While learning, normalises by the batch and moves the stored statistics by a tenth; else by the stored ones.
class BatchNorm : public Module {
public:
    explicit BatchNorm(std::int64_t channels);
    torch::Tensor forward(const torch::Tensor& x, const Padding& padding, bool relu);

private:
    void remember(const BatchNormStatistics& seen, const torch::Tensor& lengths);

    torch::Tensor m_scale, m_shift, m_mean, m_variance;
};

}  // namespace strand
