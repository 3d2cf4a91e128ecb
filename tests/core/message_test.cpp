#include "core/message.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

TEST(Message, FillsPlaceholders) {
    const Message message{"%2 of %1 (%2)", 10, "three"};
    EXPECT_EQ(message.english(), "three of 10 (three)");
    EXPECT_EQ(message.fill("von %1: %2"), "von 10: three");
}

TEST(Message, LeavesWhatIsNoPlaceholder) {
    EXPECT_EQ(Message("100 % of %1", "x").english(), "100 % of x");
    EXPECT_EQ(Message("%3%", 1).english(), "%3%");
}

TEST(Message, ArgumentsAreNotFilledAgain) { EXPECT_EQ(Message("%1 %2", "%2", "b").english(), "%2 b"); }

TEST(Message, EmptyMeansNothingToSay) {
    EXPECT_TRUE(Message{}.empty());
    EXPECT_FALSE(Message("a").empty());
}

}  // namespace
}  // namespace strand
