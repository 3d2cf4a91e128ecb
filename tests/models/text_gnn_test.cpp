#include "tests/models/classic_reference.hpp"

namespace strand {
namespace {

/// A chain of positions: each node hears its two neighbours.
std::shared_ptr<Model> textGnn(TextValues given) {
    for (const auto& [name, value] : TextValues{{"nodes", "positions"}, {"window", "2"}, {"positions", "none"}})
        given.emplace(name, value);
    auto model = toyModel(entryOf("TextGNN"), 6, 2, std::move(given));
    model->eval();
    return model;
}
const std::vector<std::vector<std::int64_t>> kRows = {{3, 4, 5, 6, 3, 7, 8, 4, 4, 3, 5}, {8, 3, 3, 7}};

torch::Tensor shownEdges(Model& model, const std::vector<std::vector<std::int64_t>>& rows) {
    Taps taps({Taps::attention(0)});
    (void)model.forward(inputOf(rows), &taps);
    return taps.taken().at(Taps::attention(0));
}

TEST(TextGnn, LogitsAndGradientsAreThoseOfPyTorch) { expectPyTorch("TextGNN", 2); }

/// Row p of what is shown holds the gate of node p, which knows of as many places around it as there are steps.
TEST(TextGnn, EachStepHearsOneEdgeFurther) {
    for (const std::int64_t steps : {1, 2, 3}) {
        const auto model = textGnn({{"steps", std::to_string(steps)}});
        auto changed = kRows;
        changed[0][0] = 8;
        const torch::Tensor difference = (shownEdges(*model, kRows) - shownEdges(*model, changed))[0][0].abs().amax(1);
        EXPECT_GT(difference[steps].item<double>(), 0) << steps;
        EXPECT_EQ(difference.narrow(0, steps + 1, 10 - steps).max().item<double>(), 0) << steps;
    }
}

TEST(TextGnn, AllStepsHaveTheWeightsOfOne) {
    EXPECT_EQ(textGnn({{"steps", "1"}})->parameters().size(), textGnn({{"steps", "5"}})->parameters().size());
}

/// D^-1/2 A D^-1/2 of a chain, times a gate between 0 and 1 for each node.
TEST(TextGnn, WhatIsShownIsEachNormalisedEdgeTimesTheGateOfItsNode) {
    const auto model = textGnn({});
    const torch::Tensor shown = shownEdges(*model, kRows)[0][0];
    torch::Tensor edges = torch::ones({11, 11}).triu(-1).tril(1);
    const torch::Tensor scale = edges.sum(1).rsqrt();
    edges = scale.unsqueeze(1) * edges * scale;
    EXPECT_TRUE(torch::equal(shown > 0, edges > 0));
    const torch::Tensor gates = shown.sum(1) / edges.sum(1);
    EXPECT_LT(largestDifference(shown, edges * gates.unsqueeze(1)), 1e-6) << "one gate for a node";
    EXPECT_GT(gates.min().item<double>(), 0);
    EXPECT_LT(gates.max().item<double>(), 1);
    EXPECT_GT((gates.max() - gates.min()).item<double>(), 1e-3);
}

/// A closed gate lets nothing of a node through; the readout is then 0.
TEST(TextGnn, TheGatesSayHowMuchOfANodeIsRead) {
    const auto model = textGnn({});
    const torch::NoGradGuard frozen;
    const torch::Tensor open = model->forward(inputOf(kRows)).representation;
    EXPECT_EQ(open.size(1), 2 * 12) << "mean and maximum";
    EXPECT_GT(open.abs().max().item<double>(), 1e-2);
    model->namedParameters()["gate.weight"].zero_();
    model->namedParameters()["gate.bias"].fill_(-40);
    EXPECT_LT(model->forward(inputOf(kRows)).representation.abs().max().item<double>(), 1e-6);
}

}  // namespace
}  // namespace strand
