#include "layers/listed_attention.hpp"

#include "compare.hpp"

namespace strand {
namespace {

class EveryListedKind : public testing::TestWithParam<std::tuple<bool, bool>> {};
INSTANTIATE_TEST_SUITE_P(ListedAttention, EveryListedKind, testing::Combine(testing::Bool(), testing::Bool()));

/// float32 takes our kernel, double torch's operators. Empty places anywhere, entries twice in a list, more queries than a block.
TEST_P(EveryListedKind, KernelAndOperatorsAgree) {
    const auto& [itself, causal] = GetParam();
    torch::manual_seed(1);
    const std::vector<torch::Tensor> inputs{torch::randn({2, 3, 40, 5}), torch::randn({2, 3, 40, 5}), torch::randn({2, 3, 40, 5})};
    for (const std::int64_t n : {1, 7, 110}) {
        torch::Tensor queries = torch::randint(0, 40, {2, 3, 4, n}), keys = torch::randint(0, 40, {2, 3, 4, 13});
        queries = queries.masked_fill(torch::rand(queries.sizes()) < 0.2, -1);
        keys = keys.masked_fill(torch::rand(keys.sizes()) < 0.2, -1);
        keys.select(3, 0).fill_(38);  // a memory: everybody sees something
        keys[1][2][3].fill_(-1);
        queries[1][2][3].fill_(-1);
        const torch::Tensor there = queries >= 0;
        const LayerFunction layer = [&](const std::vector<torch::Tensor>& x) {
            const ListedAttention found =
                listedAttention(x[0], x[1], x[2], queries, keys, {.itselfLast = itself, .causal = causal, .tokens = 38});
            return torch::cat({found.out * there.unsqueeze(4), (found.sums * there).unsqueeze(4)}, 4);
        };
        expectPathsAgree(layer, inputs, 5e-5);
    }
}

TEST(ListedAttention, RowsAreThoseOfTheirOwnHead) {
    const torch::Tensor x = torch::randn({2, 3, 5, 4}), entries = torch::randint(0, 5, {2, 3, 7});
    const torch::Tensor rows = listedRows(x, entries);
    for (std::int64_t b = 0; b < 2; ++b)
        for (std::int64_t h = 0; h < 3; ++h)
            EXPECT_TRUE(torch::equal(rows[b][h], x[b][h].index_select(0, entries[b][h])));
}

TEST(ListedAttention, ABiasIsAddedToTheLogitsAndWeightsAreShown) {
    torch::manual_seed(2);
    const torch::Tensor q = torch::randn({1, 1, 6, 4}), v = torch::randn({1, 1, 6, 4});
    const torch::Tensor all = torch::arange(6).view({1, 1, 1, 6}), bias = torch::randn({1, 1, 1, 6, 6});
    const ListedAttention found = listedAttention(q, q, v, all, all, {.bias = bias}, true);
    const torch::Tensor weights = torch::softmax(torch::matmul(q[0][0], q[0][0].t()) / 2 + bias[0][0][0], 1);
    EXPECT_LT(largestDifference(found.weights[0][0][0], weights), 1e-6);
    EXPECT_LT(largestDifference(found.out[0][0][0], torch::matmul(weights, v[0][0])), 1e-6);
}

}  // namespace
}  // namespace strand
