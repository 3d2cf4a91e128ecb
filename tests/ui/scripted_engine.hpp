// An engine without LibTorch for tests of pages: its runs follow a script, its curves are formulas.
#pragma once

#include "pipeline/engine.hpp"

#include <atomic>
#include <memory>

namespace strand::test {

/// Curves that look like those of a run that learns; the same for the same arguments.
[[nodiscard]] std::vector<StepPoint> scriptedSteps(std::int64_t from, std::int64_t to, std::int64_t total);
[[nodiscard]] EpochReport scriptedEpoch(std::int64_t epoch, std::int64_t stepsPerEpoch, std::int64_t epochs, std::int64_t classes = 2);

struct ScriptedMap {
    std::int64_t layers = 2, heads = 4, epoch = 1;
    int k = 1;  ///< residues a token
    bool cls = true;
    std::string kind = "exact";  ///< "vector" gives one row a head
};
/// Rows sum to 1; each head has a pattern of its own.
[[nodiscard]] AttentionMap scriptedAttention(const std::string& record, std::int64_t ordinal, const std::string& residues,
                                             const ScriptedMap& options);

struct Script {
    std::int64_t epochs = 4, stepsPerEpoch = 25;
    int msPerStep = 0;
    std::string attention = "exact";
    ScriptedMap map{};
};

class ScriptedEngine : public Engine {
public:
    explicit ScriptedEngine(Script script = {});
    std::span<const ModelEntry> models() const override { return m_models; }
    std::vector<DeviceInfo> devices() override { return {{"cpu", "CPU, 2 cores"}}; }
    std::string versions() const override { return "scripted"; }
    Result<DatasetRecord> import(ProjectFile& project, const ImportOptions& options, const ProgressFn& progress,
                                 std::stop_token stop) override;
    Result<TrainEstimate> estimate(ProjectFile& project, const TrainOptions& options, const DeviceOptions& device) override;
    Result<TrainReport> train(ProjectFile& project, const TrainOptions& options, const DeviceOptions& device, TrainObserver& observer,
                              std::stop_token stop) override;
    Result<TrainReport> resume(ProjectFile& project, std::int64_t run, const DeviceOptions& device, TrainObserver& observer,
                               std::stop_token stop) override;
    Result<ClassificationMetrics> evaluate(ProjectFile& project, std::int64_t run, std::int64_t dataset, Split split,
                                           const DeviceOptions& device, const ProgressFn& progress, std::stop_token stop) override;
    Result<PredictionTable> predict(ProjectFile& project, std::int64_t run, const SequenceFile& file, const DeviceOptions& device,
                                    const ProgressFn& progress, std::stop_token stop) override;
    Result<void> attention(ProjectFile& project, std::int64_t run, const std::vector<AttentionRequest>& requests,
                           const DeviceOptions& device, AttentionSink& sink, const ProgressFn& progress, std::stop_token stop) override;

private:
    Result<TrainReport> go(ProjectFile& project, RunRecord run, const Dataset& dataset, TrainObserver& observer, std::stop_token stop);
    Script m_script;
    std::vector<ModelEntry> m_models;
};

/// A project of a planted-motif dataset at `path`; with a finished run where `script` is given. Returns the run's id, 0 = none.
std::int64_t makeProject(const std::string& path, const Script* script = nullptr, std::int64_t sequences = 60);

}  // namespace strand::test
