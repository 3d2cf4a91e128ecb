#include "tests/layers/kernels/each_set.hpp"

#include <tuple>

namespace strand::kernels {
namespace {

class DenseKernels : public Kernels {};
STRAND_EVERY_SET(DenseKernels);

TEST_P(DenseKernels, GeluFollowsTheErrorFunction) {
    std::vector<float> x;
    for (double value = -12; value <= 12; value += 0.01)
        x.push_back(static_cast<float>(value));
    const auto columns = static_cast<std::int64_t>(x.size());
    std::vector<float> y(x.size()), slope(x.size());
    const std::vector<float> ones(x.size(), 1);
    const Epilogue epilogue{.columns = columns, .activation = Activation::Gelu, .dropout = {}};
    kernel().epilogue(epilogue, x.data(), y.data(), 0, 1);
    std::vector<float> again(x.size());
    kernel().epilogueBackward(epilogue, ones.data(), x.data(), slope.data(), again.data(), 0, 1);
    EXPECT_EQ(again, y);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double v = x[i], phi = 0.5 * (1 + std::erf(v / std::sqrt(2.0)));
        ASSERT_NEAR(y[i], v * phi, 1e-6) << v;
        ASSERT_NEAR(slope[i], phi + v * std::exp(-v * v / 2) / std::sqrt(2 * M_PI), 1e-6) << v;
    }
}

TEST_P(DenseKernels, ReluKeepsNotANumber) {
    const std::vector<float> x{-1, 2, std::nanf(""), -0.0F, 5};
    std::vector<float> y(x.size());
    kernel().epilogue({.columns = 5, .activation = Activation::Relu, .dropout = {}}, x.data(), y.data(), 0, 1);
    EXPECT_EQ(y[0], 0);
    EXPECT_EQ(y[1], 2);
    EXPECT_TRUE(std::isnan(y[2]));
    EXPECT_EQ(y[4], 5);
}

double activated(Activation activation, double x) {
    if (activation == Activation::Relu) return std::max(x, 0.0);
    return activation == Activation::Gelu ? x * 0.5 * (1 + std::erf(x / std::sqrt(2.0))) : x;
}

/// Rows 1 and 2 of 4, 150 columns: more than one group of dropout, and a rest that fills no vector.
TEST_P(DenseKernels, EpilogueIsItsFormulaForTheRowsAskedFor) {
    constexpr std::int64_t kColumns = 150, kRows = 4;
    const auto z = numbers(kRows * kColumns, 1, 2), bias = numbers(kColumns, 2), residual = numbers(kRows * kColumns, 3),
               dy = numbers(kRows * kColumns, 4);
    for (const auto& [activation, withResidual] :
         {std::tuple(Activation::None, true), std::tuple(Activation::Relu, false), std::tuple(Activation::Gelu, false)}) {
        const Epilogue epilogue{.columns = kColumns,
                                .bias = bias.data(),
                                .residual = withResidual ? residual.data() : nullptr,
                                .activation = activation,
                                .dropout = {.key = 9, .call = 2, .threshold = 20000, .scale = 1.5F}};
        std::vector<float> y(z.size(), 7), dz(z.size(), 7), factors(2 * kDropoutGroup);
        kernel().epilogue(epilogue, z.data(), y.data(), 1, 3);
        kernel().epilogueBackward(epilogue, dy.data(), activation == Activation::Gelu ? z.data() : y.data(), dz.data(), nullptr, 1, 3);
        for (std::int64_t row = 0; row < kRows; ++row) {
            for (std::int64_t group = 0; group < 2; ++group)
                kernel().keepFactors(epilogue.dropout, row * 2 + group, factors.data() + group * kDropoutGroup);
            for (std::int64_t column = 0; column < kColumns; ++column) {
                const std::int64_t place = row * kColumns + column;
                const bool asked = row == 1 || row == 2;
                const double x = at(z, place) + at(bias, column), factor = at(factors, column), step = 1e-6;
                const double slope = (activated(activation, x + step) - activated(activation, x - step)) / (2 * step);
                const double added = withResidual ? at(residual, place) : 0;
                ASSERT_NEAR(at(y, place), asked ? activated(activation, x) * factor + added : 7, 2e-6) << row << " " << column;
                ASSERT_NEAR(at(dz, place), asked ? at(dy, place) * slope * factor : 7, 1e-5) << row << " " << column;
            }
        }
    }
}

}  // namespace
}  // namespace strand::kernels
