// The functions of vectors, in the width that this file is compiled for; the kernels' tests meet the other widths.
#include "layers/kernels/simd.hpp"

#include "tests/layers/kernels/each_set.hpp"

#include <limits>

namespace strand::kernels {
namespace {

TEST(Simd, ExponentialIsGoodToTheLastPlaces) {
    for (double x = -87; x <= 88; x += 0.0371) {
        const auto f = static_cast<float>(x);
        const float y = exponential(broadcast(f))[0];
        ASSERT_NEAR(y / std::exp(static_cast<double>(f)), 1, 2.5e-7) << f;
    }
    EXPECT_EQ(exponential(broadcast(-std::numeric_limits<float>::infinity()))[0], 0);
    EXPECT_EQ(exponential(broadcast(-100))[0], 0);
    EXPECT_TRUE(std::isfinite(exponential(broadcast(500))[0]));
}

TEST(Simd, SigmoidAndTangentStayInTheirRange) {
    for (double x = -120; x <= 120; x += 0.0713) {
        const F v = broadcast(static_cast<float>(x));
        ASSERT_NEAR(sigmoid(v)[0], 1 / (1 + std::exp(-static_cast<double>(v[0]))), 2e-7) << x;
        ASSERT_NEAR(hyperbolicTangent(v)[0], std::tanh(static_cast<double>(v[0])), 3e-7) << x;
    }
}

TEST(Simd, PartOfAVectorLeavesTheRestAlone) {
    float from[kLanes], to[kLanes];
    for (std::int64_t count = 0; count < kLanes; ++count) {
        for (std::int64_t i = 0; i < kLanes; ++i) {
            from[i] = static_cast<float>(i + 1);
            to[i] = -1;
        }
        const F loaded = loadFirst(from, count, 9);
        storeFirst(to, loaded, count);
        for (std::int64_t i = 0; i < kLanes; ++i) {
            EXPECT_EQ(loaded[i], i < count ? from[i] : 9);
            EXPECT_EQ(to[i], i < count ? from[i] : -1);
        }
    }
}

TEST(Simd, BroadcastKeepsEveryValue) {
    EXPECT_TRUE(std::signbit(broadcast(-0.0F)[0]));
    EXPECT_TRUE(std::isnan(broadcast(std::nanf(""))[kLanes - 1]));
}

}  // namespace
}  // namespace strand::kernels
