#include "layers/mixture_of_experts.hpp"

#include "compare.hpp"

namespace strand {
namespace {

MixtureOptions toy(double balance = 0) { return {.expert = {.dim = 6, .hidden = 7}, .experts = 4, .balance = balance}; }

TEST(MixtureOfExperts, EachTokenTakesItsTwoBestInProportionToTheirGates) {
    torch::manual_seed(1);
    MixtureOfExperts mixture(toy());
    const Padding whole{.lengths = torch::tensor({5, 5}), .mask = {}};
    const torch::Tensor x = torch::randn({2, 5, 6}), out = mixture.forward(x, whole, nullptr);
    const torch::Tensor gates = torch::softmax(torch::matmul(x, mixture.namedParameters()["gate.weight"].t()), 2);
    std::vector<FeedForward*> experts;
    for (Module* module : mixture.modules())
        if (auto* expert = dynamic_cast<FeedForward*>(module)) experts.push_back(expert);
    for (std::int64_t b = 0; b < 2; ++b) {
        for (std::int64_t t = 0; t < 5; ++t) {
            const auto [value, expert] = gates[b][t].topk(2);
            torch::Tensor expected = torch::zeros({6});
            for (std::int64_t i = 0; i < 2; ++i) {
                FeedForward* one = experts.at(static_cast<std::size_t>(expert[i].item<std::int64_t>()));
                expected = expected + value[i] / value.sum() * one->forward(x[b][t].view({1, 1, 6}), whole, nullptr).flatten();
            }
            EXPECT_LT(largestDifference(out[b][t], expected), 1e-5);
        }
    }
    out.pow(2).sum().backward();
    for (const auto& item : mixture.namedParameters())
        EXPECT_TRUE(item.value().grad().defined()) << item.key();
}

/// The gradient of the balance alone: from valid tokens, as its formula has it.
TEST(MixtureOfExperts, BalanceIsThatOfTheValidTokens) {
    torch::manual_seed(1);
    MixtureOfExperts mixture(toy(0.5));
    const Padding padding{.lengths = torch::tensor({5, 2}), .mask = torch::arange(5).unsqueeze(0) < torch::tensor({{5}, {2}})};
    const torch::Tensor x = torch::randn({2, 5, 6});
    mixture.forward(x, padding, nullptr).mul(0).sum().backward();
    const torch::Tensor weight = mixture.namedParameters()["gate.weight"].detach().clone().requires_grad_();
    torch::Tensor loss = torch::zeros({});
    for (std::int64_t b = 0; b < 2; ++b) {
        const torch::Tensor gates = torch::softmax(torch::matmul(x[b].narrow(0, 0, b == 0 ? 5 : 2), weight.t()), 1);
        loss = loss + (gates.mean(0) * torch::one_hot(gates.argmax(1), 4).to(torch::kFloat).mean(0)).sum();
    }
    (0.5 * 16 * loss / 8).backward();
    EXPECT_LT(largestDifference(mixture.namedParameters()["gate.weight"].grad(), weight.grad()), 1e-6);
    mixture.eval();
    const torch::Tensor y = torch::randn({1, 1, 6}).requires_grad_();
    EXPECT_TRUE(mixture.forward(y, {.lengths = torch::tensor({1}), .mask = {}}, nullptr).isfinite().all().item<bool>());
}

}  // namespace
}  // namespace strand
