#include "training/trainer.hpp"

#include "training/tiny_run.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <limits>

using namespace strand;
using strand::test::TinyRun;

namespace {

bool sameBits(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) || (std::isnan(a) && std::isnan(b));
}

void expectSame(const ClassificationMetrics& a, const ClassificationMetrics& b) {
    EXPECT_EQ(a.n, b.n);
    EXPECT_EQ(a.confusion, b.confusion);
    for (const auto figure :
         {&ClassificationMetrics::loss, &ClassificationMetrics::acc, &ClassificationMetrics::mcc, &ClassificationMetrics::auc}) {
        EXPECT_TRUE(sameBits(a.*figure, b.*figure)) << a.*figure << " " << b.*figure;
    }
}

/// All but the clock.
void expectSameStory(const TinyRun& a, const TinyRun& b) {
    ASSERT_EQ(a.steps.size(), b.steps.size());
    for (std::size_t i = 0; i < a.steps.size(); ++i) {
        EXPECT_EQ(a.steps[i].step, b.steps[i].step);
        EXPECT_TRUE(sameBits(a.steps[i].loss, b.steps[i].loss)) << "step " << a.steps[i].step;
        EXPECT_TRUE(sameBits(a.steps[i].lr, b.steps[i].lr)) << "step " << a.steps[i].step;
    }
    ASSERT_EQ(a.epochs.size(), b.epochs.size());
    for (std::size_t i = 0; i < a.epochs.size(); ++i) {
        SCOPED_TRACE(testing::Message() << "epoch " << i + 1);
        EXPECT_EQ(a.epochs[i].epoch, b.epochs[i].epoch);
        EXPECT_EQ(a.epochs[i].step, b.epochs[i].step);
        EXPECT_EQ(a.epochs[i].best, b.epochs[i].best);
        EXPECT_TRUE(sameBits(a.epochs[i].trainLoss, b.epochs[i].trainLoss));
        EXPECT_TRUE(sameBits(a.epochs[i].trainAcc, b.epochs[i].trainAcc));
        EXPECT_TRUE(sameBits(a.epochs[i].lr, b.epochs[i].lr));
        expectSame(a.epochs[i].validation, b.epochs[i].validation);
    }
}

void expectSameEnd(const TrainingResult& a, const TrainingResult& b) {
    EXPECT_EQ(a.end, b.end);
    EXPECT_EQ(a.epoch, b.epoch);
    EXPECT_EQ(a.step, b.step);
    EXPECT_EQ(a.bestEpoch, b.bestEpoch);
    ASSERT_EQ(a.best.has_value(), b.best.has_value());
    if (a.best) {
        EXPECT_EQ(test::difference(*a.best, *b.best), "");
    }
}

}  // namespace

TEST(Trainer, LearnsASmallSet) {
    TinyRun run(64, 0, 40, 0);
    run.setup.values.set("schedule", std::string("constant"));
    const auto result = run.start();
    ASSERT_TRUE(result);
    EXPECT_EQ(result->end, TrainingEnd::Finished);
    EXPECT_EQ(result->step, 40 * 8);
    ASSERT_EQ(run.epochs.size(), 40U);
    EXPECT_EQ(run.steps.size(), 320U);
    EXPECT_LT(run.epochs.back().trainLoss, 0.3);  // with dropout
    const auto fitted = evaluate(*run.model, torch::kCPU, run.data, run.setup.split.train, 2, 8);
    ASSERT_TRUE(fitted);
    EXPECT_LT(fitted->loss, 0.05);
    EXPECT_GT(run.epochs.back().sequencesPerSecond, 0);
}

TEST(Trainer, TheSameSeedGivesTheSameBits) {
    TinyRun one, same, other;
    other.setup.seed = 12;
    other.freshModel();
    const auto a = one.start(), b = same.start(), c = other.start();
    ASSERT_TRUE(a && b && c);
    expectSameStory(one, same);
    expectSameEnd(*a, *b);
    EXPECT_NE(test::difference(*a->best, *c->best), "");
}

