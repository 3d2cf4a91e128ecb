#include "tests/layers/kernels/each_set.hpp"

namespace strand::kernels {
namespace {

class TokenKernels : public Kernels {};
STRAND_EVERY_SET(TokenKernels);

constexpr std::int64_t kSequences = 4, kPositions = 6, kRows = 5, kColumns = 21, kWidth = 3;
constexpr std::int64_t kLengths[kSequences] = {6, 0, 2, 5};
constexpr std::int64_t kIndex[kSequences * kPositions] = {0, 3, 4, 3, 1, 2, 0, 0, 0, 0, 0, 0, 4, 2, 0, 0, 0, 0, 1, 1, 3, 0, 2, 0};
constexpr std::int64_t kStride = kWidth * kColumns + 1;

IndexedRows rows() { return {.positions = kPositions, .index = kIndex, .lengths = kLengths, .stride = kStride}; }
std::int64_t rowAt(std::int64_t b, std::int64_t p) { return kIndex[b * kPositions + p]; }

/// Sum over the window that begins at `first`, tokens outside the sequence left out.
double window(const std::vector<double>& table, std::int64_t b, std::int64_t first, std::int64_t column) {
    double sum = 0;
    for (std::int64_t j = 0; j < kWidth; ++j) {
        if (first + j < 0 || first + j >= kLengths[b]) continue;
        sum += table[static_cast<std::size_t>(rowAt(b, first + j) * kStride + j * kColumns + column)];
    }
    return sum;
}

std::vector<double> convolved(const std::vector<double>& table, const std::vector<float>& bias, std::int64_t before) {
    std::vector<double> out;
    for (std::int64_t b = 0; b < kSequences; ++b) {
        for (std::int64_t t = 0; t < kPositions; ++t) {
            for (std::int64_t i = 0; i < kColumns; ++i)
                out.push_back(t < kLengths[b] ? window(table, b, t - before, i) + at(bias, i) : 0);
        }
    }
    return out;
}

std::vector<double> largest(const std::vector<double>& table) {
    std::vector<double> best;
    for (std::int64_t b = 0; b < kSequences; ++b) {
        for (std::int64_t i = 0; i < kColumns; ++i) {
            double top = window(table, b, 0, i);
            for (std::int64_t s = 1; s + kWidth <= kLengths[b]; ++s)
                top = std::max(top, window(table, b, s, i));
            best.push_back(top);
        }
    }
    return best;
}

double weighted(const std::vector<double>& y, const std::vector<float>& dy) {
    double sum = 0;
    for (std::size_t i = 0; i < y.size(); ++i)
        sum += y[i] * dy[i];
    return sum;
}

/// Both halves of the columns, each by itself.
template <typename Body>
void forHalves(Body body) {
    body(0, 10);
    body(10, kColumns);
}

TEST_P(TokenKernels, ConvolutionAndItsGradient) {
    const auto table = numbers(kRows * kStride, 1), bias = numbers(kColumns, 2), dOut = numbers(kSequences * kPositions * kColumns, 3);
    for (const std::int64_t before : {0, 1, 2}) {
        std::vector<float> out(dOut.size(), 7), dTable(table.size());
        kernel().tokenConvolution(rows(), table.data(), bias.data(), kWidth, before, kColumns, out.data(), 0, 3);
        kernel().tokenConvolution(rows(), table.data(), bias.data(), kWidth, before, kColumns, out.data(), 3, kSequences);
        forHalves([&](std::int64_t begin, std::int64_t end) {
            kernel().tokenConvolutionBackward(rows(), dOut.data(), kWidth, before, kColumns, dTable.data(), kSequences, begin, end);
        });
        std::vector<double> exact = inDouble(table);
        expectNear(out, convolved(exact, bias, before), 1e-6, "before " + std::to_string(before));
        expectNear(dTable, slopes(exact, [&] { return weighted(convolved(exact, bias, before), dOut); }), 1e-5, "gradient");
    }
}

TEST_P(TokenKernels, MaximumOfWindowsInsideASequence) {
    const auto table = numbers(kRows * kStride, 1), dBest = numbers(kSequences * kColumns, 2);
    std::vector<float> best(dBest.size(), 7), dTable(table.size());
    std::vector<std::int32_t> where(best.size(), 77);
    kernel().tokenConvolutionMax(rows(), table.data(), kWidth, kColumns, best.data(), where.data(), kColumns, 0, kSequences);
    forHalves([&](std::int64_t begin, std::int64_t end) {
        kernel().tokenConvolutionMaxBackward(rows(), dBest.data(), where.data(), kWidth, kColumns, kColumns, dTable.data(), kSequences,
                                             begin, end);
    });
    std::vector<double> exact = inDouble(table);
    expectNear(best, largest(exact), 1e-6, "maximum");
    expectNear(dTable, slopes(exact, [&] { return weighted(largest(exact), dBest); }), 1e-5, "gradient");
    for (std::int64_t b = 0; b < kSequences; ++b) {
        for (std::int64_t i = 0; i < kColumns; ++i)
            EXPECT_NEAR(window(exact, b, where[static_cast<std::size_t>(b * kColumns + i)], i), at(best, b * kColumns + i), 1e-6);
    }
}

TEST_P(TokenKernels, MaximumDoesNotHideWhatIsNoNumber) {
    auto table = numbers(kRows * kStride, 1);
    table[static_cast<std::size_t>(3 * kStride + 4)] = std::nanf("");  // row 3 begins a window of the first and the last sequence
    std::vector<float> best(kSequences * kColumns);
    std::vector<std::int32_t> where(best.size());
    kernel().tokenConvolutionMax(rows(), table.data(), kWidth, kColumns, best.data(), where.data(), kColumns, 0, kSequences);
    EXPECT_TRUE(std::isnan(best[4]));
    EXPECT_FALSE(std::isnan(best[5]));
}

TEST_P(TokenKernels, SumsOfRowsAndTheirGradient) {
    const auto table = numbers(kRows * kStride, 1), factors = numbers(kSequences, 2), dSums = numbers(kSequences * kColumns, 3);
    std::vector<float> sums(dSums.size(), 7), dTable(table.size());
    kernel().sumRows(rows(), table.data(), kColumns, factors.data(), sums.data(), 0, kSequences);
    forHalves([&](std::int64_t begin, std::int64_t end) {
        kernel().sumRowsBackward(rows(), dSums.data(), kColumns, factors.data(), dTable.data(), kSequences, begin, end);
    });
    std::vector<double> exact = inDouble(table);
    const auto value = [&] {
        std::vector<double> expected;
        for (std::int64_t b = 0; b < kSequences; ++b) {
            for (std::int64_t i = 0; i < kColumns; ++i) {
                double sum = 0;
                for (std::int64_t p = 0; p < kLengths[b]; ++p)
                    sum += exact[static_cast<std::size_t>(rowAt(b, p) * kStride + i)];
                expected.push_back(sum * at(factors, b));
            }
        }
        return expected;
    };
    expectNear(sums, value(), 1e-6, "sums");
    expectNear(dTable, slopes(exact, [&] { return weighted(value(), dSums); }), 1e-5, "gradient");
}

TEST_P(TokenKernels, RowsAreScatteredFromValidPositionsOnly) {
    const auto source = numbers(kSequences * kPositions * kColumns, 1);
    std::vector<float> target(static_cast<std::size_t>(kRows * kStride), 0.5F);
    forHalves([&](std::int64_t begin, std::int64_t end) {
        kernel().scatterRows(rows(), source.data(), kColumns, target.data(), kSequences, begin, end);
    });
    std::vector<double> expected(target.size(), 0.5);
    for (std::int64_t b = 0; b < kSequences; ++b) {
        for (std::int64_t p = 0; p < kLengths[b]; ++p) {
            for (std::int64_t i = 0; i < kColumns; ++i)
                expected[static_cast<std::size_t>(rowAt(b, p) * kStride + i)] += at(source, (b * kPositions + p) * kColumns + i);
        }
    }
    expectNear(target, expected, 1e-6, "scattered");
}

TEST_P(TokenKernels, TheProductOfASparseMatrix) {
    const std::vector<std::int64_t> start{0, 3, 3, 4, 6}, column{4, 0, 2, 1, 3, 3};  // a row without entries, one column twice
    const auto weight = numbers(6, 1), x = numbers(5 * kColumns, 2);
    std::vector<float> y(4 * kColumns, 7);
    const SparseMatrix a{.start = start.data(), .column = column.data(), .weight = weight.data()};
    kernel().sparseProduct(a, x.data(), kColumns, y.data(), 0, 3);
    EXPECT_EQ(at(y, 3 * kColumns), 7) << "rows that were not asked for";
    kernel().sparseProduct(a, x.data(), kColumns, y.data(), 3, 4);
    std::vector<double> expected(y.size(), 0);
    for (std::size_t row = 0; row + 1 < start.size(); ++row) {
        for (std::int64_t e = start[row]; e < start[row + 1]; ++e) {
            for (std::int64_t i = 0; i < kColumns; ++i)
                expected[row * kColumns + static_cast<std::size_t>(i)] +=
                    at(weight, e) * at(x, column[static_cast<std::size_t>(e)] * kColumns + i);
        }
    }
    expectNear(y, expected, 1e-6, "product");
}

/// Without an index, positions read rows of their own.
TEST_P(TokenKernels, WithoutAnIndexEachPositionHasItsRow) {
    const IndexedRows own{.positions = kPositions, .index = nullptr, .lengths = kLengths, .stride = kColumns};
    const auto table = numbers(kSequences * kPositions * kColumns, 1);
    const std::vector<float> ones(kSequences, 1);
    std::vector<float> sums(kSequences * kColumns);
    kernel().sumRows(own, table.data(), kColumns, ones.data(), sums.data(), 0, kSequences);
    for (std::int64_t i = 0; i < kColumns; ++i)
        EXPECT_NEAR(at(sums, 2 * kColumns + i), at(table, 12 * kColumns + i) + at(table, 13 * kColumns + i), 1e-6);
}

}  // namespace
}  // namespace strand::kernels
