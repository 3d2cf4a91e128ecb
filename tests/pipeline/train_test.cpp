#include "tests/pipeline/support.hpp"

#include <cmath>
#include <set>

namespace strand {
namespace {

using namespace test;

TEST(Train, LearnsAPlantedMotif) {
    TestProject project;
    project.import(motifs(2000));
    auto options = quickOptions();
    options.hyperparameters["epochs"] = "8";
    const auto report = trainWith(project, options);
    ASSERT_TRUE(report.run.test);
    EXPECT_GT(report.run.test->acc, 0.8);
    EXPECT_EQ(report.run.test->n, 200);
    EXPECT_EQ(report.run.state, RunState::Finished);
    EXPECT_EQ(report.epochs.size(), 8U);
    EXPECT_GT(report.peakRssMiB, 10);
}

TEST(Train, StoresTheWholeRun) {
    TestProject project;
    const auto data = project.import(motifs());
    Recorder recorder;
    auto options = transformerOptions();
    options.runName = "first";
    const auto report = trainWith(project, options, recorder);

    const auto run = must(project.runs().get(report.run.id));
    EXPECT_EQ(run.name, "first");
    EXPECT_EQ(run.datasetId, data.id);
    EXPECT_EQ(run.fingerprint, data.fingerprint);
    EXPECT_EQ(run.device, "cpu");
    EXPECT_EQ(run.threads, 1);
    EXPECT_EQ(run.state, RunState::Finished);
    EXPECT_EQ(run.epoch, 2);
    EXPECT_EQ(run.step, run.stepsPlanned);
    EXPECT_GT(run.parameters, 1000);
    EXPECT_NE(run.versions.find("torch"), std::string::npos);
    EXPECT_EQ(run.hyperparameters.at("d_model"), "16");
    EXPECT_GE(run.bestEpoch, 1);
    EXPECT_GT(run.seconds, 0);

    const auto steps = must(project.runs().steps(run.id));
    ASSERT_EQ(static_cast<std::int64_t>(steps.size()), run.stepsPlanned);
    EXPECT_EQ(steps.back().step, run.stepsPlanned);
    EXPECT_EQ(recorder.steps.size(), steps.size());
    EXPECT_EQ(must(project.runs().epochs(run.id)).size(), 2U);
    EXPECT_TRUE(must(project.runs().checkpoint(run.id, CheckpointKind::Best)));
    EXPECT_TRUE(must(project.runs().checkpoint(run.id, CheckpointKind::Latest)));
    EXPECT_EQ(must(project.runs().predictions(run.id, Split::Test)).size(), 40U);
    EXPECT_EQ(must(project.runs().predictions(run.id, Split::Validation)).size(), 40U);
    must(project.file.check());
}

TEST(Train, TheSameSeedGivesTheSameBits) {
    TestProject project;
    project.import(motifs());
    auto options = transformerOptions();
    const auto first = bitsOf(project, trainWith(project, options).run.id);
    EXPECT_EQ(bitsOf(project, trainWith(project, options).run.id), first);
    options.seed = 2;
    EXPECT_NE(bitsOf(project, trainWith(project, options).run.id), first);
}

TEST(Train, AugmentationTouchesTrainingRowsAlone) {
    TestProject project;
    project.import(motifs());
    auto options = quickOptions("DNN");
    options.hyperparameters["lr"] = "1e-8";  // weights stay where they are: only the data could change a figure
    const auto plain = trainWith(project, options);
    options.hyperparameters["augment_mutation"] = "0.5";
    const auto changed = trainWith(project, options);
    EXPECT_NEAR(changed.run.test->loss, plain.run.test->loss, 1e-5);
    EXPECT_NEAR(changed.epochs[0].validation.loss, plain.epochs[0].validation.loss, 1e-5);
    EXPECT_NE(changed.epochs[0].trainLoss, plain.epochs[0].trainLoss);
}

TEST(Train, WhatAKindCannotHaveIsRefusedBeforeTheRunIsStored) {
    TestProject project;
    PlantedMotifOptions protein;
    protein.kind = SequenceKind::Protein;
    protein.motif = "WCHKWCHK";
    protein.count = 200;
    project.import(makePlantedMotif(protein));
    auto options = quickOptions("DNN");
    options.hyperparameters["augment_reverse_complement"] = "0.5";
    Recorder recorder;
    const auto report = project.engine->train(project.file, options, cpu(), recorder, {});
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Usage);
    EXPECT_NE(report.error().english().find("augment_reverse_complement = 0.5"), std::string::npos);
    EXPECT_TRUE(must(project.runs().list()).empty());
}

TEST(Train, OversamplingLengthensTheEpoch) {
    TestProject project;
    auto data = motifs();
    std::erase_if(data.sequences, [n = 0](const Sequence& sequence) mutable { return sequence.label == 1 && n++ % 4 != 0; });
    project.import(data);
    auto options = quickOptions("DNN");
    const auto plain = trainWith(project, options);
    options.hyperparameters["sampling"] = "oversample";
    const auto oversampled = trainWith(project, options);
    EXPECT_GT(oversampled.run.stepsPlanned, plain.run.stepsPlanned);
    EXPECT_EQ(oversampled.run.step, oversampled.run.stepsPlanned);
    EXPECT_EQ(must(project.engine->estimate(project.file, options, cpu())).steps, oversampled.run.stepsPlanned);
}

TEST(Train, HoldsOutValidationAndWarnsWhereThereIsNoTestPart) {
    TestProject project;
    auto data = motifs();
    for (auto& sequence : data.sequences)
        sequence.split = Split::None;
    project.import(data);
    Recorder recorder;
    const auto report = trainWith(project, quickOptions(), recorder);
    EXPECT_FALSE(report.run.test);
    EXPECT_EQ(must(project.runs().split(report.run.id)).validation.size(), 40U);
    ASSERT_EQ(recorder.warnings.size(), 1U);
    EXPECT_EQ(recorder.warnings[0].message.english(), "dataset \"motifs\" has no test part: there will be no test figures");
    EXPECT_FALSE(std::isnan(report.epochs.back().validation.acc));
}

TEST(Train, ARoundOfACrossValidationUsesItsFolds) {
    TestProject project;
    const auto dataset = project.import(motifs());
    must(DatasetStore(project.file).prepare(dataset.id, FoldStep{.folds = 5}));
    auto options = quickOptions();
    options.fold = 5;
    TrainObserver silent;
    const auto report = must(project.engine->train(project.file, options, {.device = "cpu", .threads = 1}, silent, {}));
    const auto data = must(DatasetStore(project.file).load(dataset.id));
    const auto split = must(project.runs().split(report.run.id));
    EXPECT_EQ(split.train.size() + split.validation.size() + split.test.size(), 400U);
    EXPECT_EQ(report.run.test->n, static_cast<std::int64_t>(split.test.size()));
    for (const auto i : split.test)
        EXPECT_EQ(data.sequences[static_cast<std::size_t>(i)].fold, 5);
    for (const auto i : split.validation)
        EXPECT_EQ(data.sequences[static_cast<std::size_t>(i)].fold, 1);
    options.fold = 6;
    EXPECT_EQ(project.engine->check(project.file, options, {.device = "cpu", .threads = 1}).error().english(),
              "there is no fold 6 of dataset \"motifs\"; expected a number from 1 to 5");
}

TEST(Train, SequencesLeftOutAreInNoPart) {
    TestProject project;
    const auto dataset = project.import(motifs());
    must(DatasetStore(project.file).prepare(dataset.id, PartStep{{0, 1, 2, 3}, Split::Excluded}));
    const auto estimate = must(project.engine->estimate(project.file, quickOptions(), {.device = "cpu", .threads = 1}));
    EXPECT_EQ(estimate.train + estimate.validation + estimate.test, 396);
}

TEST(Train, WorksWithoutValidation) {
    TestProject project;
    auto data = motifs(200);
    std::int64_t kept = 0;
    for (auto& sequence : data.sequences)
        sequence.split = kept++ < 12 ? Split::Train : Split::Test;
    project.import(data);
    auto options = quickOptions();
    const auto report = trainWith(project, options);
    EXPECT_TRUE(report.run.test);
    EXPECT_FALSE(std::isnan(report.run.test->loss));
}

}  // namespace
}  // namespace strand
