// The training loop: batches in, weights and reports out. Synchronous; polls its observer at every batch border.
#pragma once

#include "core/hyperparameter.hpp"
#include "core/run_report.hpp"
#include "data/split.hpp"
#include "models/checkpoint.hpp"
#include "models/model.hpp"
#include "tokens/augmenter.hpp"
#include "training/schedule.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace strand {

/// Everything a run needs, owned by the caller and unchanged while it trains.
struct TrainingSetup {
    std::shared_ptr<Model> model;  ///< on `device`
    torch::Device device = torch::kCPU;
    const EncodedSequences* data = nullptr;
    const Augmenter* augmenter = nullptr;  ///< of training sequences; null = they are shown as they are
    RunSplit split;
    std::int64_t classes = 2;
    Hyperparameters values;
    std::uint64_t seed = 1;
    std::int64_t checkpointEverySteps = 0;  ///< 0 = each epoch
    double checkpointEverySeconds = 60;     ///< whichever comes first
};

enum class TrainingEnd { Finished, Stopped, Discarded };

/// What happens at each border; all called on the training thread.
struct TrainingHooks {
    /// At every batch border, weights at rest after `step` steps: nothing to continue, else how to end.
    std::function<std::optional<TrainingEnd>(std::int64_t step)> poll;
    std::function<void(const std::vector<StepPoint>&)> steps;  ///< new points, at most ~30 calls a second and at each epoch's end
    std::function<void(const EpochReport&)> epoch;
    /// A sound state to keep: all of it in `archive`; `best` set when these are also the best weights so far. An error ends the training.
    std::function<Result<void>(const TensorArchive& archive, const TensorArchive* best, std::int64_t epoch, std::int64_t step)> checkpoint;
    std::function<void(std::int64_t step, std::int64_t steps)> progress;
};

struct TrainingResult {
    TrainingEnd end = TrainingEnd::Finished;
    std::int64_t epoch = 0, step = 0, bestEpoch = 0;
    std::optional<TensorArchive> best;  ///< best weights (Finished)
};

/// Trains from the start, or from `resume` (an archive given to TrainingHooks::checkpoint) to the same bits as if it had never stopped.
/// A non-finite loss: ErrorCode::Diverged naming step and learning rate, the last sound checkpoint kept. Out of memory: ErrorCode::Device.
Result<TrainingResult> train(const TrainingSetup& setup, const TrainingHooks& hooks, const TensorArchive* resume = nullptr);

/// Probabilities [rows, classes] and mean loss over labelled rows, in evaluation mode, no gradient; order of `rows`.
struct EvaluationResult {
    std::vector<float> probabilities;
    double loss = kNotAvailable;
};
Result<EvaluationResult> evaluate(Model& model, torch::Device device, const EncodedSequences& data, std::span<const std::int64_t> rows,
                                  std::int64_t classes, std::int64_t batchSize,
                                  const std::function<bool(std::int64_t done)>& keepGoing = {});

/// Optimiser steps of a whole run; `trainRows` are shown in an epoch (training/sampling.hpp).
[[nodiscard]] std::int64_t totalSteps(std::int64_t trainRows, std::int64_t batchSize, std::int64_t epochs);

/// A batch as the model's input on `device`; mask only where rows differ in length.
[[nodiscard]] ModelInput toInput(const Batch& batch, torch::Device device);

}  // namespace strand
