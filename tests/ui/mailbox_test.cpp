#include "ui/session/mailbox.hpp"

#include "window_support.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace strand::test {
namespace {

TEST(Mailbox, KeepsTheOrderAndMergesStepsInBetween) {
    Mailbox box;
    QStringList seen;
    box.onSteps = [&](std::int64_t run, const std::vector<StepPoint>& steps) {
        seen << QStringLiteral("%1:%2").arg(run).arg(steps.size());
    };
    box.postSteps(1, {{.step = 1}});
    box.postSteps(1, {{.step = 2}, {.step = 3}});
    box.post([&] { seen << QStringLiteral("epoch"); });
    box.postSteps(1, {{.step = 4}});
    ASSERT_TRUE(eventually([&] { return seen.size() == 3; }));
    EXPECT_EQ(seen, (QStringList{"1:3", "epoch", "1:1"}));
}

TEST(Mailbox, OnlyTheLatestProgressOfAJobArrives) {
    Mailbox box;
    std::map<quint64, std::vector<std::int64_t>> seen;
    box.onProgress = [&](quint64 job, const Progress& progress) { seen[job].push_back(progress.done); };
    for (std::int64_t done = 0; done < 100; ++done)
        box.postProgress(7, {.stage = {}, .done = done});
    box.postProgress(8, {.stage = {}, .done = 5});
    ASSERT_TRUE(eventually([&] { return seen.size() == 2; }));
    EXPECT_EQ(seen[7], std::vector<std::int64_t>{99});
}

TEST(Mailbox, ABusyThreadDoesNotFloodTheLoop) {
    Mailbox box;
    int deliveries = 0;
    size_t points = 0;
    box.onSteps = [&](std::int64_t, const std::vector<StepPoint>& steps) {
        ++deliveries;
        points += steps.size();
    };
    QElapsedTimer clock;
    clock.start();
    std::thread busy([&] {
        for (std::int64_t step = 0; step < 3000; ++step) {
            box.postSteps(1, {{.step = step}});
            std::this_thread::sleep_for(std::chrono::microseconds(100));
        }
    });
    ASSERT_TRUE(eventually([&] { return points == 3000; }));
    busy.join();
    EXPECT_LE(deliveries, static_cast<int>(clock.elapsed()) / Mailbox::kIntervalMs + 2);
}

TEST(Mailbox, DropAllLeavesNothing) {
    Mailbox box;
    bool called = false;
    box.post([&] { called = true; });
    box.dropAll();
    QTest::qWait(2 * Mailbox::kIntervalMs);
    EXPECT_FALSE(called);
}

}  // namespace
}  // namespace strand::test
