#include "layers/packed_indices.hpp"

#include "compare.hpp"

#include <limits>

namespace strand {
namespace {

torch::Tensor indices(std::vector<std::int64_t> values) { return torch::tensor(std::move(values), torch::kLong); }

std::int64_t bytesOf(const torch::Tensor& values) {
    const torch::Tensor bits = packed(values).bits;
    return bits.defined() ? bits.numel() : 0;
}

TEST(PackedIndices, ComeBackAsTheyWere) {
    constexpr auto kLeast = std::numeric_limits<std::int64_t>::min(), kMost = std::numeric_limits<std::int64_t>::max();
    torch::manual_seed(1);
    const torch::Tensor ascending = std::get<0>(torch::randint(-1, 4096, {3, 2, 5, 64}, torch::kLong).sort(3));
    for (const torch::Tensor& values :
         {indices({}), indices({7}), indices({5, 5, 5}), indices({-1, 0, 127}), indices({128, -1}), indices({kMost, kLeast, 0}),
          indices({kLeast, kMost}), torch::tensor(-3, torch::kLong), torch::randint(0, 8, {2, 3, 4, 100}, torch::kLong),
          torch::randint(-5, 1000, {7, 11}, torch::kLong), ascending, ascending.transpose(0, 2), ascending.flip({3}), ascending + 100000})
        EXPECT_TRUE(sameBits(unpacked(packed(values)), values)) << values.sizes() << " " << values.flatten().slice(0, 0, 3);
}

/// Eight buckets take three bits; 64 places of 512 in ascending order take no more than 5: two of them are 2 + log2(512 / 64).
TEST(PackedIndices, TakeAFewBitsEach) {
    torch::manual_seed(1);
    EXPECT_EQ(bytesOf(torch::randint(0, 8, {1000}, torch::kLong)), 375);
    EXPECT_EQ(bytesOf(torch::randint(0, 9, {1000}, torch::kLong)), 500);
    EXPECT_EQ(bytesOf(torch::full({1000}, 3, torch::kLong)), 0);
    const torch::Tensor members = std::get<0>(std::get<1>(torch::rand({10, 512}).topk(64, 1)).sort(1));
    EXPECT_LE(bytesOf(members), 10 * 64 * 5 / 8 + 1);
    EXPECT_GE(bytesOf(members.flip({1})), 10 * 64 * 9 / 8);
}

}  // namespace
}  // namespace strand
