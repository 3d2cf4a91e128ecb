// What training makes small: cross-entropy, or focal loss (Lin et al. 2017, arXiv:1708.02002).
#pragma once

#include "core/hyperparameter.hpp"
#include "layers/torch.hpp"

#include <optional>

namespace strand {

struct LossOptions {
    std::optional<double> focalGamma;  ///< focal loss: (1 - p)^gamma times the cross-entropy; 0 is the cross-entropy
    double labelSmoothing = 0;         ///< of the cross-entropy
    torch::Tensor classWeights;        ///< [C]; undefined = none
};

/// From loss, focal_gamma, label_smoothing; without class weights.
[[nodiscard]] LossOptions makeLossOptions(const Hyperparameters& values);

/// Mean over the batch, weighted by the class weights. logits [B,C], labels [B] int64.
[[nodiscard]] torch::Tensor classificationLoss(const torch::Tensor& logits, const torch::Tensor& labels, const LossOptions& options);

}  // namespace strand
