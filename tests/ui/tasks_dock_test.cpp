#include "ui/docks/tasks_dock.hpp"

#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QToolButton>

namespace strand::test {
namespace {

TEST(TaskRow, ShowsHowFarHowFastAndHowLong) {
    TaskRow row({.id = 1, .kind = JobKind::Train, .title = "Train TextCNN"});
    EXPECT_TRUE(row.text().contains("Waiting"));
    row.setProgress({.stage = {}, .done = 120, .total = 400, .unit = "batches"}, 20, 14);
    EXPECT_EQ(row.text(), "Train TextCNN||120 of 400 batches · 20/s · 0:14 left");
}

TEST(TasksDock, LongJobsAppearAndCanBeCancelled) {
    Script script;
    script.epochs = 1000;
    script.msPerStep = 2;
    Bench bench(script);
    TasksDock dock(bench.session);
    ASSERT_TRUE(bench.open());
    ASSERT_TRUE(eventually([&] { return !bench.engine().isBusy() && dock.count() == 0; }));
    QSignalSpy ended(&bench.engine(), &EngineHost::runEnded);
    bench.engine().train(bench.session.draft());
    ASSERT_TRUE(eventually([&] { return bench.engine().trainingRun() != 0; }));
    EXPECT_EQ(dock.count(), 1);
    dock.findChild<TaskRow*>()->findChild<QToolButton*>()->click();
    ASSERT_TRUE(eventually([&] { return ended.count() == 1; }));
    EXPECT_EQ(ended[0][0].value<RunRecord>().state, RunState::Stopped);
    EXPECT_TRUE(eventually([&] { return dock.count() == 0; }));
}

}  // namespace
}  // namespace strand::test
