#include "layers/gated_graph.hpp"

#include "compare.hpp"

namespace strand {
namespace {

/// The equations with dense matrices.
torch::Tensor denseStep(const GatedGraph& layer, const torch::Tensor& adjacency, const torch::Tensor& h) {
    const auto weights = layer.namedParameters();
    const auto part = [](const torch::Tensor& x, std::int64_t i, std::int64_t of) { return x.chunk(of, 0)[static_cast<std::size_t>(i)]; };
    const auto side = [&](std::int64_t i) {
        return torch::linear(torch::matmul(adjacency, h), part(weights["message.weight"], i, 3), part(weights["message.bias"], i, 3));
    };
    const torch::Tensor z = torch::sigmoid(side(0) + torch::linear(h, part(weights["gates.weight"], 0, 2)));
    const torch::Tensor r = torch::sigmoid(side(1) + torch::linear(h, part(weights["gates.weight"], 1, 2)));
    const torch::Tensor candidate = torch::tanh(side(2) + torch::linear(r * h, weights["candidate.weight"]));
    return z * candidate + (1 - z) * h;
}

TEST(GatedGraph, OneStepIsThatOfTheEquations) {
    torch::manual_seed(3);
    const torch::Tensor ids = torch::tensor({{3, 4, 5, 3, 6, 4}}), lengths = torch::tensor({6});
    const SequenceGraph graph = sequenceGraph(ids, lengths, {.nodes = GraphNodes::Types, .window = 3});
    const SparseRows edges = normalised(graph.edges);
    const std::int64_t nodes = edges.start.size(0) - 1;
    ASSERT_EQ(nodes, 4);
    torch::Tensor adjacency = torch::zeros({nodes, nodes});
    adjacency.index_put_({edges.row(), edges.column}, edges.weight);
    GatedGraph layer(5);
    const torch::NoGradGuard frozen;
    const torch::Tensor h = torch::randn({nodes, 5});
    EXPECT_LT(largestDifference(layer.forward(edges, h), denseStep(layer, adjacency, h)), 1e-6);
}

}  // namespace
}  // namespace strand
