// Which positions of a padded batch are real.
#pragma once

#include "layers/torch.hpp"

namespace strand {

struct Padding {
    torch::Tensor lengths;  ///< [B] int64, valid positions, >= 0
    torch::Tensor mask;     ///< [B,L] bool, true = valid; undefined where every position is valid

    /// x [B,L,...] with padded positions set to 0.
    [[nodiscard]] torch::Tensor zeroed(const torch::Tensor& x) const {
        if (!mask.defined()) return x;
        return x.masked_fill(mask.logical_not().view({mask.size(0), mask.size(1), 1}), 0);
    }
};

/// [B,L] bool for lengths [B]: true = valid.
inline torch::Tensor validPositions(const torch::Tensor& lengths, std::int64_t positions) {
    return torch::arange(positions, lengths.options()).unsqueeze(0) < lengths.unsqueeze(1);
}

}  // namespace strand
