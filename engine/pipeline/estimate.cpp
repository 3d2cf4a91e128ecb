#include "pipeline/device.hpp"
#include "pipeline/jobs.hpp"
#include "pipeline/trained_model.hpp"
#include "pipeline/word_vectors.hpp"
#include "training/tensor_memory.hpp"

#include <c10/core/Allocator.h>
#include <c10/util/ThreadLocalDebugInfo.h>

#include <algorithm>
#include <chrono>

namespace strand {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kProbeRows = 2;  ///< longest training sequences tried for memory
constexpr int kTimedSteps = 3;
constexpr double kTimeLimit = 3;              ///< seconds spent on timing, then it must do
constexpr double kEvaluationShare = 1.0 / 3;  ///< a forward pass, against forward and backward
constexpr double kMiB = 1024.0 * 1024.0;

/// Follows what LibTorch's allocator hands out on this thread.
class MemoryMeter final : public c10::MemoryReportingInfoBase {
public:
    void reportMemoryUsage(void*, std::int64_t bytes, std::size_t, std::size_t, c10::Device) override {
        m_now += bytes;
        m_peak = std::max(m_peak, m_now);
    }
    [[nodiscard]] bool memoryProfilingEnabled() const override { return true; }
    [[nodiscard]] std::int64_t peak() const { return m_peak; }

private:
    std::int64_t m_now = 0, m_peak = 0;
};

void trainingPass(Model& model, torch::Device device, const EncodedSequences& data, std::span<const std::int64_t> rows) {
    const auto batch = makeBatch(data, rows);
    const auto labels = torch::tensor(batch.labels, torch::kLong).to(device);
    const auto output = model.forward(toInput(batch, device));
    torch::cross_entropy_loss(output.logits, labels).backward();
}

/// Bytes of one pass over the longest sequences, a row; gradients not counted.
double activationBytes(Model& model, torch::Device device, const PreparedRun& run, double gradients) {
    auto rows = run.split.train;
    const auto count = std::min(kProbeRows, rows.size());
    std::ranges::partial_sort(rows, rows.begin() + static_cast<std::ptrdiff_t>(count), std::ranges::greater(),
                              [&](std::int64_t i) { return run.encoded.length(i); });
    rows.resize(count);
    const auto meter = std::make_shared<MemoryMeter>();
    {
        const c10::DebugInfoGuard guard(c10::DebugInfoKind::PROFILER_STATE, meter);
        trainingPass(model, device, run.encoded, rows);
    }
    return std::max(0.0, static_cast<double>(meter->peak()) - gradients) / static_cast<double>(count);
}

/// Copies of the weights an optimiser keeps beside them.
double moments(const std::string& optimizer) {
    if (optimizer == "sgd" || optimizer == "rmsprop") return 1;
    return 2;
}

double secondsPerStep(Model& model, torch::Device device, const PreparedRun& run) {
    const auto plan = planBatches(run.encoded, run.split.train, run.values.integer("batch_size"), true, 1);
    std::vector<double> times;
    const auto begin = Clock::now();
    for (int i = 0; i < kTimedSteps && std::chrono::duration<double>(Clock::now() - begin).count() < kTimeLimit; ++i) {
        const auto start = Clock::now();
        trainingPass(model, device, run.encoded, plan[static_cast<std::size_t>(i) % plan.size()]);
        (void)model.parameters().back().grad().sum().item<double>();  // waits for the device
        times.push_back(std::chrono::duration<double>(Clock::now() - start).count());
    }
    return *std::ranges::min_element(times);
}

}  // namespace

Result<TrainEstimate> estimateRun(ProjectFile& project, const TrainOptions& options, const DeviceOptions& wanted) {
    STRAND_ASSIGN(const auto run, prepareRun(project, options));
    STRAND_ASSIGN(const torch::Device device, selectDevice(wanted.device));
    setThreads(wanted.threads);
    const TensorMemoryScope memory;
    // Weights and gradients. What else training needs is told, not refused.
    if (device.is_cpu()) requireMemory(2 * countBytes(*modelShapes(*run.entry, run.tokens.context, run.values)));
    const auto model = newModel(run, options.seed, device);
    STRAND_TRY(checkWordVectors(run, *model));

    TrainEstimate estimate;
    estimate.values = run.values;
    estimate.parameters = countParameters(*model);
    estimate.stepsPerEpoch = run.stepsPerEpoch;
    estimate.steps = run.steps;
    estimate.train = static_cast<std::int64_t>(run.split.train.size());
    estimate.validation = static_cast<std::int64_t>(run.split.validation.size());
    estimate.test = static_cast<std::int64_t>(run.split.test.size());
    estimate.truncated = run.truncated;
    estimate.warnings = run.warnings;

    const double weights = static_cast<double>(estimate.parameters) * sizeof(float);
    const double activations = activationBytes(*model, device, run, weights);
    const auto batch = std::min(run.values.integer("batch_size"), estimate.train);
    // Weights, gradients, the best weights kept aside, and the optimiser's moments.
    estimate.memoryMiB = (weights * (3 + moments(run.values.text("optimizer"))) + activations * static_cast<double>(batch)) / kMiB;
    if (options.measure) {
        const double step = secondsPerStep(*model, device, run);
        const double validationSteps = static_cast<double>(estimate.validation) / static_cast<double>(std::max<std::int64_t>(batch, 1));
        estimate.secondsPerEpoch = step * (static_cast<double>(run.stepsPerEpoch) + kEvaluationShare * validationSteps);
    }
    return estimate;
}

}  // namespace strand
