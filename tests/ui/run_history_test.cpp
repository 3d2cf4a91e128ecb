#include "ui/plots/run_history.hpp"

#include "scripted_engine.hpp"

#include <gmock/gmock.h>

namespace strand::test {
namespace {

TEST(RunHistory, AResumedRunReplacesWhatItRepeats) {
    RunHistory history;
    EXPECT_EQ(history.add(scriptedSteps(1, 11, 100)), 0U);
    EXPECT_EQ(history.add(scriptedSteps(11, 16, 100)), 10U);
    EXPECT_EQ(history.steps().size(), 15U);
    EXPECT_EQ(history.add(scriptedSteps(8, 10, 100)), 7U);
    EXPECT_EQ(history.steps().size(), 9U);
    EXPECT_EQ(history.steps().back().step, 9);
    for (std::int64_t epoch = 1; epoch <= 4; ++epoch)
        history.add(scriptedEpoch(epoch, 10, 4));
    history.add(scriptedEpoch(3, 10, 4));
    EXPECT_EQ(history.epochs().size(), 3U);
}

TEST(RunHistory, KnowsTheBestEpoch) {
    RunHistory history;
    EXPECT_EQ(history.best(), nullptr);
    for (std::int64_t epoch = 1; epoch <= 8; ++epoch)
        history.add(scriptedEpoch(epoch, 10, 8));
    ASSERT_NE(history.best(), nullptr);
    EXPECT_EQ(history.best()->epoch, 6);  // the script: three quarters of all
}

TEST(RunHistory, PlacesStepsOnEveryAxis) {
    RunHistory history;
    EpochReport epoch;
    epoch.epoch = 1;
    epoch.step = 10;
    epoch.seconds = 5;
    history.add(epoch);
    epoch.epoch = 2;
    epoch.step = 30;  // an uneven one: twice the steps in the same time
    history.add(epoch);
    EXPECT_EQ(history.place(XKind::Step, 17), 17);
    EXPECT_DOUBLE_EQ(history.place(XKind::Epoch, 5), 0.5);
    EXPECT_DOUBLE_EQ(history.place(XKind::Epoch, 10), 1);
    EXPECT_DOUBLE_EQ(history.place(XKind::Epoch, 20), 1.5);
    EXPECT_DOUBLE_EQ(history.place(XKind::Epoch, 50), 3);  // as fast as in the last epoch
    EXPECT_DOUBLE_EQ(history.place(XKind::Time, 10), 5);
    EXPECT_DOUBLE_EQ(history.place(XKind::Time, 30), 10);
    EXPECT_DOUBLE_EQ(history.seconds(), 10);
}

TEST(RunHistory, BeforeTheFirstEpochUsesWhatIsKnown) {
    RunHistory history;
    EXPECT_EQ(history.place(XKind::Epoch, 10), 0);
    history.setHints(40, 0.25);
    EXPECT_DOUBLE_EQ(history.place(XKind::Epoch, 10), 0.25);
    EXPECT_DOUBLE_EQ(history.place(XKind::Time, 10), 2.5);
}

}  // namespace
}  // namespace strand::test
