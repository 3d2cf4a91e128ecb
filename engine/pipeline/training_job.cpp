#include "pipeline/training_job.hpp"

#include "analysis/metrics.hpp"
#include "pipeline/attention.hpp"
#include "pipeline/device.hpp"
#include "pipeline/guard.hpp"
#include "pipeline/undisturbed.hpp"

#include <utility>

namespace strand {
namespace {

/// Snapshots of more numbers than this (4 MiB) are not kept each epoch: the project file would grow by gigabytes.
constexpr std::int64_t kSnapshotLimit = std::int64_t{1} << 20;

}  // namespace

TrainingJob::TrainingJob(ProjectFile& project, PreparedRun prepared, RunRecord run, std::shared_ptr<Model> model, torch::Device device,
                         TrainObserver& observer, std::stop_token stop)
    : m_project(project),
      m_runs(project),
      m_prepared(std::move(prepared)),
      m_run(std::move(run)),
      m_model(std::move(model)),
      m_device(device),
      m_observer(observer),
      m_stop(std::move(stop)),
      m_secondsBefore(m_run.seconds),
      m_step(m_run.step) {}

Result<TrainReport> TrainingJob::run(const TensorArchive* resume, std::int64_t checkpointEverySteps) {
    STRAND_ASSIGN(m_epochs, m_runs.epochs(m_run.id));
    STRAND_TRY(store(RunState::Running));
    m_observer.onRun(m_run);
    for (const auto& warning : m_prepared.warnings)
        m_observer.onWarning(warning);

    TrainingSetup setup;
    setup.model = m_model;
    setup.device = m_device;
    setup.data = &m_prepared.encoded;
    const Augmenter augmenter(m_prepared.augment, m_prepared.dataset, *m_prepared.tokens.tokenizer, m_prepared.tokens.maxLength,
                              m_prepared.tokens.cls, m_run.seed);
    if (m_prepared.augment.any()) setup.augmenter = &augmenter;
    setup.split = m_prepared.split;
    setup.classes = m_prepared.tokens.context.classes;
    setup.values = m_prepared.values;
    setup.seed = m_run.seed;
    setup.checkpointEverySteps = checkpointEverySteps;
    auto result = guarded([&] { return strand::train(setup, hooks(), resume); });
    if (m_error) return failed(std::move(*m_error));
    if (!result) return failed(std::move(result).error());
    switch (result->end) {
        case TrainingEnd::Discarded: return discarded();
        case TrainingEnd::Stopped: return stopped();
        case TrainingEnd::Finished: break;
    }
    auto report = guarded([&] { return finish(*result); });
    if (report) return report;
    return report.error().code == ErrorCode::Interrupted ? stopped() : failed(std::move(report).error());
}

TrainingHooks TrainingJob::hooks() {
    TrainingHooks hooks;
    hooks.poll = [this](std::int64_t step) {
        m_step = step;
        return poll();
    };
    hooks.steps = [this](const std::vector<StepPoint>& points) {
        m_newSteps.insert(m_newSteps.end(), points.begin(), points.end());
        m_observer.onSteps(points);
    };
    hooks.epoch = [this](const EpochReport& report) { takeEpoch(report); };
    hooks.checkpoint = [this](const TensorArchive& archive, const TensorArchive* best, std::int64_t, std::int64_t step) {
        return takeCheckpoint(archive, best, step);
    };
    hooks.progress = [this](std::int64_t step, std::int64_t steps) {
        m_observer.onProgress({STRAND_TEXT("engine", "Training"), step, steps, "batches"});
    };
    return hooks;
}

std::optional<TrainingEnd> TrainingJob::poll() {
    if (m_stop.stop_requested() || m_error) return TrainingEnd::Stopped;
    switch (m_observer.poll(*this)) {
        case TrainCommand::Continue: break;
        case TrainCommand::Stop: return TrainingEnd::Stopped;
        case TrainCommand::Finish: return TrainingEnd::Finished;
        case TrainCommand::Discard: return TrainingEnd::Discarded;
    }
    return m_stop.stop_requested() ? std::optional(TrainingEnd::Stopped) : std::nullopt;
}

void TrainingJob::takeEpoch(const EpochReport& report) {
    m_step = report.step;
    m_run.epoch = report.epoch;
    if (report.best) m_run.bestEpoch = report.epoch;
    m_newEpochs.push_back(report);
    m_epochs.push_back(report);
    snapshot();
    m_run.step = report.step;
    m_run.seconds = seconds();
    m_observer.onEpoch(m_run, report);
}

Result<void> TrainingJob::takeCheckpoint(const TensorArchive& archive, const TensorArchive* best, std::int64_t step) {
    if (m_error) return fail(*m_error);
    m_run.step = step;
    m_run.seconds = seconds();
    const auto bytesOf = [this](const TensorArchive& state) {
        auto described = state;
        describeTokens(m_prepared.tokens, m_prepared.dataset.kind, described);
        return described.toBytes();
    };
    std::vector<Checkpoint> checkpoints;
    checkpoints.push_back({CheckpointKind::Latest, m_run.epoch, step, bytesOf(archive)});
    if (best != nullptr) checkpoints.push_back({CheckpointKind::Best, m_run.epoch, step, bytesOf(*best)});
    STRAND_TRY(m_runs.record(m_run, m_newSteps, m_newEpochs, checkpoints));
    m_newSteps.clear();
    m_newEpochs.clear();
    return {};
}

void TrainingJob::snapshot() {
    const auto& entry = *m_prepared.entry;
    if (m_error || m_prepared.watched < 0 || !checkAttention(entry, *m_model)) return;
    const auto length = m_prepared.encoded.length(m_prepared.watched);
    if (length == 0 || m_model->attentionLayers() * m_model->attentionHeads() * length * length > kSnapshotLimit) return;
    AttentionRequest request;
    request.ordinal = m_prepared.watched;
    auto map = attention(request);
    if (!map) {
        m_error = std::move(map).error();
        return;
    }
    map->epoch = m_run.epoch;
    if (auto stored = m_runs.addAttention(m_run.id, *map); !stored) m_error = std::move(stored).error();
    m_observer.onAttention(*map);
}

Result<AttentionMap> TrainingJob::attention(const AttentionRequest& request) {
    std::string id = request.id;
    std::string residues = request.residues;
    if (request.ordinal >= 0) {
        if (request.ordinal >= static_cast<std::int64_t>(m_prepared.dataset.sequences.size()))
            return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "there is no sequence number %1"), request.ordinal + 1});
        const auto& sequence = m_prepared.dataset.sequences[static_cast<std::size_t>(request.ordinal)];
        id = sequence.id;
        residues = sequence.residues;
    }
    const Undisturbed guard(*m_model, m_device);
    STRAND_ASSIGN(auto map, guarded([&] { return attentionOf(*m_model, m_device, *m_prepared.entry, m_prepared.tokens, id, residues); }));
    map.ordinal = request.ordinal;
    map.step = m_step;
    map.epoch = m_step / std::max<std::int64_t>(m_prepared.stepsPerEpoch, 1);
    return map;
}

