#include "storage/run_rows.hpp"

#include <cmath>

#include "storage/json.hpp"
#include "tests/storage/run_samples.hpp"

namespace strand {
namespace {

using namespace test;

using RunRows = RunStoreTest;

std::string all(const EpochReport& report) {
    return fmt::format("{} {} {} {} {} {} {} {} {}", report.epoch, report.step, report.trainLoss, report.trainAcc,
                       detail::toJson(report.validation), report.lr, report.seconds, report.sequencesPerSecond, report.best);
}

TEST_F(RunRows, KeepsTheVocabulary) {
    const RunVocabulary vocabulary{.tokens = {"the", "\u5b57", " ", "\n", "\"", "it's"}, .embedded = 4};
    const auto with = valueOf(m_store.add(sampleRun(1, "with"), {}, vocabulary)), without = addRun(m_project, sampleRun(1, "without"));
    EXPECT_EQ(valueOf(m_store.vocabulary(with.id)).tokens, vocabulary.tokens);
    EXPECT_EQ(valueOf(m_store.vocabulary(with.id)).embedded, 4);
    EXPECT_TRUE(valueOf(m_store.vocabulary(without.id)).tokens.empty());
    const auto plain = valueOf(m_store.add(sampleRun(1, "plain"), {}, {.tokens = {"a"}, .embedded = {}}));
    EXPECT_FALSE(valueOf(m_store.vocabulary(plain.id)).embedded);
    EXPECT_OK(m_project.check());
    ASSERT_OK(m_store.remove(with.id));
    EXPECT_EQ(count("run_vocabularies"), 1);
    EXPECT_OK(m_project.check());
}

TEST_F(RunRows, NamesTheRunOfADamagedVocabulary) {
    const auto run = valueOf(m_store.add(sampleRun(1, "words"), {}, {.tokens = {"one", "two"}, .embedded = {}}));
    m_project.database().exec(
        "UPDATE blob_parts SET data = CAST('[\"one\",\"twi\"]' AS BLOB) WHERE blob = (SELECT content FROM run_vocabularies)");
    EXPECT_REFUSED(m_store.vocabulary(run.id), ErrorCode::Project, "the vocabulary of run words is damaged");
    EXPECT_REFUSED(m_project.check(), ErrorCode::Project, "words");
}

TEST_F(RunRows, KeepsCurves) {
    RunRecord run = addRun(m_project, sampleRun(1));
    run.state = RunState::Running;
    run.epoch = 3;
    run.step = 30;
    const std::vector<StepPoint> steps{{1, 0.7, 1e-4}, {2, kNotAvailable, 2e-4}, {30, std::numeric_limits<double>::infinity(), 3e-4}};
    const std::vector<EpochReport> epochs{sampleEpoch(1), sampleEpoch(2), sampleEpoch(3)};
    ASSERT_OK(m_store.record(run, steps, epochs, {}));
    EXPECT_EQ(m_store.get(1)->step, 30);
    const auto points = m_store.steps(1);
    ASSERT_OK(points);
    ASSERT_EQ(points->size(), 3U);
    EXPECT_EQ((*points)[0].loss, 0.7);
    EXPECT_TRUE(std::isnan((*points)[1].loss));
    EXPECT_EQ((*points)[1].lr, 2e-4);
    EXPECT_EQ((*points)[2].loss, std::numeric_limits<double>::infinity());
    const auto reports = m_store.epochs(1);
    ASSERT_OK(reports);
    ASSERT_EQ(reports->size(), 3U);
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_EQ(all((*reports)[i]), all(epochs[i]));
    // A step told again replaces the earlier one; what lies after a checkpoint goes.
    const StepPoint other{2, 0.5, 0.1};
    ASSERT_OK(m_store.record(run, std::span(&other, 1), {}, {}));
    EXPECT_EQ((*m_store.steps(1))[1].loss, 0.5);
    ASSERT_OK(m_store.addAttention(1, sampleAttention(1, 4)));
    ASSERT_OK(m_store.addAttention(1, sampleAttention(2, 4)));
    ASSERT_OK(m_store.truncate(1, 10));
    EXPECT_EQ(m_store.steps(1)->size(), 2U);
    EXPECT_EQ(m_store.epochs(1)->size(), 1U);
    EXPECT_EQ(m_store.attentionKeys(1)->size(), 1U);
    EXPECT_OK(m_project.check());
    EXPECT_TRUE(m_store.steps(9)->empty());
    EXPECT_TRUE(m_store.epochs(9)->empty());
    EXPECT_REFUSED(m_store.truncate(9, 0), ErrorCode::Usage, "there is no run");
}

TEST_F(RunRows, ReplacesCheckpoints) {
    RunRecord run = addRun(m_project, sampleRun(1));
    EXPECT_EQ(m_store.checkpoint(1, CheckpointKind::Latest).value(), std::nullopt);
    std::int64_t pages = 0;
    for (unsigned round = 1; round <= 4; ++round) {
        const std::vector<Checkpoint> checkpoints{{CheckpointKind::Latest, round, round * 10, pattern(9'000'000 + round, round)},
                                                  {CheckpointKind::Best, 1, 10, pattern(1000, round + 100)}};
        ASSERT_OK(m_store.record(run, {}, {}, checkpoints));
        const auto latest = m_store.checkpoint(1, CheckpointKind::Latest);
        ASSERT_OK(latest);
        EXPECT_EQ((*latest)->epoch, round);
        EXPECT_EQ((*latest)->step, round * 10);
        EXPECT_TRUE((*latest)->bytes == checkpoints[0].bytes);
        EXPECT_TRUE((*m_store.checkpoint(1, CheckpointKind::Best))->bytes == checkpoints[1].bytes);
        if (round == 1) pages = m_project.database().execAndGet("PRAGMA page_count").getInt64();
    }
    // The place of the old one is used again.
    EXPECT_LE(m_project.database().execAndGet("PRAGMA page_count").getInt64(), pages + 8);
    EXPECT_EQ(count("blobs"), 3 + 2);
    const Checkpoint empty{CheckpointKind::Best, 0, 0, {}};
    ASSERT_OK(m_store.record(run, {}, {}, std::span(&empty, 1)));
    EXPECT_TRUE((*m_store.checkpoint(1, CheckpointKind::Best))->bytes.empty());
    EXPECT_OK(m_project.check());
}

TEST_F(RunRows, NamesTheRunOfADamagedCheckpoint) {
    const RunRecord run = addRun(m_project, sampleRun(1));
    const Checkpoint checkpoint{CheckpointKind::Latest, 2, 20, pattern(100'000, 1)};
    ASSERT_OK(m_store.record(run, {}, {}, std::span(&checkpoint, 1)));
    m_project.database().exec("UPDATE blob_parts SET data = zeroblob(100000) WHERE length(data) = 100000");
    EXPECT_REFUSED(m_store.checkpoint(1, CheckpointKind::Latest), ErrorCode::Project,
                   "the latest checkpoint of run first (step 20) is damaged");
}

TEST_F(RunRows, KeepsAttention) {
    addRun(m_project, sampleRun(1));
    const AttentionMap map = sampleAttention(2, 4);
    ASSERT_OK(m_store.addAttention(1, sampleAttention(2, 7)));
    ASSERT_OK(m_store.addAttention(1, sampleAttention(1, 4)));
    ASSERT_OK(m_store.addAttention(1, sampleAttention(9, 4)));
    AttentionMap replaced = map;
    replaced.values.assign(replaced.values.size(), 9.0F);
    ASSERT_OK(m_store.addAttention(1, replaced));
    ASSERT_OK(m_store.addAttention(1, map));
    AttentionMap foreign = sampleAttention(2, -1);
    foreign.record = "mine";
    ASSERT_OK(m_store.addAttention(1, foreign));
    reopened(1);
    std::string keys;
    for (const auto& key : valueOf(m_store.attentionKeys(1)))
        keys += fmt::format("{}/{}/{} ", key.epoch, key.ordinal, key.record);
    EXPECT_EQ(keys, "1/4/seq4 2/-1/mine 2/4/seq4 2/7/seq7 9/4/seq4 ");
    const auto back = m_store.attention(1, 2, 4);
    ASSERT_OK(back);
    ASSERT_TRUE(*back);
    EXPECT_EQ((*back)->kind, "exact");
    EXPECT_EQ((*back)->record, "seq4");
    EXPECT_EQ((*back)->ordinal, 4);
    EXPECT_EQ((*back)->epoch, 2);
    EXPECT_EQ((*back)->step, 20);
    EXPECT_EQ((*back)->layers, 2);
    EXPECT_EQ((*back)->heads, 3);
    EXPECT_EQ((*back)->length, 4);
    EXPECT_EQ((*back)->tokens, map.tokens);
    EXPECT_EQ((*back)->begin, map.begin);
    EXPECT_EQ((*back)->end, map.end);
    EXPECT_EQ((*back)->values, map.values);
    EXPECT_EQ((*back)->predicted, 1);
    EXPECT_EQ((*back)->probabilities, map.probabilities);
    EXPECT_EQ(m_store.attention(1, 2, -1).value()->record, "mine");
    EXPECT_FALSE(*m_store.attention(1, 3, 4));
    EXPECT_FALSE(*m_store.attention(2, 2, 4));
    EXPECT_OK(m_project.check());
    AttentionMap wrong = map;
    wrong.values.pop_back();
    EXPECT_THROW((void)m_store.addAttention(1, wrong), std::logic_error);
    EXPECT_REFUSED(m_store.addAttention(5, map), ErrorCode::Usage, "there is no run");
}

TEST_F(RunRows, RefusesAttentionOfOtherShapeThanItsNumbers) {
    addRun(m_project, sampleRun(1));
    ASSERT_OK(m_store.addAttention(1, sampleAttention(1, 4)));
    for (const char* harm :
         {"length = 5", "layers = 4611686018427387904, heads = 4", "layers = -2, heads = -3", "heads = 0", "length = 1048576",
          "layers = 1048576, heads = 1048576, length = 1048576", "tokens_json = '{\"tokens\":[\"A\"]}'"}) {
        m_project.database().exec("SAVEPOINT harm");
        m_project.database().exec(std::string("UPDATE attention SET ") + harm);
        EXPECT_REFUSED(m_store.attention(1, 1, 4), ErrorCode::Project, "the attention of run first for seq4 after epoch 1 is damaged");
        m_project.database().exec("ROLLBACK TO harm; RELEASE harm");
    }
    EXPECT_OK(m_store.attention(1, 1, 4));
}

TEST_F(RunRows, AVectorHasOneWeightAToken) {
    addRun(m_project, sampleRun(1));
    AttentionMap map = sampleAttention(1, 4);
    map.kind = "vector";
    map.layers = map.heads = 1;
    EXPECT_THROW((void)m_store.addAttention(1, map), std::logic_error);
    map.values = {0.5F, 0.25F, 0.125F, 0.125F};
    ASSERT_OK(m_store.addAttention(1, map));
    EXPECT_EQ(m_store.attention(1, 1, 4).value()->values, map.values);
}

TEST_F(RunRows, KeepsLargeAttentionInParts) {
    addRun(m_project, sampleRun(1));
    AttentionMap map = sampleAttention(1, 4);
    map.length = 700;
    map.tokens.assign(700, "A");
    map.begin.assign(700, 1);
    map.end.assign(700, 2);
    map.values.assign(2 * 3 * 700 * 700, 0.125F);
    map.values.back() = 7;
    ASSERT_OK(m_store.addAttention(1, map));
    EXPECT_EQ(m_store.attention(1, 1, 4).value()->values, map.values);
}

TEST_F(RunRows, KeepsPredictions) {
    addRun(m_project, sampleRun(1));
    const std::vector<PredictionRow> rows{{4, 1, {0.25F, 0.75F}}, {7, 0, {0.5F, 0.5F}}, {9, 0, {}}};
    ASSERT_OK(m_store.setPredictions(1, Split::Test,
                                     sampleSplit().train.empty() ? std::vector<PredictionRow>() : std::vector<PredictionRow>{{1, 1, {}}}));
    ASSERT_OK(m_store.setPredictions(1, Split::Test, rows));
    ASSERT_OK(m_store.setPredictions(1, Split::Validation, std::span(rows).first(1)));
    reopened(1);
    const auto back = m_store.predictions(1, Split::Test);
    ASSERT_OK(back);
    ASSERT_EQ(back->size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ((*back)[i].ordinal, rows[i].ordinal);
        EXPECT_EQ((*back)[i].predicted, rows[i].predicted);
        EXPECT_EQ((*back)[i].probabilities, rows[i].probabilities);
    }
    EXPECT_EQ(m_store.predictions(1, Split::Validation)->size(), 1U);
    EXPECT_TRUE(m_store.predictions(1, Split::Train)->empty());
    EXPECT_REFUSED(m_store.setPredictions(3, Split::Test, rows), ErrorCode::Usage, "there is no run");
}

TEST_F(RunRows, NamesTheRunOfDamagedPredictions) {
    addRun(m_project, sampleRun(1));
    ASSERT_OK(m_store.setPredictions(1, Split::Test, std::vector<PredictionRow>{{4, 1, {0.25F, 0.75F}}}));
    m_project.database().exec("UPDATE predictions SET probabilities = x'0000003F00'");
    EXPECT_REFUSED(m_store.predictions(1, Split::Test), ErrorCode::Project, "the predictions of run first are damaged");
    EXPECT_OK(m_store.predictions(1, Split::Validation));
}

TEST_F(RunRows, SequencesFromOutsideTheDatasetAreToldApartByTheirNames) {
    addRun(m_project, sampleRun(1));
    for (const float value : {1.0F, 2.0F}) {
        AttentionMap map = sampleAttention(3, -1);
        map.record = value < 2 ? "mine" : "yours";
        map.values.assign(map.values.size(), value);
        ASSERT_OK(m_store.addAttention(1, map));
    }
    SQLite::Database& database = m_project.database();
    EXPECT_EQ(detail::readAttention(database, 1, "first", {3, -1, "yours"})->values.front(), 2);
    EXPECT_EQ(detail::readAttention(database, 1, "first", {3, -1, "mine"})->values.front(), 1);
    EXPECT_EQ(detail::readAttention(database, 1, "first", {3, -1, ""})->record, "mine");
    EXPECT_FALSE(detail::readAttention(database, 1, "first", {3, -1, "theirs"}));
}

TEST_F(RunRows, EveryLargeValueOfARunIsFoundToBeRemovedAndNoOther) {
    for (const char* name : {"first", "second"}) {
        const RunRecord run = valueOf(m_store.add(sampleRun(1, name), sampleSplit(), {.tokens = {"a"}, .embedded = {}}));
        const std::vector<Checkpoint> checkpoints{{CheckpointKind::Latest, 1, 5, pattern(10, 1)},
                                                  {CheckpointKind::Best, 1, 5, pattern(10, 2)}};
        ASSERT_OK(m_store.record(run, {}, {}, checkpoints));
        ASSERT_OK(m_store.addAttention(run.id, sampleAttention(1, 4)));
    }
    std::vector<std::int64_t> both = detail::blobsOf(m_project.database(), 1);
    EXPECT_EQ(both.size(), 3U + 1 + 2 + 1) << "parts of the split, vocabulary, checkpoints, attention";
    for (const std::int64_t blob : detail::blobsOf(m_project.database(), 2))
        both.push_back(blob);
    std::ranges::sort(both);
    EXPECT_EQ(std::ranges::unique(both).begin(), both.end());
    EXPECT_EQ(static_cast<std::int64_t>(both.size()), count("blobs"));
}

}  // namespace
}  // namespace strand
