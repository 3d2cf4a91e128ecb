#include "training/device_error.hpp"

#include <gtest/gtest.h>

#include <c10/util/Exception.h>

namespace strand {
namespace {

template <typename Thrown>
Result<int> throwing(const Thrown& thrown) {
    return withDeviceErrors([&]() -> Result<int> { throw thrown; });
}
c10::Error torchError(const std::string& what) { return {c10::SourceLocation{"f", "file.cpp", 1}, what}; }

TEST(DeviceError, MemoryThatRunsOutIsAnErrorOfTheDeviceWithAWayOut) {
    const std::vector<Result<int>> results{
        throwing(c10::OutOfMemoryError(c10::SourceLocation{"f", "file.cpp", 1}, "CUDA out of memory. Tried 9 GiB\nmore")),
        throwing(torchError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes. Error code 12")),
        throwing(torchError("DefaultCPUAllocator: not enough memory: you tried to allocate 9 bytes.")),
        throwing(std::bad_alloc()),
        throwing(std::bad_array_new_length()),
    };
    for (const auto& result : results) {
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::Device);
        EXPECT_TRUE(result.error().found.english().starts_with("there is not enough memory (")) << result.error().english();
        EXPECT_EQ(result.error().hint.english(), "make batch_size, max_len or the model smaller, or use another device");
        EXPECT_EQ(result.error().english().find('\n'), std::string::npos);
    }
    EXPECT_EQ(results[0].error().found.english(), "there is not enough memory (CUDA out of memory. Tried 9 GiB)");
}

TEST(DeviceError, ADeviceThatFailsIsAnotherOne) {
    const auto failed = throwing(c10::AcceleratorError(c10::SourceLocation{"f", "file.cpp", 1}, 719, "CUDA error: launch failure\nstack"));
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::Device);
    EXPECT_EQ(failed.error().english(), "the device failed (CUDA error: launch failure)");
    EXPECT_EQ(failed.error().hint.english(), "try again, or choose the device cpu");
}

TEST(DeviceError, BrokenInvariantsPass) {
    EXPECT_THROW((void)throwing(torchError("mat1 and mat2 shapes cannot be multiplied")), c10::Error);
    EXPECT_THROW((void)throwing(std::logic_error("can't allocate memory")), std::logic_error);
}

TEST(DeviceError, TheRealAllocatorIsRecognised) {
    const auto result = withDeviceErrors([]() -> Result<torch::Tensor> { return torch::empty({std::int64_t{1} << 50}); });
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Device);
}

TEST(DeviceError, WhatTheWorkSaysIsHandedOn) {
    EXPECT_EQ(withDeviceErrors([]() -> Result<int> { return 7; }).value(), 7);
    const auto own = withDeviceErrors([]() -> Result<int> { return fail(ErrorCode::Diverged, "the loss is not finite"); });
    ASSERT_FALSE(own);
    EXPECT_EQ(own.error().code, ErrorCode::Diverged);
}

}  // namespace
}  // namespace strand
