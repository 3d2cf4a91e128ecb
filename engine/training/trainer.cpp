#include "training/trainer.hpp"

#include "analysis/metrics.hpp"
#include "core/random.hpp"
#include "layers/dropout.hpp"
#include "training/deterministic_scope.hpp"
#include "training/device_error.hpp"
#include "training/loss.hpp"
#include "training/optimizer.hpp"
#include "training/sampling.hpp"
#include "training/stopwatch.hpp"
#include "training/tensor_memory.hpp"
#include "training/training_state.hpp"
#include "training/upload.hpp"

#include <cmath>
#include <utility>

namespace strand {
namespace {

constexpr double kReportSeconds = 1.0 / 30;
constexpr const char* kModelPrefix = "model.";
constexpr const char* kLossDiverged = STRAND_TEXT("engine", "the loss is no longer a finite number at step %1 (learning rate %2)");
constexpr const char* kWeightsDiverged = STRAND_TEXT("engine", "the weights are no longer finite numbers after step %1 (learning rate %2)");

/// n / (classes * n_c), as scikit-learn's "balanced"; 0 for a class that does not occur.
torch::Tensor balancedWeights(const EncodedSequences& data, std::span<const std::int64_t> rows, std::int64_t classes) {
    torch::Tensor counts = torch::zeros({classes}, torch::kDouble);
    for (const std::int64_t row : rows)
        counts[data.labels[static_cast<std::size_t>(row)]] += 1;
    const torch::Tensor weights = static_cast<double>(rows.size()) / (static_cast<double>(classes) * counts);
    return torch::where(counts > 0, weights, torch::zeros_like(weights)).to(torch::kFloat);
}

std::vector<std::int64_t> labelledOnly(const EncodedSequences& data, const std::vector<std::int64_t>& rows) {
    std::vector<std::int64_t> kept;
    for (const std::int64_t row : rows) {
        if (data.labels[static_cast<std::size_t>(row)] >= 0) kept.push_back(row);
    }
    return kept;
}

class Trainer {
public:
    Trainer(const TrainingSetup& setup, const TrainingHooks& hooks, const Schedule& schedule, std::vector<std::int64_t> trainRows);

    Result<void> continueFrom(const TensorArchive& archive);
    Result<TrainingResult> run();

private:
    /// How the run is to end, where somebody wants it to.
    using Ending = std::optional<TrainingEnd>;

    [[nodiscard]] Ending poll();
    [[nodiscard]] bool outOfPatience() const;
    Result<Ending> trainEpoch();
    void trainBatch(std::span<const std::int64_t> rows);
    Result<Ending> finishEpoch();
    Result<Ending> validate(ClassificationMetrics& metrics);
    Result<TrainingResult> end(TrainingEnd how);

    /// Fetches the losses that have gathered on the device and hands them on.
    Result<void> report();
    Result<void> reportIfDue();
    Result<void> checkpoint();
    Result<void> checkpointIfDue();
    [[nodiscard]] tl::unexpected<Error> diverged(std::int64_t step, const char* what) const;
    void keepBest();

    const TrainingSetup& m_setup;
    const TrainingHooks& m_hooks;
    Schedule m_schedule;
    std::vector<std::int64_t> m_trainRows, m_validationRows;
    std::vector<std::int32_t> m_validationLabels;
    std::int64_t m_batchSize, m_epochs, m_patience;
    Sampling m_sampling;
    LossOptions m_loss;
    Optimizer m_optimizer;
    TrainingState m_state;
    TensorArchive m_best;  ///< weights of m_state.bestEpoch, under "model."

