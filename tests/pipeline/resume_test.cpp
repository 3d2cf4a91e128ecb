#include "tests/pipeline/support.hpp"

namespace strand {
namespace {

using namespace test;

/// Trains until poll `at`, stops, and resumes to the end (stopping once more every `at` polls).
std::int64_t trainInPieces(TestProject& project, const TrainOptions& options, std::int64_t at) {
    Recorder recorder;
    recorder.command = [&](LiveRun&, std::int64_t poll) { return poll >= at ? TrainCommand::Stop : TrainCommand::Continue; };
    auto report = project.engine->train(project.file, options, cpu(), recorder, {});
    for (int rounds = 0; !report; ++rounds) {
        if (rounds > 50) throw std::runtime_error("the run does not move on");
        EXPECT_EQ(report.error().code, ErrorCode::Interrupted) << report.error().english();
        if (report.error().code != ErrorCode::Interrupted) return recorder.run.id;
        EXPECT_EQ(must(project.runs().get(recorder.run.id)).state, RunState::Stopped);
        recorder.polls = 0;
        report = project.engine->resume(project.file, recorder.run.id, cpu(), recorder, {});
    }
    return report->run.id;
}

class ResumeTest : public ::testing::TestWithParam<std::int64_t> {};

TEST_P(ResumeTest, StoppedAndResumedEqualsUndisturbed) {
    TestProject project;
    project.import(motifs());
    const auto undisturbed = bitsOf(project, trainWith(project, transformerOptions()).run.id);
    EXPECT_EQ(bitsOf(project, trainInPieces(project, transformerOptions(), GetParam())), undisturbed);
    must(project.file.check());
}
// 320 training sequences: 10 steps an epoch, then two polls of the validation, which begins anew when it was stopped.
INSTANTIATE_TEST_SUITE_P(Polls, ResumeTest, ::testing::Values(4, 5, 10, 11, 12, 13, 17));

TEST(Resume, WhatIsBeyondTheLastCheckpointIsForgotten) {
    TestProject project;
    project.import(motifs());
    const auto undisturbed = bitsOf(project, trainWith(project, transformerOptions()).run.id);

    Recorder recorder;
    recorder.command = [](LiveRun&, std::int64_t poll) { return poll >= 13 ? TrainCommand::Stop : TrainCommand::Continue; };
    ASSERT_FALSE(project.engine->train(project.file, transformerOptions(), cpu(), recorder, {}));
    // As a killed run leaves it: points recorded after its checkpoint, and the state still running.
    auto runs = project.runs();
    auto run = must(runs.get(recorder.run.id));
    run.state = RunState::Interrupted;
    const std::vector<StepPoint> beyond{{run.step + 1, 9.0, 0.1}, {run.step + 2, 9.0, 0.1}};
    must(runs.record(run, beyond, {}, {}));
    recorder.command = [](LiveRun&, std::int64_t) { return TrainCommand::Stop; };
    ASSERT_FALSE(project.engine->resume(project.file, run.id, cpu(), recorder, {}));
    EXPECT_EQ(static_cast<std::int64_t>(must(runs.steps(run.id)).size()), run.step);
    recorder.command = {};
    const auto report = must(project.engine->resume(project.file, run.id, cpu(), recorder, {}));
    EXPECT_EQ(bitsOf(project, report.run.id), undisturbed);
}

TEST(Resume, WithoutACheckpointTheRunBeginsAnew) {
    TestProject project;
    project.import(motifs());
    const auto undisturbed = bitsOf(project, trainWith(project, transformerOptions()).run.id);
    Recorder recorder;
    recorder.command = [](LiveRun&, std::int64_t) -> TrainCommand { throw std::runtime_error("the observer broke"); };
    const auto broken = project.engine->train(project.file, transformerOptions(), cpu(), recorder, {});
    ASSERT_FALSE(broken);
    EXPECT_NE(broken.error().english().find("the observer broke"), std::string::npos);
    auto run = must(project.runs().get(recorder.run.id));
    EXPECT_EQ(run.state, RunState::Interrupted);
    EXPECT_FALSE(must(project.runs().checkpoint(run.id, CheckpointKind::Latest)));
    recorder.command = {};
    must(project.engine->resume(project.file, run.id, cpu(), recorder, {}));
    EXPECT_EQ(bitsOf(project, run.id), undisturbed);
}

TEST(Resume, AStopTokenSavesToo) {
    TestProject project;
    project.import(motifs());
    std::stop_source stop;
    Recorder recorder;
    recorder.command = [&](LiveRun&, std::int64_t poll) {
        if (poll == 7) stop.request_stop();
        return TrainCommand::Continue;
    };
    const auto report = project.engine->train(project.file, transformerOptions(), cpu(), recorder, stop.get_token());
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Interrupted);
    EXPECT_EQ(must(project.runs().get(recorder.run.id)).state, RunState::Stopped);
    EXPECT_EQ(must(project.runs().checkpoint(recorder.run.id, CheckpointKind::Latest))->step, 6);
}

TEST(Resume, AFinishedRunIsRefused) {
    TestProject project;
    project.import(motifs());
    const auto run = trainWith(project, quickOptions()).run.id;
    Recorder recorder;
    const auto report = project.engine->resume(project.file, run, cpu(), recorder, {});
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Usage);
    EXPECT_EQ(report.error().english(), "run \"TextCNN-1\" has finished; expected a stopped or interrupted run");
}

TEST(Resume, WarnsWhereBitsMayDiffer) {
    TestProject project;
    project.import(motifs());
    Recorder recorder;
    recorder.command = [](LiveRun&, std::int64_t poll) { return poll >= 3 ? TrainCommand::Stop : TrainCommand::Continue; };
    ASSERT_FALSE(project.engine->train(project.file, transformerOptions(), cpu(), recorder, {}));
    recorder.command = {};
    recorder.warnings.clear();
    must(project.engine->resume(project.file, recorder.run.id, {"cpu", 2}, recorder, {}));
    ASSERT_EQ(recorder.warnings.size(), 1U);
    EXPECT_EQ(recorder.warnings[0].message.english(), "the run began with 1 threads and goes on with 2: bits may differ");
}

}  // namespace
}  // namespace strand
