#include "layers/additive_scores.hpp"

#include "tests/layers/compare.hpp"

namespace strand {
namespace {

torch::Tensor byFormula(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v) {
    const torch::Tensor hidden = torch::tanh(q.unsqueeze(3) + k.unsqueeze(2));
    return (hidden * v.view({1, v.size(0), 1, 1, v.size(1)})).sum(4);
}

TEST(AdditiveScores, AreTheFormulaInValueAndGradient) {
    torch::manual_seed(1);
    // The second case is computed in several parts.
    for (const auto& [batch, heads, length, dim] : {std::tuple{2, 3, 5, 4}, std::tuple{2, 2, 150, 64}}) {
        const std::vector<torch::Tensor> inputs{torch::randn({batch, heads, length, dim}), torch::randn({batch, heads, length, dim}),
                                                torch::randn({heads, dim})};
        const LayerFunction ours = [](const auto& in) { return additiveScores(in[0], in[1], in[2]); };
        const LayerFunction theirs = [](const auto& in) { return byFormula(in[0], in[1], in[2]); };
        const ValueAndGradients found = evaluateAs(torch::kDouble, ours, inputs), expected = evaluateAs(torch::kDouble, theirs, inputs);
        EXPECT_LT(largestDifference(found.value, expected.value), 1e-10);
        for (std::size_t i = 0; i < inputs.size(); ++i)
            EXPECT_LT(largestDifference(found.gradients[i], expected.gradients[i]), 1e-8) << "input " << i;
    }
}

}  // namespace
}  // namespace strand
