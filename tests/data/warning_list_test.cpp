#include "data/warning_list.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

std::vector<Warning> listOf(int count) {
    WarningList list;
    for (int i = 1; i <= count; ++i)
        list.add({{"number %1", i}, "f.fa", i, "r"});
    EXPECT_EQ(list.count(), count);
    return std::move(list).take();
}

TEST(WarningList, KeepsAThousandAndCountsTheRest) {
    EXPECT_TRUE(listOf(0).empty());
    EXPECT_EQ(listOf(1000).size(), 1000U);
    EXPECT_EQ(listOf(1000).back().message.english(), "number 1000");
    const auto warnings = listOf(1234);
    ASSERT_EQ(warnings.size(), 1001U);
    EXPECT_EQ(warnings[999].message.english(), "number 1000");
    EXPECT_EQ(warnings[1000].message.english(), "and 234 more");
}

}  // namespace
}  // namespace strand
