// Hyperparameters that several models have in common, each declared once.
#pragma once

#include "core/hyperparameter.hpp"
#include "layers/padding.hpp"

#include <string>

namespace strand {

[[nodiscard]] HyperparameterSpec embeddingDimSpec(std::int64_t value = 128);

// Recurrent networks.
[[nodiscard]] HyperparameterSpec directionSizeSpec(std::int64_t value);
[[nodiscard]] HyperparameterSpec recurrentLayersSpec();

[[nodiscard]] HyperparameterSpec graphLayersSpec();

// Transformers.
[[nodiscard]] HyperparameterSpec modelDimSpec();
[[nodiscard]] HyperparameterSpec headsSpec();
[[nodiscard]] HyperparameterSpec layersSpec();
[[nodiscard]] HyperparameterSpec convolutionWidthSpec();
[[nodiscard]] HyperparameterSpec poolingSpec();
/// x [B,L,D] -> [B,D], as the value of poolingSpec() says.
[[nodiscard]] torch::Tensor pooled(const std::string& pooling, const torch::Tensor& x, const Padding& padding);
[[nodiscard]] HyperparameterSpec causalSpec();
[[nodiscard]] HyperparameterSpec attentionDropoutSpec();
[[nodiscard]] HyperparameterSpec layerDropoutSpec();
[[nodiscard]] HyperparameterSpec reZeroSpec();

}  // namespace strand
