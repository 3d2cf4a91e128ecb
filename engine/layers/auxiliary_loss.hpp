// A further loss, deep inside a network, that joins the gradient without passing through everything above it.
#pragma once

#include "layers/torch.hpp"

namespace strand {

/// x as it is; on the way back, `loss` (one number) receives the gradient 1, as if it were added to the loss of the network. It need not be
/// carried past blocks that compute their activations twice.
[[nodiscard]] torch::Tensor withAuxiliaryLoss(const torch::Tensor& x, const torch::Tensor& loss);

}  // namespace strand
