// What the pipeline tests share: a project in a folder of its own, with a planted motif to learn.
#pragma once

#include "data/synthetic.hpp"
#include "pipeline/engine.hpp"
#include "support/synthetic.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <stdexcept>

namespace strand::test {

/// The value, or a failed test with the error's words.
template <typename T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().english() + " [" + result.error().hint.english() + "]");
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

inline Dataset motifs(std::int64_t count = 400) {
    PlantedMotifOptions options;
    options.count = count;
    return makePlantedMotif(options);
}

class TestProject {
public:
    TestProject() : file(must(ProjectFile::open(folder.file("a.strand"), ProjectFile::Access::Write, ProjectFile::Missing::Create))) {}

    DatasetRecord import(const Dataset& data, const std::string& name = "motifs") {
        ImportOptions options;
        options.files = {folder.write(name + ".fa", fastaText(data))};
        options.name = name;
        options.kind = data.kind;
        return must(engine->import(file, options, {}, {}));
    }
    [[nodiscard]] RunStore runs() const { return RunStore(file); }

    TempDir folder;
    ProjectFile file;
    std::unique_ptr<Engine> engine = makeEngine();
};

/// Small and quick: two epochs of a small convolutional network.
inline TrainOptions quickOptions(const std::string& model = "TextCNN") {
    TrainOptions options;
    options.dataset = "motifs";
    options.model = model;
    options.hyperparameters = {{"epochs", "2"}, {"batch_size", "32"}};
    return options;
}

/// A small transformer with dropout, so that every random number of a run counts.
inline TrainOptions transformerOptions() {
    auto options = quickOptions("TransformerEncoder");
    options.hyperparameters["d_model"] = "16";
    options.hyperparameters["n_heads"] = "2";
    options.hyperparameters["n_layers"] = "2";
    options.hyperparameters["d_ff"] = "32";
    options.hyperparameters["dropout"] = "0.1";
    return options;
}

inline DeviceOptions cpu() { return {"cpu", 1}; }

/// Keeps all it is told; asks at each batch border what the test wants.
class Recorder : public TrainObserver {
public:
    std::vector<StepPoint> steps;
    std::vector<EpochReport> epochs;
    std::vector<AttentionMap> maps;
    std::vector<Warning> warnings;
    RunRecord run;
    std::int64_t polls = 0;
    std::function<TrainCommand(LiveRun&, std::int64_t poll)> command;

    void onRun(const RunRecord& started) override { run = started; }
    void onWarning(const Warning& warning) override { warnings.push_back(warning); }
    void onSteps(const std::vector<StepPoint>& points) override { steps.insert(steps.end(), points.begin(), points.end()); }
    void onEpoch(const RunRecord&, const EpochReport& report) override { epochs.push_back(report); }
    void onAttention(const AttentionMap& map) override { maps.push_back(map); }
    TrainCommand poll(LiveRun& live) override {
        ++polls;
        return command ? command(live, polls) : TrainCommand::Continue;
    }
};

inline TrainReport trainWith(TestProject& project, const TrainOptions& options, Recorder& recorder) {
    return must(project.engine->train(project.file, options, cpu(), recorder, {}));
}
inline TrainReport trainWith(TestProject& project, const TrainOptions& options) {
    Recorder recorder;
    return trainWith(project, options, recorder);
}

/// A small transformer, trained.
class TrainedTest : public ::testing::Test {
protected:
    TrainedTest() {
        m_project.import(m_data);
        m_report = trainWith(m_project, transformerOptions());
    }
    Engine& engine() { return *m_project.engine; }

    TestProject m_project;
    Dataset m_data = motifs();
    TrainReport m_report;
};

/// Everything about a stored run that must be the same when it is repeated, to the last bit.
inline std::string bitsOf(const TestProject& project, std::int64_t run) {
    const auto runs = project.runs();
    std::string out;
    for (const auto& point : must(runs.steps(run)))
        out += fmt::format("{} {} {}\n", point.step, point.loss, point.lr);
    for (const auto& epoch : must(runs.epochs(run)))
        out += fmt::format("{} {} {} {} {} {}\n", epoch.epoch, epoch.step, epoch.trainLoss, epoch.trainAcc, epoch.validation.loss,
                           epoch.validation.mcc);
    const auto record = must(runs.get(run));
    out += fmt::format("best {}\n", record.bestEpoch);
    if (record.test) out += fmt::format("test {} {} {} {}\n", record.test->loss, record.test->acc, record.test->auc, record.test->n);
    for (const auto split : {Split::Validation, Split::Test})
        for (const auto& row : must(runs.predictions(run, split)))
            out += fmt::format("{} {} {}\n", row.ordinal, row.predicted, fmt::join(row.probabilities, " "));
    return out;
}

}  // namespace strand::test
