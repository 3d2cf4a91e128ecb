#include "tests/pipeline/support.hpp"

#include <algorithm>
#include <map>

namespace strand {
namespace {

using namespace test;

TEST_F(TrainedTest, EvaluateReadsTheSameFiguresAgain) {
    const auto test = must(engine().evaluate(m_project.file, m_report.run.id, 0, Split::Test, cpu(), {}, {}));
    ASSERT_TRUE(m_report.run.test);
    EXPECT_EQ(test.acc, m_report.run.test->acc);
    EXPECT_EQ(test.loss, m_report.run.test->loss);
    EXPECT_EQ(test.confusion, m_report.run.test->confusion);
    const auto best = m_report.epochs[static_cast<std::size_t>(m_report.run.bestEpoch - 1)];
    const auto validation = must(engine().evaluate(m_project.file, m_report.run.id, 0, Split::Validation, cpu(), {}, {}));
    EXPECT_EQ(validation.loss, best.validation.loss);
    EXPECT_EQ(must(engine().evaluate(m_project.file, m_report.run.id, 0, Split::None, cpu(), {}, {})).n, 400);
}

TEST_F(TrainedTest, EvaluateRefusesAnotherKindOfSequence) {
    Dataset proteins = motifs(40);
    proteins.kind = SequenceKind::Protein;
    const auto other = m_project.import(proteins, "proteins");
    const auto refused = engine().evaluate(m_project.file, m_report.run.id, other.id, Split::None, cpu(), {}, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::BadInput);
    EXPECT_EQ(refused.error().english(), "dataset \"proteins\" holds protein, the model was trained with dna");
}

TEST_F(TrainedTest, PredictAgreesWithTheStoredPredictions) {
    std::map<std::string, PredictionRow> stored;
    for (const auto& row : must(m_project.runs().predictions(m_report.run.id, Split::Test)))
        stored[m_data.sequences[static_cast<std::size_t>(row.ordinal)].id] = row;
    auto test = m_data;
    std::erase_if(test.sequences, [](const Sequence& sequence) { return sequence.split != Split::Test; });
    const auto file = m_project.folder.write("new.fa", fastaText(test));
    const auto table = must(engine().predict(m_project.file, m_report.run.id, {.path = file}, cpu(), {}, {}));
    EXPECT_EQ(table.classes, (std::vector<std::string>{"0", "1"}));
    EXPECT_EQ(table.truncated, 0);
    ASSERT_EQ(table.rows.size(), stored.size());
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto& row = table.rows[i];
        EXPECT_EQ(row.id, test.sequences[i].id);
        ASSERT_TRUE(stored.contains(row.id));
        EXPECT_EQ(row.predicted, stored[row.id].predicted);
        EXPECT_NEAR(row.probabilities[1], stored[row.id].probabilities[1], 1e-6);
        EXPECT_NEAR(row.probabilities[0] + row.probabilities[1], 1, 1e-6);
    }
}

TEST_F(TrainedTest, OtherDatasetsAreMatchedByTheNamesOfTheirClasses) {
    auto other = motifs(60);
    const auto good = m_project.import(other, "good");
    EXPECT_GT(must(engine().evaluate(m_project.file, m_report.run.id, good.id, Split::None, cpu(), {}, {})).n, 50);
    other.classes = {"no", "yes"};
    const auto bad = m_project.import(other, "bad");
    const auto refused = engine().evaluate(m_project.file, m_report.run.id, bad.id, Split::None, cpu(), {}, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::BadInput);
    EXPECT_EQ(refused.error().english(), "dataset \"bad\" has the class \"no\"; expected the classes of the run: 0, 1");
}

TEST_F(TrainedTest, ABadFileIsRefusedByNameAndLine) {
    const auto file = m_project.folder.write("bad.fa", ">a\nACGT\n>b\nAC!T\n");
    const auto table = engine().predict(m_project.file, m_report.run.id, {.path = file}, cpu(), {}, {});
    ASSERT_FALSE(table);
    EXPECT_EQ(table.error().code, ErrorCode::BadInput);
    EXPECT_EQ(table.error().file, file);
    EXPECT_EQ(table.error().line, 4);
}

TEST_F(TrainedTest, BadRecordsAreLeftOutOrReplacedWhenAskedFor) {
    const auto file = m_project.folder.write("bad.fa", ">a\nACGT\n>b\nAC!T\n>c\nACNT\n");
    const auto skipped = must(engine().predict(m_project.file, m_report.run.id, {file, OnBad::Skip}, cpu(), {}, {}));
    ASSERT_EQ(skipped.rows.size(), 2U);
    EXPECT_EQ(skipped.rows[1].id, "c");
    EXPECT_EQ(skipped.skipped, 1);
    ASSERT_EQ(skipped.warnings.size(), 1U);
    EXPECT_EQ(skipped.warnings[0].line, 4);
    const auto replaced = must(engine().predict(m_project.file, m_report.run.id, {file, OnBad::Replace}, cpu(), {}, {}));
    ASSERT_EQ(replaced.rows.size(), 3U);
    EXPECT_EQ(replaced.rows[1].probabilities, replaced.rows[2].probabilities) << "read as N";
}

/// A network with a weight for each position has none behind the longest sequence it learnt from.
TEST_F(TrainedTest, WhatAModelCannotReadIsTold) {
    auto options = quickOptions("DNN");
    options.hyperparameters["input"] = "onehot";
    const auto run = trainWith(m_project, options).run.id;
    const auto longest = std::ranges::max(m_data.sequences, {}, [](const Sequence& each) { return each.residues.size(); }).residues.size();
    const std::string fitting(longest, 'A');
    const auto file = m_project.folder.write("long.fa", ">a\n" + fitting + "\n>b\n" + fitting + "CGT\n");
    const auto table = must(engine().predict(m_project.file, run, {.path = file}, cpu(), {}, {}));
    EXPECT_EQ(table.truncated, 1);
    EXPECT_EQ(table.maxLength, static_cast<std::int64_t>(longest));
    EXPECT_EQ(table.rows[0].probabilities, table.rows[1].probabilities);
}

TEST_F(TrainedTest, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    const auto metrics = engine().evaluate(m_project.file, m_report.run.id, 0, Split::Test, cpu(), {}, stop.get_token());
    ASSERT_FALSE(metrics);
    EXPECT_EQ(metrics.error().code, ErrorCode::Interrupted);
}

}  // namespace
}  // namespace strand