TEST(Trainer, StepsAndEpochsAreToldInFull) {
    TinyRun run(50, 20, 3);
    std::vector<std::pair<std::int64_t, std::int64_t>> progress;
    run.hooks.progress = [&](std::int64_t step, std::int64_t steps) { progress.emplace_back(step, steps); };
    const auto result = run.start();
    ASSERT_TRUE(result);
    const std::int64_t perEpoch = 7;  // 50 rows in batches of 8
    ASSERT_EQ(run.steps.size(), 21U);
    for (std::size_t i = 0; i < run.steps.size(); ++i)
        EXPECT_EQ(run.steps[i].step, static_cast<std::int64_t>(i) + 1);
    EXPECT_EQ(run.steps[0].lr, 0);  // the schedule at step 0
    EXPECT_EQ(run.steps[2].lr, 1e-2);
    EXPECT_EQ(progress.back(), (std::pair<std::int64_t, std::int64_t>(21, 21)));
    for (std::int64_t e = 0; e < 3; ++e) {
        const auto& report = run.epochs[static_cast<std::size_t>(e)];
        EXPECT_EQ(report.step, (e + 1) * perEpoch);
        const auto plan =
            planBatches(run.data, run.setup.split.train, 8, true, deriveSeed(11, "shuffle", static_cast<std::uint64_t>(e + 1)));
        double sum = 0;
        for (std::size_t s = 0; s < plan.size(); ++s) {
            sum += run.steps[static_cast<std::size_t>(e * perEpoch) + s].loss * static_cast<double>(plan[s].size());
        }
        EXPECT_NEAR(report.trainLoss, sum / 50, 1e-12);
        EXPECT_EQ(report.validation.n, 20);
        EXPECT_GT(report.seconds, 0);
    }
    EXPECT_EQ(run.checkpoints, 3);
}

// The property behind "resume": stop at any poll, also while validating, continue in a fresh model, and nothing tells the difference.
TEST(Trainer, StoppedAnywhereAndResumedItReachesTheSameBits) {
    TinyRun undisturbed;
    const auto whole = undisturbed.start();
    ASSERT_TRUE(whole);
    ASSERT_GT(undisturbed.polls, 4 * 7);
    for (std::int64_t at = 1; at <= undisturbed.polls; ++at) {
        SCOPED_TRACE(testing::Message() << "stopped at poll " << at);
        TinyRun run;
        run.endAtPoll = at;
        const auto stopped = run.start();
        ASSERT_TRUE(stopped);
        EXPECT_EQ(stopped->end, TrainingEnd::Stopped);
        EXPECT_EQ(run.archivedStep, stopped->step);
        const auto resumed = run.resume();
        ASSERT_TRUE(resumed);
        expectSameStory(undisturbed, run);
        expectSameEnd(*whole, *resumed);
        EXPECT_EQ(test::difference(undisturbed.weights(), run.weights()), "");
        EXPECT_EQ(test::difference(*undisturbed.archive, *run.archive), "");
    }
}

TEST(Trainer, KilledAndResumedManyTimesItReachesTheSameBits) {
    for (const char* optimizer : {"adamw", "adam", "sgd"}) {
        SCOPED_TRACE(optimizer);
        TinyRun undisturbed;
        undisturbed.setup.values.set("optimizer", std::string(optimizer));
        const auto whole = undisturbed.start();
        TinyRun run;
        run.setup.values.set("optimizer", std::string(optimizer));
        run.setup.checkpointEverySteps = 2;
        // A kill leaves the last checkpoint, which lies up to two steps back.
        run.endHow = TrainingEnd::Discarded;
        run.endAtPoll = 4;
        auto result = run.start();
        int kills = 0;
        while (result && result->end == TrainingEnd::Discarded) {
            ++kills;
            run.endAtPoll = run.polls + 5;
            result = run.resume();
        }
        ASSERT_TRUE(whole && result);
        EXPECT_GT(kills, 6);
        expectSameStory(undisturbed, run);
        expectSameEnd(*whole, *result);
    }
}

