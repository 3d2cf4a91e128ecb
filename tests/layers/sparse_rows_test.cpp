#include "layers/sparse_rows.hpp"

#include "compare.hpp"

namespace strand {
namespace {

/// [[0 2 0 -1] [0 0 0 0] [3 0 0 0]], the row in the middle empty.
const SparseRows kRows{torch::tensor({0, 2, 2, 3}), torch::tensor({1, 3, 0}), torch::tensor({2.0F, -1.0F, 3.0F})};
const SparseRows kTransposed{torch::tensor({0, 1, 2, 2, 3}), torch::tensor({2, 0, 0}), torch::tensor({3.0F, 2.0F, -1.0F})};

TEST(SparseRows, NamesTheRowOfEachEntry) { EXPECT_TRUE(torch::equal(kRows.row(), torch::tensor({0, 0, 2}))); }

TEST(SparseProduct, IsTheSumOfWeightedRows) {
    const torch::Tensor x = torch::randn({4, 5}), y = sparseProduct(kRows, kTransposed, x);
    EXPECT_LT(largestDifference(y[0], 2 * x[1] - x[3]), 1e-6);
    EXPECT_EQ(y[1].abs().sum().item<double>(), 0);
    EXPECT_LT(largestDifference(y[2], 3 * x[0]), 1e-6);
}

TEST(SparseProduct, LoopsAndOperatorsAgreeThereAndBack) {
    torch::manual_seed(1);
    expectPathsAgree([](const auto& inputs) { return sparseProduct(kRows, kTransposed, inputs[0]); }, {torch::randn({4, 21})});
    EXPECT_EQ(sparseProduct(kRows, kTransposed, torch::randn({4, 0})).numel(), 0);
}

}  // namespace
}  // namespace strand
