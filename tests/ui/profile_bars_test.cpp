#include "ui/plots/profile_bars.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace strand::test {
namespace {

float squareOf(std::int64_t i) { return static_cast<float>(i * i); }

TEST(ProfileBars, OneACell) {
    const auto bars = profileBars(10, 2.5, 4, 40, squareOf, 4);
    ASSERT_EQ(bars.size(), 5U) << "parts at both ends are cells too";
    EXPECT_DOUBLE_EQ(bars[0].start, -5);
    EXPECT_DOUBLE_EQ(bars[0].size, 10);
    EXPECT_FLOAT_EQ(bars[1].value, 9);
    EXPECT_FALSE(bars[1].marked);
    EXPECT_TRUE(bars[2].marked);
}

TEST(ProfileBars, WhatIsNotPositiveHasNoBar) { EXPECT_EQ(profileBars(3, 0, 3, 30, squareOf, -1).size(), 2U); }

TEST(ProfileBars, NothingHighIsLostBelowAPixel) {
    const auto spike = [](std::int64_t i) { return i == 777 ? 5.0F : 1.0F; };
    const auto bars = profileBars(1000, 0, 1000, 100, spike, 777);
    ASSERT_EQ(bars.size(), 100U);
    const auto highest = std::max_element(bars.begin(), bars.end(), [](const auto& a, const auto& b) { return a.value < b.value; });
    EXPECT_FLOAT_EQ(highest->value, 5);
    EXPECT_NEAR(highest->start, 77, 1);
    EXPECT_TRUE(highest->marked);
}

TEST(VisibleRange, HasThePartsAtBothEnds) {
    EXPECT_EQ(visibleRange(1.5, 2, 10), (std::pair<std::int64_t, std::int64_t>(1, 4)));
    EXPECT_EQ(visibleRange(0, 10, 10), (std::pair<std::int64_t, std::int64_t>(0, 10)));
    EXPECT_EQ(visibleRange(8.5, 4, 10), (std::pair<std::int64_t, std::int64_t>(8, 10)));
}

}  // namespace
}  // namespace strand::test
