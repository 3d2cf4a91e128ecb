#include "training/tensor_memory.hpp"

#include "layers/torch.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

using namespace strand;

namespace {

constexpr std::int64_t kMillion = 1000000;

torch::Tensor filled(std::int64_t floats, float value) { return torch::full({floats}, value); }

}  // namespace

TEST(TensorMemory, TheNextTensorGetsTheMemoryOfTheLast) {
    const TensorMemoryScope scope;
    const void* first = filled(kMillion, 1).data_ptr();
    EXPECT_GE(tensorMemoryUse().kept, 4U * kMillion);
    const torch::Tensor again = filled(kMillion, 2);
    EXPECT_EQ(again.data_ptr(), first);
    const torch::Tensor other = filled(kMillion, 3);
    EXPECT_NE(other.data_ptr(), again.data_ptr());
    EXPECT_EQ(again.min().item<float>(), 2);
}

TEST(TensorMemory, MoreThanTheSystemHasIsRefused) {
    const TensorMemoryScope scope;
    const std::size_t live = tensorMemoryUse().live;
    const std::int64_t pebibyte = std::int64_t{1} << 50;
    EXPECT_THROW((void)torch::empty({pebibyte}, torch::kByte), c10::OutOfMemoryError);
    EXPECT_EQ(tensorMemoryUse().live, live);
    EXPECT_THROW(requireMemory(std::size_t{1} << 50U), c10::OutOfMemoryError);
    EXPECT_NO_THROW(requireMemory(std::size_t{32} << 20U));
    EXPECT_NO_THROW((void)filled(6 * kMillion, 1));
}

TEST(TensorMemory, DataIsAlignedForVectorKernels) {
    const TensorMemoryScope scope;
    for (const std::int64_t floats : {40000, 100001, 600000, 5000001}) {
        EXPECT_EQ(reinterpret_cast<std::uintptr_t>(filled(floats, 1).data_ptr()) % 64, 0U) << floats;
    }
}

TEST(TensorMemory, TheLastScopeGivesAllBack) {
    torch::Tensor survivor;
    {
        const TensorMemoryScope outer;
        {
            const TensorMemoryScope inner;
            survivor = filled(kMillion, 7);
            filled(2 * kMillion, 1);
        }
        EXPECT_GT(tensorMemoryUse().kept, 0U);
    }
    EXPECT_EQ(tensorMemoryUse().kept, 0U);
    EXPECT_EQ(survivor.sum().item<double>(), 7.0 * kMillion);
    const std::size_t live = tensorMemoryUse().live;
    survivor.reset();
    EXPECT_LT(tensorMemoryUse().live, live);
    EXPECT_EQ(tensorMemoryUse().kept, 0U);
    filled(kMillion, 1);
    EXPECT_EQ(tensorMemoryUse().kept, 0U);
}

TEST(TensorMemory, NoMoreIsKeptThanAQuarterOverThePeak) {
    const TensorMemoryScope scope;
    const std::size_t before = tensorMemoryUse().live;
    std::size_t peak = 0;
    for (std::int64_t i = 0; i < 200; ++i) {
        const torch::Tensor a = filled((1 + (i * 37) % 50) * 100000, 1), b = filled((1 + (i * 11) % 7) * 40000, 1);
        peak = std::max(peak, tensorMemoryUse().live);
        EXPECT_LE(tensorMemoryUse().live + tensorMemoryUse().kept, peak + peak / 4 + before);
    }
}

TEST(TensorMemory, SurvivesManyThreads) {
    const TensorMemoryScope scope;
    std::vector<std::thread> threads;
    std::atomic<int> wrong = 0;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&wrong, t] {
            for (int i = 0; i < 200; ++i) {
                const auto value = static_cast<float>((t * 1000) + i);
                const torch::Tensor a = filled(40000 + (i * 5000), value), b = filled(50000, value + 1);
                if (a[0].item<float>() != value || a[-1].item<float>() != value || b[-1].item<float>() != value + 1) ++wrong;
            }
        });
    }
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(wrong, 0);
}

TEST(TensorMemory, ResizingAndCopyingWork) {
    const TensorMemoryScope scope;
    torch::Tensor a = filled(kMillion, 4);
    a.resize_({3 * kMillion});
    EXPECT_EQ(a[kMillion - 1].item<float>(), 4);
    a.fill_(5);
    EXPECT_TRUE(torch::equal(a.clone(), a));
}

TEST(TensorMemory, ARequestThatCannotBeMetLeavesNoTrace) {
    const TensorMemoryScope scope;
    filled(kMillion, 1);
    const auto before = tensorMemoryUse();
    EXPECT_THROW((void)torch::empty({std::int64_t{1} << 50}), c10::Error);
    EXPECT_EQ(tensorMemoryUse().live, before.live);
    filled(kMillion, 1);
    EXPECT_LE(tensorMemoryUse().kept, 5U * kMillion);
}
