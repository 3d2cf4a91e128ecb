#include "ui/session/stall_watch.hpp"

#include <gtest/gtest.h>

#include <QTest>

#include <chrono>
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

}  // namespace
}  // namespace strand
