#include "tests/layers/kernels/each_set.hpp"

namespace strand::kernels {
namespace {

class Gemm : public Kernels {};
STRAND_EVERY_SET(Gemm);

std::vector<float> transposedOf(const std::vector<float>& x, std::int64_t rows, std::int64_t columns) {
    std::vector<float> result(x.size());
    for (std::int64_t i = 0; i < rows; ++i) {
        for (std::int64_t j = 0; j < columns; ++j)
            result[static_cast<std::size_t>(j * rows + i)] = x[static_cast<std::size_t>(i * columns + j)];
    }
    return result;
}

TEST_P(Gemm, ProductOfMatricesOfAnySize) {
    for (const std::int64_t m : {1, 3, 13, 100, 205}) {
        for (const std::int64_t n : {1, 2, 7, 16, 37, 64}) {
            for (const std::int64_t k : {0, 1, 31, 300, 600}) {
                const auto a = numbers(m * k, 1), b = numbers(k * n, 2), aColumns = transposedOf(a, m, k);
                std::vector<float> c = numbers(m * n, 3), sum = c, transposed(static_cast<std::size_t>(m * n));
                kernel().gemm(m, n, k, a.data(), k, 1, b.data(), n, sum.data(), n, true);
                kernel().gemm(m, n, k, aColumns.data(), 1, m, b.data(), n, transposed.data(), n, false);
                for (std::int64_t i = 0; i < m; ++i) {
                    for (std::int64_t j = 0; j < n; ++j) {
                        double expected = 0, size = 0;
                        for (std::int64_t x = 0; x < k; ++x) {
                            const double product = at(a, i * k + x) * at(b, x * n + j);
                            expected += product;
                            size += std::abs(product);
                        }
                        const double tolerance = 1e-6 + size / 32768;
                        ASSERT_NEAR(at(transposed, i * n + j), expected, tolerance) << m << " x " << n << " x " << k;
                        ASSERT_NEAR(at(sum, i * n + j), expected + at(c, i * n + j), tolerance) << m << " x " << n << " x " << k;
                    }
                }
            }
        }
    }
}

/// Columns between those of c, and rows behind them, stay as they are.
TEST_P(Gemm, WritesNothingBesideItsResult) {
    const std::int64_t m = 37, n = 21, k = 40, ldc = 30;
    const auto a = numbers(m * k, 1), b = numbers(k * n, 2);
    std::vector<float> c(static_cast<std::size_t>((m + 5) * ldc), 7);
    kernel().gemm(m, n, k, a.data(), k, 1, b.data(), n, c.data(), ldc, false);
    for (std::int64_t i = 0; i < m + 5; ++i) {
        for (std::int64_t j = i < m ? n : 0; j < ldc; ++j)
            ASSERT_EQ(at(c, i * ldc + j), 7) << i << " " << j;
    }
}

TEST_P(Gemm, ARowOfAProductDoesNotDependOnItsNeighbours) {
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

TEST_P(Gemm, APackedOperandGivesTheSameBitsFromRowsAndFromColumns) {
    for (const std::int64_t n : {5, 48, 75}) {
        for (const std::int64_t k : {7, 32, 100, 700}) {
            const std::int64_t m = 50;
            const auto a = numbers(m * k, 1), b = numbers(k * n, 2), bColumns = transposedOf(b, k, n);
            std::vector<float> expected(static_cast<std::size_t>(m * n)), rows(expected), columns(expected);
            kernel().gemm(m, n, k, a.data(), k, 1, b.data(), n, expected.data(), n, false);
            kernel().gemmPacked(m, n, k, a.data(), k, 1, Packed(kernel(), k, n, b, n, 1).data(), rows.data(), n, false);
            kernel().gemmPacked(m, n, k, a.data(), k, 1, Packed(kernel(), k, n, bColumns, 1, k).data(), columns.data(), n, false);
            ASSERT_EQ(rows, expected) << n << " x " << k;
            ASSERT_EQ(columns, expected) << n << " x " << k;
        }
    }
}

TEST_P(Gemm, NotANumberStays) {
    std::vector<float> a(40 * 40, 1), b(40 * 40, 1), c(40 * 40);
    a[3 * 40 + 5] = std::nanf("");
    kernel().gemm(40, 40, 40, a.data(), 40, 1, b.data(), 40, c.data(), 40, false);
    for (std::int64_t i = 0; i < 40; ++i)
        EXPECT_EQ(std::isnan(at(c, i * 40 + 7)), i == 3) << i;
}

}  // namespace
}  // namespace strand::kernels
