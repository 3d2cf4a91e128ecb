#include "layers/favor_attention.hpp"

#include "compare.hpp"
#include "layers/random_features.hpp"

namespace strand {
namespace {

struct Sizes {
    std::int64_t heads, dim, features;
};
class FavorSizes : public testing::TestWithParam<Sizes> {};
INSTANTIATE_TEST_SUITE_P(FavorAttention, FavorSizes,
                         testing::Values(Sizes{1, 1, 1}, Sizes{3, 5, 7}, Sizes{2, 32, 110}, Sizes{4, 16, 44}, Sizes{2, 24, 16}));

TEST_P(FavorSizes, IsWhatTheFeaturesOfEachHeadGive) {
    const auto& [heads, dim, features] = GetParam();
    torch::manual_seed(3);
    const torch::Tensor projection = orthogonalFeatures(features, dim), lengths = torch::full({5}, 33, torch::kLong);
    for (const Padding& padding : {padded(), Padding{.lengths = lengths, .mask = {}}}) {
        const LayerFunction layer = [&](const std::vector<torch::Tensor>& in) {
            return favorAttention(in[0], heads, projection.to(in[0].scalar_type()), padding);
        };
        expectPathsAgree(layer, {torch::randn({5, 33, 3 * heads * dim})}, 5e-5);
    }
}

TEST(FavorAttention, BlocksOfALongSequenceAreJoined) {
    torch::manual_seed(3);
    const torch::Tensor projection = orthogonalFeatures(20, 8), lengths = torch::tensor({300, 97});
    const Padding padding{.lengths = lengths, .mask = torch::arange(300).unsqueeze(0) < lengths.unsqueeze(1)};
    const LayerFunction layer = [&](const std::vector<torch::Tensor>& in) {
        return favorAttention(in[0], 2, projection.to(in[0].scalar_type()), padding);
    };
    expectPathsAgree(layer, {torch::randn({2, 300, 48})}, 5e-5);
}

TEST(FavorAttention, PaddingChangesNoBit) {
    torch::manual_seed(3);
    const torch::Tensor qkv = torch::randn({5, 33, 48}), projection = orthogonalFeatures(20, 8),
                        out = favorAttention(qkv, 2, projection, padded());
    const torch::Tensor alone =
        favorAttention(qkv.narrow(0, 2, 1).narrow(1, 0, 17), 2, projection, {.lengths = torch::tensor({17}), .mask = {}});
    EXPECT_TRUE(sameBits(alone[0], out[2].narrow(0, 0, 17)));
    EXPECT_EQ(out[2].narrow(0, 17, 16).abs().sum().item<double>(), 0);
}

}  // namespace
}  // namespace strand
