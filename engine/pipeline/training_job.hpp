// One run in flight: the training loop's hooks write the project file and tell the observer.
#pragma once

#include "pipeline/trained_model.hpp"
#include "training/trainer.hpp"

#include <chrono>

namespace strand {

class TrainingJob final : public LiveRun {
public:
    /// `run` is stored already; `model` holds its initial weights.
    TrainingJob(ProjectFile& project, PreparedRun prepared, RunRecord run, std::shared_ptr<Model> model, torch::Device device,
                TrainObserver& observer, std::stop_token stop);

    /// From the start, or from `resume`. `checkpointEverySteps` as in TrainOptions.
    Result<TrainReport> run(const TensorArchive* resume, std::int64_t checkpointEverySteps);

    Result<AttentionMap> attention(const AttentionRequest& request) override;

private:
    TrainingHooks hooks();
    std::optional<TrainingEnd> poll();
    void takeEpoch(const EpochReport& report);
    Result<void> takeCheckpoint(const TensorArchive& archive, const TensorArchive* best, std::int64_t step);
    void snapshot();

    Result<TrainReport> finish(const TrainingResult& result);
    Result<void> restoreBest(const TrainingResult& result);
    Result<EvaluationResult> predictPart(std::span<const std::int64_t> rows, Split split);
    Result<TrainReport> stopped();
    Result<TrainReport> discarded();
    Result<TrainReport> failed(Error error);
    Result<void> store(RunState state);
    [[nodiscard]] TrainReport report() const;
    [[nodiscard]] double seconds() const;

    ProjectFile& m_project;
    RunStore m_runs;
    PreparedRun m_prepared;
    RunRecord m_run;
    std::shared_ptr<Model> m_model;
    torch::Device m_device;
    TrainObserver& m_observer;
    std::stop_token m_stop;

    double m_secondsBefore = 0;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    std::int64_t m_step = 0;            ///< optimiser steps done
    std::vector<StepPoint> m_newSteps;  ///< not in the project file yet
    std::vector<EpochReport> m_newEpochs;
    std::vector<EpochReport> m_epochs;  ///< of the whole run
    std::optional<Error> m_error;       ///< of a hook that has no way to return it
};

}  // namespace strand
