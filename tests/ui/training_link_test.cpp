#include "ui/session/training_link.hpp"

#include "window_support.hpp"

#include <gtest/gtest.h>

namespace strand::test {
namespace {

/// A link whose events are given to a host that is not running.
struct Link {
    Link() {
        box.onSteps = [this](std::int64_t run, const std::vector<StepPoint>& points) { steps.emplace_back(run, points.size()); };
    }
    RunRecord record(std::int64_t id) {
        RunRecord run;
        run.id = id;
        run.name = "probe";
        return run;
    }
    EngineWorker worker{[]() -> Result<std::unique_ptr<Engine>> { return std::make_unique<ScriptedEngine>(); }, {}};
    Mailbox box;
    std::optional<ProjectFile> project;
    std::vector<Progress> progress;
    JobContext at{.project = project, .progress = [this](const Progress& each) { progress.push_back(each); }, .stop = {}};
    Session session{scripted()};
    EngineHost& host = session.engine();
    TrainingLink link{worker, box, at, [this](const std::function<void(EngineHost&)>& event) { event(host); }};
    std::vector<std::pair<std::int64_t, std::size_t>> steps;
};

TEST(TrainingLink, StepsGoToTheRunThatWasTold) {
    Link l;
    QSignalSpy started(&l.host, &EngineHost::runStarted);
    EXPECT_EQ(l.link.run().id, 0);
    l.link.onRun(l.record(7));
    ASSERT_EQ(started.count(), 1);
    EXPECT_EQ(started[0][0].value<RunRecord>().id, 7);
    l.link.onSteps({{.step = 1}, {.step = 2}});
    ASSERT_TRUE(eventually([&] { return !l.steps.empty(); }));
    EXPECT_EQ(l.steps, (std::vector<std::pair<std::int64_t, std::size_t>>{{7, 2}}));
}

TEST(TrainingLink, WarningsComeWithTheirRun) {
    Link l;
    QSignalSpy warned(&l.host, &EngineHost::runWarned);
    l.link.onRun(l.record(7));
    Warning warning;
    warning.message = {"few per class"};
    l.link.onWarning(warning);
    ASSERT_EQ(warned.count(), 1);
    EXPECT_EQ(warned[0][0].toLongLong(), 7);
}

TEST(TrainingLink, TellsEpochsMapsAndProgress) {
    Link l;
    QSignalSpy epochs(&l.host, &EngineHost::epochAdded), maps(&l.host, &EngineHost::attentionSnapshot);
    l.link.onRun(l.record(7));
    RunRecord later = l.record(7);
    later.epoch = 3;
    l.link.onEpoch(later, scriptedEpoch(3, 25, 4));
    ASSERT_EQ(epochs.count(), 1);
    EXPECT_EQ(l.link.run().epoch, 3) << "the record as last told";
    l.link.onAttention(scriptedAttention("s", 0, "ACGT", {}));
    ASSERT_EQ(maps.count(), 1);
    EXPECT_EQ(maps[0][0].toLongLong(), 7);
    l.link.onProgress({.stage = {}, .done = 5});
    ASSERT_EQ(l.progress.size(), 1U);
    EXPECT_EQ(l.progress[0].done, 5);
}

TEST(RunAtEnd, IsAsReportedElseAsStoredElseAsLastTold) {
    Bench bench;
    const Script script;
    makeProject(bench.folder.file("probe.strand"), &script);
    std::optional<ProjectFile> project, none;
    project = *ProjectFile::open(bench.folder.file("probe.strand"), ProjectFile::Access::Read);
    RunRecord last;
    last.id = 1;
    last.name = "as last told";
    TrainReport report;
    report.run.name = "as reported";
    const Result<TrainReport> failed = fail(ErrorCode::Interrupted, "stopped");
    EXPECT_EQ(runAtEnd(report, last, project).name, "as reported");
    EXPECT_EQ(runAtEnd(failed, last, project).state, RunState::Finished) << "as stored";
    EXPECT_NE(runAtEnd(failed, last, project).name, "as last told");
    EXPECT_EQ(runAtEnd(failed, last, none).name, "as last told");
    last.id = 99;
    EXPECT_EQ(runAtEnd(failed, last, project).name, "as last told") << "it is not in the project";
}

}  // namespace
}  // namespace strand::test
