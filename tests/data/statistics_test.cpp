#include "data/statistics.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "support/synthetic.hpp"

namespace strand {
namespace {

using test::datasetOf;

Dataset lengthsOf(std::int64_t count) {
    std::vector<std::string> residues;
    for (std::int64_t i = count; i > 0; --i)
        residues.emplace_back(static_cast<std::size_t>(i), 'A');
    return datasetOf(residues);
}

TEST(Statistics, Lengths) {
    const LengthSummary hundred = computeStatistics(lengthsOf(100)).length;
    EXPECT_EQ(hundred.min, 1);
    EXPECT_EQ(hundred.median, 51);
    EXPECT_EQ(hundred.p95, 96);
    EXPECT_EQ(hundred.max, 100);
    const LengthSummary one = computeStatistics(datasetOf({"ACG"})).length;
    EXPECT_EQ(one.min, 3);
    EXPECT_EQ(one.median, 3);
    EXPECT_EQ(one.p95, 3);
    EXPECT_EQ(one.max, 3);
    EXPECT_EQ(computeStatistics(lengthsOf(3)).length.median, 2);
}

TEST(Statistics, HistogramHoldsEverySequence) {
    for (const std::int64_t count : {1, 49, 50, 51, 100, 101, 1234}) {
        const Histogram bins = computeStatistics(lengthsOf(count)).lengths;
        EXPECT_EQ(std::accumulate(bins.counts.begin(), bins.counts.end(), std::int64_t{0}), count);
        EXPECT_LE(bins.counts.size(), 50U);
        EXPECT_EQ(bins.first, 1);
        EXPECT_GT(bins.counts.back(), 0);
        EXPECT_EQ(bins.counts.front(), std::min<std::int64_t>(count, static_cast<std::int64_t>(bins.width)));
    }
}

TEST(Statistics, CompositionAndClasses) {
    const DatasetStatistics statistics = computeStatistics(
        datasetOf({"ACGT", "AAN", "G", "T"}, {0, 1, 1, kNoLabel}, {Split::Train, Split::Test, Split::Train, Split::None}));
    EXPECT_EQ(statistics.sequences, 4);
    EXPECT_EQ(statistics.composition, (std::map<char, std::int64_t>{{'A', 3}, {'C', 1}, {'G', 2}, {'N', 1}, {'T', 2}}));
    EXPECT_EQ(statistics.classBySplit, (std::vector<std::vector<std::int64_t>>{{0, 1, 0, 0, 0}, {0, 1, 0, 1, 0}}));
}

TEST(Statistics, OfWhatIsNotLeftOut) {
    const DatasetStatistics statistics =
        computeStatistics(datasetOf({"ACGT", "AA", "AA"}, {0, 1, 1}, {Split::Train, Split::Test, Split::Excluded}));
    EXPECT_EQ(statistics.sequences, 2);
    EXPECT_EQ(statistics.excluded, 1);
    EXPECT_EQ(statistics.duplicates, 0);
    EXPECT_EQ(statistics.composition.at('A'), 3);
    EXPECT_EQ(statistics.classBySplit[1], (std::vector<std::int64_t>{0, 0, 0, 1, 1}));
}

TEST(Statistics, OfGroups) {
    const Dataset dataset =
        datasetOf({"ACGT", "AAN", "GG", "TT"}, {0, 1, 1, kNoLabel}, {Split::Train, Split::Test, Split::Train, Split::None});
    const auto classes = computeStatistics(dataset, GroupBy::Class, 2);
    ASSERT_EQ(classes.size(), 4U);
    EXPECT_EQ(classes[0].statistics.sequences, 4);
    EXPECT_EQ(classes[2].name, "1");
    EXPECT_EQ(classes[2].statistics.composition, (std::map<char, std::int64_t>{{'A', 2}, {'G', 2}, {'N', 1}}));
    EXPECT_EQ(classes[2].kmers.counts[0], 1);  // AA
    EXPECT_EQ(classes[3].name, "");
    EXPECT_EQ(classes[3].statistics.length.max, 2);
    const auto splits = computeStatistics(dataset, GroupBy::Split, 2);
    ASSERT_EQ(splits.size(), 4U);
    EXPECT_EQ(splits[2].name, "train");
    EXPECT_EQ(splits[2].statistics.sequences, 2);
    EXPECT_EQ(computeStatistics(dataset, GroupBy::None, 2).size(), 1U);
}

TEST(Statistics, GcContentByHand) {
    EXPECT_DOUBLE_EQ(gcContent(computeStatistics(datasetOf({"GGCA", "TN"})).composition), 3.0 / 5);
    EXPECT_DOUBLE_EQ(gcContent({{'C', 1}, {'U', 3}}), 0.25);
    EXPECT_TRUE(std::isnan(gcContent({{'N', 4}})));
}

TEST(Statistics, Duplicates) {
    // In order: train has A, C, C; validation has C and G; test has A, G, T; one without a split has T.
    const DatasetStatistics statistics =
        computeStatistics(datasetOf({"A", "C", "C", "C", "G", "A", "G", "T", "T"}, {},
                                    {Split::Train, Split::Train, Split::Train, Split::Validation, Split::Validation, Split::Test,
                                     Split::Test, Split::Test, Split::None}));
    EXPECT_EQ(statistics.duplicates, 5);
    EXPECT_EQ(statistics.duplicatesAcrossSplits, 3);  // C of validation, A and G of test
}

TEST(Statistics, TextCountsCharactersAndHasNoComposition) {
    Dataset dataset = datasetOf({"caf\xC3\xA9", "ab"});
    dataset.kind = SequenceKind::Text;
    const DatasetStatistics statistics = computeStatistics(dataset);
    EXPECT_EQ(statistics.length.max, 4);
    EXPECT_TRUE(statistics.composition.empty());
}

TEST(Statistics, OfNothing) {
    const DatasetStatistics statistics = computeStatistics(Dataset{});
    EXPECT_EQ(statistics.sequences, 0);
    EXPECT_EQ(statistics.length.max, 0);
    EXPECT_TRUE(statistics.lengths.counts.empty());
}

TEST(Summarise, CountsClassesAndSplits) {
    const ImportReport report = summarise(datasetOf({"ACGT", "AAN", "G"}, {0, 1, 1}, {Split::Train, Split::Test, Split::Train}));
    EXPECT_EQ(report.name, "given");
    EXPECT_EQ(report.present, 3);
    EXPECT_EQ(report.imported, 3);
    EXPECT_EQ(report.skipped, 0);
    EXPECT_EQ(report.classes, (std::map<std::string, std::int64_t>{{"0", 1}, {"1", 2}}));
    EXPECT_EQ(report.splits, (std::map<std::string, std::int64_t>{{"train", 2}, {"test", 1}}));
    EXPECT_EQ(report.length.median, 3);
}

}  // namespace
}  // namespace strand
