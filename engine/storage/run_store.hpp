// Runs: settings, state, curves, checkpoints, attention snapshots, predictions. Tensors are bytes here.
#pragma once

#include "core/hyperparameter.hpp"
#include "core/run_report.hpp"
#include "data/split.hpp"
#include "storage/project_file.hpp"

#include <optional>
#include <span>
#include <vector>

namespace strand {

struct RunRecord {
    std::int64_t id = 0;
    std::string name;
    std::int64_t datasetId = 0;
    std::string datasetName;
    std::string model;
    TextValues hyperparameters;  ///< every one, as formatValue writes it
    std::string preset;          ///< empty = none
    std::uint64_t seed = 0;
    std::string fingerprint;  ///< of the data at the start
    std::string device;       ///< "cpu", "cuda:0"
    std::int64_t threads = 0;
    std::string versions;         ///< "strandlab 0.1.0; torch 2.11.0; ..."
    std::int64_t parameters = 0;  ///< trainable
    std::vector<std::string> classes;
    RunState state = RunState::Created;
    std::int64_t epoch = 0, step = 0, bestEpoch = 0;
    std::int64_t epochsPlanned = 0, stepsPlanned = 0;
    double seconds = 0;   ///< training time so far
    std::string created;  ///< UTC, ISO 8601
    std::optional<ClassificationMetrics> test;
    std::optional<Error> error;  ///< what broke it off, where state is Failed or Interrupted
};

/// What a run has learnt of its training texts.
struct RunVocabulary {
    std::vector<std::string> tokens;       ///< the most frequent first; empty where the kind of sequence has a fixed alphabet
    std::optional<std::int64_t> embedded;  ///< how many of them have a vector in the file of embeddings, where there is one
};

enum class CheckpointKind { Latest, Best };
struct Checkpoint {
    CheckpointKind kind = CheckpointKind::Latest;
    std::int64_t epoch = 0, step = 0;
    std::vector<char> bytes;  ///< an archive of strand::models
};

struct PredictionRow {
    std::int64_t ordinal = 0;
    std::int32_t predicted = 0;
    std::vector<float> probabilities;  ///< [classes]
};

/// Key of a setting that belongs to a run, and goes with it.
[[nodiscard]] std::string runSetting(std::int64_t run, std::string_view name);

class RunStore {
public:
    explicit RunStore(const ProjectFile& project) : m_project(project) {}

    /// Stores a new run (id assigned; an empty name becomes "model-id"); state as given. `settings` go to SettingStore under runSetting().
    Result<RunRecord> add(RunRecord run, const RunSplit& split, const RunVocabulary& vocabulary = {}, const TextValues& settings = {});
    Result<void> update(const RunRecord& run);  ///< state, progress, test, error, name
    [[nodiscard]] Result<std::vector<RunRecord>> list() const;
    [[nodiscard]] Result<RunRecord> find(const std::string& nameOrId) const;  ///< ErrorCode::Usage lists what there is
    [[nodiscard]] Result<RunRecord> get(std::int64_t id) const;
    [[nodiscard]] Result<RunSplit> split(std::int64_t run) const;
    [[nodiscard]] Result<RunVocabulary> vocabulary(std::int64_t run) const;
    Result<void> remove(std::int64_t id);  ///< with all that belongs to it

    /// Marks runs that are Running but whose process is gone as Interrupted. ProjectFile::open calls it for Access::Write; runs of this very
    /// connection stay as they are. A reader sees such runs as Interrupted without it.
    Result<void> markInterrupted();

    /// Curves, state and checkpoints of one moment in one transaction. Replaces the earlier checkpoint of each kind given.
    Result<void> record(const RunRecord& run, std::span<const StepPoint> steps, std::span<const EpochReport> epochs,
                        std::span<const Checkpoint> checkpoints);
    /// Removes steps and epochs after `step`: what a killed run had recorded beyond its last checkpoint.
    Result<void> truncate(std::int64_t run, std::int64_t step);
    [[nodiscard]] Result<std::vector<StepPoint>> steps(std::int64_t run) const;
    [[nodiscard]] Result<std::vector<EpochReport>> epochs(std::int64_t run) const;
    [[nodiscard]] Result<std::optional<Checkpoint>> checkpoint(std::int64_t run, CheckpointKind kind) const;

    Result<void> addAttention(std::int64_t run, const AttentionMap& map);  ///< one an epoch and record; replaces the same
    struct AttentionKey {
        std::int64_t epoch = 0, ordinal = 0;
        std::string record;
    };
    [[nodiscard]] Result<std::vector<AttentionKey>> attentionKeys(std::int64_t run) const;
    [[nodiscard]] Result<std::optional<AttentionMap>> attention(std::int64_t run, std::int64_t epoch, std::int64_t ordinal) const;

    Result<void> setPredictions(std::int64_t run, Split split, std::span<const PredictionRow> rows);
    [[nodiscard]] Result<std::vector<PredictionRow>> predictions(std::int64_t run, Split split) const;

    /// Settings, splits, curves, checkpoints and attention of all runs are readable and whole; the first finding is the error.
    [[nodiscard]] Result<void> check() const;

private:
    const ProjectFile& m_project;
};

}  // namespace strand
