#include "layers/dropout.hpp"

#include "layers/linear.hpp"
#include "tests/layers/compare.hpp"

#include <cmath>

namespace strand {
namespace {

/// 1 where an element was kept.
torch::Tensor keptAt(std::uint64_t seed, std::uint64_t step, std::int64_t n, double probability, int calls = 1) {
    setDropoutKey(seed, step);
    torch::Tensor kept;
    for (int i = 0; i < calls; ++i)
        kept = (applyDropout(torch::ones({n}), probability, true) != 0).to(torch::kDouble);
    return kept;
}

/// Standard deviations between the share of `hits` and `expected`.
double deviations(const torch::Tensor& hits, double expected) {
    return std::abs(hits.mean().item<double>() - expected) / std::sqrt(expected * (1 - expected) / static_cast<double>(hits.numel()));
}

TEST(Dropout, KeepsTheShareAskedForAndTheMean) {
    for (const double probability : {0.1, 0.2, 0.5, 0.9}) {
        setDropoutKey(7, 1);
        const torch::Tensor y = applyDropout(torch::ones({1 << 20}), probability, true);
        EXPECT_LT(deviations((y == 0).to(torch::kDouble), probability), 4.5) << probability;
        EXPECT_NEAR(y.mean().item<double>(), 1, 0.01) << probability;
    }
}

TEST(Dropout, NeighboursCallsStepsAndSeedsAreIndependent) {
    const std::int64_t n = 1 << 20;
    const torch::Tensor kept = keptAt(7, 1, n, 0.3);
    const double both = 0.7 * 0.7;
    for (const std::int64_t lag : {1, 2, 8, 16, 32, 128, 1024})
        EXPECT_LT(deviations(kept.narrow(0, lag, n - lag) * kept.narrow(0, 0, n - lag), both), 4.5) << "lag " << lag;
    EXPECT_LT(deviations(kept * keptAt(7, 1, n, 0.3, 2), both), 4.5) << "next call";
    EXPECT_LT(deviations(kept * keptAt(7, 2, n, 0.3), both), 4.5) << "next step";
    EXPECT_LT(deviations(kept * keptAt(8, 1, n, 0.3), both), 4.5) << "next seed";
}

TEST(Dropout, SameKeySameMaskForAnyNumberOfThreads) {
    const int threads = at::get_num_threads();
    at::set_num_threads(1);
    const torch::Tensor one = keptAt(3, 9, 300001, 0.25);
    at::set_num_threads(4);
    EXPECT_TRUE(sameBits(one, keptAt(3, 9, 300001, 0.25)));
    at::set_num_threads(threads);
}

TEST(Dropout, StateIsTakenUpWhereItWasLeft) {
    setDropoutKey(1, 1);
    (void)applyDropout(torch::ones({100}), 0.5, true);
    const DropoutState state = dropoutState();
    const torch::Tensor first = applyDropout(torch::ones({1000}), 0.5, true);
    EXPECT_NE(dropoutState(), state);
    restoreDropoutState(state);
    EXPECT_TRUE(sameBits(first, applyDropout(torch::ones({1000}), 0.5, true)));
}

TEST(Dropout, BackwardTakesTheMaskOfForward) {
    setDropoutKey(5, 5);
    const torch::Tensor x = torch::randn({37, 61}).requires_grad_();
    const torch::Tensor y = applyDropout(x, 0.4, true);
    (void)applyDropout(x, 0.4, true);  // must not matter
    y.backward(torch::full_like(y, 3));
    EXPECT_LT(largestDifference(x.grad(), 3 * y.detach() / x.detach()), 1e-4);
}

TEST(Dropout, NothingHappensWhileEvaluatingOrWithoutProbability) {
    const torch::Tensor x = torch::randn({10});
    const DropoutState before = dropoutState();
    EXPECT_TRUE(applyDropout(x, 0.5, false).is_same(x));
    EXPECT_TRUE(applyDropout(x, 0, true).is_same(x));
    EXPECT_EQ(dropoutState(), before);
}

TEST(Dropout, OtherTypesTakeTorchsOwn) {
    const torch::Tensor y = applyDropout(torch::ones({100000}, torch::kDouble), 0.5, true);
    EXPECT_NEAR((y == 0).to(torch::kDouble).mean().item<double>(), 0.5, 0.02);
}

TEST(Dropout, InsideALinearMapItIsTheSameOnTheWayBack) {
    for (const Activation activation : {Activation::None, Activation::Relu, Activation::Gelu}) {
        const torch::Tensor x = torch::randn({50, 200}).requires_grad_(), identity = torch::eye(200);
        setDropoutKey(2, 2);
        const torch::Tensor y = linearMap(x, identity, {}, {.activation = activation, .dropout = 0.3});
        y.sum().backward();
        const torch::Tensor kept = (y.detach() != 0).to(torch::kFloat);
        EXPECT_LT(deviations((torch::logical_and(y == 0, x > 0)).to(torch::kDouble), 0.15), 4.5);
        const torch::Tensor z = x.detach().clone().requires_grad_();
        if (activation == Activation::None) z.sum().backward();
        if (activation == Activation::Relu) torch::relu(z).sum().backward();
        if (activation == Activation::Gelu) torch::gelu(z).sum().backward();
        EXPECT_LT(largestDifference(x.grad(), z.grad() * kept / 0.7F), 1e-3);
    }
}

}  // namespace
}  // namespace strand
