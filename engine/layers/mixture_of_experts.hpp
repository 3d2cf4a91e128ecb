// Several feed-forwards, of which each token takes two (Shazeer et al. 2017, arXiv:1701.06538; Lepikhin et al. 2020, arXiv:2006.16668).
#pragma once

#include "layers/feed_forward.hpp"

#include <vector>

namespace strand {

struct MixtureOptions {
    FeedForwardOptions expert;  ///< of each
    std::int64_t experts = 4;   ///< at least 2
    double balance = 1e-2;      ///< weight of the auxiliary loss that lets all experts have as many tokens
};

/// The two experts with the largest gates softmax(x W), mixed in proportion to these. No token is left out, so that neither padding nor
/// companions matter. Auxiliary loss while training: experts^2 times the mean of (share of first choices) * (mean gate), over the valid
/// tokens of each sequence.
class MixtureOfExperts : public Branch {
public:
    explicit MixtureOfExperts(const MixtureOptions& options);
    torch::Tensor forward(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) override;

private:
    [[nodiscard]] torch::Tensor imbalance(const torch::Tensor& gates, const torch::Tensor& first, const Padding& padding) const;
    [[nodiscard]] torch::Tensor throughExperts(const torch::Tensor& rows, const torch::Tensor& choice, const Padding& padding) const;

    MixtureOptions m_options;
    std::shared_ptr<Linear> m_gate;
    std::vector<std::shared_ptr<FeedForward>> m_experts;
};

}  // namespace strand
