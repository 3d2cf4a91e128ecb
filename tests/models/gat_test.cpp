#include "tests/models/classic_reference.hpp"

namespace strand {
namespace {

std::shared_ptr<Model> gat(TextValues given) {
    given.emplace("head_dim", "5");
    given.emplace("positions", "none");
    auto model = toyModel(entryOf("GAT"), 6, 2, std::move(given));
    model->eval();
    return model;
}

const std::vector<std::vector<std::int64_t>> kRows = {{3, 4, 5, 6, 3, 7, 8, 4, 4, 3, 5}, {8, 3, 3, 7}};

/// The coefficients of a layer [B,heads,L,L].
torch::Tensor coefficients(Model& model, const std::vector<std::vector<std::int64_t>>& rows, std::int64_t layer) {
    Taps taps({Taps::attention(layer)});
    (void)model.forward(inputOf(rows), &taps);
    return taps.taken().at(Taps::attention(layer));
}

TEST(Gat, LogitsAndGradientsAreThoseOfPyTorch) { expectPyTorch("GAT", 2); }

TEST(Gat, CoefficientsSumToOneOverTheNeighboursInTheWindow) {
    const auto model = gat({{"nodes", "positions"}, {"window", "3"}});
    for (const std::int64_t layer : {0, 1}) {
        const torch::Tensor shown = coefficients(*model, kRows, layer);
        for (std::int64_t b = 0; b < 2; ++b) {
            const auto length = static_cast<std::int64_t>(kRows[static_cast<std::size_t>(b)].size());
            const torch::Tensor own = shown[b].narrow(1, 0, length).narrow(2, 0, length), place = torch::arange(length);
            const torch::Tensor near = (place.unsqueeze(0) - place.unsqueeze(1)).abs() < 3;
            EXPECT_LT(largestDifference(own.sum(2), torch::ones({2, length})), 1e-6);
            EXPECT_TRUE(torch::equal(own > 0, near.expand({2, -1, -1}))) << "who is seen is who is near";
        }
    }
}

/// Coefficients of types stand at all their positions; taken once for each type, they sum to one.
TEST(Gat, CoefficientsOfTypesSumToOneOverTheTypes) {
    const auto model = gat({{"nodes", "types"}});
    const torch::Tensor shown = coefficients(*model, {{3, 4, 3, 5, 4}}, 0)[0];
    EXPECT_TRUE(torch::equal(shown.select(1, 0), shown.select(1, 2)));
    EXPECT_LT(largestDifference(shown.select(2, 0) + shown.select(2, 1) + shown.select(2, 3), torch::ones({2, 5})), 1e-6);
}

/// Equations 1 to 3 for the first layer, from the weights.
TEST(Gat, CoefficientsAreTheSoftmaxOfTheirScores) {
    const auto model = gat({{"nodes", "positions"}, {"window", "2"}, {"negative_slope", "0.3"}});
    const torch::NoGradGuard frozen;
    const auto weights = model->namedParameters();
    const torch::Tensor shown = coefficients(*model, {kRows[0]}, 0)[0];
    const torch::Tensor x = torch::embedding(weights["input.embedding.weight"], torch::tensor(kRows[0]));
    const torch::Tensor mapped = torch::linear(x, weights["layer0.project.weight"]).view({-1, 2, 5}), place = torch::arange(11);
    const torch::Tensor far = (place.unsqueeze(0) - place.unsqueeze(1)).abs() >= 2;
    for (std::int64_t head = 0; head < 2; ++head) {
        const torch::Tensor to = (mapped.select(1, head) * weights["layer0.to"][head]).sum(1),
                            from = (mapped.select(1, head) * weights["layer0.from"][head]).sum(1);
        const torch::Tensor sum = to.unsqueeze(1) + from.unsqueeze(0);
        const torch::Tensor scores = torch::where(sum > 0, sum, 0.3 * sum).masked_fill(far, -1e9);
        EXPECT_LT(largestDifference(shown[head], scores.softmax(1)), 1e-6) << head;
    }
}

/// The last layer of n weighs what its nodes heard over n - 1 edges.
TEST(Gat, EachLayerSeesOneEdgeFurther) {
    const auto model = gat({{"nodes", "positions"}, {"window", "2"}, {"n_layers", "3"}});
    auto changed = kRows;
    changed[0][0] = 8;
    for (std::int64_t layer = 0; layer < 3; ++layer) {
        const torch::Tensor difference =
            (coefficients(*model, kRows, layer) - coefficients(*model, changed, layer))[0].abs().amax({0, 2});  // [L]
        // Row p looks at p - 1, which has heard `layer` places of what is before it.
        EXPECT_GT(difference[layer + 1].item<double>(), 0) << layer;
        EXPECT_EQ(difference.narrow(0, layer + 2, 9 - layer).max().item<double>(), 0) << layer;
    }
}

TEST(Gat, TheRepresentationIsMeanAndMaximumOfAllHeads) {
    EXPECT_EQ(gat({{"n_heads", "3"}})->forward(inputOf(kRows)).representation.size(1), 2 * 3 * 5);
    EXPECT_EQ(gat({{"n_heads", "3"}})->attentionHeads(), 3);
    EXPECT_EQ(gat({{"n_layers", "4"}})->attentionLayers(), 4);
}

}  // namespace
}  // namespace strand
