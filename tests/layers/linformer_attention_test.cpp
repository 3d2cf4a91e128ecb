#include "layers/linformer_attention.hpp"

#include "compare.hpp"

#include <cmath>

namespace strand {
namespace {

std::shared_ptr<LinformerAttention> attentionOf(LinformerOptions options) {
    torch::manual_seed(2);
    options.dim = 8;
    options.heads = 2;
    options.headDim = 4;
    options.length = 12;
    auto attention = std::make_shared<LinformerAttention>(options);
    attention->eval();
    return attention;
}

/// softmax(Q K' / sqrt(d)) V over all positions, from the same weights.
torch::Tensor fullAttention(const LinformerAttention& attention, const torch::Tensor& x) {
    const auto parameters = attention.namedParameters();
    const auto heads = [&](const char* name) {
        return torch::matmul(x, parameters[std::string(name) + ".weight"].t()).view({x.size(0), x.size(1), 2, 4}).transpose(1, 2);
    };
    const torch::Tensor weights = torch::softmax(torch::matmul(heads("q"), heads("k").transpose(2, 3)) / 2.0, 3);
    const torch::Tensor out = torch::matmul(weights, heads("v")).transpose(1, 2).reshape({x.size(0), x.size(1), 8});
    return torch::matmul(out, parameters["out.weight"].t()) + parameters["out.bias"];
}

TEST(LinformerAttention, AtKEqualToTheLengthFullAttentionIsRecovered) {
    const auto attention = attentionOf({.k = 12});
    const torch::NoGradGuard frozen;
    attention->namedParameters()["e"].copy_(torch::eye(12));
    attention->namedParameters()["f"].copy_(torch::eye(12));
    const torch::Tensor x = torch::randn({3, 12, 8});
    const Padding whole{.lengths = torch::full({3}, 12, torch::kLong), .mask = {}};
    EXPECT_LT(largestDifference(attention->forward(x, whole, nullptr), fullAttention(*attention, x)), 1e-5);
}

TEST(LinformerAttention, TheShownPassIsTheSameAndPaddingShowsNothing) {
    for (const bool one : {false, true}) {
        for (const bool share : {false, true}) {
            const auto attention = attentionOf({.k = 5, .oneKvHead = one, .shareKv = share});
            const torch::NoGradGuard frozen;
            const torch::Tensor lengths = torch::tensor({9, 4});
            const Padding padding{.lengths = lengths, .mask = torch::arange(9).unsqueeze(0) < lengths.unsqueeze(1)};
            const torch::Tensor x = torch::randn({2, 9, 8});
            torch::Tensor weights;
            EXPECT_LT(largestDifference(attention->forward(x, padding, &weights), attention->forward(x, padding, nullptr)), 1e-5);
            ASSERT_EQ(weights.sizes(), (std::vector<std::int64_t>{2, 2, 9, 9}));
            EXPECT_EQ(weights[1].narrow(1, 4, 5).abs().sum().item<double>(), 0);
            EXPECT_EQ(weights[1].narrow(2, 4, 5).abs().sum().item<double>(), 0);
            const torch::Tensor alone =
                attention->forward(x.narrow(0, 1, 1).narrow(1, 0, 4), {.lengths = torch::tensor({4}), .mask = {}}, nullptr);
            EXPECT_LT(largestDifference(alone[0], attention->forward(x, padding, nullptr)[1].narrow(0, 0, 4)), 1e-5);
        }
    }
}

TEST(LinformerAttention, DropoutPathLearnsToo) {
    const auto attention = attentionOf({.k = 5, .dropout = 0.3});
    attention->train();
    const Padding whole{.lengths = torch::full({3}, 9, torch::kLong), .mask = {}};
    attention->forward(torch::randn({3, 9, 8}), whole, nullptr).pow(2).sum().backward();
    for (const auto& item : attention->namedParameters())
        EXPECT_GT(item.value().grad().abs().sum().item<double>(), 0) << item.key();
}

}  // namespace
}  // namespace strand
