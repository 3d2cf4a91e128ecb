#include "ui/widgets/job_bar.hpp"

#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QLabel>
#include <QPushButton>

#include <cmath>
#include <latch>

namespace strand::test {
namespace {

TEST(JobBar, ShowsProgressRateAndTimeLeft) {
    EXPECT_EQ(progressText({"Saving", 120, 400, "records"}, 53, 5), "120 of 400 records · 53/s · 0:05 left");
    EXPECT_EQ(progressText({"Saving", 0, 1, "sequences"}, 0, std::nan("")), "0 of 1 sequence");
    EXPECT_EQ(progressText({"Saving", 3, 0, "records"}, 0, std::nan("")), "") << "nothing is known";
}

TEST(JobBar, FollowsAJobAndCancelsIt) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    JobBar bar(bench.session);
    EXPECT_TRUE(bar.isHidden());
    std::latch begun(1);
    const JobId job =
        bench.engine().work("Long work", [&begun](ProjectFile&, const ProgressFn& progress, std::stop_token stop) -> Result<void> {
            progress({"Counting", 7, 10, "records"});
            begun.count_down();
            while (!stop.stop_requested())
                std::this_thread::yield();
            return fail(ErrorCode::Interrupted, "stopped");
        });
    bar.follow(job, "Long work");
    EXPECT_FALSE(bar.isHidden());
    begun.wait();
    const auto says = [&bar](const char* text) {
        for (const auto* label : bar.findChildren<QLabel*>())
            if (label->text().contains(QLatin1String(text))) return true;
        return false;
    };
    EXPECT_TRUE(eventually([&] { return says("7 of 10 records"); }));
    EXPECT_TRUE(says("Counting"));
    QSignalSpy ended(&bar, &JobBar::ended);
    bar.findChild<QPushButton*>()->click();
    EXPECT_TRUE(eventually([&] { return bar.isHidden(); }));
    EXPECT_EQ(ended.count(), 1);
}

}  // namespace
}  // namespace strand::test
