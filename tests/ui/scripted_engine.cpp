#include "scripted_engine.hpp"

#include "data/synthetic.hpp"

#include <chrono>
#include <cmath>
#include <fstream>
#include <numeric>
#include <stdexcept>
#include <thread>

namespace strand::test {

namespace {

/// In [0, 1), the same for the same arguments.
double noise(std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    std::uint64_t x = a * 0x9E3779B97F4A7C15ULL + b * 0xC2B2AE3D27D4EB4FULL + c * 0x165667B19E3779F9ULL;
    x ^= x >> 31U;
    x *= 0xD6E8FEB86659FD93ULL;
    x ^= x >> 32U;
    return static_cast<double>(x >> 11U) / 9007199254740992.0;
}

template <typename T>
T value(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().english());
    return std::move(*result);
}

void require(const Result<void>& result) {
    if (!result) throw std::runtime_error(result.error().english());
}

class ScriptedLive : public LiveRun {
public:
    ScriptedLive(const Script& script, const Dataset& dataset, const std::int64_t& epoch)
        : m_script(script), m_dataset(dataset), m_epoch(epoch) {}
    Result<AttentionMap> attention(const AttentionRequest& request) override {
        const auto ordinal = static_cast<std::size_t>(std::max<std::int64_t>(0, request.ordinal));
        ScriptedMap options = m_script.map;
        options.epoch = m_epoch;
        options.kind = m_script.attention;
        return scriptedAttention(m_dataset.sequences[ordinal].id, static_cast<std::int64_t>(ordinal), m_dataset.sequences[ordinal].residues,
                                 options);
    }

private:
    const Script& m_script;
    const Dataset& m_dataset;
    const std::int64_t& m_epoch;
};

}  // namespace

std::vector<StepPoint> scriptedSteps(std::int64_t from, std::int64_t to, std::int64_t total) {
    std::vector<StepPoint> out;
    for (std::int64_t step = from; step < to; ++step) {
        const double t = static_cast<double>(step) / static_cast<double>(total);
        const double spread = 1 + 0.3 * (noise(static_cast<std::uint64_t>(step)) + noise(static_cast<std::uint64_t>(step), 1) - 1);
        const double warm = std::min(1.0, t / 0.1);
        out.push_back({step, (0.12 + 0.58 * std::exp(-4 * t)) * spread,
                       1e-3 * warm * (t < 0.1 ? 1 : 0.5 + 0.5 * std::cos(3.14159 * (t - 0.1) / 0.9))});
    }
    return out;
}

EpochReport scriptedEpoch(std::int64_t epoch, std::int64_t stepsPerEpoch, std::int64_t epochs, std::int64_t classes) {
    const double t = static_cast<double>(epoch) / static_cast<double>(epochs);
    const double wobble = 0.02 * (noise(static_cast<std::uint64_t>(epoch), 7) - 0.5);
    EpochReport out;
    out.epoch = epoch;
    out.step = epoch * stepsPerEpoch;
    out.trainLoss = 0.12 + 0.58 * std::exp(-4 * t);
    out.trainAcc = 1 - 0.45 * std::exp(-4.5 * t);
    ClassificationMetrics& v = out.validation;
    v.n = 400;
    v.loss = 0.2 + 0.46 * std::exp(-5 * t) + 0.09 * t * t + wobble;
    v.acc = 0.93 - 0.4 * std::exp(-5 * t) - wobble;
    v.mcc = 2 * v.acc - 1;
    v.f1 = v.acc - 0.01;
    v.auc = 0.97 - 0.4 * std::exp(-6 * t);
    v.auprc = v.auc - 0.02;
    v.sn = v.acc + 0.02;
    v.sp = v.acc - 0.02;
    v.precision = v.acc;
    const auto count = static_cast<std::size_t>(classes);
    v.confusion.assign(count, std::vector<std::int64_t>(count, 0));
    for (std::size_t i = 0; i < count; ++i) {
        const auto support = static_cast<std::int64_t>(400 / classes);
        for (std::size_t j = 0; j < count; ++j) {
            v.confusion[i][j] = i == j ? 0
                                       : static_cast<std::int64_t>(static_cast<double>(support) * (1 - v.acc) /
                                                                   static_cast<double>(classes - 1) * (0.5 + noise(i, j)));
        }
        v.confusion[i][i] = support - std::accumulate(v.confusion[i].begin(), v.confusion[i].end(), std::int64_t{0});
        ClassificationMetrics::PerClass c;
        c.sn = static_cast<double>(v.confusion[i][i]) / static_cast<double>(support);
        c.sp = v.sp;
        c.precision = v.precision;
        c.f1 = v.f1;
        c.auc = v.auc;
        c.auprc = v.auprc;
        c.support = support;
        v.perClass.push_back(c);
    }
    out.lr = 1e-3 * (1 - t);
    out.seconds = 1.5 + 0.1 * static_cast<double>(epoch % 3);
    out.sequencesPerSecond = 3200 + 40 * static_cast<double>(epoch % 5);
    out.best = epoch <= (epochs * 3 + 3) / 4;
    return out;
}

