#include "training/upload.hpp"

#include "training/trainer.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

TEST(Upload, IsACopyInTheShapeAskedFor) {
    std::vector<std::int64_t> values{1, 2, 3, 4, 5, std::int64_t{1} << 40};
    const torch::Tensor tensor = upload(values, {2, 3}, torch::kCPU);
    values.assign(6, 0);
    EXPECT_TRUE(torch::equal(tensor, torch::tensor({1L, 2L, 3L, 4L, 5L, 1L << 40}, torch::kLong).view({2, 3})));
    EXPECT_EQ(upload({}, {0}, torch::kCPU).numel(), 0);
}

TEST(ToInput, MaskComesOnlyWithPadding) {
    Batch batch;
    batch.size = 2;
    batch.length = 3;
    batch.ids = {3, 4, 5, 3, 0, 0};
    batch.lengths = {3, 1};
    const auto padded = toInput(batch, torch::kCPU);
    EXPECT_TRUE(padded.padded());
    EXPECT_TRUE(torch::equal(padded.mask, torch::tensor({{true, true, true}, {true, false, false}})));
    EXPECT_TRUE(torch::equal(padded.ids, torch::tensor({{3, 4, 5}, {3, 0, 0}}, torch::kLong)));
    EXPECT_TRUE(torch::equal(padded.lengths, torch::tensor({3, 1}, torch::kLong)));
    batch.ids = {3, 4, 5, 3, 4, 6};
    batch.lengths = {3, 3};
    EXPECT_FALSE(toInput(batch, torch::kCPU).padded());
}

TEST(ToInput, EmptySequencesGetOneColumnOfPadding) {
    Batch batch;
    batch.size = 2;
    batch.lengths = {0, 0};
    const auto input = toInput(batch, torch::kCPU);
    EXPECT_EQ(input.ids.sizes(), (std::vector<std::int64_t>{2, 1}));
    EXPECT_FALSE(input.mask.any().item<bool>());
    EXPECT_TRUE(torch::equal(input.lengths, torch::zeros({2}, torch::kLong)));
}

}  // namespace
}  // namespace strand