Result<TrainReport> TrainingJob::finish(const TrainingResult& result) {
    m_run.epoch = result.epoch;
    m_run.step = m_step = result.step;
    m_run.bestEpoch = result.bestEpoch;
    STRAND_TRY(restoreBest(result));
    for (const auto& [rows, split] :
         {std::pair(&m_prepared.split.validation, Split::Validation), std::pair(&m_prepared.split.test, Split::Test)}) {
        if (rows->empty()) continue;
        STRAND_ASSIGN(const auto evaluated, predictPart(*rows, split));
        if (split != Split::Test) continue;
        std::vector<std::int32_t> labels;
        for (const auto row : *rows)
            labels.push_back(m_prepared.encoded.labels[static_cast<std::size_t>(row)]);
        m_run.test = computeMetrics(evaluated.probabilities, labels, m_prepared.tokens.context.classes, evaluated.loss);
    }
    STRAND_TRY(store(RunState::Finished));
    return report();
}

Result<void> TrainingJob::restoreBest(const TrainingResult& result) {
    STRAND_ASSIGN(const auto stored, m_runs.checkpoint(m_run.id, CheckpointKind::Best));
    TensorArchive best;
    if (result.best) {
        best = *result.best;
    } else if (stored) {
        STRAND_ASSIGN(best, TensorArchive::fromBytes(stored->bytes));
    } else {
        storeModule(*m_model, best, "model.");
    }
    STRAND_TRY(loadModule(*m_model, best, "model."));
    describeTokens(m_prepared.tokens, m_prepared.dataset.kind, best);
    std::vector<Checkpoint> checkpoints;
    if (!stored || stored->epoch != m_run.bestEpoch) checkpoints.push_back({CheckpointKind::Best, m_run.bestEpoch, m_step, best.toBytes()});
    STRAND_TRY(m_runs.record(m_run, m_newSteps, m_newEpochs, checkpoints));
    m_newSteps.clear();
    m_newEpochs.clear();
    return {};
}

