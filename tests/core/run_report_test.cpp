#include "core/run_report.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

TEST(RunReport, EveryStateHasAName) {
    EXPECT_STREQ(runStateName(RunState::Created), "created");
    EXPECT_STREQ(runStateName(RunState::Running), "running");
    EXPECT_STREQ(runStateName(RunState::Stopped), "stopped");
    EXPECT_STREQ(runStateName(RunState::Interrupted), "interrupted");
    EXPECT_STREQ(runStateName(RunState::Finished), "finished");
    EXPECT_STREQ(runStateName(RunState::Failed), "failed");
}

TEST(RunReport, HeadPointsAtItsPlane) {
    AttentionMap map;
    map.layers = 2;
    map.heads = 3;
    map.length = 2;
    map.values.resize(2 * 3 * 4);
    for (size_t i = 0; i < map.values.size(); ++i)
        map.values[i] = static_cast<float>(i);
    EXPECT_EQ(*map.head(0, 0), 0.F);
    EXPECT_EQ(*map.head(0, 2), 8.F);
    EXPECT_EQ(*map.head(1, 1), 16.F);
}

}  // namespace
}  // namespace strand