AttentionMap scriptedAttention(const std::string& record, std::int64_t ordinal, const std::string& residues, const ScriptedMap& options) {
    AttentionMap map;
    map.kind = options.kind;
    map.record = record;
    map.ordinal = ordinal;
    map.epoch = options.epoch;
    map.step = options.epoch * 25;
    map.layers = options.layers;
    map.heads = options.heads;
    if (options.cls) {
        map.tokens.push_back("[CLS]");
        map.begin.push_back(0);
        map.end.push_back(0);
    }
    for (std::size_t i = 0; i + static_cast<std::size_t>(options.k) <= residues.size(); ++i) {
        map.tokens.push_back(residues.substr(i, static_cast<std::size_t>(options.k)));
        map.begin.push_back(static_cast<std::int32_t>(i));
        map.end.push_back(static_cast<std::int32_t>(i) + options.k);
    }
    const auto length = static_cast<std::int64_t>(map.tokens.size());
    map.length = length;
    const std::int64_t rows = options.kind == "vector" ? 1 : length;
    const double sharp = 1 - std::exp(-static_cast<double>(options.epoch) / 3);
    const auto motif = static_cast<double>(length) * 0.55;
    for (std::int64_t layer = 0; layer < map.layers; ++layer) {
        for (std::int64_t head = 0; head < map.heads; ++head) {
            for (std::int64_t i = 0; i < rows; ++i) {
                const std::size_t at = map.values.size();
                double sum = 0;
                for (std::int64_t j = 0; j < length; ++j) {
                    const auto seed = static_cast<std::uint64_t>(((layer * 31 + head) * 4099 + i) * 4099 + j);
                    double weight = 0.06 + 0.05 * noise(seed);
                    const double shift = static_cast<double>(j - i) - static_cast<double>((head - 1) * (layer + 1));
                    if (head % 4 != 3)
                        weight += sharp * std::exp(-shift * shift / (2 + 6 * static_cast<double>(layer))) * (0.5 + noise(seed, 3));
                    const double place = static_cast<double>(j) - motif;
                    if (head % 2 == 1 || rows == 1) weight += sharp * 1.4 * std::exp(-place * place / 10) * noise(seed, 5);
                    if (head % 4 == 3 && j == 0 && options.cls) weight += sharp * 2;
                    map.values.push_back(static_cast<float>(weight));
                    sum += weight;
                }
                for (std::size_t j = at; j < map.values.size(); ++j)
                    map.values[j] = static_cast<float>(map.values[j] / sum);
            }
        }
    }
    map.predicted = 1;
    map.probabilities = {0.08, 0.92};
    return map;
}

ScriptedEngine::ScriptedEngine(Script script) : m_script(std::move(script)) {
    ModelEntry model;
    model.name = "TransformerEncoder";
    model.title = "Transformer encoder";
    model.family = "transformer";
    model.attention = m_script.attention;
    model.hyperparameters = {{.name = "epochs", .defaultValue = m_script.epochs, .min = 1, .max = 1000},
                             {.name = "n_layers", .defaultValue = std::int64_t{2}, .min = 1, .max = 12},
                             {.name = "max_len", .defaultValue = std::int64_t{512}, .min = 1, .max = 1 << 20}};
    model.presets = {{"quick", {{"n_layers", "1"}}}, {"balanced", {}}, {"thorough", {{"n_layers", "6"}}}};
    model.architecture = {{.kind = StageKind::Input, .title = "Tokens"},
                          {.kind = StageKind::Attend, .title = "Self-attention", .shows = {"n_layers"}, .repeats = "n_layers"},
                          {.kind = StageKind::Output, .title = "Classes"}};
    m_models.push_back(model);
    model.name = "TextCNN";
    model.title = "Convolutional network for text";
    model.family = "traditional";
    model.attention = "none";
    m_models.push_back(model);
}

