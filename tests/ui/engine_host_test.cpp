#include "ui/session/engine_host.hpp"

#include "window_support.hpp"

#include <gtest/gtest.h>
#include <QElapsedTimer>

#include <atomic>
#include <stdexcept>

namespace strand::test {
namespace {

Script slow(int epochs = 4, int msPerStep = 2) {
    Script script;
    script.epochs = epochs;
    script.msPerStep = msPerStep;
    return script;
}

/// Everything a host emits about runs, in order.
struct Witness {
    explicit Witness(EngineHost& host) {
        QObject::connect(&host, &EngineHost::runStarted, [this](const RunRecord& run) { started.push_back(run.id); });
        QObject::connect(&host, &EngineHost::stepsAdded, [this](std::int64_t, const std::vector<StepPoint>& points) {
            ++deliveries;
            for (const StepPoint& point : points)
                steps.push_back(point.step);
        });
        QObject::connect(&host, &EngineHost::epochAdded, [this](const RunRecord&, const EpochReport& epoch) {
            epochs.push_back(epoch.epoch);
            stepsAtEpoch.push_back(steps.size());
        });
        QObject::connect(&host, &EngineHost::runEnded, [this](const RunRecord& run) { ended.push_back(run); });
        QObject::connect(&host, &EngineHost::jobFailed, [this](JobId, const Error& error) { errors.push_back(error); });
    }
    std::vector<std::int64_t> started, steps, epochs;
    std::vector<size_t> stepsAtEpoch;
    std::vector<RunRecord> ended;
    std::vector<Error> errors;
    int deliveries = 0;
};

TrainOptions options() {
    TrainOptions out;
    out.dataset = "promoters";
    out.model = "TransformerEncoder";
    return out;
}

TEST(EngineHost, TellsModelsAndDevicesWhenItIsReady) {
    EngineHost host(scripted(), nullptr);
    EXPECT_FALSE(host.isReady());
    EXPECT_TRUE(host.models().empty());
    host.start();
    ASSERT_TRUE(eventually([&] { return !host.devices().empty(); }));
    EXPECT_TRUE(host.isReady());
    EXPECT_NE(host.model("TextCNN"), nullptr);
    EXPECT_EQ(host.model("Nothing"), nullptr);
}

TEST(EngineHost, WithoutEngineProjectsOpenAndTrainingSaysWhy) {
    const TempDir folder;
    makeProject(folder.file("probe.strand"));
    EngineHost host([]() -> Result<std::unique_ptr<Engine>> { return fail(ErrorCode::Device, "no library"); }, nullptr);
    Witness witness(host);
    QSignalSpy opened(&host, &EngineHost::projectOpened), failed(&host, &EngineHost::engineFailed);
    host.start();
    host.openProject(QString::fromStdString(folder.file("probe.strand")), false);
    ASSERT_TRUE(eventually([&] { return opened.count() == 1 && failed.count() == 1; }));
    host.train(options());
    ASSERT_TRUE(eventually([&] { return witness.errors.size() == 1; }));
    EXPECT_EQ(witness.errors[0].found.english(), "no library");
    EXPECT_FALSE(host.isTraining());
}

TEST(EngineHost, AMissingProjectIsAFailedJob) {
    EngineHost host(scripted(), nullptr);
    Witness witness(host);
    host.start();
    host.openProject(QStringLiteral("/nowhere/missing.strand"), false);
    ASSERT_TRUE(eventually([&] { return witness.errors.size() == 1; }));
    EXPECT_EQ(witness.errors[0].code, ErrorCode::Project);
}

TEST(EngineHost, DeliversEveryStepInOrderButMerged) {
    Bench bench(slow(4, 1));
    ASSERT_TRUE(bench.open());
    Witness witness(bench.engine());
    QElapsedTimer clock;
    clock.start();
    bench.engine().train(options());
    EXPECT_TRUE(bench.engine().isTraining());
    ASSERT_TRUE(eventually([&] { return !witness.ended.empty(); }));
    const double seconds = static_cast<double>(clock.elapsed()) / 1000;
    ASSERT_EQ(witness.steps.size(), 100U);
    EXPECT_TRUE(std::is_sorted(witness.steps.begin(), witness.steps.end()));
    EXPECT_EQ(witness.epochs, (std::vector<std::int64_t>{1, 2, 3, 4}));
    EXPECT_EQ(witness.stepsAtEpoch, (std::vector<size_t>{25, 50, 75, 100}));
    // One delivery a thirtieth of a second; an epoch's end splits the one it falls into.
    EXPECT_LE(witness.deliveries, seconds * 31 + 2 + 4);
    EXPECT_EQ(witness.ended[0].state, RunState::Finished);
    EXPECT_FALSE(bench.engine().isTraining());
    EXPECT_EQ(bench.engine().trainingRun(), 0);
}

TEST(EngineHost, PauseHoldsTheRunButAnswersQuestions) {
    Bench bench(slow(40));
    ASSERT_TRUE(bench.open());
    Witness witness(bench.engine());
    bench.engine().train(options());
    ASSERT_TRUE(eventually([&] { return witness.steps.size() > 5; }));
    bench.engine().setPaused(true);
    EXPECT_TRUE(bench.engine().isPaused());
    QTest::qWait(100);
    const size_t held = witness.steps.size();
    QSignalSpy answers(&bench.engine(), &EngineHost::attentionReady);
    const JobId job = bench.engine().attention(witness.started[0], {.ordinal = 3, .id = {}, .residues = {}});
    ASSERT_TRUE(eventually([&] { return answers.count() == 1; }));
    EXPECT_EQ(answers[0][0].value<JobId>(), job);
    EXPECT_EQ(answers[0][2].value<SharedMap>()->ordinal, 3);
    QTest::qWait(100);
    EXPECT_EQ(witness.steps.size(), held);
    bench.engine().setPaused(false);
    EXPECT_TRUE(eventually([&] { return witness.steps.size() > held; }));
    bench.engine().stopTraining();
    EXPECT_TRUE(eventually([&] { return !witness.ended.empty(); }));
}

TEST(EngineHost, StopKeepsARunThatResumes) {
    Bench bench(slow(6));
    ASSERT_TRUE(bench.open());
    Witness witness(bench.engine());
    bench.engine().train(options());
    ASSERT_TRUE(eventually([&] { return !witness.epochs.empty(); }));
    bench.engine().stopTraining();
    EXPECT_TRUE(bench.engine().isStopping());
    ASSERT_TRUE(eventually([&] { return witness.ended.size() == 1; }));
    EXPECT_EQ(witness.ended[0].state, RunState::Stopped);
    EXPECT_TRUE(witness.errors.empty());
    bench.engine().resume(witness.ended[0].id);
    ASSERT_TRUE(eventually([&] { return witness.ended.size() == 2; }));
    EXPECT_EQ(witness.ended[1].state, RunState::Finished);
    EXPECT_EQ(witness.ended[1].id, witness.ended[0].id);
}

TEST(EngineHost, FinishKeepsAndDiscardForgets) {
    Bench bench(slow(200));
    ASSERT_TRUE(bench.open());
    Witness witness(bench.engine());
    bench.engine().train(options());
    ASSERT_TRUE(eventually([&] { return !witness.epochs.empty(); }));
    bench.engine().finishTraining();
    ASSERT_TRUE(eventually([&] { return witness.ended.size() == 1; }));
    EXPECT_EQ(witness.ended[0].state, RunState::Finished);
    bench.engine().train(options());
    ASSERT_TRUE(eventually([&] { return witness.started.size() == 2; }));
    bench.engine().discardTraining();
    ASSERT_TRUE(eventually([&] { return witness.ended.size() == 2; }));
    EXPECT_EQ(witness.ended[1].id, 0);
    EXPECT_EQ(bench.stored(witness.started[1]).id, 0);
}

TEST(EngineHost, EditsAreDoneAtABatchBorder) {
    Bench bench(slow(200));
    ASSERT_TRUE(bench.open());
    Witness witness(bench.engine());
    QSignalSpy edited(&bench.engine(), &EngineHost::projectEdited);
    bench.engine().train(options());
    ASSERT_TRUE(eventually([&] { return !witness.started.empty(); }));
    bench.engine().edit(QStringLiteral("Rename"), [](ProjectFile& project) { return DatasetStore(project).rename(1, "renamed"); });
    ASSERT_TRUE(eventually([&] { return edited.count() == 1; }));
    EXPECT_TRUE(bench.engine().isTraining());
    EXPECT_EQ(bench.session.dataset()->name, "renamed");
    bench.engine().edit({}, [](ProjectFile& project) { return DatasetStore(project).rename(1, "quietly"); });
    bench.engine().stopTraining();
    ASSERT_TRUE(eventually([&] { return !bench.engine().isBusy(); }));
    EXPECT_EQ(edited.count(), 1);
}

TEST(EngineHost, ClosingStopsSavesAndDropsWhatBelongsToTheProject) {
    Bench bench(slow(200));
    ASSERT_TRUE(bench.open());
    Witness witness(bench.engine());
    QSignalSpy closed(&bench.engine(), &EngineHost::projectClosed);
    bench.engine().train(options());
    ASSERT_TRUE(eventually([&] { return !witness.epochs.empty(); }));
    bench.engine().edit(QStringLiteral("Rename"), [](ProjectFile& project) { return DatasetStore(project).rename(1, "kept"); });
    bench.engine().closeProject();
    ASSERT_TRUE(eventually([&] { return closed.count() == 1; }));
    EXPECT_TRUE(witness.ended.empty());
    EXPECT_FALSE(bench.engine().isTraining());
    EXPECT_EQ(bench.stored(witness.started[0]).state, RunState::Stopped);
    const auto file = ProjectFile::open(bench.path().toStdString(), ProjectFile::Access::Read);
    EXPECT_EQ(DatasetStore(*file).get(1)->name, "kept");
}

TEST(EngineHost, TheDestructorStopsAndSaves) {
    const TempDir folder;
    const std::string path = folder.file("probe.strand");
    makeProject(path);
    {
        EngineHost host(scripted(slow(1000)), nullptr);
        Witness witness(host);
        host.start();
        host.openProject(QString::fromStdString(path), false);
        host.train(options());
        ASSERT_TRUE(eventually([&] { return !witness.epochs.empty(); }));
        host.edit({}, [](ProjectFile& project) { return DatasetStore(project).rename(1, "kept"); });
    }
    const auto file = ProjectFile::open(path, ProjectFile::Access::Read);
    ASSERT_TRUE(file.has_value());
    EXPECT_EQ(RunStore(*file).get(1)->state, RunState::Stopped);
    EXPECT_EQ(DatasetStore(*file).get(1)->name, "kept");
}

/// Imports until it is told to stop; estimates by throwing.
class StubbornEngine : public ScriptedEngine {
public:
    Result<DatasetRecord> import(ProjectFile&, const ImportOptions&, const ProgressFn& progress, std::stop_token stop) override {
        for (std::int64_t done = 0; !stop.stop_requested(); ++done) {
            progress({"Reading", done, 1000, "records"});
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return DatasetRecord{};
    }
    Result<TrainEstimate> estimate(ProjectFile&, const TrainOptions&, const DeviceOptions&) override {
        throw std::logic_error("broken invariant");
    }
};

struct StubbornBench {
    StubbornBench() : host([]() -> Result<std::unique_ptr<Engine>> { return std::make_unique<StubbornEngine>(); }, nullptr) {
        makeProject(folder.file("probe.strand"));
        host.start();
        host.openProject(QString::fromStdString(folder.file("probe.strand")), false);
    }
    TempDir folder;
    EngineHost host;
};

TEST(EngineHost, ACancelledJobEndsWithoutAnAnswer) {
    StubbornBench bench;
    QSignalSpy progress(&bench.host, &EngineHost::jobProgress), imported(&bench.host, &EngineHost::datasetImported),
        finished(&bench.host, &EngineHost::jobFinished);
    const JobId job = bench.host.import({});
    const JobId queued = bench.host.import({});
    ASSERT_TRUE(eventually([&] { return progress.count() > 0; }));
    bench.host.cancel(queued);
    bench.host.cancel(job);
    ASSERT_TRUE(eventually([&] { return !bench.host.isBusy(); }));
    EXPECT_EQ(imported.count(), 0);
    EXPECT_EQ(finished.count(), 3);  // opening the project, and the two
}

TEST(EngineHost, AnExceptionIsAFailedJobAndTheThreadGoesOn) {
    StubbornBench bench;
    Witness witness(bench.host);
    bench.host.estimate(options());
    ASSERT_TRUE(eventually([&] { return witness.errors.size() == 1; }));
    EXPECT_NE(witness.errors[0].found.english().find("broken invariant"), std::string::npos);
    bench.host.train(options());
    ASSERT_TRUE(eventually([&] { return witness.ended.size() == 1; }));
    EXPECT_EQ(witness.ended[0].state, RunState::Finished);
}

TEST(EngineHost, JobsWithoutAProjectSaySo) {
    EngineHost host(scripted(), nullptr);
    Witness witness(host);
    host.start();
    host.train(options());
    host.attention(1, {});
    ASSERT_TRUE(eventually([&] { return witness.errors.size() == 2; }));
    EXPECT_EQ(witness.errors[0].code, ErrorCode::Usage);
    EXPECT_FALSE(host.isTraining());
}

TEST(EngineHost, ATrainingThatIsRefusedEndsNoRun) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    Witness witness(bench.engine());
    TrainOptions wrong = options();
    wrong.dataset = "nothing";
    bench.engine().train(wrong);
    ASSERT_TRUE(eventually([&] { return witness.errors.size() == 1; }));
    EXPECT_TRUE(witness.ended.empty());
    EXPECT_FALSE(bench.engine().isTraining());
}

TEST(EngineHost, AnotherProjectStopsTheRunOfTheFirst) {
    Bench bench(slow(1000));
    ASSERT_TRUE(bench.open());
    makeProject(bench.folder.file("other.strand"));
    Witness witness(bench.engine());
    bench.engine().train(options());
    ASSERT_TRUE(eventually([&] { return !witness.started.empty(); }));
    bench.engine().openProject(bench.path("other.strand"), false);
    ASSERT_TRUE(eventually([&] { return bench.session.projectPath() == bench.path("other.strand"); }));
    EXPECT_FALSE(bench.engine().isTraining());
    EXPECT_EQ(bench.stored(witness.started[0]).state, RunState::Stopped);
}

TEST(EngineHost, ASampleIsMadeOnceAndReopened) {
    const TempDir folder;
    EngineHost host(scripted(), nullptr);
    QSignalSpy imported(&host, &EngineHost::datasetImported), opened(&host, &EngineHost::projectOpened);
    host.start();
    const QString path = QString::fromStdString(folder.file("motif.strand"));
    host.openSample(QStringLiteral("motif"), path);
    ASSERT_TRUE(eventually([&] { return imported.count() == 1; }));
    host.openSample(QStringLiteral("motif"), path);
    ASSERT_TRUE(eventually([&] { return opened.count() == 2 && !host.isBusy(); }));
    EXPECT_EQ(imported.count(), 1);
}

}  // namespace
}  // namespace strand::test
