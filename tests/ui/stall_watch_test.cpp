#include "ui/session/stall_watch.hpp"

#include <gtest/gtest.h>

#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <chrono>
#include <ctime>
#include <thread>

namespace strand {
namespace {

TEST(StallWatch, SeesAStallAndForgetsItWhenRestarted) {
    StallWatch watch;
    QTest::qWait(50);
    std::this_thread::sleep_for(std::chrono::milliseconds(120));
    EXPECT_GE(watch.longestGapMs(), 120);
    QTest::qWait(20);
    EXPECT_GE(watch.longestGapMs(), 120);
    watch.restart();
    EXPECT_LT(watch.longestGapMs(), 120);
}

/// The loop as a program runs it; the waits of QtTest turn it in another way.
void runLoop(int ms) {
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

TEST(StallWatch, CountsWorkAndNotSleep) {
    StallWatch watch;
    runLoop(50);
    watch.restart();
    QTimer::singleShot(10, [] { std::this_thread::sleep_for(std::chrono::milliseconds(120)); });
    runLoop(200);
    EXPECT_LT(watch.longestWorkMs(), 60);
    QTimer::singleShot(10, [] {
        const auto spent = [] { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; };
        const double from = spent();
        while (spent() - from < 0.08) {
        }
    });
    runLoop(300);
    EXPECT_GE(watch.longestWorkMs(), 60);
    EXPECT_EQ(watch.turnsOver(60), 1);
}

}  // namespace
}  // namespace strand
