#include "ui/session/data_insight.hpp"

#include "support/synthetic.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace strand::test {
namespace {

Result<DataInsight> insightOf(const Dataset& dataset, std::int64_t maxLength = 0) {
    const TempDir folder;
    const std::string path = folder.file("p.strand");
    STRAND_ASSIGN(const ProjectFile project, ProjectFile::open(path, ProjectFile::Access::Write, ProjectFile::Missing::Create));
    STRAND_ASSIGN(const DatasetRecord record, DatasetStore(project).add(dataset, summarise(dataset)));
    return computeInsight(path, record, {.maxLength = maxLength, .identity = {}}, {});
}

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

TEST(DataInsight, FiguresAreByClass) {
    const auto insight = insightOf(datasetOf({"AAAA", "AACC", "GGGG", "GGGC"}, {0, 0, 1, 1})).value();
    ASSERT_EQ(insight.groups, (std::vector<std::string>{"0", "1"}));
    EXPECT_EQ(insight.letters, "ACGT");
    EXPECT_EQ(insight.composition[0], (std::vector<double>{75, 25, 0, 0}));
    EXPECT_EQ(insight.composition[1], (std::vector<double>{0, 12.5, 87.5, 0}));
    EXPECT_EQ(sum(insight.lengths[0]), 2);
    EXPECT_EQ(sum(insight.gc[0]), 2);
    EXPECT_EQ(insight.gc[0].front(), 1) << "AAAA";
    EXPECT_EQ(insight.gc[1].back(), 2) << "both of class 1";
    EXPECT_NEAR(sum(insight.kmers[0]), 100, 1e-9) << "all 16 pairs are shown";
    ASSERT_EQ(insight.logos.size(), 2U) << "all of one length";
    EXPECT_EQ(insight.logos[0].frequency[0][0], 1);
}

TEST(DataInsight, WhatIsLeftOutDoesNotCount) {
    const auto insight = insightOf(datasetOf({"AAAA", "CCCC", "GGGG"}, {0, 0, 1}, {Split::Train, Split::Excluded, Split::Train})).value();
    EXPECT_EQ(sum(insight.lengths[0]), 1);
    EXPECT_EQ(insight.composition[0][1], 0);
}

TEST(DataInsight, ManyClassesAreOneGroup) {
    std::vector<std::string> residues;
    std::vector<std::int32_t> labels;
    for (int i = 0; i < 10; ++i) {
        residues.push_back("ACGTACGT");
        labels.push_back(i);
    }
    const auto insight = insightOf(datasetOf(residues, labels)).value();
    EXPECT_EQ(insight.groups, std::vector<std::string>{""});
    EXPECT_EQ(sum(insight.lengths[0]), 10);
}

TEST(DataInsight, UnevenLengthsHaveNoLogoAndProteinsNoGc) {
    Dataset dataset = datasetOf({"MKVLA", "MKV"}, {0, 1});
    dataset.kind = SequenceKind::Protein;
    const auto insight = insightOf(dataset).value();
    EXPECT_TRUE(insight.logos.empty());
    EXPECT_TRUE(insight.gc.empty());
    EXPECT_EQ(insight.letters.size(), 20U);
}

TEST(DataInsight, TextHasLengthsOnly) {
    Dataset dataset = datasetOf({"a message", "another"}, {0, 1});
    dataset.kind = SequenceKind::Text;
    const auto insight = insightOf(dataset).value();
    EXPECT_TRUE(insight.composition.empty());
    EXPECT_TRUE(insight.kmers.empty());
    EXPECT_EQ(insight.lengths.size(), 2U);
}

TEST(DataInsight, IssuesKnowWhatTheModelTakes) {
    const auto has = [](const DataInsight& insight, IssueKind kind) {
        return std::any_of(insight.issues.begin(), insight.issues.end(), [kind](const DataIssue& issue) { return issue.kind == kind; });
    };
    const Dataset dataset = datasetOf({"AAAA", "AAAA", "GGGGGG"}, {0, 0, 1}, {Split::Train, Split::Test, Split::Train});
    EXPECT_TRUE(has(insightOf(dataset).value(), IssueKind::Leaks));
    EXPECT_FALSE(has(insightOf(dataset).value(), IssueKind::TooLong));
    EXPECT_TRUE(has(insightOf(dataset, 5).value(), IssueKind::TooLong));
}

TEST(DataInsight, StopsWhenAsked) {
    const TempDir folder;
    const std::string path = folder.file("p.strand");
    const auto project = ProjectFile::open(path, ProjectFile::Access::Write, ProjectFile::Missing::Create).value();
    const Dataset dataset = tinyDataset();
    const auto record = DatasetStore(project).add(dataset, summarise(dataset)).value();
    std::stop_source source;
    source.request_stop();
    const auto insight = computeInsight(path, record, {}, source.get_token());
    ASSERT_FALSE(insight.has_value());
    EXPECT_EQ(insight.error().code, ErrorCode::Interrupted);
}

}  // namespace
}  // namespace strand::test
