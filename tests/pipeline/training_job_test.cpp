#include "tests/pipeline/support.hpp"

namespace strand {
namespace {

using namespace test;

TEST(TrainingJob, KeepsTheAttentionOfTheWatchedSequenceEachEpoch) {
    TestProject project;
    project.import(motifs());
    Recorder recorder;
    auto options = transformerOptions();
    options.watchedRecord = "seq7";
    const auto report = trainWith(project, options, recorder);
    ASSERT_EQ(recorder.maps.size(), 2U);
    EXPECT_EQ(recorder.maps.back().record, "seq7");
    EXPECT_EQ(recorder.maps.back().ordinal, 6);
    EXPECT_EQ(recorder.maps.back().epoch, 2);
    const auto keys = must(project.runs().attentionKeys(report.run.id));
    ASSERT_EQ(keys.size(), 2U);
    const auto stored = must(project.runs().attention(report.run.id, 2, 6));
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->values, recorder.maps.back().values);
}

TEST(TrainingJob, QuestionsAtBatchBordersDoNotChangeTheRun) {
    TestProject project;
    project.import(motifs());
    const auto undisturbed = bitsOf(project, trainWith(project, transformerOptions()).run.id);
    Recorder recorder;
    std::int64_t answers = 0;
    recorder.command = [&](LiveRun& live, std::int64_t) {
        const auto map = live.attention({3, "", ""});
        EXPECT_TRUE(map) << map.error().english();
        const auto own = live.attention({-1, "own", "ACGTTGACGTCAACGT"});
        EXPECT_EQ(own ? own->record : own.error().english(), "own");
        ++answers;
        return TrainCommand::Continue;
    };
    const auto asked = trainWith(project, transformerOptions(), recorder);
    EXPECT_GT(answers, 10);
    EXPECT_EQ(bitsOf(project, asked.run.id), undisturbed);
}

TEST(TrainingJob, FinishKeepsTheRun) {
    TestProject project;
    project.import(motifs());
    Recorder recorder;
    recorder.command = [](LiveRun&, std::int64_t poll) { return poll > 13 ? TrainCommand::Finish : TrainCommand::Continue; };
    const auto report = trainWith(project, quickOptions(), recorder);
    EXPECT_EQ(report.run.state, RunState::Finished);
    EXPECT_LT(report.run.step, report.run.stepsPlanned);
    ASSERT_TRUE(report.run.test);
    EXPECT_EQ(report.run.test->n, 40);
    EXPECT_EQ(must(project.engine->evaluate(project.file, report.run.id, 0, Split::Test, cpu(), {}, {})).acc, report.run.test->acc);
}

TEST(TrainingJob, FinishWithinTheFirstEpochKeepsTheWeightsOfTheMoment) {
    TestProject project;
    project.import(motifs());
    Recorder recorder;
    recorder.command = [](LiveRun&, std::int64_t poll) { return poll > 4 ? TrainCommand::Finish : TrainCommand::Continue; };
    const auto report = trainWith(project, quickOptions(), recorder);
    EXPECT_EQ(report.run.state, RunState::Finished);
    EXPECT_TRUE(report.run.test);
    EXPECT_TRUE(must(project.runs().checkpoint(report.run.id, CheckpointKind::Best)));
}

TEST(TrainingJob, DiscardRemovesTheRun) {
    TestProject project;
    project.import(motifs());
    Recorder recorder;
    recorder.command = [](LiveRun&, std::int64_t poll) { return poll > 15 ? TrainCommand::Discard : TrainCommand::Continue; };
    EXPECT_EQ(trainWith(project, quickOptions(), recorder).run.id, 0);
    EXPECT_TRUE(must(project.runs().list()).empty());
    must(project.file.check());
}

TEST(TrainingJob, ARunRenamedMeanwhileKeepsItsName) {
    TestProject project;
    project.import(motifs());
    Recorder recorder;
    recorder.command = [&](LiveRun&, std::int64_t poll) {
        if (poll == 3) {
            auto run = recorder.run;
            run.name = "renamed";
            must(project.runs().update(run));
        }
        return TrainCommand::Continue;
    };
    const auto report = trainWith(project, quickOptions(), recorder);
    EXPECT_EQ(must(project.runs().get(report.run.id)).name, "renamed");
}

TEST(TrainingJob, DivergenceFailsTheRunAndSaysWhere) {
    TestProject project;
    project.import(motifs());
    auto options = quickOptions();
    // Each step multiplies the weights by about -99.
    options.hyperparameters["optimizer"] = "sgd";
    options.hyperparameters["lr"] = "10";
    options.hyperparameters["weight_decay"] = "10";
    options.hyperparameters["grad_clip"] = "0";
    options.hyperparameters["schedule"] = "constant";
    options.hyperparameters["epochs"] = "4";
    Recorder recorder;
    const auto report = project.engine->train(project.file, options, cpu(), recorder, {});
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Diverged);
    const auto runs = must(project.runs().list());
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_EQ(runs[0].state, RunState::Failed);
    ASSERT_TRUE(runs[0].error);
    EXPECT_EQ(runs[0].error->found, report.error().found) << "template and arguments";
    EXPECT_EQ(runs[0].error->hint, report.error().hint);
    EXPECT_EQ(runs[0].error->code, ErrorCode::Diverged);
    const auto again = project.engine->resume(project.file, runs[0].id, cpu(), recorder, {});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::Usage);
}

