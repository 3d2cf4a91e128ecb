#include "data/stratify.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numeric>

#include "core/random.hpp"

namespace strand {
namespace {

TEST(LargestRemainder, SumsToTheWhole) {
    EXPECT_EQ(largestRemainder(10, std::array{0.8, 0.1, 0.1}), (Counts{8, 1, 1}));
    EXPECT_EQ(largestRemainder(106, std::array{0.8, 0.1, 0.1}), (Counts{85, 11, 10}));  // 84.8, 10.6, 10.6
    EXPECT_EQ(largestRemainder(3, std::array{1.0 / 3, 1.0 / 3, 1.0 / 3}), (Counts{1, 1, 1}));
    EXPECT_EQ(largestRemainder(100, std::array{0.29, 0.71}), (Counts{29, 71}));
    EXPECT_EQ(largestRemainder(7, std::array{1.0, 0.0, 0.0}), (Counts{7, 0, 0}));
    EXPECT_EQ(largestRemainder(0, std::array{0.5, 0.5}), (Counts{0, 0}));
}

TEST(StratifiedSizes, BothSidesSum) {
    Random random(8);
    for (int round = 0; round < 500; ++round) {
        Counts strata;
        for (std::uint32_t s = 1 + random.below(12); s > 0; --s)
            strata.push_back(random.below(round % 2 == 0 ? 5 : 500));
        const double train = 0.5 + 0.4 * random.uniform(), validation = (1 - train) * random.uniform();
        const std::array fractions{train, validation, 1 - train - validation};
        const std::int64_t all = std::accumulate(strata.begin(), strata.end(), std::int64_t{0});
        const auto sizes = stratifiedSizes(strata, fractions);
        Counts columns(3);
        for (std::size_t s = 0; s < strata.size(); ++s) {
            EXPECT_EQ(std::accumulate(sizes[s].begin(), sizes[s].end(), std::int64_t{0}), strata[s]);
            for (std::size_t p = 0; p < 3; ++p) {
                EXPECT_LE(std::abs(static_cast<double>(sizes[s][p]) - static_cast<double>(strata[s]) * fractions[p]), 2.0);
                columns[p] += sizes[s][p];
            }
        }
        EXPECT_EQ(columns, largestRemainder(all, fractions));
    }
}

// A hundred classes of three: each alone would put all three into train.
TEST(StratifiedSizes, ManySmallClassesStillFillEveryPart) {
    const auto sizes = stratifiedSizes(Counts(100, 3), std::array{0.8, 0.1, 0.1});
    Counts columns(3);
    for (const Counts& row : sizes) {
        for (std::size_t p = 0; p < 3; ++p)
            columns[p] += row[p];
    }
    EXPECT_EQ(columns, (Counts{240, 30, 30}));
}

}  // namespace
}  // namespace strand
