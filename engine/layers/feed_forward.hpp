// The feed-forward half of a block (Vaswani et al. 2017, section 3.3), optionally gated (Shazeer 2020, arXiv:2002.05202) and in chunks of
// positions (Kitaev et al. 2020, section 3.1).
#pragma once

#include "layers/linear.hpp"
#include "layers/residual_stack.hpp"

namespace strand {

struct FeedForwardOptions {
    std::int64_t dim = 128, hidden = 512;
    bool gated = false;       ///< gelu(x W + b) * (x V + c) instead of gelu(x W + b)
    double dropout = 0;       ///< of the hidden units
    std::int64_t chunks = 1;  ///< parts of the positions whose hidden units are never in memory together; more than L = L
};

class FeedForward : public Branch {
public:
    explicit FeedForward(const FeedForwardOptions& options);
    torch::Tensor forward(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) override;

private:
    [[nodiscard]] torch::Tensor part(const torch::Tensor& x) const;

    FeedForwardOptions m_options;
    std::shared_ptr<Linear> m_in, m_out;
};

}  // namespace strand