TEST(TrainingJob, AnswersSayOfWhichStepAndRefusalsLeaveTheRunAlone) {
    TestProject project;
    project.import(motifs());
    Recorder recorder;
    recorder.command = [&](LiveRun& live, std::int64_t poll) {
        if (poll == 4 || poll == 19) {  // three steps; ten, two polls of the validation, and six
            const auto map = must(live.attention({6, "", ""}));
            EXPECT_EQ(map.step, poll == 4 ? 3 : 16);
            EXPECT_EQ(map.epoch, poll == 4 ? 0 : 1);
            EXPECT_EQ(map.record, "seq7");
        }
        const auto refused = live.attention({400, "", ""});
        EXPECT_EQ(refused ? "" : refused.error().found.english(), "there is no sequence number 401");
        return TrainCommand::Continue;
    };
    EXPECT_EQ(trainWith(project, transformerOptions(), recorder).run.state, RunState::Finished);
    EXPECT_GT(recorder.polls, 19);
}

TEST(TrainingJob, SnapshotsThatWouldSwellTheProjectAreLeftOut) {
    TestProject project;
    auto data = motifs(60);
    data.sequences[4].residues.append(600, 'A');
    project.import(data);
    for (const auto* layers : {"1", "2"}) {  // 2 heads and over 600 tokens: below and above a million numbers
        auto options = transformerOptions();
        options.watchedRecord = "seq5";
        for (const auto& [name, text] : TextValues{{"n_layers", layers}, {"epochs", "1"}, {"max_len", "700"}, {"batch_size", "8"}})
            options.hyperparameters[name] = text;
        Recorder recorder;
        const auto run = trainWith(project, options, recorder).run;
        EXPECT_EQ(run.state, RunState::Finished);
        EXPECT_EQ(recorder.maps.size(), layers == std::string("1") ? 1U : 0U);
        EXPECT_EQ(must(project.runs().attentionKeys(run.id)).size(), recorder.maps.size());
    }
}

TEST(TrainingJob, WritesWhatItHasWithEachCheckpoint) {
    TestProject project;
    project.import(motifs());
    auto options = quickOptions();
    options.checkpointEverySteps = 2;
    Recorder recorder;
    recorder.command = [&](LiveRun&, std::int64_t poll) {
        if (poll > 10) return TrainCommand::Continue;
        const std::int64_t step = (poll - 1) / 2 * 2;  // the checkpoint before this border
        const auto latest = must(project.runs().checkpoint(recorder.run.id, CheckpointKind::Latest));
        EXPECT_EQ(latest ? latest->step : 0, step);
        const auto stored = must(project.runs().get(recorder.run.id));
        EXPECT_EQ(stored.state, RunState::Running);
        EXPECT_EQ(stored.step, step);
        EXPECT_LE(static_cast<std::int64_t>(must(project.runs().steps(recorder.run.id)).size()), step);
        return TrainCommand::Continue;
    };
    const auto run = trainWith(project, options, recorder).run;
    const auto best = must(project.runs().checkpoint(run.id, CheckpointKind::Best));
    ASSERT_TRUE(best);
    EXPECT_EQ(best->epoch, run.bestEpoch);
    EXPECT_EQ(must(project.runs().epochs(run.id)).at(static_cast<std::size_t>(run.bestEpoch - 1)).best, true);
}

TEST(TrainingJob, CountsTheTimeOfAllItsParts) {
    TestProject project;
    project.import(motifs());
    Recorder recorder;
    recorder.command = [](LiveRun&, std::int64_t poll) { return poll >= 3 ? TrainCommand::Stop : TrainCommand::Continue; };
    const auto stopped = project.engine->train(project.file, quickOptions(), cpu(), recorder, {});
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().found.english(), "run \"TextCNN-1\" was stopped after 2 of 20 steps; its state is saved");
    auto run = must(project.runs().get(recorder.run.id));
    EXPECT_GT(run.seconds, 0);
    EXPECT_LT(run.seconds, 1000);
    run.seconds += 1000;
    must(project.runs().update(run));
    recorder.command = {};
    const auto report = must(project.engine->resume(project.file, run.id, cpu(), recorder, {}));
    EXPECT_GT(report.run.seconds, run.seconds);
    EXPECT_EQ(report.seconds, report.run.seconds);
    EXPECT_EQ(report.epochs.size(), 2U);
}

}  // namespace
}  // namespace strand
