// Where a run stands, apart from its tensors; written into each checkpoint.
#pragma once

#include "core/run_report.hpp"
#include "models/checkpoint.hpp"

#include <cstdint>

namespace strand {

struct TrainingState {
    std::uint64_t seed = 0;
    std::int64_t stepsPerEpoch = 0, totalSteps = 0;

    std::int64_t step = 0;   ///< optimiser steps done
    std::int64_t epoch = 0;  ///< epochs reported

    std::int64_t bestEpoch = 0;  ///< 0 = none yet
    std::int64_t bestStep = 0;
    double bestMcc = kNotAvailable;  ///< of the validation part
    double bestLoss = kNotAvailable;

    // Of the epoch at hand.
    double lossSum = 0;  ///< over the sequences trained on
    std::int64_t rows = 0, correct = 0;
    double seconds = 0;          ///< all work
    double trainingSeconds = 0;  ///< without validation and checkpoints

    /// The epoch at hand has become `epoch`; the next one begins.
    void take(const EpochReport& epoch_);

    /// Text "training".
    void store(TensorArchive& archive) const;
    /// ErrorCode::Project where the text is missing or damaged, or belongs to a run of other seed or length than this state.
    Result<void> load(const TensorArchive& archive);
};

/// The best epoch has the highest validation MCC, among equals the lowest validation loss; with no validation figures it is the last one.
[[nodiscard]] bool isBetter(const ClassificationMetrics& validation, const TrainingState& state);

}  // namespace strand
