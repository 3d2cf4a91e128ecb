#include "layers/kernels/kernels.hpp"

#include "core/random.hpp"

#include <gtest/gtest.h>
#include <cmath>
#include <vector>

namespace strand::kernels {
namespace {

std::vector<float> numbers(std::int64_t n, std::uint64_t seed, double spread = 1) {
    Random random(seed);
    std::vector<float> values(static_cast<std::size_t>(n));
    for (float& value : values)
        value = static_cast<float>((random.uniform() * 2 - 1) * spread);
    return values;
}

class Kernels : public testing::TestWithParam<InstructionSet> {
protected:
    void SetUp() override {
        if (tableFor(GetParam()) == nullptr) GTEST_SKIP() << "this computer lacks the instructions";
    }
    [[nodiscard]] const Table& kernel() const { return *tableFor(GetParam()); }
};

INSTANTIATE_TEST_SUITE_P(Sets, Kernels, testing::Values(InstructionSet::Baseline, InstructionSet::Avx2, InstructionSet::Avx512),
                         [](const auto& set) -> std::string {
                             switch (set.param) {
                                 case InstructionSet::Baseline: return "Baseline";
                                 case InstructionSet::Avx2: return "Avx2";
                                 case InstructionSet::Avx512: break;
                             }
                             return "Avx512";
                         });

TEST_P(Kernels, DropoutBitsAreThoseOfPhilox) {
    const DropoutStream stream{.key = 0x123456789ABCDEFU, .call = 77, .threshold = 20000, .scale = 1.5F};
    for (const std::int64_t group : {std::int64_t{0}, std::int64_t{3}, std::int64_t{1} << 30}) {
        std::vector<float> factors(kDropoutGroup);
        kernel().keepFactors(stream, group, factors.data());
        for (std::uint32_t e = 0; e < kDropoutGroup; ++e) {
            const auto words = philox(stream.key, stream.call, static_cast<std::uint64_t>(group) * 16 + e % 16);
            const std::uint32_t bits = e / 16 % 2 == 0 ? words[e / 32] & 0xFFFFU : words[e / 32] >> 16U;
            ASSERT_EQ(factors[e], bits < stream.threshold ? 0.0F : stream.scale) << "group " << group << " element " << e;
        }
    }
}

TEST_P(Kernels, ProductOfMatricesOfAnySize) {
    for (const std::int64_t m : {1, 3, 13, 100, 205}) {
        for (const std::int64_t n : {1, 2, 7, 16, 37, 64}) {
            for (const std::int64_t k : {0, 1, 31, 300}) {
                const auto a = numbers(m * k, 1), b = numbers(k * n, 2);
                std::vector<float> c = numbers(m * n, 3), sum = c, transposed(static_cast<std::size_t>(m * n));
                std::vector<float> aColumns(a.size());
                for (std::int64_t i = 0; i < m; ++i) {
                    for (std::int64_t j = 0; j < k; ++j)
                        aColumns[static_cast<std::size_t>(j * m + i)] = a[static_cast<std::size_t>(i * k + j)];
                }
                kernel().gemm(m, n, k, a.data(), k, 1, b.data(), n, sum.data(), n, true);
                kernel().gemm(m, n, k, aColumns.data(), 1, m, b.data(), n, transposed.data(), n, false);
                for (std::int64_t i = 0; i < m; ++i) {
                    for (std::int64_t j = 0; j < n; ++j) {
                        double expected = 0;
                        for (std::int64_t x = 0; x < k; ++x)
                            expected +=
                                static_cast<double>(a[static_cast<std::size_t>(i * k + x)]) * b[static_cast<std::size_t>(x * n + j)];
                        const auto at = static_cast<std::size_t>(i * n + j);
                        ASSERT_NEAR(transposed[at], expected, 1e-4) << m << " x " << n << " x " << k;
                        ASSERT_NEAR(sum[at], expected + c[at], 1e-4) << m << " x " << n << " x " << k;
                    }
                }
            }
        }
    }
}

TEST_P(Kernels, ARowOfAProductDoesNotDependOnItsNeighbours) {
    const std::int64_t m = 217, n = 45, k = 300;
    const auto a = numbers(m * k, 1), b = numbers(k * n, 2);
    std::vector<float> all(static_cast<std::size_t>(m * n)), alone(static_cast<std::size_t>(n));
    kernel().gemm(m, n, k, a.data(), k, 1, b.data(), n, all.data(), n, false);
    for (std::int64_t i = 0; i < m; ++i) {
        kernel().gemm(1, n, k, a.data() + i * k, k, 1, b.data(), n, alone.data(), n, false);
        for (std::int64_t j = 0; j < n; ++j)
            ASSERT_EQ(all[static_cast<std::size_t>(i * n + j)], alone[static_cast<std::size_t>(j)]);
    }
}

TEST_P(Kernels, GeluFollowsTheErrorFunction) {
    std::vector<float> x;
    for (double value = -12; value <= 12; value += 0.01)
        x.push_back(static_cast<float>(value));
    const auto columns = static_cast<std::int64_t>(x.size());
    std::vector<float> y(x.size()), slope(x.size());
    const std::vector<float> ones(x.size(), 1);
    const Epilogue epilogue{.columns = columns, .activation = Activation::Gelu, .dropout = {}};
    kernel().epilogue(epilogue, x.data(), y.data(), 0, 1);
    kernel().epilogueBackward(epilogue, ones.data(), x.data(), slope.data(), 0, 1);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double v = x[i], phi = 0.5 * (1 + std::erf(v / std::sqrt(2.0)));
        ASSERT_NEAR(y[i], v * phi, 1e-6) << v;
        ASSERT_NEAR(slope[i], phi + v * std::exp(-v * v / 2) / std::sqrt(2 * M_PI), 1e-6) << v;
    }
}

TEST_P(Kernels, ReluKeepsNotANumber) {
    const std::vector<float> x{-1, 2, std::nanf(""), -0.0F, 5};
    std::vector<float> y(x.size());
    kernel().epilogue({.columns = 5, .activation = Activation::Relu, .dropout = {}}, x.data(), y.data(), 0, 1);
    EXPECT_EQ(y[0], 0);
    EXPECT_EQ(y[1], 2);
    EXPECT_TRUE(std::isnan(y[2]));
    EXPECT_EQ(y[4], 5);
}

TEST(KernelTable, TheWidestSetThisComputerHasIsTaken) {
    const Table* widest = tableFor(InstructionSet::Baseline);
    for (const InstructionSet set : {InstructionSet::Avx2, InstructionSet::Avx512}) {
        if (tableFor(set) != nullptr) widest = tableFor(set);
    }
    EXPECT_EQ(&table(), widest);
}

}  // namespace
}  // namespace strand::kernels
