// A run's weights made into a model again, with the tokenizer they were trained with.
#pragma once

#include "models/checkpoint.hpp"
#include "models/model.hpp"
#include "pipeline/prepare.hpp"
#include "training/trainer.hpp"

namespace strand {

struct TrainedModel {
    RunRecord run;
    const ModelEntry* entry = nullptr;
    Hyperparameters values;
    SequenceKind kind = SequenceKind::Dna;
    RunTokens tokens;
    std::shared_ptr<Model> model;  ///< on `device`, in evaluation mode
    torch::Device device = torch::kCPU;
    std::int64_t epoch = 0, step = 0;  ///< of the weights
};

/// What a checkpoint says of ModelContext::aligned; those written before it was asked say no.
[[nodiscard]] bool wasAligned(const TensorArchive& archive);
/// The model as it would be built, its tensors with their shapes and without memory: to be counted.
[[nodiscard]] std::shared_ptr<Model> modelShapes(const ModelEntry& entry, const ModelContext& context, const Hyperparameters& values);
/// A new model with initial values drawn for `seed`, on `device`. Throws c10::OutOfMemoryError at once where its weights do not fit.
[[nodiscard]] std::shared_ptr<Model> buildModel(const ModelEntry& entry, const ModelContext& context, const Hyperparameters& values,
                                                std::uint64_t seed, torch::Device device);
[[nodiscard]] std::int64_t countParameters(const Model& model);  ///< trainable
[[nodiscard]] std::size_t countBytes(const Model& model);        ///< of all parameters and buffers

/// What makes a checkpoint readable without its dataset.
void describeTokens(const RunTokens& tokens, SequenceKind kind, TensorArchive& archive);

/// The best weights of a run, or the latest where none are best yet. ErrorCode::Usage where the run has none.
[[nodiscard]] Result<TrainedModel> loadTrained(ProjectFile& project, std::int64_t run, const DeviceOptions& device);

/// Batches of `data` through the model: probabilities [rows, classes] in the order of `rows`, and the mean loss of labelled rows.
[[nodiscard]] Result<EvaluationResult> runOver(const TrainedModel& trained, const EncodedSequences& data,
                                               std::span<const std::int64_t> rows, const ProgressFn& progress, const std::stop_token& stop);

[[nodiscard]] std::int32_t argmax(std::span<const float> probabilities);

}  // namespace strand