Result<DatasetRecord> ScriptedEngine::import(ProjectFile&, const ImportOptions&, const ProgressFn&, std::stop_token) {
    return fail(ErrorCode::Usage, "not in the script");
}

Result<TrainEstimate> ScriptedEngine::estimate(ProjectFile&, const TrainOptions&, const DeviceOptions&) { return TrainEstimate{}; }

Result<TrainReport> ScriptedEngine::train(ProjectFile& project, const TrainOptions& options, const DeviceOptions&, TrainObserver& observer,
                                          std::stop_token stop) {
    STRAND_ASSIGN(const DatasetRecord record, DatasetStore(project).find(options.dataset));
    STRAND_ASSIGN(const Dataset dataset, DatasetStore(project).load(record.id));
    RunRecord run;
    run.name = options.runName;
    run.datasetId = record.id;
    run.datasetName = record.name;
    run.model = options.model.empty() ? "TransformerEncoder" : options.model;
    run.hyperparameters = {{"batch_size", "64"}};
    for (const auto& [name, given] : options.hyperparameters)
        run.hyperparameters[name] = given;
    run.seed = options.seed;
    run.fingerprint = record.fingerprint;
    run.device = "cpu";
    run.threads = 2;
    run.versions = "scripted";
    run.parameters = 411'906;
    run.classes = record.classes;
    run.state = RunState::Running;
    run.epochsPlanned = m_script.epochs;
    run.stepsPlanned = m_script.epochs * m_script.stepsPerEpoch;
    STRAND_ASSIGN(const RunSplit split, makeRunSplit(dataset, 0.1, 1));
    STRAND_ASSIGN(run, RunStore(project).add(run, split));
    return go(project, run, dataset, observer, std::move(stop));
}

Result<TrainReport> ScriptedEngine::resume(ProjectFile& project, std::int64_t id, const DeviceOptions&, TrainObserver& observer,
                                           std::stop_token stop) {
    STRAND_ASSIGN(RunRecord run, RunStore(project).get(id));
    STRAND_ASSIGN(const Dataset dataset, DatasetStore(project).load(run.datasetId));
    run.state = RunState::Running;
    return go(project, run, dataset, observer, std::move(stop));
}

Result<TrainReport> ScriptedEngine::go(ProjectFile& project, RunRecord run, const Dataset& dataset, TrainObserver& observer,
                                       std::stop_token stop) {
    const RunStore store(project);
    RunStore writable(project);
    std::int64_t epochNow = std::max<std::int64_t>(1, run.epoch);
    ScriptedLive live(m_script, dataset, epochNow);
    observer.onRun(run);
    TrainCommand command = TrainCommand::Continue;
    std::vector<EpochReport> reports;
    for (std::int64_t epoch = run.epoch + 1; epoch <= m_script.epochs && command == TrainCommand::Continue; ++epoch) {
        epochNow = epoch;
        std::vector<StepPoint> ofEpoch;
        for (std::int64_t i = 1; i <= m_script.stepsPerEpoch && command == TrainCommand::Continue; ++i) {
            const std::int64_t step = (epoch - 1) * m_script.stepsPerEpoch + i;
            const auto points = scriptedSteps(step, step + 1, run.stepsPlanned);
            ofEpoch.push_back(points.front());
            observer.onSteps(points);
            observer.onProgress({{}, step, run.stepsPlanned, "batches"});
            if (m_script.msPerStep > 0) std::this_thread::sleep_for(std::chrono::milliseconds(m_script.msPerStep));
            run.step = step;
            command = stop.stop_requested() ? TrainCommand::Stop : observer.poll(live);
        }
        if (command != TrainCommand::Continue && ofEpoch.size() < static_cast<std::size_t>(m_script.stepsPerEpoch)) {
            require(writable.record(run, ofEpoch, {}, {}));
            break;
        }
        const EpochReport report =
            scriptedEpoch(epoch, m_script.stepsPerEpoch, m_script.epochs, static_cast<std::int64_t>(run.classes.size()));
        run.epoch = epoch;
        if (report.best) run.bestEpoch = epoch;
        run.seconds += report.seconds;
        reports.push_back(report);
        require(writable.record(run, ofEpoch, reports.size() == 1 ? std::span(&report, 1) : std::span(&reports.back(), 1), {}));
        observer.onEpoch(run, report);
        if (m_script.attention != "none") {
            const AttentionMap map = value(live.attention({.ordinal = 0, .id = {}, .residues = {}}));
            require(writable.addAttention(run.id, map));
            observer.onAttention(map);
        }
    }
    if (command == TrainCommand::Discard) {
        require(writable.remove(run.id));
        return TrainReport{};
    }
    run.state = command == TrainCommand::Stop ? RunState::Stopped : RunState::Finished;
    if (run.state == RunState::Finished) {
        run.test = scriptedEpoch(m_script.epochs, m_script.stepsPerEpoch, m_script.epochs, static_cast<std::int64_t>(run.classes.size()))
                       .validation;
        run.test->acc -= 0.013;
        run.test->mcc -= 0.025;
    }
    require(writable.update(run));
    if (run.state == RunState::Stopped) return fail(ErrorCode::Interrupted, "stopped");
    TrainReport report;
    report.run = run;
    report.epochs = reports;
    report.seconds = run.seconds;
    return report;
}

