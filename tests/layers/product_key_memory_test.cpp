#include "layers/product_key_memory.hpp"

#include "compare.hpp"

namespace strand {
namespace {

const Padding kWhole{.lengths = torch::tensor({3, 3}), .mask = {}};

/// All pairs of keys, sorted: what the two halves find faster.
TEST(ProductKeyMemory, FindsTheBestPairsOfAllAndMixesTheirValues) {
    torch::manual_seed(1);
    const ProductKeyOptions options{.dim = 5, .keys = 6, .heads = 2, .queryDim = 4, .best = 3};
    ProductKeyMemory memory(options);
    const torch::NoGradGuard frozen;
    const torch::Tensor x = torch::randn({2, 3, 5}), out = memory.forward(x, kWhole, nullptr);
    const auto parameters = memory.namedParameters();
    for (std::int64_t b = 0; b < 2; ++b) {
        for (std::int64_t t = 0; t < 3; ++t) {
            const torch::Tensor query = torch::layer_norm(torch::matmul(parameters["queries.weight"], x[b][t]).view({2, 2, 4}), {4});
            torch::Tensor expected = torch::zeros({5});
            for (std::int64_t h = 0; h < 2; ++h) {
                const torch::Tensor one = torch::matmul(parameters["keys"][0][h], query[0][h]),
                                    two = torch::matmul(parameters["keys"][1][h], query[1][h]);
                const auto [score, pair] = (one.unsqueeze(1) + two.unsqueeze(0)).flatten().topk(3);
                expected += torch::matmul(torch::softmax(score, 0), parameters["values"].index_select(0, pair));
            }
            EXPECT_LT(largestDifference(out[b][t], expected), 1e-5);
        }
    }
}

TEST(ProductKeyMemory, EverythingLearns) {
    ProductKeyMemory memory({.dim = 5, .keys = 6, .heads = 2, .queryDim = 4});
    memory.forward(torch::randn({2, 3, 5}), kWhole, nullptr).pow(2).sum().backward();
    for (const auto& item : memory.namedParameters())
        EXPECT_GT(item.value().grad().abs().sum().item<double>(), 0) << item.key();
}

}  // namespace
}  // namespace strand
