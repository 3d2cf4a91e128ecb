#include "tests/pipeline/support.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace strand {
namespace {

using namespace test;

class TrainedTest : public ::testing::Test {
protected:
    TrainedTest() {
        m_project.import(m_data);
        m_report = trainWith(m_project, transformerOptions());
    }
    Engine& engine() { return *m_project.engine; }

    TestProject m_project;
    Dataset m_data = motifs();
    TrainReport m_report;
};

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

TEST_F(TrainedTest, AttentionShowsThePassThatPredicts) {
    std::vector<AttentionRequest> requests{{0, "", ""}, {-1, "short", "ACGTACGT"}};
    const auto maps = must(engine().attention(m_project.file, m_report.run.id, requests, cpu(), {}, {}));
    ASSERT_EQ(maps.size(), 2U);
    const auto file = m_project.folder.write("two.fa", ">a\n" + m_data.sequences[0].residues + "\n>b\nACGTACGT\n");
    const auto table = must(engine().predict(m_project.file, m_report.run.id, {.path = file}, cpu(), {}, {}));
    for (std::size_t i = 0; i < maps.size(); ++i) {
        const auto& map = maps[i];
        EXPECT_EQ(map.kind, "exact");
        EXPECT_EQ(map.layers, 2);
        EXPECT_EQ(map.heads, 2);
        EXPECT_EQ(map.predicted, table.rows[i].predicted);
        // The tapped path gives the numbers of the fused one.
        EXPECT_NEAR(map.probabilities[1], static_cast<double>(table.rows[i].probabilities[1]), 1e-5);
        ASSERT_EQ(static_cast<std::int64_t>(map.tokens.size()), map.length);
        for (std::int64_t layer = 0; layer < map.layers; ++layer)
            for (std::int64_t head = 0; head < map.heads; ++head)
                for (std::int64_t query = 0; query < map.length; ++query) {
                    const float* row = map.head(layer, head) + query * map.length;
                    EXPECT_NEAR(std::accumulate(row, row + map.length, 0.0), 1, 1e-4);
                }
    }
    EXPECT_EQ(maps[0].record, "seq1");
    EXPECT_EQ(maps[0].ordinal, 0);
    EXPECT_EQ(maps[1].record, "short");
    EXPECT_EQ(maps[1].length,
              static_cast<std::int64_t>(std::ranges::count_if(maps[1].tokens, [](const auto& token) { return !token.empty(); })));
}

TEST_F(TrainedTest, AttentionOfOneWeightATokenIsOneRow) {
    Recorder recorder;
    const auto run = trainWith(m_project, quickOptions("LSTMAttention"), recorder).run.id;
    const auto maps = must(engine().attention(m_project.file, run, {{0, "", ""}, {-1, "short", "ACGTACGT"}}, cpu(), {}, {}));
    ASSERT_EQ(maps.size(), 2U);
    for (const auto& map : maps) {
        EXPECT_EQ(map.kind, "vector");
        EXPECT_EQ(map.layers * map.heads * map.queries(), 1);
        ASSERT_EQ(static_cast<std::int64_t>(map.values.size()), map.length);
        EXPECT_NEAR(std::accumulate(map.values.begin(), map.values.end(), 0.0), 1, 1e-5);
    }
    EXPECT_EQ(maps[1].length, 8);
    ASSERT_FALSE(recorder.maps.empty()) << "the watched sequence";
    EXPECT_EQ(recorder.maps.back().kind, "vector");
}

TEST_F(TrainedTest, AModelWithoutAttentionSaysSo) {
    const auto run = trainWith(m_project, quickOptions()).run.id;
    const auto maps = engine().attention(m_project.file, run, {{0, "", ""}}, cpu(), {}, {});
    ASSERT_FALSE(maps);
    EXPECT_EQ(maps.error().code, ErrorCode::Usage);
    EXPECT_EQ(maps.error().found.english(), "the model TextCNN has no attention to show");
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
