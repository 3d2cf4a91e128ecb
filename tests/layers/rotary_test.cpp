#include "layers/rotary.hpp"

#include "compare.hpp"

#include <cmath>

namespace strand {
namespace {

TEST(Rotated, TurnsPairsByThePosition) {
    const torch::Tensor x = torch::randn({2, 3, 5, 6}), y = rotated(x);
    for (std::int64_t p = 0; p < 5; ++p) {
        for (std::int64_t i = 0; i < 3; ++i) {
            const double angle = static_cast<double>(p) / std::pow(10000.0, 2.0 * static_cast<double>(i) / 6.0);
            const double a = x[1][2][p][2 * i].item<double>(), b = x[1][2][p][2 * i + 1].item<double>();
            EXPECT_NEAR(y[1][2][p][2 * i].item<double>(), a * std::cos(angle) - b * std::sin(angle), 1e-5);
            EXPECT_NEAR(y[1][2][p][2 * i + 1].item<double>(), b * std::cos(angle) + a * std::sin(angle), 1e-5);
        }
    }
}

TEST(Rotated, ProductsDependOnTheDistanceAlone) {
    const torch::Tensor q = torch::randn({1, 1, 1, 8}).expand({1, 1, 20, 8}), k = torch::randn({1, 1, 1, 8}).expand({1, 1, 20, 8});
    const torch::Tensor products = torch::matmul(rotated(q), rotated(k).transpose(2, 3))[0][0];
    EXPECT_LT(largestDifference(products.narrow(0, 0, 10).narrow(1, 0, 10), products.narrow(0, 10, 10).narrow(1, 10, 10)), 1e-4);
}

}  // namespace
}  // namespace strand
