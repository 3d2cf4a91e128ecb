#include "pipeline/engine.hpp"

#include "pipeline/device.hpp"
#include "pipeline/guard.hpp"
#include "pipeline/jobs.hpp"
#include "pipeline/trained_model.hpp"
#include "pipeline/word_vectors.hpp"

namespace strand {
namespace {

class StrandEngine final : public Engine {
public:
    StrandEngine() { loadCuda(); }

    [[nodiscard]] std::span<const ModelEntry> models() const override { return catalogue(); }
    [[nodiscard]] std::vector<DeviceInfo> devices() override { return listDevices(); }
    [[nodiscard]] std::string versions() const override { return versionsText(); }

    Result<DatasetRecord> import(ProjectFile& project, const ImportOptions& options, const ProgressFn& progress,
                                 std::stop_token stop) override {
        return guarded([&] { return importDataset(project, options, progress, stop); });
    }
    Result<void> check(ProjectFile& project, const TrainOptions& options, const DeviceOptions& device) override {
        return guarded([&]() -> Result<void> {
            STRAND_TRY(selectDevice(device.device));
            STRAND_ASSIGN(const PreparedRun run, prepareRun(project, options));
            if (!usesWordVectors(run.values)) return {};
            return checkWordVectors(run, *buildModel(*run.entry, run.tokens.context, run.values, options.seed, torch::kCPU));
        });
    }
    Result<TrainEstimate> estimate(ProjectFile& project, const TrainOptions& options, const DeviceOptions& device) override {
        return guarded([&] { return estimateRun(project, options, device); });
    }
    Result<TrainReport> train(ProjectFile& project, const TrainOptions& options, const DeviceOptions& device, TrainObserver& observer,
                              std::stop_token stop) override {
        return guarded([&] { return trainRun(project, options, device, observer, stop); });
    }
    Result<TrainReport> resume(ProjectFile& project, std::int64_t run, const DeviceOptions& device, TrainObserver& observer,
                               std::stop_token stop) override {
        return guarded([&] { return resumeRun(project, run, device, observer, stop); });
    }
    Result<ClassificationMetrics> evaluate(ProjectFile& project, std::int64_t run, std::int64_t dataset, Split split,
                                           const DeviceOptions& device, const ProgressFn& progress, std::stop_token stop) override {
        return guarded([&] { return evaluateRun(project, run, dataset, split, device, progress, stop); });
    }
    Result<PredictionTable> predict(ProjectFile& project, std::int64_t run, const SequenceFile& file, const DeviceOptions& device,
                                    const ProgressFn& progress, std::stop_token stop) override {
        return guarded([&] { return predictFile(project, run, file, device, progress, stop); });
    }
    Result<void> attention(ProjectFile& project, std::int64_t run, const std::vector<AttentionRequest>& requests,
                           const DeviceOptions& device, AttentionSink& sink, const ProgressFn& progress, std::stop_token stop) override {
        return guarded([&] { return attentionMaps(project, run, requests, device, sink, progress, stop); });
    }
};

}  // namespace

std::unique_ptr<Engine> makeEngine() { return std::make_unique<StrandEngine>(); }

}  // namespace strand

strand::Engine* strandCreateEngine() { return strand::makeEngine().release(); }
