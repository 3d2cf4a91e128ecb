#include "training/loss.hpp"

namespace strand {

LossOptions makeLossOptions(const Hyperparameters& values) {
    LossOptions options{.focalGamma = {}, .labelSmoothing = values.real("label_smoothing"), .classWeights = {}};
    if (values.text("loss") == "focal") options.focalGamma = values.real("focal_gamma");
    return options;
}

torch::Tensor classificationLoss(const torch::Tensor& logits, const torch::Tensor& labels, const LossOptions& options) {
    const torch::Tensor& weights = options.classWeights;
    if (!options.focalGamma) {
        return at::cross_entropy_loss(logits, labels, weights.defined() ? std::optional(weights) : std::nullopt, at::Reduction::Mean, -100,
                                      options.labelSmoothing);
    }
    const torch::Tensor logP = torch::log_softmax(logits, 1).gather(1, labels.unsqueeze(1)).squeeze(1);
    // 1 - p, kept above 0 where the power has no derivative.
    const torch::Tensor doubt = torch::expm1(logP).neg().clamp_min(1e-12);
    const torch::Tensor losses = -doubt.pow(*options.focalGamma) * logP;
    if (!weights.defined()) return losses.mean();
    const torch::Tensor own = weights.index_select(0, labels);
    return (losses * own).sum() / own.sum();
}

}  // namespace strand
