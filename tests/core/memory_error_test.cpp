#include "core/memory_error.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

TEST(MemoryError, TellsTheFirstLineAndTheWayOut) {
    const Error error = outOfMemory("CUDA out of memory\nframe 1\nframe 2");
    EXPECT_EQ(error.code, ErrorCode::Device);
    EXPECT_EQ(error.english(), "there is not enough memory (CUDA out of memory)");
    EXPECT_FALSE(error.hint.empty());
}

}  // namespace
}  // namespace strand
