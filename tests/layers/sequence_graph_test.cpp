#include "layers/sequence_graph.hpp"

#include "compare.hpp"

namespace strand {
namespace {

/// Edges as a dense matrix [T,T].
torch::Tensor dense(const SparseRows& rows, std::int64_t columns) {
    torch::Tensor out = torch::zeros({rows.start.size(0) - 1, columns});
    return out.index_put_({rows.row(), rows.column}, rows.weight, true);
}

SequenceGraph graphOf(const std::vector<std::vector<std::int64_t>>& rows, std::int64_t length, const GraphOptions& options) {
    torch::Tensor ids = torch::full({static_cast<std::int64_t>(rows.size()), length}, 7, torch::kLong),
                  lengths = torch::zeros({ids.size(0)}, torch::kLong);
    for (std::size_t b = 0; b < rows.size(); ++b) {
        const auto n = static_cast<std::int64_t>(rows[b].size());
        if (n > 0) ids[static_cast<std::int64_t>(b)].narrow(0, 0, n).copy_(torch::tensor(rows[b]));
        lengths[static_cast<std::int64_t>(b)] = n;
    }
    return sequenceGraph(ids, lengths, options);
}

TEST(SequenceGraph, TypesAreJoinedAsOftenAsTheyStandWithinTheWindow) {
    const SequenceGraph graph = graphOf({{5, 9, 5, 3}, {}, {9, 9}}, 5, {.nodes = GraphNodes::Types, .window = 3});
    EXPECT_TRUE(torch::equal(graph.first, torch::tensor({0, 3, 3, 4})));
    EXPECT_TRUE(torch::equal(graph.nodeAt, torch::tensor({{0, 1, 0, 2, -1}, {-1, -1, -1, -1, -1}, {3, 3, -1, -1, -1}})));
    // 5 9 5 3: the pairs of positions fewer than 3 apart are 5-9 5-5 9-5 9-3 5-3.
    const torch::Tensor expected = torch::tensor({{3.0, 2.0, 1.0, 0.0}, {2.0, 1.0, 1.0, 0.0}, {1.0, 1.0, 1.0, 0.0}, {0.0, 0.0, 0.0, 3.0}});
    EXPECT_TRUE(torch::equal(dense(graph.edges, 4), expected.to(torch::kFloat)));
    EXPECT_TRUE(torch::equal(graph.nodes.lengths, torch::tensor({3, 0, 1})));
    EXPECT_TRUE(torch::equal(graph.nodes.index[0], torch::tensor({0, 1, 2})));
}

TEST(SequenceGraph, PositionsFormABand) {
    const SequenceGraph graph = graphOf({{5, 5, 5, 5, 6}}, 5, {.nodes = GraphNodes::Positions, .window = 3});
    const torch::Tensor place = torch::arange(5), apart = (place.unsqueeze(0) - place.unsqueeze(1)).abs();
    EXPECT_TRUE(torch::equal(dense(graph.edges, 5), (apart < 3).to(torch::kFloat)));
}

/// The definition with torch's operators: S[n,p] = node n stands at p; S band S' counts pairs.
TEST(SequenceGraph, AgreesWithTheDefinitionForLongRandomSequences) {
    torch::manual_seed(2);
    const torch::Tensor ids = torch::randint(3, 19, {1, 301});
    for (const std::int64_t window : {2, 3, 8}) {
        const SequenceGraph graph = sequenceGraph(ids, torch::tensor({301}), {.nodes = GraphNodes::Types, .window = window});
        const torch::Tensor stands = torch::one_hot(graph.nodeAt[0]).t().to(torch::kFloat);
        const torch::Tensor place = torch::arange(301), apart = (place.unsqueeze(0) - place.unsqueeze(1)).abs();
        const torch::Tensor near = ((apart < window) & (apart > 0)).to(torch::kFloat);
        const torch::Tensor expected = torch::mm(torch::mm(stands, near), stands.t()) + torch::eye(stands.size(0));
        EXPECT_TRUE(torch::equal(dense(graph.edges, stands.size(0)), expected));
    }
}

TEST(SequenceGraph, EdgesGrowWithLengthAndNotWithItsSquare) {
    torch::manual_seed(3);
    const torch::Tensor ids = torch::randint(3, 50000, {1, 4096});
    for (const GraphNodes nodes : {GraphNodes::Types, GraphNodes::Positions})
        EXPECT_LE(sequenceGraph(ids, torch::tensor({4096}), {.nodes = nodes, .window = 3}).edges.column.size(0), 5 * 4096);
}

TEST(NodeMeans, AreMeansOverThePositionsOfANode) {
    const SequenceGraph graph = graphOf({{5, 9, 5}, {4}}, 4, {});
    const torch::Tensor x = torch::randn({2, 4, 3}), means = nodeMeans(graph, x);
    EXPECT_LT(largestDifference(means[0], (x[0][0] + x[0][2]) / 2), 1e-6);
    EXPECT_LT(largestDifference(means[1], x[0][1]), 1e-6);
    EXPECT_LT(largestDifference(means[2], x[1][0]), 1e-6);
}

TEST(Normalised, RowsAndColumnsAreDividedByTheRootOfTheirSums) {
    const SequenceGraph graph = graphOf({{5, 9, 5, 4, 4, 8}}, 6, {});
    const torch::Tensor a = dense(graph.edges, 4), scale = a.sum(1).rsqrt();
    EXPECT_LT(largestDifference(dense(normalised(graph.edges), 4), scale.unsqueeze(1) * a * scale), 1e-6);
}

TEST(MeanAndMaximum, AreThoseOfTheNodesOfEachSequence) {
    const SequenceGraph graph = graphOf({{5, 9, 5}, {}, {4, 6}}, 3, {});
    const torch::Tensor x = torch::randn({4, 3}), out = meanAndMaximum(graph, x);
    EXPECT_LT(largestDifference(out[0], torch::cat({x.narrow(0, 0, 2).mean(0), x.narrow(0, 0, 2).amax(0)})), 1e-6);
    EXPECT_EQ(out[1].abs().sum().item<double>(), 0);
    EXPECT_LT(largestDifference(out[2], torch::cat({x.narrow(0, 2, 2).mean(0), x.narrow(0, 2, 2).amax(0)})), 1e-6);
}

TEST(EdgesAtPositions, ShowTheEdgeBetweenTheNodesThatStandThere) {
    const SequenceGraph graph = graphOf({{5, 9, 5, 3}, {9, 8}}, 5, {.nodes = GraphNodes::Types, .window = 2});
    const torch::Tensor coefficients = torch::rand({graph.edges.column.size(0), 2}) + 0.1;
    const torch::Tensor map = edgesAtPositions(graph, coefficients);
    ASSERT_EQ(map.sizes(), (std::vector<std::int64_t>{2, 2, 5, 5}));
    const auto *start = graph.edges.start.const_data_ptr<std::int64_t>(), *column = graph.edges.column.const_data_ptr<std::int64_t>();
    for (std::int64_t b = 0; b < 2; ++b) {
        for (std::int64_t p = 0; p < 5; ++p) {
            for (std::int64_t q = 0; q < 5; ++q) {
                const auto to = graph.nodeAt[b][p].item<std::int64_t>(), from = graph.nodeAt[b][q].item<std::int64_t>();
                torch::Tensor expected = torch::zeros({2});
                for (std::int64_t e = to < 0 ? 0 : start[to]; e < (to < 0 ? 0 : start[to + 1]); ++e) {
                    if (column[e] == from) expected = coefficients[e];
                }
                EXPECT_TRUE(torch::equal(map.select(0, b).select(1, p).select(1, q), expected)) << b << " " << p << " " << q;
            }
        }
    }
}

}  // namespace
}  // namespace strand
