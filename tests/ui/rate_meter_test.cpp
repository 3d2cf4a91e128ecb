#include "ui/session/rate_meter.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace strand {
namespace {

TEST(RateMeter, KnowsNothingFromOneSample) {
    RateMeter meter;
    EXPECT_EQ(meter.rate(), 0);
    meter.add(1, 10, 100);
    EXPECT_EQ(meter.rate(), 0);
    EXPECT_TRUE(std::isnan(meter.secondsLeft()));
}

TEST(RateMeter, ASteadyRateGivesTheTimeLeft) {
    RateMeter meter;
    for (int i = 0; i <= 5; ++i)
        meter.add(i, 20 + 10 * i, 270);
    EXPECT_DOUBLE_EQ(meter.rate(), 10);
    EXPECT_DOUBLE_EQ(meter.secondsLeft(), 20);
}

TEST(RateMeter, ForgetsWhatIsLongerAgoThanItsWindow) {
    RateMeter meter;
    for (int i = 0; i <= 20; ++i)
        meter.add(i, i, 1000);
    for (int i = 21; i <= 60; ++i)
        meter.add(i, 20 + 5 * (i - 20), 1000);
    EXPECT_NEAR(meter.rate(), 5, 0.01);
}

TEST(RateMeter, WorkThatBeginsAgainIsMeasuredAnew) {
    RateMeter meter;
    meter.add(0, 0, 10);
    meter.add(1, 10, 10);
    meter.add(2, 0, 10);
    EXPECT_EQ(meter.rate(), 0);
    meter.restart();
    EXPECT_TRUE(std::isnan(meter.secondsLeft()));
}

}  // namespace
}  // namespace strand
