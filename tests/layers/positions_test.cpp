#include "layers/positions.hpp"

#include <gtest/gtest.h>
#include <cmath>
#include <stdexcept>

namespace strand {
namespace {

TEST(Positions, SinusoidalFollowsTheFormula) {
    for (const std::int64_t dim : {1, 2, 7, 64}) {
        const torch::Tensor table = sinusoidalPositions(100, dim, torch::kFloat);
        ASSERT_EQ(table.sizes(), (std::vector<std::int64_t>{100, dim}));
        for (std::int64_t p = 0; p < 100; ++p) {
            for (std::int64_t c = 0; c < dim; ++c) {
                const double angle = static_cast<double>(p) / std::pow(10000.0, static_cast<double>(c - c % 2) / static_cast<double>(dim));
                ASSERT_NEAR(table[p][c].item<double>(), c % 2 == 0 ? std::sin(angle) : std::cos(angle), 1e-6) << p << " " << c;
            }
        }
    }
}

TEST(Positions, SinusoidalGrowsAndIsNoParameter) {
    Positions positions(PositionKind::Sinusoidal, 4, 8);
    EXPECT_TRUE(positions.parameters().empty());
    const torch::Tensor few = positions.forward(3, torch::kFloat).clone();
    const torch::Tensor many = positions.forward(500, torch::kFloat);
    EXPECT_EQ(many.size(0), 500);
    EXPECT_TRUE(torch::equal(few, many.narrow(0, 0, 3)));
    EXPECT_EQ(positions.forward(3, torch::kDouble).scalar_type(), torch::kDouble);
}

TEST(Positions, LearnedAreAParameterAndHaveAnEnd) {
    Positions positions(PositionKind::Learned, 10, 8);
    ASSERT_EQ(positions.parameters().size(), 1U);
    EXPECT_TRUE(positions.forward(10, torch::kFloat).requires_grad());
    EXPECT_THROW((void)positions.forward(11, torch::kFloat), std::length_error);
}

TEST(Positions, AxialOnesAreRowPlusColumnOfAGrid) {
    Positions positions(PositionKind::Axial, 10, 8, 4);
    const auto parameters = positions.namedParameters();
    ASSERT_EQ(parameters["rows"].sizes(), (std::vector<std::int64_t>{3, 8}));
    ASSERT_EQ(parameters["columns"].sizes(), (std::vector<std::int64_t>{4, 8}));
    const torch::Tensor table = positions.forward(10, torch::kFloat);
    for (std::int64_t p = 0; p < 10; ++p)
        EXPECT_TRUE(torch::equal(table[p], parameters["rows"][p / 4] + parameters["columns"][p % 4])) << p;
    EXPECT_THROW((void)positions.forward(11, torch::kFloat), std::length_error);
}

}  // namespace
}  // namespace strand
