#include "training/training_state.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <cmath>

namespace strand {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

TrainingState sample() {
    TrainingState state;
    state.seed = 0xFEDCBA9876543210U;
    state.stepsPerEpoch = 10;
    state.totalSteps = 40;
    state.step = 25;
    state.epoch = 2;
    state.bestEpoch = 1;
    state.bestStep = 10;
    state.bestMcc = 0.1 + 0.2;
    state.bestLoss = 1.0 / 3;
    state.lossSum = 5e-324;
    state.rows = 123;
    state.correct = 45;
    state.seconds = 1e300;
    state.trainingSeconds = -0.0;
    return state;
}
TrainingState sameRun() {
    TrainingState state;
    state.seed = sample().seed;
    state.stepsPerEpoch = 10;
    state.totalSteps = 40;
    return state;
}
std::string textOf(const TrainingState& state) {
    TensorArchive archive;
    state.store(archive);
    return archive.texts.at("training");
}
/// What load says of a text; the state it was asked of must stay as it was then.
std::string refusal(const std::string& text, TrainingState state = sameRun()) {
    TensorArchive archive;
    archive.texts["training"] = text;
    const std::string before = textOf(state);
    const auto loaded = state.load(archive);
    if (loaded) return "accepted";
    EXPECT_EQ(loaded.error().code, ErrorCode::Project);
    EXPECT_EQ(textOf(state), before);
    return loaded.error().found.english();
}
std::string with(const char* name, const nlohmann::json& value) {
    auto text = nlohmann::json::parse(textOf(sample()));
    text[name] = value;
    return text.dump();
}

TEST(TrainingState, ComesBackToTheLastBit) {
    TensorArchive archive;
    sample().store(archive);
    TrainingState back = sameRun();
    ASSERT_TRUE(back.load(archive));
    EXPECT_EQ(textOf(back), textOf(sample()));
    EXPECT_EQ(back.step + back.epoch + back.bestEpoch + back.bestStep + back.rows + back.correct, 25 + 2 + 1 + 10 + 123 + 45);
    EXPECT_EQ(back.bestMcc, 0.1 + 0.2);
    EXPECT_EQ(back.bestLoss, 1.0 / 3);
    EXPECT_EQ(back.lossSum, 5e-324);
    EXPECT_EQ(back.seconds, 1e300);
    EXPECT_TRUE(std::signbit(back.trainingSeconds));
    for (const double none : {kNotAvailable, kInfinity}) {
        TrainingState state = sample();
        state.bestMcc = none;
        state.store(archive);
        ASSERT_TRUE(back.load(archive));
        EXPECT_TRUE(std::isnan(back.bestMcc));
    }
}

TEST(TrainingState, OfAnotherRunIsRefused) {
    EXPECT_EQ(refusal(textOf(sample())), "accepted");
    const std::string other = "the checkpoint was made with another seed, number of sequences, batch size or number of epochs";
    EXPECT_EQ(refusal(with("seed", 1)), other);
    EXPECT_EQ(refusal(with("total_steps", 50)), other);
    EXPECT_EQ(refusal(with("steps_per_epoch", 9)), other);
    TensorArchive weights;
    EXPECT_EQ(sameRun().load(weights).error().found.english(), "the checkpoint holds weights only and cannot be continued");
}

TEST(TrainingState, NumbersThatCannotBeAreDamage) {
    const std::string damaged = "the checkpoint is damaged: its record of the training cannot be read";
    EXPECT_EQ(refusal(with("step", 40)), "accepted") << "the end of the run";
    EXPECT_EQ(refusal(with("step", 20)), "accepted") << "the end of the epoch";
    const std::vector<std::pair<const char*, std::int64_t>> wrong{{"step", 41},  {"step", 19},      {"step", -1},      {"epoch", 3},
                                                                  {"epoch", -1}, {"best_epoch", 3}, {"best_epoch", -1}};
    for (const auto& [name, value] : wrong)
        EXPECT_EQ(refusal(with(name, value)), damaged) << name << " = " << value;
    EXPECT_EQ(refusal(with("step", "25")), damaged);
    EXPECT_EQ(refusal(with("best_mcc", "high")), damaged);
    for (const char* text : {"", "{", "[]", "{}", "7"})
        EXPECT_EQ(refusal(text), damaged) << text;
}

TEST(TrainingState, TakesTheFiguresOfTheBestEpochsOnly) {
    TrainingState state = sample();
    EpochReport epoch;
    epoch.epoch = 3;
    epoch.validation.mcc = 0.9;
    epoch.validation.loss = 0.1;
    state.step = 30;
    state.take(epoch);
    EXPECT_EQ(state.epoch, 3);
    EXPECT_EQ(state.bestEpoch, 1);
    EXPECT_EQ(state.bestMcc, 0.1 + 0.2);
    EXPECT_EQ(state.lossSum + state.seconds + state.trainingSeconds, 0);
    EXPECT_EQ(state.rows + state.correct, 0);
    epoch.best = true;
    state.take(epoch);
    EXPECT_EQ(state.bestEpoch, 3);
    EXPECT_EQ(state.bestStep, 30);
    EXPECT_EQ(state.bestMcc, 0.9);
    EXPECT_EQ(state.bestLoss, 0.1);
}

TEST(IsBetter, TheHigherMccThenTheLowerLossThenTheLater) {
    const auto better = [](double mcc, double loss, double bestMcc, double bestLoss, std::int64_t bestEpoch = 1, std::int64_t n = 20) {
        ClassificationMetrics validation;
        validation.n = n;
        validation.mcc = mcc;
        validation.loss = loss;
        TrainingState state;
        state.bestEpoch = bestEpoch;
        state.bestMcc = bestMcc;
        state.bestLoss = bestLoss;
        return isBetter(validation, state);
    };
    EXPECT_TRUE(better(0.6, 9, 0.5, 1));
    EXPECT_FALSE(better(0.4, 1, 0.5, 9));
    EXPECT_TRUE(better(0.5, 1, 0.5, 2));
    EXPECT_FALSE(better(0.5, 2, 0.5, 2)) << "the first of equals stays";
    EXPECT_FALSE(better(0.5, 3, 0.5, 2));
    EXPECT_TRUE(better(-1, 9, 0.5, 1, 0)) << "none yet";
    EXPECT_TRUE(better(kNotAvailable, kNotAvailable, 0.5, 1, 1, 0)) << "no validation";
    EXPECT_TRUE(better(kNotAvailable, 1, kNotAvailable, 2)) << "of a single class";
    EXPECT_FALSE(better(kNotAvailable, 2, kNotAvailable, 1));
}

}  // namespace
}  // namespace strand
