#include "ui/docks/engine_log.hpp"

#include "core/log.hpp"
#include "window_support.hpp"

#include <gmock/gmock.h>

namespace strand::test {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

struct Listener {
    explicit Listener(Session& session) : log(session) {
        QObject::connect(&log, &EngineLog::wrote, [this](int level, const QString& line) {
            lines.push_back(line.toStdString());
            levels.push_back(level);
        });
    }
    [[nodiscard]] long count(const std::string& part) const {
        return std::count_if(lines.begin(), lines.end(), [&](const std::string& line) { return line.find(part) != std::string::npos; });
    }
    EngineLog log;
    std::vector<std::string> lines;
    std::vector<int> levels;
};

RunRecord probeRun() {
    RunRecord run;
    run.id = 7;
    run.name = "probe-7";
    run.model = "TextCNN";
    run.datasetName = "promoters";
    run.device = "cpu";
    run.threads = 2;
    run.parameters = 12'345;
    run.epochsPlanned = 10;
    run.stepsPlanned = 30;
    return run;
}

TEST(EngineLog, TellsATrainingFromBeginToEnd) {
    const Script script{.epochs = 3};
    Bench bench(script);
    Listener listener(bench.session);
    ASSERT_TRUE(bench.open());
    EXPECT_EQ(listener.count("The engine is ready: scripted"), 1);
    TrainOptions options;
    options.dataset = "promoters";
    options.model = "TransformerEncoder";
    options.runName = "probe";
    bench.engine().train(options);
    ASSERT_TRUE(eventually([&] { return listener.count("finished in") == 1; }));
    EXPECT_EQ(listener.count("probe: epoch "), 3);
    EXPECT_EQ(listener.count("probe: epoch 2 of 3 · training loss 0."), 1);
    const std::string begin = *std::find_if(listener.lines.begin(), listener.lines.end(),
                                            [](const std::string& line) { return line.find("training begins") != std::string::npos; });
    for (const char* part : {"TransformerEncoder on promoters", "411,906 parameter", "CPU", "2 thread", "3 epoch", "seed 1"})
        EXPECT_THAT(begin, HasSubstr(part));
    EXPECT_THAT(listener.lines.back(), HasSubstr("best epoch 3 · test ACC 0."));
}

TEST(EngineLog, SaysWhyARunEndedBeforeItsLastEpoch) {
    Bench bench;
    Listener listener(bench.session);
    RunRecord run = probeRun();
    emit bench.engine().runStarted(run);
    run.state = RunState::Finished;
    run.epoch = 6;
    run.bestEpoch = 4;
    run.hyperparameters["patience"] = "2";
    emit bench.engine().runEnded(run);
    EXPECT_EQ(listener.count("probe-7: ends early: no better validation for 2 epoch"), 1);
    EXPECT_EQ(listener.count("best epoch 4"), 1);
    run.hyperparameters["patience"] = "5";
    emit bench.engine().runEnded(run);
    EXPECT_EQ(listener.count("probe-7: ended by hand after epoch 6 of 10"), 1);
    EXPECT_EQ(listener.count("ends early"), 1);
    run.epoch = 10;
    listener.lines.clear();
    emit bench.engine().runEnded(run);
    EXPECT_EQ(listener.lines.size(), 1U) << "a run that went to its end needs no reason";
}

TEST(EngineLog, StoppedResumedAndDiscardedAreTold) {
    Bench bench;
    Listener listener(bench.session);
    RunRecord run = probeRun();
    run.step = 12;
    emit bench.engine().runStarted(run);
    EXPECT_THAT(listener.lines.back(), HasSubstr("training goes on after step 12"));
    run.state = RunState::Stopped;
    run.epoch = 4;
    emit bench.engine().runEnded(run);
    EXPECT_THAT(listener.lines.back(), HasSubstr("stopped in epoch 5 of 10"));
    emit bench.engine().runEnded({});
    EXPECT_EQ(listener.lines.back(), "probe-7: discarded");
}

TEST(EngineLog, WarningsAndFailuresHaveTheirLevel) {
    Bench bench;
    Listener listener(bench.session);
    emit bench.engine().runStarted(probeRun());
    Warning warning;
    warning.message = {"few per class"};
    emit bench.engine().runWarned(7, warning);
    EXPECT_EQ(listener.lines.back(), "probe-7: few per class");
    EXPECT_EQ(listener.levels.back(), static_cast<int>(LogLevel::Warning));
    emit bench.engine().jobQueued({.id = 3, .kind = JobKind::Train, .title = {}});
    Error error;
    error.found = {"the loss is not finite"};
    error.hint = {"lower lr"};
    emit bench.engine().jobFailed(3, error);
    EXPECT_EQ(listener.lines.back(), "Training has failed: the loss is not finite. Lower lr");
    EXPECT_EQ(listener.levels.back(), static_cast<int>(LogLevel::Error));
    emit bench.engine().jobFailed(4, error);
    EXPECT_THAT(listener.lines.back(), StartsWith("the loss"));
}

TEST(EngineLog, AnEstimateThatFailsIsToldInItsPlace) {
    Bench bench;
    Listener listener(bench.session);
    emit bench.engine().jobQueued({.id = 5, .kind = JobKind::Estimate, .title = {}});
    Error error;
    error.found = {"max_len is too short"};
    emit bench.engine().jobFailed(5, error);
    EXPECT_TRUE(listener.lines.empty());
}

TEST(EngineLog, WithoutAValidationPartItsFiguresAreLeftOut) {
    Bench bench;
    Listener listener(bench.session);
    EpochReport report;
    report.epoch = 1;
    report.trainLoss = 0.5;
    emit bench.engine().epochAdded(probeRun(), report);
    EXPECT_THAT(listener.lines.back(), HasSubstr("training loss 0.5000"));
    EXPECT_EQ(listener.count("validation"), 0);
    report.validation.n = 10;
    report.validation.acc = 0.75;
    report.best = true;
    emit bench.engine().epochAdded(probeRun(), report);
    EXPECT_THAT(listener.lines.back(), HasSubstr("ACC 0.750"));
    EXPECT_THAT(listener.lines.back(), HasSubstr("best so far"));
}

}  // namespace
}  // namespace strand::test