TEST(Trainer, EveryOptionResumesToTheSameBits) {
    const auto setUp = [](TinyRun& run) {
        run.setup.values.set("class_weights", std::string("balanced"));
        run.setup.values.set("label_smoothing", 0.1);
        run.setup.values.set("patience", std::int64_t{2});
        run.setup.values.set("schedule", std::string("constant"));
        run.setup.values.set("grad_clip", 0.0);
    };
    TinyRun undisturbed(50, 20, 12, 0.4, 3), run(50, 20, 12, 0.4, 3);
    setUp(undisturbed);
    setUp(run);
    const auto whole = undisturbed.start();
    ASSERT_TRUE(whole);
    EXPECT_LT(whole->epoch, 12);  // patience ran out
    run.endAtPoll = 1;
    auto result = run.start();
    while (result && result->end == TrainingEnd::Stopped) {
        run.endAtPoll = run.polls + 4;
        result = run.resume();
    }
    ASSERT_TRUE(result);
    expectSameStory(undisturbed, run);
    expectSameEnd(*whole, *result);
}

TEST(Trainer, ResumingAFinishedRunGivesItsResultAgain) {
    TinyRun run;
    const auto whole = run.start();
    const auto again = run.resume();
    ASSERT_TRUE(whole && again);
    expectSameEnd(*whole, *again);
    EXPECT_EQ(run.epochs.size(), 4U);
}

TEST(Trainer, ACheckpointOfAnotherRunIsRefused) {
    TinyRun run;
    ASSERT_TRUE(run.start());
    run.setup.seed = 99;
    const auto other = run.resume();
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, ErrorCode::Project);
    run.setup.seed = 11;
    run.archive->texts["training"] = "{\"step\": 3";
    EXPECT_EQ(run.resume().error().code, ErrorCode::Project);
    run.archive->texts.clear();
    EXPECT_EQ(run.resume().error().code, ErrorCode::Project);
}

TEST(Trainer, CheckpointsComeByStepsByTimeAndByEpoch) {
    TinyRun bySteps, byTime, byEpoch;
    bySteps.setup.checkpointEverySteps = 3;  // 9 of 28 steps, and the 4 epochs' ends
    byTime.setup.checkpointEverySeconds = 0;
    ASSERT_TRUE(bySteps.start() && byTime.start() && byEpoch.start());
    EXPECT_EQ(bySteps.checkpoints, 9 + 4);
    EXPECT_EQ(byTime.checkpoints, 28 + 4);
    EXPECT_EQ(byEpoch.checkpoints, 4);
    expectSameStory(bySteps, byEpoch);
    expectSameStory(byTime, byEpoch);
}

TEST(Trainer, ACheckpointThatCannotBeWrittenEndsTheTraining) {
    TinyRun run;
    run.hooks.checkpoint = [](const TensorArchive&, const TensorArchive*, std::int64_t, std::int64_t) -> Result<void> {
        return fail(ErrorCode::Project, "the disk is full");
    };
    const auto result = run.start();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Project);
    EXPECT_EQ(run.steps.size(), 7U);
}

TEST(Trainer, StopsWithinOneBatch) {
    for (const auto how : {TrainingEnd::Stopped, TrainingEnd::Discarded}) {
        TinyRun run;
        run.endAtPoll = 5;
        run.endHow = how;
        const auto result = run.start();
        ASSERT_TRUE(result);
        EXPECT_EQ(result->end, how);
        EXPECT_EQ(result->step, 4);
        EXPECT_EQ(run.polledStep, 4);
        EXPECT_EQ(run.polls, 5);
        EXPECT_EQ(run.archive.has_value(), how == TrainingEnd::Stopped);
        EXPECT_FALSE(result->best.has_value());
    }
}

TEST(Trainer, PollsForEachBatchOfTheValidation) {
    TinyRun run(50, 20, 1);
    ASSERT_TRUE(run.start());
    EXPECT_EQ(run.polls, 7 + 3);
}

TEST(Trainer, FinishingEarlyRestoresTheBest) {
    TinyRun undisturbed(50, 20, 8);
    ASSERT_TRUE(undisturbed.start());
    TinyRun run(50, 20, 8);
    run.endHow = TrainingEnd::Finished;
    run.endAtPoll = (5 * 10) + 4;  // three steps into the sixth epoch
    const auto result = run.start();
    ASSERT_TRUE(result);
    EXPECT_EQ(result->end, TrainingEnd::Finished);
    EXPECT_EQ(result->epoch, 5);
    EXPECT_EQ(result->step, 5 * 7 + 3);
    std::int64_t bestEpoch = 0;
    for (const auto& report : run.epochs) {
        if (report.best) bestEpoch = report.epoch;
    }
    EXPECT_EQ(result->bestEpoch, bestEpoch);
    EXPECT_EQ(test::difference(*result->best, *run.best), "");
    EXPECT_EQ(test::difference(run.weights(), *run.best), "");
}

