#include "core/count_text.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

TEST(CountOf, IsTheFirstWholeNumber) {
    EXPECT_EQ(countOf({"%1: %2 records, %3 skipped", "dataset 7", 1, 3}), 1);
    EXPECT_EQ(countOf({"%1 of %2", 0, 5}), 0);
    EXPECT_EQ(countOf({"%1", 123456789012}), 1'000'000);
}

TEST(CountOf, WhatIsNoCountIsPassedOver) {
    EXPECT_EQ(countOf({"nothing"}), -1);
    EXPECT_EQ(countOf({"%1 %2", 0.5, -3}), -1);
}

}  // namespace
}  // namespace strand
