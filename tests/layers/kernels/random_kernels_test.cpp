#include "tests/layers/kernels/each_set.hpp"

namespace strand::kernels {
namespace {

class RandomKernels : public Kernels {};
STRAND_EVERY_SET(RandomKernels);

TEST_P(RandomKernels, DropoutBitsAreThoseOfPhilox) {
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

TEST_P(RandomKernels, DropoutDropsTheSameElementsWhereverItBegins) {
    const DropoutStream stream{.key = 5, .call = 3, .threshold = 30000, .scale = 2};
    constexpr std::int64_t kSize = 3 * kDropoutGroup + 37;
    const std::vector<float> x = numbers(kSize, 1);
    std::vector<float> whole(x.size(), 7), parts(x.size(), 7), factors(4 * kDropoutGroup);
    for (std::int64_t group = 0; group < 4; ++group)
        kernel().keepFactors(stream, group, factors.data() + group * kDropoutGroup);
    kernel().dropout(stream, x.data(), whole.data(), 0, kSize);
    kernel().dropout(stream, x.data(), parts.data(), kDropoutGroup, kSize);
    std::int64_t dropped = 0;
    for (std::int64_t i = 0; i < kSize; ++i) {
        ASSERT_EQ(at(whole, i), at(x, i) * at(factors, i)) << i;
        ASSERT_EQ(at(parts, i), i < kDropoutGroup ? 7 : at(whole, i)) << i;
        dropped += at(whole, i) == 0 ? 1 : 0;
    }
    EXPECT_NEAR(static_cast<double>(dropped) / kSize, 30000.0 / 65536, 0.1);
}

}  // namespace
}  // namespace strand::kernels
