// What the graph networks share.
#include "models/graph_model.hpp"

#include "layers/dropout.hpp"
#include "tests/models/toy.hpp"

#include <algorithm>

namespace strand {
namespace {

class GraphNetwork : public testing::TestWithParam<const char*> {
protected:
    [[nodiscard]] static const ModelEntry& entry() { return entryOf(GetParam()); }
    [[nodiscard]] static torch::Tensor logits(const TextValues& given, const std::vector<std::vector<std::int64_t>>& rows) {
        const auto model = toyModel(entry(), 6, 2, given);
        model->eval();
        return model->forward(inputOf(rows)).logits.detach();
    }
};
INSTANTIATE_TEST_SUITE_P(Models, GraphNetwork, testing::Values("GCN", "GAT", "TextGNN"),
                         [](const auto& test) { return std::string(test.param); });

const std::vector<std::vector<std::int64_t>> kRows = {{3, 4, 5, 6, 3, 7, 8, 4, 4, 3, 5}, {8, 3, 3, 7}};

TEST_P(GraphNetwork, NodesWindowAndPositionsMatter) {
    const TextValues plain = {{"nodes", "types"}, {"window", "3"}, {"positions", "none"}};
    const torch::Tensor expected = logits(plain, kRows);
    for (const auto& [name, value] : {std::pair("nodes", "positions"), std::pair("window", "5"), std::pair("positions", "learned"),
                                      std::pair("positions", "sinusoidal")}) {
        TextValues other = plain;
        other[name] = value;
        EXPECT_GT(largestDifference(logits(other, kRows), expected), 1e-6) << name << " = " << value;
    }
}

/// Without positions, a graph says which tokens are neighbours and not which way round.
TEST_P(GraphNetwork, ASequenceReadBackwardsHasTheSameGraph) {
    auto backwards = kRows;
    for (auto& row : backwards)
        std::ranges::reverse(row);
    for (const char* nodes : {"types", "positions"}) {
        const TextValues given = {{"nodes", nodes}, {"positions", "none"}};
        EXPECT_LT(largestDifference(logits(given, kRows), logits(given, backwards)), 1e-5) << nodes;
    }
    EXPECT_GT(largestDifference(logits({{"positions", "learned"}}, kRows), logits({{"positions", "learned"}}, backwards)), 1e-5);
}

TEST_P(GraphNetwork, LearnsFromLongSequences) {
    for (const char* nodes : {"types", "positions"}) {
        const auto model = entry().make({.vocabularySize = 700, .classes = 2, .maxLength = 4096},
                                        toyValues(entry(), {{"max_len", "4096"}, {"nodes", nodes}}));
        const ToyBatch batch = toyBatch({4096, 3001}, 690, 2);
        setDropoutKey(1, 1);
        const torch::Tensor loss = torch::cross_entropy_loss(model->forward(batch.input).logits, batch.labels);
        loss.backward();
        EXPECT_TRUE(loss.isfinite().item<bool>());
    }
}

}  // namespace
}  // namespace strand
