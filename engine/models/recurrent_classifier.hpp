// What RNN, LSTM and GRU share: embedding, recurrent layers in one direction, one state, classifier.
#pragma once

#include "layers/kernels/kernels.hpp"
#include "models/catalogue.hpp"

namespace strand {

/// Own hyperparameters: embedding_dim hidden n_layers positions pooling.
[[nodiscard]] HyperparameterTable recurrentHyperparameters();
[[nodiscard]] std::vector<Preset> recurrentPresets();
[[nodiscard]] std::shared_ptr<Model> makeRecurrentClassifier(RecurrentCell cell, const ModelContext& context,
                                                             const Hyperparameters& values);

}  // namespace strand
