#include "layers/fast_path.hpp"

#include <ATen/Parallel.h>

#include <gtest/gtest.h>

#include <atomic>
#include <vector>

namespace strand {
namespace {

class SplitWorkTest : public ::testing::Test {
protected:
    void SetUp() override { at::set_num_threads(2); }
    void TearDown() override { at::set_num_threads(m_before); }

private:
    int m_before = at::get_num_threads();
};

TEST_F(SplitWorkTest, EveryElementIsReachedOnceInPartsThatBeginAtMultiplesOfTheUnit) {
    for (const std::int64_t n : {0, 1, 7, 8, 9, 1000}) {
        std::vector<std::atomic<int>> reached(static_cast<std::size_t>(n));
        splitWork(n, 8, [&](std::int64_t begin, std::int64_t end) {
            EXPECT_EQ(begin % 8, 0);
            for (std::int64_t i = begin; i < end; ++i)
                ++reached[static_cast<std::size_t>(i)];
        });
        for (const auto& count : reached)
            EXPECT_EQ(count, 1);
    }
}

TEST_F(SplitWorkTest, TwoThreadsTakePart) {
    // One thread alone takes both parts in one call, outside a parallel region.
    std::atomic<int> parts = 0, threads = 0;
    splitWork(2, 1, [&](std::int64_t begin, std::int64_t end) {
        parts += static_cast<int>(end - begin);
        ++threads;
        EXPECT_TRUE(at::in_parallel_region());
    });
    EXPECT_EQ(parts, 2);
    EXPECT_EQ(threads, 2);
}

}  // namespace
}  // namespace strand
