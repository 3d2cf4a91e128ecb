#include "training/schedule.hpp"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

using namespace strand;

namespace {

struct Case {
    double base, warmup;
    std::int64_t warmupSteps, holdSteps, totalSteps;
    std::vector<std::pair<std::int64_t, double>> rates;  ///< step, learning rate
};

// Computed with numpy by cosine_decay_with_warmup, the schedule's published form.
const std::vector<Case> kCases{
    {0.001,
     1e-05,
     10,
     5,
     100,
     {{0, 1e-05},
      {1, 0.00010899999999999999},
      {9, 0.000901},
      {10, 0.001},
      {11, 0.001},
      {15, 0.001},
      {16, 0.0009996585300715115},
      {20, 0.000991486549841951},
      {30, 0.0009251085678648072},
      {31, 0.0009150920154077753},
      {49, 0.0006545084971874737},
      {50, 0.0006368314950360416},
      {59, 0.00047229426254201515},
      {60, 0.00045386582026834903},
      {77, 0.0001700377325606388},
      {99, 3.4146992848854695e-07},
      {100, 0.0},
      {101, 0.0}}},
    {0.001,
     0.0,
     0,
     0,
     100,
     {{0, 0.001},
      {1, 0.0009997532801828658},
      {9, 0.0009801468428384716},
      {10, 0.0009755282581475768},
      {11, 0.0009704403844771128},
      {15, 0.0009455032620941839},
      {16, 0.0009381533400219318},
      {20, 0.0009045084971874737},
      {30, 0.0007938926261462367},
      {31, 0.0007810416889260654},
      {49, 0.0005157053795390641},
      {50, 0.0005},
      {59, 0.0003605044469803854},
      {60, 0.00034549150281252644},
      {77, 0.0001249444651847702},
      {99, 2.467198171342e-07},
      {100, 0.0},
      {101, 0.0}}},
    {0.0005,
     4e-06,
     20,
     0,
     60,
     {{0, 4e-06},
      {1, 2.88e-05},
      {9, 0.0002272},
      {10, 0.000252},
      {11, 0.0002768},
      {15, 0.000376},
      {16, 0.0004008},
      {20, 0.0005},
      {30, 0.00042677669529663686},
      {31, 0.000412362012082546},
      {49, 8.763798791745412e-05},
      {50, 7.322330470336314e-05},
      {59, 7.70666566718009e-07},
      {60, 0.0}}},
    {0.002,
     0.0,
     10,
     0,
     50,
     {{0, 0.0},
      {1, 0.0002},
      {9, 0.0018000000000000002},
      {10, 0.002},
      {11, 0.001996917333733128},
      {15, 0.0019238795325112869},
      {16, 0.0018910065241883678},
      {20, 0.0017071067811865474},
      {30, 0.001},
      {31, 0.0009215409042721552},
      {49, 3.082666266872036e-06},
      {50, 0.0}}},
    {0.001,
     0.0001,
     10,
     40,
     30,
     {{0, 0.0001}, {1, 0.00019}, {9, 0.00091}, {10, 0.001}, {11, 0.001}, {15, 0.001}, {16, 0.001}, {20, 0.001}, {30, 0.001}, {31, 0.0}}},
};

Hyperparameters values(double lr, double warmupLr, std::int64_t warmupSteps, std::int64_t holdSteps,
                       const char* schedule = "warmup_cosine") {
    Hyperparameters result;
    result.set("schedule", std::string(schedule));
    result.set("lr", lr);
    result.set("warmup_lr", warmupLr);
    result.set("warmup_steps", warmupSteps);
    result.set("hold_steps", holdSteps);
    return result;
}

}  // namespace

TEST(Schedule, FollowsThePublishedFormula) {
    for (const auto& one : kCases) {
        SCOPED_TRACE(testing::Message() << one.base << " " << one.warmupSteps << " " << one.holdSteps << " " << one.totalSteps);
        const auto schedule = makeSchedule(values(one.base, one.warmup, one.warmupSteps, one.holdSteps), one.totalSteps);
        ASSERT_TRUE(schedule);
        for (const auto& [step, rate] : one.rates)
            EXPECT_NEAR(schedule->at(step), rate, 1e-15) << step;
    }
}

TEST(Schedule, IsZeroAtTheEndAndAfter) {
    const auto schedule = makeSchedule(values(1e-3, 0, 10, 5), 100);
    EXPECT_EQ(schedule->at(100), 0);
    EXPECT_EQ(schedule->at(101), 0);
    EXPECT_EQ(schedule->at(1000), 0);
}

TEST(Schedule, WithNothingLeftToDecayItHolds) {
    // The published form divides by zero here.
    for (const std::int64_t hold : {0, 20}) {
        const auto schedule = makeSchedule(values(1e-3, 1e-4, 50 - hold, hold), 50);
        EXPECT_EQ(schedule->at(50), 1e-3);
        EXPECT_EQ(schedule->at(51), 0);
    }
}

TEST(Schedule, MinusOneWarmsUpForATenth) {
    EXPECT_EQ(makeSchedule(values(1e-3, 0, -1, 0), 200)->warmupSteps, 20);
    EXPECT_EQ(makeSchedule(values(1e-3, 0, -1, 0), 7)->warmupSteps, 0);
}

TEST(Schedule, ConstantKnowsNoSteps) {
    const auto schedule = makeSchedule(values(2e-3, 1, 1000, 1000, "constant"), 10);
    ASSERT_TRUE(schedule);
    for (const std::int64_t step : {0, 5, 10, 100})
        EXPECT_EQ(schedule->at(step), 2e-3);
}

TEST(Schedule, FewerStepsThanWarmupIsAnErrorThatNamesBoth) {
    const auto schedule = makeSchedule(values(1e-3, 0, 101, 0), 100);
    ASSERT_FALSE(schedule);
    EXPECT_EQ(schedule.error().code, ErrorCode::Usage);
    EXPECT_EQ(schedule.error().found.english(), "warmup_steps is 101, but the whole run has 100 steps");
    EXPECT_TRUE(makeSchedule(values(1e-3, 0, 100, 0), 100));
}

TEST(Schedule, WarmupAboveTheLearningRateIsAnErrorThatNamesBoth) {
    const auto schedule = makeSchedule(values(1e-4, 1e-3, 10, 0), 100);
    ASSERT_FALSE(schedule);
    EXPECT_EQ(schedule.error().code, ErrorCode::Usage);
    EXPECT_EQ(schedule.error().found.english(), "warmup_lr is 0.001, but lr is 0.0001");
    EXPECT_TRUE(makeSchedule(values(1e-3, 1e-3, 10, 0), 100));
}
