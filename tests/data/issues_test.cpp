#include "data/issues.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/synthetic.hpp"

namespace strand {
namespace {

std::vector<std::pair<IssueKind, std::int64_t>> found(const Dataset& dataset, const IssueOptions& options = {}) {
    std::vector<std::pair<IssueKind, std::int64_t>> kinds;
    const auto issues = findIssues(dataset, options);
    EXPECT_TRUE(issues);
    for (const DataIssue& issue : *issues)
        kinds.emplace_back(issue.kind, issue.count);
    return kinds;
}

using Found = std::vector<std::pair<IssueKind, std::int64_t>>;

TEST(Issues, NoneInSoundData) { EXPECT_EQ(found(test::tinyDataset(400)), Found()); }

TEST(Issues, OfClasses) {
    Dataset dataset = test::tinyDataset(400);
    dataset.sequences[0].label = kNoLabel;
    EXPECT_EQ(found(dataset), (Found{{IssueKind::Unlabelled, 1}}));
    for (std::size_t i = 0; i < 400; ++i) {
        if (dataset.sequences[i].label == 1 && i > 20) dataset.sequences[i].label = 0;
    }
    std::int64_t few = 0;
    for (const Sequence& sequence : dataset.sequences)
        few += sequence.label == 1 && sequence.split == Split::Train ? 1 : 0;
    EXPECT_EQ(found(dataset), (Found{{IssueKind::Unlabelled, 1}, {IssueKind::FewInClass, few}, {IssueKind::Unbalanced, few}}));
    for (Sequence& sequence : dataset.sequences)
        sequence.label = 0;
    EXPECT_EQ(found(dataset), (Found{{IssueKind::OneClass, 400}}));
}

TEST(Issues, OfParts) {
    Dataset dataset = test::tinyDataset(400);
    const auto place = [&](Split split) { return std::ranges::find(dataset.sequences, split, &Sequence::split); };
    const auto train = place(Split::Train), test = place(Split::Test);
    train->residues = test->residues;
    train->label = 1 - test->label;
    EXPECT_EQ(found(dataset), (Found{{IssueKind::Leaks, 1}, {IssueKind::Contradictions, 2}}));
    test->residues[20] = test->residues[20] == 'A' ? 'C' : 'A';
    EXPECT_EQ(found(dataset), Found());
    EXPECT_EQ(found(dataset, {.maxLength = 0, .identity = 0.95}), (Found{{IssueKind::SimilarLeaks, 1}}));
    std::next(train)->residues = train->residues;
    std::next(train)->label = train->label;
    std::next(train)->split = train->split;
    EXPECT_EQ(found(dataset, {.maxLength = 40}), (Found{{IssueKind::Repeats, 1}, {IssueKind::TooLong, 400}}));
    for (Sequence& sequence : dataset.sequences)
        sequence.split = sequence.split == Split::Test ? Split::Excluded : sequence.split;
    EXPECT_EQ(found(dataset), (Found{{IssueKind::NoTestPart, 0}, {IssueKind::Repeats, 1}}));
    for (Sequence& sequence : dataset.sequences)
        sequence.split = sequence.split == Split::Validation ? Split::Test : sequence.split;
    EXPECT_EQ(found(dataset), (Found{{IssueKind::NoValidationPart, 0}, {IssueKind::Repeats, 1}}));
}

TEST(Issues, LengthsOfTextsCountWords) {
    Dataset dataset = test::tinyDataset(400);
    dataset.kind = SequenceKind::Text;
    dataset.sequences[7].residues = " six words, \tof more\nletters each ";
    EXPECT_EQ(found(dataset, {.maxLength = 6}), Found());
    EXPECT_EQ(found(dataset, {.maxLength = 5}), (Found{{IssueKind::TooLong, 1}}));
}

TEST(Issues, EachHasItsRemedy) {
    Dataset dataset = test::tinyDataset(100);
    dataset.sequences[0].residues = dataset.sequences[99].residues;
    dataset.sequences[0].split = Split::Train;
    dataset.sequences[99].split = Split::Test;
    const auto issues = findIssues(dataset);
    const auto leak = std::ranges::find(*issues, IssueKind::Leaks, &DataIssue::kind);
    ASSERT_NE(leak, issues->end());
    EXPECT_EQ(leak->remedies, (std::vector{Remedy::LeaveOutLeaks, Remedy::SplitByRatio}));
    EXPECT_EQ(findIssues(dataset, {.identity = 0.1}).error().code, ErrorCode::Usage);
}

}  // namespace
}  // namespace strand
