#include "training/sampling.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

namespace strand {
namespace {

/// Labels 0 (10 rows), 1 (3), 2 (4).
EncodedSequences unbalanced() {
    EncodedSequences data;
    for (const auto& [label, rows] : {std::pair(0, 10), std::pair(1, 3), std::pair(2, 4)})
        data.labels.insert(data.labels.end(), static_cast<std::size_t>(rows), label);
    return data;
}
std::vector<std::int64_t> allRows(const EncodedSequences& data) {
    std::vector<std::int64_t> rows;
    for (std::int64_t i = 0; i < data.rows(); ++i)
        rows.push_back(i);
    return rows;
}
std::vector<std::int64_t> countsOf(const EncodedSequences& data, const std::vector<std::int64_t>& rows) {
    std::vector<std::int64_t> counts(3, 0);
    for (const std::int64_t row : rows)
        ++counts[static_cast<std::size_t>(data.labels[static_cast<std::size_t>(row)])];
    return counts;
}

TEST(Sampling, NoneShowsEveryRowOnce) {
    const EncodedSequences data = unbalanced();
    EXPECT_EQ(epochRows(data, allRows(data), Sampling::None, 1), allRows(data));
    EXPECT_EQ(epochSize(data, allRows(data), Sampling::None), 17);
}

TEST(Sampling, OversamplingShowsEachRowOfARareClassNearlyAsOften) {
    const EncodedSequences data = unbalanced();
    const auto rows = epochRows(data, allRows(data), Sampling::Oversample, 1);
    EXPECT_EQ(countsOf(data, rows), (std::vector<std::int64_t>{10, 10, 10}));
    EXPECT_EQ(epochSize(data, allRows(data), Sampling::Oversample), 30);
    for (std::int64_t row = 10; row < 13; ++row)
        EXPECT_THAT(std::ranges::count(rows, row), testing::AnyOf(3, 4));
    for (std::int64_t row = 0; row < 10; ++row)
        EXPECT_EQ(std::ranges::count(rows, row), 1);
}

TEST(Sampling, UndersamplingTakesOtherRowsEachEpochAndNoneTwice) {
    const EncodedSequences data = unbalanced();
    EXPECT_EQ(epochSize(data, allRows(data), Sampling::Undersample), 9);
    std::set<std::int64_t> seen;
    for (std::uint64_t epoch = 0; epoch < 40; ++epoch) {
        const auto rows = epochRows(data, allRows(data), Sampling::Undersample, epoch);
        EXPECT_EQ(countsOf(data, rows), (std::vector<std::int64_t>{3, 3, 3}));
        EXPECT_EQ(std::set(rows.begin(), rows.end()).size(), rows.size());
        seen.insert(rows.begin(), rows.end());
    }
    EXPECT_EQ(seen.size(), 17U);
}

TEST(Sampling, TheSameSeedDrawsTheSameRows) {
    const EncodedSequences data = unbalanced();
    for (const auto sampling : {Sampling::Oversample, Sampling::Undersample}) {
        EXPECT_EQ(epochRows(data, allRows(data), sampling, 7), epochRows(data, allRows(data), sampling, 7));
        EXPECT_NE(epochRows(data, allRows(data), sampling, 7), epochRows(data, allRows(data), sampling, 8));
    }
}

TEST(Sampling, AClassOutsideTheRowsDoesNotCount) {
    const EncodedSequences data = unbalanced();
    const std::vector<std::int64_t> rows{0, 1, 2, 3, 13, 14};
    EXPECT_EQ(epochSize(data, rows, Sampling::Undersample), 4);
    EXPECT_EQ(epochSize(data, rows, Sampling::Oversample), 8);
    EXPECT_EQ(epochSize(data, {}, Sampling::Oversample), 0);
}

}  // namespace
}  // namespace strand
