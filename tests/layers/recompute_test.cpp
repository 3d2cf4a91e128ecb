#include "layers/recompute.hpp"

#include "compare.hpp"

namespace strand {
namespace {

struct Toy {
    torch::Tensor weight = torch::randn({6, 6}).requires_grad_();
    int calls = 0;
    torch::Tensor operator()(const torch::Tensor& x) {
        ++calls;
        return applyDropout(torch::tanh(torch::matmul(x, weight)), 0.4, true);
    }
};

TEST(Recomputed, GivesTheSameValueAndGradientsWithTheSameMasks) {
    torch::manual_seed(1);
    Toy plain, again;
    again.weight = plain.weight.detach().clone().requires_grad_();
    const torch::Tensor x = torch::randn({5, 6}).requires_grad_(), y = x.detach().clone().requires_grad_();
    setDropoutKey(3, 1);
    const torch::Tensor a = plain(x);
    setDropoutKey(3, 1);
    const torch::Tensor b = recomputed(std::ref(again), y);
    EXPECT_TRUE(sameBits(a, b));
    const DropoutState after = dropoutState();
    (a * a).sum().backward();
    (b * b).sum().backward();
    EXPECT_TRUE(sameBits(x.grad(), y.grad()));
    EXPECT_TRUE(sameBits(plain.weight.grad(), again.weight.grad()));
    EXPECT_EQ(again.calls, 2);
    EXPECT_EQ(dropoutState(), after) << "the way back draws no numbers of its own";
}

TEST(Recomputed, RunsOnceWhereThereIsNoWayBack) {
    Toy toy;
    const torch::Tensor x = torch::randn({2, 6});
    EXPECT_TRUE(recomputed(std::ref(toy), x).requires_grad()) << "the parameters still learn";
    EXPECT_EQ(toy.calls, 1);
}

TEST(RandomReplay, SaysThatItRecomputesAndRestoresTheMasksInHand) {
    setDropoutKey(5, 2);
    const RandomReplay replay(torch::kCPU);
    const torch::Tensor x = torch::ones({300});
    const torch::Tensor first = applyDropout(x, 0.5, true);
    EXPECT_FALSE(recomputing());
    torch::Tensor second;
    replay.run([&] {
        EXPECT_TRUE(recomputing());
        second = applyDropout(x, 0.5, true);
    });
    EXPECT_FALSE(recomputing());
    EXPECT_TRUE(sameBits(first, second));
    EXPECT_FALSE(sameBits(first, applyDropout(x, 0.5, true)));
}

TEST(ComputedOnce, IsTakenFromTheFirstPassInTheOrderOfTheCalls) {
    RandomReplay replay(torch::kCPU);
    int calls = 0;
    const auto next = [&] { return computedOnce([&] { return torch::full({1}, ++calls); }).item<int>(); };
    EXPECT_EQ(next(), 1) << "outside of any pass";
    replay.first([&] {
        EXPECT_EQ(next(), 2);
        EXPECT_EQ(next(), 3);
    });
    for (int again = 0; again < 2; ++again) {
        replay.run([&] {
            EXPECT_EQ(next(), 2);
            RandomReplay inner(torch::kCPU);
            inner.first([&] { EXPECT_EQ(next(), 3); });
            inner.run([&] { EXPECT_EQ(next(), 3); });
        });
    }
    EXPECT_EQ(calls, 3);
}

/// Indices are kept packed.
TEST(ComputedOnce, GivesBackEveryValueInItsType) {
    const auto indices = [](std::vector<std::int64_t> values) { return torch::tensor(std::move(values), torch::kLong); };
    const torch::Tensor decisions[] = {indices({-1, 0, 127}),  indices({-1, 128}),           indices({-129}),
                                       indices({32767}),       indices({-1, 32768}),         indices({std::int64_t{1} << 40, -3}),
                                       torch::rand({3}),       torch::tensor({true, false}), indices({}),
                                       torch::tensor({3, 400})};
    RandomReplay replay(torch::kCPU);
    replay.first([&] {
        for (const torch::Tensor& decision : decisions)
            EXPECT_TRUE(sameBits(computedOnce([&] { return decision; }), decision));
    });
    replay.run([&] {
        for (const torch::Tensor& decision : decisions)
            EXPECT_TRUE(sameBits(computedOnce([] { return torch::Tensor(); }), decision)) << decision;
    });
}

}  // namespace
}  // namespace strand
