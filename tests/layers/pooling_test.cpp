#include "layers/pooling.hpp"

#include "tests/layers/compare.hpp"

namespace strand {
namespace {

TEST(Pooling, PaddingNeverCounts) {
    const torch::Tensor x = torch::tensor({{{1.0F}, {-3.0F}, {100.0F}}, {{-2.0F}, {-4.0F}, {-6.0F}}, {{7.0F}, {8.0F}, {9.0F}}});
    const Padding padding{.lengths = torch::tensor({2, 3, 0}, torch::kLong),
                          .mask = torch::tensor({{true, true, false}, {true, true, true}, {false, false, false}})};
    EXPECT_TRUE(sameBits(maskedMean(x, padding).flatten(), torch::tensor({-1.0F, -4.0F, 0.0F})));
    EXPECT_TRUE(sameBits(maskedMax(x, padding).flatten(), torch::tensor({1.0F, -2.0F, 0.0F})));
    EXPECT_TRUE(sameBits(lastValid(x, padding).flatten(), torch::tensor({-3.0F, -6.0F, 0.0F})));
    EXPECT_TRUE(sameBits(padding.zeroed(x)[0].flatten(), torch::tensor({1.0F, -3.0F, 0.0F})));
}

TEST(Pooling, WithoutPaddingItIsPlain) {
    torch::manual_seed(1);
    const torch::Tensor x = torch::randn({4, 6, 5});
    const Padding padding{.lengths = torch::full({4}, 6, torch::kLong), .mask = {}};
    EXPECT_LT(largestDifference(maskedMean(x, padding), x.mean(1)), 1e-6);
    EXPECT_TRUE(sameBits(maskedMax(x, padding), x.amax(1)));
    EXPECT_TRUE(sameBits(lastValid(x, padding), x.select(1, 5)));
    EXPECT_TRUE(padding.zeroed(x).is_same(x));
}

TEST(Pooling, GradientsAgreeWithDouble) {
    const Padding padding{.lengths = torch::tensor({2, 3}, torch::kLong), .mask = torch::tensor({{true, true, false}, {true, true, true}})};
    for (const auto pool : {maskedMean, maskedMax, lastValid})
        expectPathsAgree([&](const auto& in) { return pool(in[0], padding); }, {torch::randn({2, 3, 4})});
}

}  // namespace
}  // namespace strand
