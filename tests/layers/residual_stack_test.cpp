#include "layers/residual_stack.hpp"

#include "compare.hpp"
#include "layers/dropout.hpp"
#include "layers/feed_forward.hpp"
#include "layers/linear.hpp"
#include "layers/recompute.hpp"

namespace strand {
namespace {

/// Mixes positions and draws masks, as an attention does; counts its passes.
class Mixer : public Branch {
public:
    explicit Mixer(std::int64_t dim) { m_map = registerModule("map", std::make_shared<Linear>(dim, dim)); }
    torch::Tensor forward(const torch::Tensor& x, const Padding&, torch::Tensor* weights) override {
        first += recomputing() ? 0 : 1;
        second += recomputing() ? 1 : 0;
        if (weights != nullptr) *weights = x.detach().clone();
        return m_map->forward(applyDropout(torch::tanh(x + x.mean(1, true)), 0.3, isTraining()));
    }
    int first = 0, second = 0;

private:
    std::shared_ptr<Linear> m_map;
};

std::shared_ptr<ResidualStack> stackOf(std::int64_t depth, const StackOptions& options, BranchNorm norm = BranchNorm::Layer) {
    torch::manual_seed(7);
    auto stack = std::make_shared<ResidualStack>(options);
    for (std::int64_t i = 0; i < depth; ++i) {
        stack->add(normed(norm, 8, std::make_shared<Mixer>(8)),
                   normed(norm, 8, std::make_shared<FeedForward>(FeedForwardOptions{.dim = 8, .hidden = 12, .dropout = 0.2})));
    }
    return stack;
}

const Padding kWhole{.lengths = torch::tensor({5, 5, 5}), .mask = {}};

class EveryNorm : public testing::TestWithParam<BranchNorm> {};
INSTANTIATE_TEST_SUITE_P(ResidualStack, EveryNorm, testing::Values(BranchNorm::Layer, BranchNorm::Scale, BranchNorm::ReZero));

TEST_P(EveryNorm, ReversibleGivesTheValuesAndGradientsOfKeepingEverything) {
    const auto kept = stackOf(4, {.reversible = true}, GetParam()), reversed = stackOf(4, {.reversible = true}, GetParam());
    const torch::Tensor x = torch::randn({3, 5, 8}).requires_grad_(), y = x.detach().clone().requires_grad_();
    setDropoutKey(1, 1);
    const torch::Tensor a = kept->rememberedForward(x, kWhole);
    setDropoutKey(1, 1);
    const torch::Tensor b = reversed->forward(y, kWhole);
    EXPECT_TRUE(sameBits(a, b));
    (a * torch::cos(a.detach())).sum().backward();
    (b * torch::cos(b.detach())).sum().backward();
    EXPECT_LT(largestDifference(x.grad(), y.grad()), 2e-5);
    for (const auto& item : kept->namedParameters()) {
        const torch::Tensor other = reversed->namedParameters()[item.key()].grad();
        ASSERT_TRUE(other.defined()) << item.key();
        EXPECT_LT(largestDifference(item.value().grad(), other), 1e-4) << item.key();
    }
}

TEST(ResidualStack, ShortSequencesAreRememberedWhereAskedFor) {
    const auto mixer = std::make_shared<Mixer>(8);
    ResidualStack stack({.reversible = true, .rememberUpTo = 5});
    stack.add(mixer, std::make_shared<Mixer>(8));
    stack.forward(torch::randn({3, 5, 8}).requires_grad_(), kWhole).sum().backward();
    EXPECT_EQ(mixer->second, 0);
    stack.forward(torch::randn({3, 6, 8}).requires_grad_(), kWhole).sum().backward();
    EXPECT_EQ(mixer->second, 1);
}

TEST(ResidualStack, TiedBranchesHaveOneSetOfParametersThatLearnsFromBoth) {
    const auto mixer = std::make_shared<Mixer>(8);
    ResidualStack stack(StackOptions{});
    stack.add(mixer, std::make_shared<Mixer>(8));
    stack.add(tied(mixer), std::make_shared<Mixer>(8));
    EXPECT_EQ(stack.parameters().size(), 6U);
    stack.forward(torch::randn({3, 5, 8}), kWhole).sum().backward();
    EXPECT_EQ(mixer->first, 2);
}

TEST(ResidualStack, ParametersLearnWhereTheInputDoesNot) {
    const auto stack = stackOf(2, {.reversible = true});
    stack->forward(torch::randn({3, 5, 8}), kWhole).sum().backward();
    for (const auto& item : stack->namedParameters())
        EXPECT_TRUE(item.value().grad().defined()) << item.key();
}

TEST(ResidualStack, AShownPassIsTheSame) {
    for (const bool reversible : {false, true}) {
        const auto stack = stackOf(3, {.reversible = reversible});
        stack->eval();
        const torch::NoGradGuard frozen;
        const torch::Tensor x = torch::randn({3, 5, 8});
        torch::Tensor shown;
        const torch::Tensor a = stack->forward(x, kWhole, [&](std::int64_t pair) { return pair == 1 ? &shown : nullptr; });
        EXPECT_TRUE(sameBits(a, stack->forward(x, kWhole)));
        EXPECT_TRUE(shown.defined());
    }
}

TEST(ResidualStack, LayerDropoutLeavesOutPairsOnlyWhileTraining) {
    const auto stack = stackOf(6, {.layerDropout = 0.5});
    const torch::Tensor x = torch::randn({3, 5, 8});
    setDropoutKey(1, 1);
    const torch::Tensor a = stack->forward(x, kWhole);
    setDropoutKey(1, 1);
    EXPECT_TRUE(sameBits(a, stack->forward(x, kWhole))) << "the same step leaves out the same pairs";
    stack->eval();
    const torch::Tensor whole = stack->forward(x, kWhole);
    EXPECT_TRUE(sameBits(whole, stack->forward(x, kWhole)));
    const auto always = stackOf(3, {.layerDropout = 0.95});
    setDropoutKey(2, 1);
    EXPECT_FALSE(sameBits(always->forward(x, kWhole), x)) << "one pair always stays";
}

TEST(Normed, FollowsItsFormula) {
    const auto mixer = std::make_shared<Mixer>(8);
    mixer->eval();
    const torch::Tensor x = torch::randn({3, 5, 8});
    const auto through = [&](BranchNorm norm) { return normed(norm, 8, mixer)->forward(x, kWhole, nullptr); };
    EXPECT_LT(largestDifference(through(BranchNorm::Layer), mixer->forward(torch::layer_norm(x, {8}), kWhole, nullptr)), 1e-6);
    EXPECT_LT(largestDifference(through(BranchNorm::Scale), mixer->forward(x / x.norm(2, -1, true), kWhole, nullptr)), 1e-6);
    EXPECT_LT(largestDifference(through(BranchNorm::ReZero), mixer->forward(x, kWhole, nullptr) * 1e-3), 1e-6);
}

}  // namespace
}  // namespace strand