TEST(Trainer, FinishingInTheFirstEpochKeepsWhatThereIs) {
    TinyRun run;
    run.endHow = TrainingEnd::Finished;
    run.endAtPoll = 4;
    const auto result = run.start();
    ASSERT_TRUE(result);
    EXPECT_EQ(result->bestEpoch, 1);
    ASSERT_TRUE(result->best.has_value());
    EXPECT_EQ(test::difference(run.weights(), *result->best), "");
}

TEST(Trainer, WithoutValidationTheLastEpochIsTheBest) {
    TinyRun run(50, 0, 3);
    const auto result = run.start();
    ASSERT_TRUE(result);
    EXPECT_EQ(result->bestEpoch, 3);
    for (const auto& report : run.epochs) {
        EXPECT_TRUE(report.best);
        EXPECT_EQ(report.validation.n, 0);
        EXPECT_TRUE(std::isnan(report.validation.loss));
    }
}

TEST(Trainer, TheBestEpochHasTheHighestMccThenTheLowestLoss) {
    TinyRun run(50, 20, 12, 0.4);
    const auto result = run.start();
    ASSERT_TRUE(result);
    std::int64_t expected = 0;
    for (const auto& report : run.epochs) {
        const auto& best = expected > 0 ? run.epochs[static_cast<std::size_t>(expected) - 1].validation : report.validation;
        const bool better =
            expected == 0 || report.validation.mcc > best.mcc || (report.validation.mcc == best.mcc && report.validation.loss < best.loss);
        EXPECT_EQ(report.best, better) << report.epoch;
        if (better) expected = report.epoch;
    }
    EXPECT_EQ(result->bestEpoch, expected);
}

TEST(Trainer, StopsWhenPatienceRunsOut) {
    TinyRun endless(50, 20, 30, 0.5), patient(50, 20, 30, 0.5);
    endless.setup.values.set("schedule", std::string("constant"));
    patient.setup.values.set("schedule", std::string("constant"));
    patient.setup.values.set("patience", std::int64_t{3});
    const auto all = endless.start();
    const auto early = patient.start();
    ASSERT_TRUE(all && early);
    EXPECT_EQ(all->epoch, 30);
    EXPECT_EQ(early->end, TrainingEnd::Finished);
    EXPECT_EQ(early->epoch, early->bestEpoch + 3);
    EXPECT_LT(early->epoch, 30);
    for (const auto& report : patient.epochs)
        EXPECT_LE(report.best ? report.epoch : report.epoch - 3, early->bestEpoch);
}

TEST(Trainer, ALossThatIsNoNumberEndsTheTraining) {
    for (const double poison : {std::nan(""), std::numeric_limits<double>::infinity()}) {
        TinyRun run;
        run.model->poisonAtStep = 16;  // within the third epoch
        run.model->poison = poison;
        run.setup.checkpointEverySteps = 1;
        const auto result = run.start();
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::Diverged);
        const std::string rate = fmt::format("{}", makeSchedule(run.setup.values, 28)->at(16));
        EXPECT_EQ(result.error().found.english(), "the loss is no longer a finite number at step 17 (learning rate " + rate + ")");
        EXPECT_EQ(run.steps.back().step, 16);
        EXPECT_EQ(run.archivedStep, 16);
        for (const auto& [name, tensor] : run.archive->tensors)
            EXPECT_TRUE(torch::isfinite(tensor).all().item<bool>()) << name;
    }
}

