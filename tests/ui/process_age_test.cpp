#include "ui/session/process_age.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace strand {
namespace {

TEST(ProcessAge, GrowsWithTheClock) {
    const std::int64_t before = processAgeMs();
    ASSERT_GE(before, 0);
    EXPECT_LT(before, 3'600'000);
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    const std::int64_t passed = processAgeMs() - before;
    EXPECT_GE(passed, 80);
}

}  // namespace
}  // namespace strand
