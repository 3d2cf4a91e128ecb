#include "layers/feed_forward.hpp"

#include "compare.hpp"
#include "layers/dropout.hpp"

namespace strand {
namespace {

const Padding kWhole{.lengths = torch::tensor({7, 7}), .mask = {}};

std::shared_ptr<FeedForward> partOf(FeedForwardOptions options) {
    torch::manual_seed(3);
    options.dim = 6;
    options.hidden = 10;
    return std::make_shared<FeedForward>(options);
}

TEST(FeedForward, FollowsItsFormula) {
    const torch::Tensor x = torch::randn({2, 7, 6});
    const auto plain = partOf({}), gated = partOf({.gated = true});
    const auto map = [](const FeedForward& module, const char* name, const torch::Tensor& y) {
        const auto parameters = module.namedParameters();
        return torch::matmul(y, parameters[std::string(name) + ".weight"].t()) + parameters[std::string(name) + ".bias"];
    };
    EXPECT_LT(largestDifference(plain->forward(x, kWhole, nullptr), map(*plain, "out", torch::gelu(map(*plain, "in", x)))), 1e-5);
    const torch::Tensor both = map(*gated, "in", x);
    EXPECT_LT(largestDifference(gated->forward(x, kWhole, nullptr),
                                map(*gated, "out", torch::gelu(both.narrow(2, 0, 10)) * both.narrow(2, 10, 10))),
              1e-5);
}

TEST(FeedForward, ChunksGiveTheSameValuesAndGradients) {
    for (const std::int64_t chunks : {2, 3, 7, 100}) {
        const auto whole = partOf({}), cut = partOf({.chunks = chunks});
        const torch::Tensor x = torch::randn({2, 7, 6}).requires_grad_(), y = x.detach().clone().requires_grad_();
        const torch::Tensor a = whole->forward(x, kWhole, nullptr), b = cut->forward(y, kWhole, nullptr);
        EXPECT_LT(largestDifference(a, b), 1e-6);
        (a * a).sum().backward();
        (b * b).sum().backward();
        EXPECT_LT(largestDifference(x.grad(), y.grad()), 1e-5);
        for (const auto& item : whole->namedParameters())
            EXPECT_LT(largestDifference(item.value().grad(), cut->namedParameters()[item.key()].grad()), 1e-5) << item.key();
    }
}

}  // namespace
}  // namespace strand