TEST(Trainer, WeightsThatAreNoNumbersAreNeverStored) {
    // The gradient of the last step of an epoch overflows while its loss is finite: no later loss would tell.
    TinyRun run;
    run.setup.values.set("optimizer", std::string("sgd"));
    run.setup.values.set("grad_clip", 0.0);
    run.setup.values.set("schedule", std::string("constant"));
    run.setup.values.set("lr", 1e38);
    run.setup.values.set("weight_decay", 1e3);
    run.setup.values.set("batch_size", std::int64_t{50});
    const auto result = run.start();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Diverged);
    EXPECT_EQ(result.error().found.english(), "the weights are no longer finite numbers after step 1 (learning rate 1e+38)");
    EXPECT_EQ(run.steps.size(), 1U);
    EXPECT_FALSE(run.archive.has_value());
    EXPECT_TRUE(run.epochs.empty());
}

TEST(Trainer, MemoryThatRunsOutIsAnError) {
    class Greedy : public Model {
    public:
        torch::Tensor weight = registerParameter("weight", torch::zeros({1}));
        ModelOutput forward(const ModelInput&, Taps*) override { return {torch::empty({std::int64_t{1} << 50}) * weight, {}}; }
    };
    TinyRun run;
    run.setup.model = std::make_shared<Greedy>();
    const auto result = run.start();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Device);
    const auto evaluated = evaluate(*run.setup.model, torch::kCPU, run.data, run.setup.split.train, 2, 8);
    ASSERT_FALSE(evaluated);
    EXPECT_EQ(evaluated.error().code, ErrorCode::Device);
}

TEST(Trainer, NothingToTrainOnIsAnError) {
    TinyRun run;
    std::fill(run.data.labels.begin(), run.data.labels.end(), kNoLabel);
    EXPECT_EQ(run.start().error().code, ErrorCode::BadInput);
}

TEST(Trainer, SequencesWithoutLabelAreLeftOut) {
    TinyRun run;
    for (std::size_t i = 0; i < 18; ++i)
        run.data.labels[i] = kNoLabel;  // 32 of 50 are left
    run.data.labels.back() = kNoLabel;
    ASSERT_TRUE(run.start());
    EXPECT_EQ(run.steps.size(), 16U);
    EXPECT_EQ(run.epochs[0].validation.n, 19);
}

TEST(Trainer, TheLossIsTorchsCrossEntropy) {
    TinyRun run(30, 0, 1, 0, 3);
    for (std::size_t i = 0; i < 12; ++i)
        run.data.labels[i] = 0;  // unbalanced
    run.setup.values.set("batch_size", std::int64_t{30});
    run.setup.values.set("class_weights", std::string("balanced"));
    run.setup.values.set("label_smoothing", 0.1);
    const auto twin = run.weights();
    ASSERT_TRUE(run.start());

    // By hand: q = (1 - s) onehot + s / C; mean of -sum q_c w_c log p_c over the sum of w_label.
    run.freshModel();
    ASSERT_TRUE(loadModule(*run.model, twin, "model."));
    run.model->train();
    torch::manual_seed(deriveSeed(run.setup.seed, "step", 0));
    setDropoutKey(run.setup.seed, 0);
    const auto plan = planBatches(run.data, run.setup.split.train, 30, true, deriveSeed(run.setup.seed, "shuffle", 1));
    const Batch batch = makeBatch(run.data, plan.at(0));
    const torch::Tensor labels = torch::tensor(batch.labels);
    std::vector<double> weights;
    for (std::int64_t c = 0; c < 3; ++c)
        weights.push_back(30.0 / (3.0 * (labels == c).sum().item<double>()));
    const torch::Tensor w = torch::tensor(weights, torch::kDouble);
    const torch::Tensor logProbabilities =
        static_cast<Model&>(*run.model).forward(toInput(batch, torch::kCPU)).logits.to(torch::kDouble).log_softmax(1);
    const torch::Tensor q = 0.9 * torch::one_hot(labels, 3).to(torch::kDouble) + 0.1 / 3;
    const double expected = -(q * w * logProbabilities).sum().item<double>() / w.index_select(0, labels).sum().item<double>();
    EXPECT_NEAR(run.steps.at(0).loss, expected, 1e-6);
}

TEST(Trainer, CountsTheStepsOfARun) {
    EXPECT_EQ(totalSteps(64, 32, 3), 6);
    EXPECT_EQ(totalSteps(65, 32, 3), 9);
    EXPECT_EQ(totalSteps(1, 32, 1), 1);
    EXPECT_EQ(totalSteps(0, 32, 5), 0);
}
