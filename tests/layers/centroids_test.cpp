#include "layers/centroids.hpp"

#include "compare.hpp"

namespace strand {
namespace {

torch::Tensor unit(const torch::Tensor& x) { return x / x.norm(2, -1, true); }

/// Vectors around two directions in turn: [1,1,n,3].
torch::Tensor twoGroups(std::int64_t n) {
    torch::Tensor x = 0.05 * torch::randn({1, 1, n, 3});
    for (std::int64_t i = 0; i < n; ++i)
        x[0][0][i][i % 2] += 1;
    return unit(x);
}

const Padding kWhole{.lengths = torch::tensor({16}), .mask = {}};

TEST(Centroids, TheFirstBatchSetsCentroidsAndLaterOnesMoveThemOnceAStep) {
    torch::manual_seed(3);
    Centroids clusters({.heads = 1, .headDim = 3, .window = 8, .maxLength = 16, .decay = 0.9});
    const torch::Tensor x = twoGroups(16);
    clusters.learn(x, kWhole, {}, 16);
    const torch::Tensor centroids = clusters.namedBuffers()["centroids"], first = centroids.clone();
    const torch::Tensor nearest = clusters.similarity(x, kWhole, 16)[0][0].argmax(1);
    for (std::int64_t i = 2; i < 16; ++i)
        EXPECT_EQ(nearest[i].item<std::int64_t>(), nearest[i - 2].item<std::int64_t>());
    EXPECT_NE(nearest[0].item<std::int64_t>(), nearest[1].item<std::int64_t>());
    clusters.afterStep();
    const torch::Tensor other = unit(x + 0.3);
    clusters.learn(other, kWhole, {}, 16);
    const torch::Tensor before = centroids.clone();
    EXPECT_LT(largestDifference(first, before), 1e-5) << "means of its own vectors are where it is";
    clusters.afterStep();
    const torch::Tensor moved = centroids.clone();
    for (std::int64_t c = 0; c < 2; ++c) {
        const torch::Tensor own = other[0][0].index_select(0, (nearest == c).nonzero().squeeze(1)).sum(0);
        EXPECT_LT(largestDifference(moved[0][c], 0.9 * before[0][c] + 0.1 * unit(own)), 1e-5);
    }
    clusters.afterStep();
    EXPECT_TRUE(sameBits(moved, centroids)) << "a batch counts once";
}

TEST(Centroids, OneCentroidLearnsTheSameFromTheSumOfTheVectors) {
    torch::manual_seed(3);
    const CentroidOptions options{.heads = 2, .headDim = 5, .window = 16, .maxLength = 16, .decay = 0.5};
    Centroids fromVectors(options), fromSums(options);
    const torch::Tensor x = unit(torch::randn({3, 2, 16, 5})), other = unit(torch::randn({3, 2, 16, 5}) + 1);
    const torch::Tensor lengths = torch::tensor({16, 7, 0}), valid = torch::arange(16).unsqueeze(0) < lengths.unsqueeze(1);
    const Padding padding{.lengths = lengths, .mask = valid};
    EXPECT_FALSE(fromSums.begun());
    for (Centroids* clusters : {&fromVectors, &fromSums}) {
        clusters->learn(x, padding, valid, 16);
        clusters->afterStep();
    }
    EXPECT_TRUE(fromSums.begun());
    const torch::Tensor sums = (other * valid.view({3, 1, 16, 1})).sum(2).sum(0), similarity = fromVectors.similarity(other, padding, 16);
    EXPECT_LT(
        largestDifference(fromSums.distanceOfSums(sums, lengths.sum()), fromVectors.distance(similarity, similarity.argmax(3), valid)),
        1e-5);
    fromVectors.learn(other, padding, valid, 16);
    fromSums.learnSums(sums, lengths.sum());
    for (Centroids* clusters : {&fromVectors, &fromSums})
        clusters->afterStep();
    EXPECT_LT(largestDifference(fromVectors.namedBuffers()["centroids"], fromSums.namedBuffers()["centroids"]), 1e-5);
}

TEST(Centroids, PaddingIsOutOfCentroidsAndLossAndAShortSequenceUsesTheFirstOnly) {
    const auto learned = [](const torch::Tensor& x, const Padding& padding) {
        torch::manual_seed(4);
        auto clusters = std::make_shared<Centroids>(CentroidOptions{.heads = 1, .headDim = 3, .window = 4, .maxLength = 16});
        clusters->learn(x, padding, padding.mask, x.size(2));
        clusters->afterStep();
        return clusters;
    };
    torch::manual_seed(5);
    const torch::Tensor x = twoGroups(8), wide = torch::cat({x, torch::randn({1, 1, 5, 3})}, 2);
    const Padding whole{.lengths = torch::tensor({8}), .mask = {}},
        padded{.lengths = torch::tensor({8}), .mask = (torch::arange(13) < 8).unsqueeze(0)};
    const auto a = learned(x, whole), b = learned(wide, padded);
    EXPECT_EQ(a->count(8), 2);
    EXPECT_EQ(a->count(1), 1);
    EXPECT_EQ(a->count(999), 4);
    EXPECT_LT(largestDifference(a->namedBuffers()["centroids"].narrow(1, 0, 2), b->namedBuffers()["centroids"].narrow(1, 0, 2)), 1e-5);
    const torch::Tensor sa = a->similarity(x, whole, 8), sb = b->similarity(wide, padded, 13);
    ASSERT_EQ(sb.size(3), 4);
    EXPECT_TRUE(sb.narrow(3, 2, 2).isinf().all().item<bool>());
    EXPECT_LT(largestDifference(sa, sb.narrow(3, 0, 2).narrow(2, 0, 8)), 1e-5);
    const double distance = a->distance(sa, sa.argmax(3), {}).item<double>();
    const torch::Tensor nearest = a->namedBuffers()["centroids"][0].index_select(0, sa[0][0].argmax(1));
    EXPECT_NEAR(distance, (x[0][0] - nearest).pow(2).mean().item<double>(), 1e-6);
    EXPECT_NEAR(distance, b->distance(sb, sb.argmax(3), padded.mask).item<double>(), 1e-6);
}

}  // namespace
}  // namespace strand
