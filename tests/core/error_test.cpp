#include "core/error.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

TEST(Error, EnglishNamesThePlace) {
    Error error(ErrorCode::BadInput, {"found %1", 1}, {"expected %1", 2}, {"a hint"});
    EXPECT_EQ(error.english(), "found 1; expected 2");
    EXPECT_EQ(Error(error).at("a.fa").english(), "a.fa: found 1; expected 2");
    EXPECT_EQ(Error(error).at("a.fa", 3).english(), "a.fa:3: found 1; expected 2");
    EXPECT_EQ(Error(error).at("a.fa", 3, 7, "id").english(), "a.fa:3:7: found 1; expected 2");
    error.expected = {};
    EXPECT_EQ(error.english(), "found 1");
}

Result<int> half(int value) {
    if (value % 2 != 0) return fail(ErrorCode::Usage, {"%1 is odd", value});
    return value / 2;
}

Result<int> quarter(int value) {
    STRAND_ASSIGN(const int first, half(value));
    STRAND_ASSIGN(const int second, half(first));
    return second;
}

Result<void> check(int value) {
    STRAND_TRY(quarter(value));
    return {};
}

TEST(Error, MacrosPassValuesAndErrorsOn) {
    EXPECT_EQ(quarter(12).value(), 3);
    ASSERT_FALSE(quarter(6));
    EXPECT_EQ(quarter(6).error().english(), "3 is odd");
    EXPECT_EQ(quarter(6).error().code, ErrorCode::Usage);
    EXPECT_TRUE(check(8));
    EXPECT_EQ(check(7).error().english(), "7 is odd");
}

}  // namespace
}  // namespace strand
