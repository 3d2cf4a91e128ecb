// Word vectors from a file as the first values of a model's token embedding (hyperparameters embeddings, embeddings_frozen).
#pragma once

#include "models/model.hpp"
#include "pipeline/prepare.hpp"

namespace strand {

[[nodiscard]] bool usesWordVectors(const Hyperparameters& values);

/// The settings go together and the file's vectors have the size of the model's tokens, by the first lines of the file.
[[nodiscard]] Result<void> checkWordVectors(const PreparedRun& run, Model& model);

/// Reads the file into `model` and says in the run's warnings how much of the vocabulary it covers. Nothing where no file is named.
[[nodiscard]] Result<void> loadWordVectors(PreparedRun& run, Model& model, const ProgressFn& progress, const std::stop_token& stop);

/// The model of a run before its first step. The vectors of learnt tokens begin small, so that what is known of frequent words outweighs the
/// chance values of rare ones; the embedding does not train where embeddings_frozen says so.
[[nodiscard]] std::shared_ptr<Model> newModel(const PreparedRun& run, std::uint64_t seed, torch::Device device);

}  // namespace strand
