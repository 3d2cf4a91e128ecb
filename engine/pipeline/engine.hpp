// The engine as the window and the command line see it: options -> check -> run(progress, stop) -> Result<report>. Free of torch.
// One thread calls it at a time; functions are synchronous.
#pragma once

#include "core/hyperparameter.hpp"
#include "core/progress.hpp"
#include "core/run_report.hpp"
#include "data/import.hpp"
#include "models/catalogue.hpp"
#include "storage/dataset_store.hpp"
#include "storage/run_store.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace strand {

struct TrainOptions {
    std::string dataset;  ///< name or id
    std::string model;
    std::string preset;          ///< "" quick balanced thorough
    TextValues hyperparameters;  ///< as typed, over the preset
    std::string runName;
    std::uint64_t seed = 1;
    std::int32_t fold = 0;                  ///< round of a cross-validation, see makeFoldSplit; 0 = the dataset's own parts
    std::int64_t checkpointEverySteps = 0;  ///< 0 = each epoch and at least every 60 s
    std::string watchedRecord;              ///< id of the sequence whose attention is kept each epoch; empty = first of validation
    bool measure = false;                   ///< estimate only: time a few steps
};

struct DeviceOptions {
    std::string device = "auto";  ///< auto cpu cuda cuda:N
    int threads = 0;              ///< 0 = all cores
};

struct TrainEstimate {
    Hyperparameters values;
    std::int64_t parameters = 0;  ///< trainable
    std::int64_t stepsPerEpoch = 0, steps = 0;
    std::int64_t train = 0, validation = 0, test = 0;
    std::int64_t truncated = 0;             ///< sequences longer than max_len
    double memoryMiB = 0;                   ///< peak, estimated: weights, gradients, moments, activations
    std::optional<double> secondsPerEpoch;  ///< measured over a few steps where asked for
    std::vector<Warning> warnings;          ///< few per class, duplicates across splits ...
};

/// Attention of one stored sequence or of given residues.
struct AttentionRequest {
    std::int64_t ordinal = -1;  ///< of the run's dataset, or
    std::string id, residues;   ///< a sequence of its own
};

/// Takes attention maps as they come, one in memory at a time.
class AttentionSink {
public:
    virtual ~AttentionSink() = default;
    /// Before the first map: the tokens of each sequence.
    virtual Result<void> begin(std::span<const std::int64_t> lengths) = 0;
    virtual Result<void> take(AttentionMap map) = 0;
};

/// A run in flight, for questions at a batch border; answers never change the run's bits.
class LiveRun {
public:
    virtual ~LiveRun() = default;
    virtual Result<AttentionMap> attention(const AttentionRequest& request) = 0;
};

enum class TrainCommand {
    Continue,
    Stop,    ///< save a checkpoint, state Stopped, can be resumed
    Finish,  ///< end now, keep: best weights, test read, state Finished
    Discard  ///< remove the run
};

/// Told of everything on the engine thread. Pause = not returning from poll.
class TrainObserver {
public:
    virtual ~TrainObserver() = default;
    virtual void onRun(const RunRecord&) {}
    virtual void onWarning(const Warning&) {}               ///< after onRun: few per class, bits may differ ...
    virtual void onSteps(const std::vector<StepPoint>&) {}  ///< new ones, at most ~30 calls a second
    virtual void onEpoch(const RunRecord&, const EpochReport&) {}
    virtual void onAttention(const AttentionMap&) {}                        ///< the watched sequence, after each epoch
    virtual void onProgress(const Progress&) {}                             ///< batches of all epochs
    virtual TrainCommand poll(LiveRun&) { return TrainCommand::Continue; }  ///< at every batch border
};

struct TrainReport {
    RunRecord run;  ///< as stored at the end; discarded: id 0
    std::vector<EpochReport> epochs;
    double seconds = 0;
    double peakRssMiB = 0;
    std::vector<Warning> warnings;
};

struct PredictionTable {
    std::vector<std::string> classes;
    struct Row {
        std::string id;
        std::int32_t predicted = 0;
        std::vector<float> probabilities;
    };
    std::vector<Row> rows;
    std::int64_t truncated = 0, maxLength = 0;  ///< sequences cut to so many tokens
    std::int64_t skipped = 0;                   ///< records of the file that were left out
    std::vector<Warning> warnings;              ///< of reading the file: the first thousand skipped and replaced records
};

struct DeviceInfo {
    std::string name;         ///< "cpu", "cuda:0"
    std::string description;  ///< "NVIDIA H200, 139 GiB"
};

class Engine {
public:
    virtual ~Engine() = default;

    [[nodiscard]] virtual std::span<const ModelEntry> models() const = 0;
    [[nodiscard]] virtual std::vector<DeviceInfo> devices() = 0;
    [[nodiscard]] virtual std::string versions() const = 0;

    /// Reads files and stores them as one dataset, in one transaction.
    virtual Result<DatasetRecord> import(ProjectFile& project, const ImportOptions& options, const ProgressFn& progress,
                                         std::stop_token stop) = 0;

    /// The checks of train alone; a project opened for reading will do.
    virtual Result<void> check(ProjectFile& project, const TrainOptions& options, const DeviceOptions& device) {
        STRAND_TRY(estimate(project, options, device));
        return {};
    }
    virtual Result<TrainEstimate> estimate(ProjectFile& project, const TrainOptions& options, const DeviceOptions& device) = 0;
    /// Trains to the end. A stop request or TrainCommand::Stop is ErrorCode::Interrupted with the checkpoint saved.
    virtual Result<TrainReport> train(ProjectFile& project, const TrainOptions& options, const DeviceOptions& device,
                                      TrainObserver& observer, std::stop_token stop) = 0;
    virtual Result<TrainReport> resume(ProjectFile& project, std::int64_t run, const DeviceOptions& device, TrainObserver& observer,
                                       std::stop_token stop) = 0;

    virtual Result<ClassificationMetrics> evaluate(ProjectFile& project, std::int64_t run, std::int64_t dataset, Split split,
                                                   const DeviceOptions& device, const ProgressFn& progress, std::stop_token stop) = 0;
    /// Best weights of a run over a file of sequences.
    virtual Result<PredictionTable> predict(ProjectFile& project, std::int64_t run, const SequenceFile& file, const DeviceOptions& device,
                                            const ProgressFn& progress, std::stop_token stop) = 0;
    /// Best weights of a run; one map a request. A model without attention: ErrorCode::Usage that says so.
    virtual Result<void> attention(ProjectFile& project, std::int64_t run, const std::vector<AttentionRequest>& requests,
                                   const DeviceOptions& device, AttentionSink& sink, const ProgressFn& progress, std::stop_token stop) = 0;
    /// The maps of a few sequences at once.
    Result<std::vector<AttentionMap>> attention(ProjectFile& project, std::int64_t run, const std::vector<AttentionRequest>& requests,
                                                const DeviceOptions& device, const ProgressFn& progress, std::stop_token stop) {
        struct Gathered : AttentionSink {
            std::vector<AttentionMap> maps;
            Result<void> begin(std::span<const std::int64_t>) override { return {}; }
            Result<void> take(AttentionMap map) override {
                maps.push_back(std::move(map));
                return {};
            }
        } gathered;
        STRAND_TRY(attention(project, run, requests, device, gathered, progress, std::move(stop)));
        return std::move(gathered.maps);
    }
};

[[nodiscard]] std::unique_ptr<Engine> makeEngine();

}  // namespace strand

/// What the window looks up after dlopen of libstrand_pipeline.so; the caller owns the result.
extern "C" strand::Engine* strandCreateEngine();
