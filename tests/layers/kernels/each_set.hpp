// Tests that run for every instruction set this computer has.
#pragma once

#include "core/random.hpp"
#include "layers/kernels/kernels.hpp"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

namespace strand::kernels {

inline std::vector<float> numbers(std::int64_t n, std::uint64_t seed, double spread = 1) {
    Random random(seed);
    std::vector<float> values(static_cast<std::size_t>(n));
    for (float& value : values)
        value = static_cast<float>((random.uniform() * 2 - 1) * spread);
    return values;
}

inline double at(const std::vector<float>& values, std::int64_t i) { return values[static_cast<std::size_t>(i)]; }

inline void expectNear(const std::vector<float>& given, const std::vector<double>& expected, double tolerance, const std::string& what) {
    ASSERT_EQ(given.size(), expected.size()) << what;
    for (std::size_t i = 0; i < given.size(); ++i)
        ASSERT_NEAR(given[i], expected[i], tolerance) << what << " [" << i << "]";
}

/// The slope of `value` along each of x, by differences in double.
template <typename Value>
std::vector<double> slopes(std::vector<double>& x, const Value& value) {
    std::vector<double> result;
    for (double& number : x) {
        const double kept = number, step = 1e-5;
        number = kept + step;
        const double above = value();
        number = kept - step;
        result.push_back((above - value()) / (2 * step));
        number = kept;
    }
    return result;
}
inline std::vector<double> inDouble(const std::vector<float>& x) { return {x.begin(), x.end()}; }

/// b [k,n] as gemmPacked wants it, packed in two parts; element (i,j) lies at i * row + j * column.
class Packed {
public:
    Packed(const Table& kernel, std::int64_t k, std::int64_t n, const std::vector<float>& b, std::int64_t row, std::int64_t column)
        : m_floats(static_cast<float*>(std::aligned_alloc(64, bytes(kernel, k, n))), std::free) {
        const std::int64_t middle = n / 2 / kPackedColumns * kPackedColumns;
        kernel.pack(k, n, b.data(), row, column, m_floats.get(), 0, middle);
        kernel.pack(k, n, b.data(), row, column, m_floats.get(), middle, n);
    }
    [[nodiscard]] const float* data() const { return m_floats.get(); }

private:
    static std::size_t bytes(const Table& kernel, std::int64_t k, std::int64_t n) {
        return (static_cast<std::size_t>(kernel.packedSize(k, n)) * sizeof(float) + 63) / 64 * 64;
    }
    std::unique_ptr<float, decltype(&std::free)> m_floats;
};

class Kernels : public testing::TestWithParam<InstructionSet> {
protected:
    void SetUp() override {
        if (tableFor(GetParam()) == nullptr) GTEST_SKIP() << "this computer lacks the instructions";
    }
    [[nodiscard]] static const Table& kernel() { return *tableFor(GetParam()); }
};

// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): gtest wants a name for each suite
#define STRAND_EVERY_SET(Suite)                                                                                                            \
    INSTANTIATE_TEST_SUITE_P(Sets, Suite,                                                                                                  \
                             testing::Values(InstructionSet::Baseline, InstructionSet::Avx2, InstructionSet::Avx512, InstructionSet::Amx), \
                             [](const auto& set) { return std::string(nameOf(set.param)); })

}  // namespace strand::kernels