    /// Of the steps not yet reported, on the device.
    struct Gathered {
        std::vector<torch::Tensor> losses, logits, labels;
    };
    Gathered m_gathered;
    std::int64_t m_checkpointedStep = -1, m_checkpointedEpoch = -1;
    Stopwatch m_sinceReport, m_sinceCheckpoint, m_working, m_training;
};

Trainer::Trainer(const TrainingSetup& setup, const TrainingHooks& hooks, const Schedule& schedule, std::vector<std::int64_t> trainRows)
    : m_setup(setup),
      m_hooks(hooks),
      m_schedule(schedule),
      m_trainRows(std::move(trainRows)),
      m_validationRows(labelledOnly(*setup.data, setup.split.validation)),
      m_batchSize(setup.values.integer("batch_size")),
      m_epochs(setup.values.integer("epochs")),
      m_patience(setup.values.integer("patience")),
      m_sampling(samplingOf(setup.values)),
      m_loss(makeLossOptions(setup.values)),
      m_optimizer(*setup.model, makeOptimizerOptions(setup.values)) {
    for (const std::int64_t row : m_validationRows)
        m_validationLabels.push_back(setup.data->labels[static_cast<std::size_t>(row)]);
    if (setup.values.text("class_weights") == "balanced") {
        m_loss.classWeights = balancedWeights(*setup.data, m_trainRows, setup.classes).to(setup.device);
    }
    m_state.seed = setup.seed;
    m_state.stepsPerEpoch = totalSteps(epochSize(*setup.data, m_trainRows, m_sampling), m_batchSize, 1);
    m_state.totalSteps = m_schedule.totalSteps;
}

Result<void> Trainer::continueFrom(const TensorArchive& archive) {
    STRAND_TRY(m_state.load(archive));
    STRAND_TRY(loadModule(*m_setup.model, archive, kModelPrefix));
    STRAND_TRY(m_optimizer.load(archive));
    if (m_state.bestEpoch == 0) return {};
    if (m_state.bestStep == m_state.step) {
        keepBest();
        return {};
    }
    for (const auto& [name, tensor] : archive.tensors) {
        if (name.starts_with("best.")) m_best.tensors[name.substr(5)] = tensor;
    }
    return {};
}

Result<TrainingResult> Trainer::run() {
    m_sinceReport.restart();
    m_sinceCheckpoint.restart();
    m_working.start();
    while (m_state.epoch < m_epochs && !outOfPatience()) {
        STRAND_ASSIGN(Ending ending, trainEpoch());
        if (!ending) {
            STRAND_ASSIGN(ending, finishEpoch());
        }
        if (ending) return end(*ending);
    }
    return end(TrainingEnd::Finished);
}

Trainer::Ending Trainer::poll() {
    if (!m_hooks.poll) return {};
    const Stopwatch::Pause pauseWork(m_working);
    const Stopwatch::Pause pauseTraining(m_training);
    return m_hooks.poll(m_state.step);
}

bool Trainer::outOfPatience() const {
    return m_patience > 0 && !m_validationRows.empty() && m_state.epoch - m_state.bestEpoch >= m_patience;
}

Result<Trainer::Ending> Trainer::trainEpoch() {
    const auto epoch = static_cast<std::uint64_t>(m_state.epoch + 1);
    const std::uint64_t seed = deriveSeed(m_setup.seed, "shuffle", epoch);
    const auto plan = planBatches(*m_setup.data, epochRows(*m_setup.data, m_trainRows, m_sampling, seed), m_batchSize, true, seed);
    const std::int64_t begin = m_state.epoch * m_state.stepsPerEpoch;
    const Stopwatch::Run training(m_training);
    while (m_state.step < begin + m_state.stepsPerEpoch) {
        if (const Ending ending = poll()) return ending;
        trainBatch(plan[static_cast<std::size_t>(m_state.step - begin)]);
        STRAND_TRY(reportIfDue());
        STRAND_TRY(checkpointIfDue());
    }
    STRAND_TRY(report());
    return Ending{};
}

void Trainer::trainBatch(std::span<const std::int64_t> rows) {
    // All that is random in a step follows from the run's seed and the step alone.
    const auto step = static_cast<std::uint64_t>(m_state.step);
    torch::manual_seed(deriveSeed(m_setup.seed, "step", step));
    setDropoutKey(m_setup.seed, step);
    Model& model = *m_setup.model;
    if (!model.isTraining()) model.train();
    const Batch batch = m_setup.augmenter != nullptr ? m_setup.augmenter->batch(rows, step) : makeBatch(*m_setup.data, rows);
    const torch::Tensor labels = upload(batch.labels, {batch.size}, m_setup.device);
    const torch::Tensor logits = model.forward(toInput(batch, m_setup.device)).logits;
    const torch::Tensor loss = classificationLoss(logits, labels, m_loss);
    loss.backward();
    m_optimizer.step(m_schedule.at(m_state.step));
    model.afterStep();

    m_gathered.losses.push_back(loss.detach());
    m_gathered.logits.push_back(logits.detach());
    m_gathered.labels.push_back(labels);
    ++m_state.step;
}

Result<Trainer::Ending> Trainer::finishEpoch() {
    if (!m_optimizer.finite()) return diverged(m_state.step, kWeightsDiverged);
    EpochReport epoch;
    epoch.epoch = m_state.epoch + 1;
    epoch.step = m_state.step;
    epoch.lr = m_schedule.at(m_state.step - 1);
    epoch.trainLoss = m_state.lossSum / static_cast<double>(m_state.rows);
    epoch.trainAcc = static_cast<double>(m_state.correct) / static_cast<double>(m_state.rows);
    STRAND_ASSIGN(const Ending ending, validate(epoch.validation));
    if (ending) return ending;
    epoch.best = isBetter(epoch.validation, m_state);
    epoch.seconds = m_state.seconds + m_working.seconds();
    const double trainingSeconds = m_state.trainingSeconds + m_training.seconds();
    epoch.sequencesPerSecond = trainingSeconds > 0 ? static_cast<double>(m_state.rows) / trainingSeconds : 0;
    m_state.take(epoch);
    if (epoch.best) keepBest();
    m_training.reset();
    m_working.reset();
    if (m_hooks.epoch) m_hooks.epoch(epoch);
    STRAND_TRY(checkpoint());
    m_working.start();
    return Ending{};
}

Result<Trainer::Ending> Trainer::validate(ClassificationMetrics& metrics) {
    if (m_validationRows.empty()) return Ending{};
    Ending ending;
    const auto keepGoing = [&](std::int64_t) { return !(ending = poll()).has_value(); };
    const auto found = evaluate(*m_setup.model, m_setup.device, *m_setup.data, m_validationRows, m_setup.classes, m_batchSize, keepGoing);
    if (ending) return ending;
    if (!found) return tl::unexpected(found.error());
    metrics = computeMetrics(found->probabilities, m_validationLabels, m_setup.classes, found->loss);
    return Ending{};
}

Result<TrainingResult> Trainer::end(TrainingEnd how) {
    if (how == TrainingEnd::Stopped && (m_checkpointedStep != m_state.step || m_checkpointedEpoch != m_state.epoch))
        STRAND_TRY(checkpoint());
    TrainingResult result{how, m_state.epoch, m_state.step, m_state.bestEpoch, std::nullopt};
    if (how != TrainingEnd::Finished) return result;
    STRAND_TRY(report());
    // Without validation the latest weights count, also those within an epoch.
    if (m_state.bestEpoch == 0 || m_validationRows.empty()) {
        if (!m_optimizer.finite()) return diverged(m_state.step, kWeightsDiverged);
        keepBest();
        const bool withinEpoch = m_state.step > m_state.epoch * m_state.stepsPerEpoch;
        result.bestEpoch = m_state.epoch + (withinEpoch ? 1 : 0);
    }
    STRAND_TRY(loadModule(*m_setup.model, m_best, kModelPrefix));
    result.best = std::move(m_best);
    return result;
}

Result<void> Trainer::report() {
    m_sinceReport.restart();
    if (m_gathered.losses.empty()) return {};
    const torch::NoGradGuard noGradient;
    const Gathered gathered = std::exchange(m_gathered, {});
    const torch::Tensor losses = torch::stack(gathered.losses).to(torch::kCPU, torch::kDouble);
    m_state.correct += (torch::cat(gathered.logits).argmax(1) == torch::cat(gathered.labels)).sum().item<std::int64_t>();
    std::vector<StepPoint> points;
    std::optional<std::int64_t> badStep;
    std::int64_t step = m_state.step - static_cast<std::int64_t>(gathered.losses.size());
    for (std::size_t i = 0; i < gathered.losses.size() && !badStep; ++i, ++step) {
        const double loss = losses.data_ptr<double>()[i];
        const std::int64_t rows = gathered.labels[i].size(0);
        if (std::isfinite(loss)) {
            points.push_back({step + 1, loss, m_schedule.at(step)});
            m_state.lossSum += loss * static_cast<double>(rows);
            m_state.rows += rows;
        } else {
            badStep = step + 1;
        }
    }
    if (m_hooks.steps && !points.empty()) m_hooks.steps(points);
    if (badStep) return diverged(*badStep, kLossDiverged);
    if (m_hooks.progress) m_hooks.progress(m_state.step, m_state.totalSteps);
    return {};
}

Result<void> Trainer::reportIfDue() {
    if (m_sinceReport.seconds() < kReportSeconds) return {};
    return report();
}

Result<void> Trainer::checkpoint() {
    STRAND_TRY(report());
    if (!m_optimizer.finite()) return diverged(m_state.step, kWeightsDiverged);
    TrainingState state = m_state;
    state.seconds += m_working.seconds();
    state.trainingSeconds += m_training.seconds();
    TensorArchive archive;
    state.store(archive);
    storeModule(*m_setup.model, archive, kModelPrefix);
    m_optimizer.store(archive);
    const bool isBest = m_state.bestEpoch > 0 && m_state.bestStep == m_state.step;
    if (!isBest) {
        for (const auto& [name, tensor] : m_best.tensors)
            archive.tensors["best." + name] = tensor;
    }
    m_checkpointedStep = m_state.step;
    m_checkpointedEpoch = m_state.epoch;
    m_sinceCheckpoint.restart();
    if (!m_hooks.checkpoint) return {};
    return m_hooks.checkpoint(archive, isBest ? &m_best : nullptr, m_state.epoch, m_state.step);
}

Result<void> Trainer::checkpointIfDue() {
    const bool bySteps = m_setup.checkpointEverySteps > 0 && m_state.step % m_setup.checkpointEverySteps == 0;
    if (!bySteps && m_sinceCheckpoint.seconds() < m_setup.checkpointEverySeconds) return {};
    const Stopwatch::Pause pauseTraining(m_training);
    return checkpoint();
}

tl::unexpected<Error> Trainer::diverged(std::int64_t step, const char* what) const {
    return fail(ErrorCode::Diverged, {what, step, m_schedule.at(step - 1)}, {},
                {STRAND_TEXT("engine", "lower lr or set grad_clip; the last sound checkpoint is kept")});
}

void Trainer::keepBest() {
    m_best = {};
    storeModule(*m_setup.model, m_best, kModelPrefix);  // copies
}

}  // namespace

Result<TrainingResult> train(const TrainingSetup& setup, const TrainingHooks& hooks, const TensorArchive* resume) {
    return withDeviceErrors([&]() -> Result<TrainingResult> {
        auto trainRows = labelledOnly(*setup.data, setup.split.train);
        if (trainRows.empty()) {
            return fail(ErrorCode::BadInput, {STRAND_TEXT("engine", "no sequence to train on has a label")},
                        {STRAND_TEXT("engine", "labelled sequences in the training part")});
        }
        const std::int64_t rows = epochSize(*setup.data, trainRows, samplingOf(setup.values));
        const std::int64_t steps = totalSteps(rows, setup.values.integer("batch_size"), setup.values.integer("epochs"));
        STRAND_ASSIGN(const Schedule schedule, makeSchedule(setup.values, steps));
        const DeterministicScope deterministic;
        const TensorMemoryScope memory;
        Trainer trainer(setup, hooks, schedule, std::move(trainRows));
        if (resume != nullptr) STRAND_TRY(trainer.continueFrom(*resume));
        return trainer.run();
    });
}

std::int64_t totalSteps(std::int64_t trainRows, std::int64_t batchSize, std::int64_t epochs) {
    return (trainRows + batchSize - 1) / batchSize * epochs;
}

}  // namespace strand