Result<ClassificationMetrics> ScriptedEngine::evaluate(ProjectFile&, std::int64_t, std::int64_t, Split, const DeviceOptions&,
                                                       const ProgressFn&, std::stop_token) {
    return ClassificationMetrics{};
}

/// The classes in turn, one record after the other.
Result<PredictionTable> ScriptedEngine::predict(ProjectFile& project, std::int64_t run, const SequenceFile& file, const DeviceOptions&,
                                                const ProgressFn&, std::stop_token) {
    STRAND_ASSIGN(const RunRecord record, RunStore(project).get(run));
    std::ifstream in(file.path);
    if (!in) return fail(ErrorCode::BadInput, {"%1 is not there", file.path});
    PredictionTable table;
    table.classes = record.classes;
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with('>')) continue;
        const auto predicted = table.rows.size() % table.classes.size();
        std::vector<float> probabilities(table.classes.size(), 0.3F);
        probabilities[predicted] = 0.7F;
        table.rows.push_back({line.substr(1), static_cast<std::int32_t>(predicted), probabilities});
    }
    return table;
}

Result<void> ScriptedEngine::attention(ProjectFile& project, std::int64_t run, const std::vector<AttentionRequest>& requests,
                                       const DeviceOptions&, AttentionSink& sink, const ProgressFn&, std::stop_token) {
    if (m_script.attention == "none") return fail(ErrorCode::Usage, "this model has no attention");
    STRAND_ASSIGN(const RunRecord record, RunStore(project).get(run));
    STRAND_ASSIGN(const Dataset dataset, DatasetStore(project).load(record.datasetId));
    const std::int64_t epoch = record.bestEpoch;
    ScriptedLive live(m_script, dataset, epoch);
    for (const AttentionRequest& request : requests) {
        STRAND_ASSIGN(AttentionMap map, live.attention(request));
        STRAND_TRY(sink.take(std::move(map)));
    }
    return {};
}

namespace {

class QuietObserver : public TrainObserver {};

}  // namespace

std::int64_t makeProject(const std::string& path, const Script* script, std::int64_t sequences) {
    ProjectFile project = value(ProjectFile::open(path, ProjectFile::Access::Write, ProjectFile::Missing::Create));
    PlantedMotifOptions options;
    options.count = sequences;
    Dataset dataset = makePlantedMotif(options);
    dataset.name = "promoters";
    const DatasetRecord record = value(DatasetStore(project).add(dataset, summarise(dataset)));
    if (script == nullptr) return 0;
    ScriptedEngine engine(*script);
    QuietObserver observer;
    TrainOptions train;
    train.dataset = record.name;
    train.model = "TransformerEncoder";
    return value(engine.train(project, train, {}, observer, {})).run.id;
}

}  // namespace strand::test