Result<EvaluationResult> TrainingJob::predictPart(std::span<const std::int64_t> rows, Split split) {
    const auto classes = static_cast<std::size_t>(m_prepared.tokens.context.classes);
    STRAND_ASSIGN(auto evaluated,
                  evaluate(*m_model, m_device, m_prepared.encoded, rows, m_prepared.tokens.context.classes,
                           m_prepared.values.integer("batch_size"), [this](std::int64_t) { return !m_stop.stop_requested(); }));
    if (m_stop.stop_requested()) return fail(ErrorCode::Interrupted, STRAND_TEXT("engine", "stopped"));
    std::vector<PredictionRow> predictions;
    predictions.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::span<const float> probabilities(evaluated.probabilities.data() + i * classes, classes);
        predictions.push_back({rows[i], argmax(probabilities), {probabilities.begin(), probabilities.end()}});
    }
    STRAND_TRY(m_runs.setPredictions(m_run.id, split, predictions));
    return evaluated;
}

Result<TrainReport> TrainingJob::stopped() {
    STRAND_TRY(store(RunState::Stopped));
    return fail(
        ErrorCode::Interrupted,
        {STRAND_TEXT("engine", "run \"%1\" was stopped after %2 of %3 steps; its state is saved"), m_run.name, m_step, m_run.stepsPlanned},
        {}, {STRAND_TEXT("engine", "resume run %1 to go on as if it had never stopped"), m_run.id});
}

Result<TrainReport> TrainingJob::discarded() {
    STRAND_TRY(m_runs.remove(m_run.id));
    m_run.id = 0;
    return report();
}

Result<TrainReport> TrainingJob::failed(Error error) {
    // What can be tried again from the last checkpoint (a full disk, no memory) is interrupted; a diverged run would diverge again.
    m_run.error = error;
    if (auto stored = store(error.code == ErrorCode::Diverged ? RunState::Failed : RunState::Interrupted);
        !stored && error.code != ErrorCode::Project)
        return fail(std::move(stored).error());
    return fail(std::move(error));
}

Result<void> TrainingJob::store(RunState state) {
    // The observer may have renamed the run meanwhile.
    if (const auto stored = m_runs.get(m_run.id)) m_run.name = stored->name;
    m_run.state = state;
    m_run.seconds = seconds();
    return m_runs.update(m_run);
}

TrainReport TrainingJob::report() const {
    TrainReport report;
    report.run = m_run;
    report.epochs = m_epochs;
    report.seconds = m_run.seconds;
    report.peakRssMiB = peakRssMiB();
    report.warnings = m_prepared.warnings;
    return report;
}

double TrainingJob::seconds() const {
    return m_secondsBefore + std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
}

}  // namespace strand
