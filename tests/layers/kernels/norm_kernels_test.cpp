#include "tests/layers/kernels/each_set.hpp"

#include <functional>

namespace strand::kernels {
namespace {

class NormKernels : public Kernels {};
STRAND_EVERY_SET(NormKernels);

constexpr std::int64_t kSequences = 3, kPositions = 4, kColumns = 37, kAll = kSequences * kPositions * kColumns;
constexpr std::int64_t kLengths[kSequences] = {4, 0, 2}, kValid = 6;

IndexedRows rows() { return {.positions = kPositions, .index = nullptr, .lengths = kLengths, .stride = kColumns}; }

/// Calls body(index of the number, whether it is valid) down a column.
void downColumn(std::int64_t column, const std::function<void(std::size_t place, bool valid)>& body) {
    for (std::int64_t b = 0; b < kSequences; ++b) {
        for (std::int64_t p = 0; p < kPositions; ++p)
            body(static_cast<std::size_t>((b * kPositions + p) * kColumns + column), p < kLengths[b]);
    }
}

struct Moments {
    std::vector<double> mean, variance;
};
Moments momentsOf(const std::vector<double>& x) {
    Moments moments;
    for (std::int64_t column = 0; column < kColumns; ++column) {
        double sum = 0, squares = 0;
        downColumn(column, [&](std::size_t place, bool valid) { sum += valid ? x[place] : 0; });
        downColumn(column, [&](std::size_t place, bool valid) { squares += valid ? std::pow(x[place] - sum / kValid, 2) : 0; });
        moments.mean.push_back(sum / kValid);
        moments.variance.push_back(squares / kValid);
    }
    return moments;
}

TEST_P(NormKernels, MomentsAreThoseOfTheValidRows) {
    const auto x = numbers(kAll, 1, 3);
    std::vector<float> mean(kColumns, 7), variance(kColumns, 7);
    kernel().columnMoments(rows(), x.data(), mean.data(), variance.data(), kSequences, 2, kColumns);
    Moments expected = momentsOf(inDouble(x));
    expected.mean[0] = expected.mean[1] = expected.variance[0] = expected.variance[1] = 7;  // not asked for
    expectNear(mean, expected.mean, 1e-6, "mean");
    expectNear(variance, expected.variance, 1e-5, "variance");
    const std::int64_t none[] = {0, 0, 0};
    kernel().columnMoments({.positions = kPositions, .index = nullptr, .lengths = none, .stride = kColumns}, x.data(), mean.data(),
                           variance.data(), kSequences, 0, kColumns);
    expectNear(mean, std::vector<double>(kColumns), 0, "mean of nothing");
    expectNear(variance, std::vector<double>(kColumns), 0, "variance of nothing");
}

struct Parameters {
    std::vector<double> scale, shift, mean, inverse;
};

/// y; with `own`, mean and deviation follow from x.
std::vector<double> normalised(const std::vector<double>& x, const Parameters& with, bool own, bool relu) {
    const Moments moments = momentsOf(x);
    std::vector<double> y(x.size());
    for (std::int64_t column = 0; column < kColumns; ++column) {
        const auto c = static_cast<std::size_t>(column);
        const double mean = own ? moments.mean[c] : with.mean[c], inverse = own ? 1 / std::sqrt(moments.variance[c]) : with.inverse[c];
        downColumn(column, [&](std::size_t place, bool valid) {
            const double value = with.scale[c] * (x[place] - mean) * inverse + with.shift[c];
            y[place] = valid ? (relu ? std::max(value, 0.0) : value) : 0;
        });
    }
    return y;
}

TEST_P(NormKernels, ForwardAndBackwardFollowTheFormula) {
    const auto x = numbers(kAll, 1, 3), dy = numbers(kAll, 2), scale = numbers(kColumns, 3), shift = numbers(kColumns, 4);
    for (const bool own : {false, true}) {
        for (const bool relu : {false, true}) {
            const std::string name = std::string(own ? "own" : "given") + (relu ? " relu" : "");
            std::vector<float> mean = numbers(kColumns, 5), inverse(kColumns, 0.8F);
            if (own) {
                const Moments moments = momentsOf(inDouble(x));
                for (std::size_t c = 0; c < mean.size(); ++c) {
                    mean[c] = static_cast<float>(moments.mean[c]);
                    inverse[c] = static_cast<float>(1 / std::sqrt(moments.variance[c]));
                }
            }
            const BatchNormRows norm{.rows = rows(),
                                     .x = x.data(),
                                     .mean = mean.data(),
                                     .inverseDeviation = inverse.data(),
                                     .scale = scale.data(),
                                     .shift = shift.data(),
                                     .relu = relu};
            std::vector<float> y(x.size(), 7), dx(x.size(), 7), dScale(kColumns, 7), dShift(kColumns, 7);
            kernel().batchNorm(norm, y.data(), kSequences, 0, kColumns);
            kernel().batchNormBackward(norm, y.data(), dy.data(), !own, dx.data(), dScale.data(), dShift.data(), kSequences, 0, kColumns);
            Parameters with{.scale = inDouble(scale), .shift = inDouble(shift), .mean = inDouble(mean), .inverse = inDouble(inverse)};
            std::vector<double> at = inDouble(x);
            const auto value = [&] {
                const std::vector<double> out = normalised(at, with, own, relu);
                double sum = 0;
                for (std::size_t i = 0; i < out.size(); ++i)
                    sum += out[i] * dy[i];
                return sum;
            };
            expectNear(y, normalised(at, with, own, relu), 1e-5, name);
            expectNear(dx, slopes(at, value), 2e-5, name + " dx");
            expectNear(dScale, slopes(with.scale, value), 2e-5, name + " dScale");
            expectNear(dShift, slopes(with.shift, value), 2e-5, name + " dShift");
        }
    }
}

TEST_P(NormKernels, OnlyTheColumnsAskedForAreWritten) {
    const auto x = numbers(kAll, 1);
    const std::vector<float> zeros(kColumns), ones(kColumns, 1);
    const BatchNormRows norm{.rows = rows(),
                             .x = x.data(),
                             .mean = zeros.data(),
                             .inverseDeviation = ones.data(),
                             .scale = ones.data(),
                             .shift = zeros.data(),
                             .relu = false};
    std::vector<float> y(x.size(), 7);
    kernel().batchNorm(norm, y.data(), kSequences, 3, 20);
    for (std::int64_t column = 0; column < kColumns; ++column) {
        const bool asked = column >= 3 && column < 20;
        downColumn(column, [&](std::size_t place, bool valid) { ASSERT_EQ(y[place], asked ? (valid ? x[place] : 0) : 7) << column; });
    }
}

}  // namespace
}  // namespace strand::kernels
