// Tests that run for every instruction set this computer has.
#pragma once

#include "core/random.hpp"
#include "layers/kernels/kernels.hpp"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
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

inline std::string setName(InstructionSet set) {
    switch (set) {
        case InstructionSet::Baseline: return "Baseline";
        case InstructionSet::Avx2: return "Avx2";
        case InstructionSet::Avx512: return "Avx512";
        case InstructionSet::Amx: break;
    }
    return "Amx";
}

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
                             [](const auto& set) { return setName(set.param); })

}  // namespace strand::kernels
