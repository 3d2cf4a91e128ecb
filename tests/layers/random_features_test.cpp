#include "layers/random_features.hpp"

#include "compare.hpp"

#include <cmath>

namespace strand {
namespace {

const Padding kWhole{.lengths = torch::full({2}, 24, torch::kLong), .mask = {}};

torch::Tensor softmaxAttention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v) {
    return torch::matmul(torch::softmax(torch::matmul(q, k.transpose(2, 3)) / std::sqrt(static_cast<double>(q.size(3))), 3), v);
}

TEST(OrthogonalFeatures, AreOrthogonalInBlocksAndFollowTheSeed) {
    const torch::Tensor features = orthogonalFeatures(20, 8, 5);
    ASSERT_EQ(features.sizes(), (std::vector<std::int64_t>{20, 8}));
    const torch::Tensor unit = features / features.norm(2, 1, true);
    for (const auto& [begin, rows] : {std::pair(0, 8), std::pair(8, 8), std::pair(16, 4)}) {
        const torch::Tensor block = unit.narrow(0, begin, rows);
        EXPECT_LT(largestDifference(torch::matmul(block, block.t()), torch::eye(rows)), 1e-5);
    }
    EXPECT_TRUE(sameBits(features, orthogonalFeatures(20, 8, 5)));
    EXPECT_FALSE(sameBits(features, orthogonalFeatures(20, 8, 6)));
    EXPECT_NEAR(orthogonalFeatures(4000, 8, 1).pow(2).sum(1).mean().item<double>(), 8, 0.3) << "as long as Gaussian vectors";
}

/// Choromanski et al. 2021, theorem 4: the error of the approximation falls as 1 / sqrt(m).
TEST(LinearAttention, ApproachesSoftmaxAttentionAsFeaturesGrow) {
    torch::manual_seed(3);
    const torch::Tensor q = torch::randn({2, 2, 24, 8}) * 0.35, k = torch::randn({2, 2, 24, 8}) * 0.35, v = torch::randn({2, 2, 24, 8});
    const torch::Tensor exact = softmaxAttention(q, k, v);
    const auto error = [&](std::int64_t m) {
        double sum = 0;
        constexpr int kDraws = 8;
        for (int seed = 1; seed <= kDraws; ++seed) {
            const torch::Tensor projection = orthogonalFeatures(m, 8, static_cast<std::uint64_t>(seed));
            const torch::Tensor out = linearAttention(softmaxFeatures(q, projection, kWhole, FeatureSide::Query),
                                                      softmaxFeatures(k, projection, kWhole, FeatureSide::Key), v);
            sum += (out - exact).pow(2).mean().sqrt().item<double>() / kDraws;
        }
        return sum;
    };
    const double few = error(16), some = error(256), many = error(4096);
    EXPECT_NEAR(few / some, 4, 1);
    EXPECT_NEAR(some / many, 4, 1);
    EXPECT_LT(many, 0.005);
}

TEST(CausalLinearAttention, IsTheMaskedProduct) {
    torch::manual_seed(4);
    const torch::Tensor q = torch::rand({2, 2, 300, 6}) + 0.01, k = torch::rand({2, 2, 300, 6}) + 0.01, v = torch::randn({2, 2, 300, 5});
    const torch::Tensor weights = impliedWeights(q, k, true);
    EXPECT_EQ(weights.triu(1).abs().sum().item<double>(), 0);
    EXPECT_LT(largestDifference(weights.sum(3), torch::ones({2, 2, 300})), 1e-5);
    EXPECT_LT(largestDifference(causalLinearAttention(q, k, v), torch::matmul(weights, v)), 1e-5);
    EXPECT_LT(largestDifference(linearAttention(q, k, v), torch::matmul(impliedWeights(q, k, false), v)), 1e-5);
}

TEST(SoftmaxFeatures, PaddedKeysGiveNothingAndChangeNoOther) {
    torch::manual_seed(5);
    const torch::Tensor projection = orthogonalFeatures(32, 8, 1), x = torch::randn({2, 2, 24, 8});
    const torch::Tensor lengths = torch::tensor({24, 9});
    const Padding padding{.lengths = lengths, .mask = torch::arange(24).unsqueeze(0) < lengths.unsqueeze(1)};
    torch::Tensor wild = x.clone();
    wild[1].narrow(1, 9, 15).fill_(50);
    const torch::Tensor features = softmaxFeatures(wild, projection, padding, FeatureSide::Key);
    EXPECT_EQ(features[1].narrow(1, 9, 15).abs().sum().item<double>(), 0);
    const torch::Tensor alone =
        softmaxFeatures(x.narrow(0, 1, 1).narrow(2, 0, 9), projection, {.lengths = torch::tensor({9}), .mask = {}}, FeatureSide::Key);
    EXPECT_LT(largestDifference(features[1].narrow(1, 0, 9), alone[0]), 1e-6);
}

}  // namespace
}  // namespace strand
