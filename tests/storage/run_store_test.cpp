#include "storage/run_store.hpp"

#include "storage/setting_store.hpp"

#include <SQLiteCpp/Database.h>

#include <cmath>
#include <csignal>
#include <numeric>

#include "storage/json.hpp"
#include "tests/storage/support.hpp"

namespace strand {
namespace {

using namespace test;
using Access = ProjectFile::Access;

class RunStoreTest : public ::testing::Test {
protected:
    RunStoreTest() { addDataset(m_project, smallDataset()); }
    RunRecord reopened(std::int64_t id) {
        m_project = create(m_folder / "other.strand");
        m_project = openWrite(m_folder / "a.strand");
        auto run = m_store.get(id);
        if (!run) throw std::runtime_error(run.error().english());
        return *run;
    }
    std::int64_t count(const std::string& table) { return m_project.database().execAndGet("SELECT count(*) FROM " + table).getInt64(); }

    TempFolder m_folder;
    ProjectFile m_project = create(m_folder / "a.strand");
    RunStore m_store{m_project};
};

ClassificationMetrics sampleMetrics(double acc) {
    ClassificationMetrics metrics;
    metrics.n = 20;
    metrics.loss = 0.3;
    metrics.acc = acc;
    metrics.confusion = {{9, 1}, {2, 8}};
    metrics.perClass.resize(2);
    metrics.perClass[0].sn = 0.9;
    return metrics;
}

EpochReport sampleEpoch(std::int64_t epoch) {
    EpochReport report;
    report.epoch = epoch;
    report.step = 10 * epoch;
    report.trainLoss = 1.0 / static_cast<double>(epoch);
    report.validation = sampleMetrics(0.1 * static_cast<double>(epoch));
    report.lr = 1e-3;
    report.seconds = 2.5;
    report.sequencesPerSecond = 1234.5;
    report.best = epoch == 2;
    return report;
}

std::string all(const EpochReport& report) {
    return fmt::format("{} {} {} {} {} {} {} {} {}", report.epoch, report.step, report.trainLoss, report.trainAcc,
                       detail::toJson(report.validation), report.lr, report.seconds, report.sequencesPerSecond, report.best);
}

AttentionMap sampleAttention(std::int64_t epoch, std::int64_t ordinal) {
    AttentionMap map;
    map.kind = "exact";
    map.record = "seq" + std::to_string(ordinal);
    map.ordinal = ordinal;
    map.epoch = epoch;
    map.step = epoch * 10;
    map.layers = 2;
    map.heads = 3;
    map.length = 4;
    map.tokens = {"[CLS]", "A", "C", "G"};
    map.begin = {0, 0, 1, 2};
    map.end = {0, 1, 2, 3};
    map.values.resize(2 * 3 * 4 * 4);
    std::iota(map.values.begin(), map.values.end(), static_cast<float>(epoch));
    map.predicted = 1;
    map.probabilities = {0.25, 0.75};
    return map;
}

TEST_F(RunStoreTest, KeepsEverything) {
    RunRecord run = sampleRun(1);
    const RunRecord stored = addRun(m_project, run);
    EXPECT_EQ(stored.id, 1);
    EXPECT_EQ(stored.datasetName, "promoters");
    RunRecord back = reopened(1);
    EXPECT_EQ(back.name, "first");
    EXPECT_EQ(back.datasetId, 1);
    EXPECT_EQ(back.datasetName, "promoters");
    EXPECT_EQ(back.model, run.model);
    EXPECT_EQ(back.hyperparameters, run.hyperparameters);
    EXPECT_EQ(back.preset, run.preset);
    EXPECT_EQ(back.seed, run.seed);
    EXPECT_EQ(back.fingerprint, run.fingerprint);
    EXPECT_EQ(back.device, run.device);
    EXPECT_EQ(back.threads, 2);
    EXPECT_EQ(back.versions, run.versions);
    EXPECT_EQ(back.parameters, run.parameters);
    EXPECT_EQ(back.classes, run.classes);
    EXPECT_EQ(back.state, RunState::Created);
    EXPECT_EQ(back.epochsPlanned, 10);
    EXPECT_EQ(back.stepsPlanned, 1000);
    EXPECT_EQ(back.created, stored.created);
    EXPECT_FALSE(back.test);

    back.state = RunState::Failed;
    back.epoch = 3;
    back.step = 30;
    back.bestEpoch = 2;
    back.epochsPlanned = 12;
    back.stepsPlanned = 120;
    back.seconds = 12.25;
    back.test = sampleMetrics(0.85);
    back.error = "the loss is not finite";
    back.name = "renamed";
    ASSERT_OK(m_store.update(back));
    const RunRecord again = reopened(1);
    EXPECT_EQ(again.state, RunState::Failed);
    EXPECT_EQ(again.epoch, 3);
    EXPECT_EQ(again.step, 30);
    EXPECT_EQ(again.bestEpoch, 2);
    EXPECT_EQ(again.epochsPlanned, 12);
    EXPECT_EQ(again.stepsPlanned, 120);
    EXPECT_EQ(again.seconds, 12.25);
    ASSERT_TRUE(again.test);
    EXPECT_EQ(detail::toJson(*again.test), detail::toJson(*back.test));
    EXPECT_EQ(again.error, back.error);
    EXPECT_EQ(again.name, "renamed");
}

TEST_F(RunStoreTest, KeepsTheSplit) {
    addRun(m_project, sampleRun(1));
    reopened(1);
    const auto split = m_store.split(1);
    ASSERT_OK(split);
    EXPECT_EQ(split->train, sampleSplit().train);
    EXPECT_EQ(split->validation, sampleSplit().validation);
    EXPECT_TRUE(split->test.empty());
    EXPECT_REFUSED(m_store.split(2), ErrorCode::Usage, "there is no run 2");
    EXPECT_THROW((void)m_store.add(sampleRun(1), {{-1}, {}, {}}), std::logic_error);
    // Ordinals that a dataset does not have come from a damaged file, and must not reach a model.
    addRun(m_project, sampleRun(1), {{12}, {}, {}});
    EXPECT_REFUSED(m_store.split(2), ErrorCode::Project, "sequences that are not there");
}

TEST_F(RunStoreTest, KeepsTheVocabulary) {
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

TEST_F(RunStoreTest, SettingsComeAndGoWithTheRun) {
    const auto run = valueOf(m_store.add(sampleRun(1, "with"), {}, {}, {{"watched", "7"}, {"fold", "2"}}));
    const auto other = valueOf(m_store.add(sampleRun(1, "other"), {}, {}, {{"watched", "8"}}));
    const SettingStore settings(m_project);
    EXPECT_EQ(valueOf(settings.get(runSetting(run.id, "watched"))), "7");
    EXPECT_EQ(valueOf(settings.get(runSetting(run.id, "fold"))), "2");
    ASSERT_OK(m_store.remove(run.id));
    EXPECT_FALSE(valueOf(settings.get(runSetting(run.id, "watched"))));
    EXPECT_EQ(valueOf(settings.get(runSetting(other.id, "watched"))), "8");
}

TEST_F(RunStoreTest, NamesTheRunOfADamagedVocabulary) {
    const auto run = valueOf(m_store.add(sampleRun(1, "words"), {}, {.tokens = {"one", "two"}, .embedded = {}}));
    m_project.database().exec(
        "UPDATE blob_parts SET data = CAST('[\"one\",\"twi\"]' AS BLOB) WHERE blob = (SELECT content FROM run_vocabularies)");
    EXPECT_REFUSED(m_store.vocabulary(run.id), ErrorCode::Project, "the vocabulary of run words is damaged");
    EXPECT_REFUSED(m_project.check(), ErrorCode::Project, "words");
}

TEST_F(RunStoreTest, GivesNamesOnce) {
    EXPECT_EQ(addRun(m_project, sampleRun(1)).name, "first");
    EXPECT_EQ(addRun(m_project, sampleRun(1)).name, "first (2)");
    EXPECT_EQ(addRun(m_project, sampleRun(1, "")).name, "TextCNN-3");
    EXPECT_EQ(addRun(m_project, sampleRun(1, "TextCNN-5")).name, "TextCNN-5");
    EXPECT_EQ(addRun(m_project, sampleRun(1, "")).name, "TextCNN-5 (2)");
    RunRecord run = *m_store.get(1);
    run.name = "first (2)";
    EXPECT_REFUSED(m_store.update(run), ErrorCode::Usage, "in use already");
    EXPECT_EQ(m_store.find("TextCNN-3")->id, 3);
    EXPECT_EQ(m_store.find("1")->name, "first");
    EXPECT_REFUSED(m_store.find("nothing"), ErrorCode::Usage, "there is no run nothing; there are: first, first (2), TextCNN-3");
    EXPECT_REFUSED(m_store.add(sampleRun(9), {}), ErrorCode::Usage, "there is no dataset with the number 9");
    run.id = 99;
    EXPECT_REFUSED(m_store.update(run), ErrorCode::Usage, "there is no run with the number 99");
    EXPECT_REFUSED(m_store.record(run, {}, {}, {}), ErrorCode::Usage, "there is no run with the number 99");
    EXPECT_EQ(m_store.list()->size(), 5U);
}

TEST_F(RunStoreTest, KeepsCurves) {
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

TEST_F(RunStoreTest, ReplacesCheckpoints) {
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

TEST_F(RunStoreTest, RecordsAllOrNothing) {
    RunRecord run = addRun(m_project, sampleRun(1));
    run.step = 5;
    const StepPoint step{5, 0.5, 0.1};
    const Checkpoint checkpoint{CheckpointKind::Latest, 1, 5, pattern(2'000'000, 1)};
    m_project.database().execAndGet("PRAGMA max_page_count = 60");
    EXPECT_REFUSED(m_store.record(run, std::span(&step, 1), {}, std::span(&checkpoint, 1)), ErrorCode::Project, "disk is full");
    EXPECT_TRUE(m_store.steps(1)->empty());
    EXPECT_EQ(m_store.get(1)->step, 0);
    EXPECT_FALSE(*m_store.checkpoint(1, CheckpointKind::Latest));
    m_project.database().execAndGet("PRAGMA max_page_count = 100000");
    EXPECT_OK(m_store.record(run, std::span(&step, 1), {}, std::span(&checkpoint, 1)));
    EXPECT_OK(m_project.check());
}

TEST_F(RunStoreTest, NamesTheRunOfADamagedCheckpoint) {
    const RunRecord run = addRun(m_project, sampleRun(1));
    const Checkpoint checkpoint{CheckpointKind::Latest, 2, 20, pattern(100'000, 1)};
    ASSERT_OK(m_store.record(run, {}, {}, std::span(&checkpoint, 1)));
    m_project.database().exec("UPDATE blob_parts SET data = zeroblob(100000) WHERE length(data) = 100000");
    EXPECT_REFUSED(m_store.checkpoint(1, CheckpointKind::Latest), ErrorCode::Project,
                   "the latest checkpoint of run first (step 20) is damaged");
}

TEST_F(RunStoreTest, KeepsAttention) {
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

TEST_F(RunStoreTest, RefusesAttentionOfOtherShapeThanItsNumbers) {
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

TEST_F(RunStoreTest, AVectorHasOneWeightAToken) {
    addRun(m_project, sampleRun(1));
    AttentionMap map = sampleAttention(1, 4);
    map.kind = "vector";
    map.layers = map.heads = 1;
    EXPECT_THROW((void)m_store.addAttention(1, map), std::logic_error);
    map.values = {0.5F, 0.25F, 0.125F, 0.125F};
    ASSERT_OK(m_store.addAttention(1, map));
    EXPECT_EQ(m_store.attention(1, 1, 4).value()->values, map.values);
}

TEST_F(RunStoreTest, KeepsLargeAttentionInParts) {
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

TEST_F(RunStoreTest, KeepsPredictions) {
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

TEST_F(RunStoreTest, RemovesAllThatBelongsToARun) {
    for (const char* name : {"first", "second"}) {
        const RunRecord run = addRun(m_project, sampleRun(1, name));
        const StepPoint step{5, 0.5, 0.1};
        const EpochReport epoch = sampleEpoch(1);
        const std::vector<Checkpoint> checkpoints{{CheckpointKind::Latest, 1, 5, pattern(9'000'000, 1)},
                                                  {CheckpointKind::Best, 1, 5, pattern(1000, 2)}};
        ASSERT_OK(m_store.record(run, std::span(&step, 1), std::span(&epoch, 1), checkpoints));
        ASSERT_OK(m_store.addAttention(run.id, sampleAttention(1, 4)));
        ASSERT_OK(m_store.setPredictions(run.id, Split::Test, std::vector<PredictionRow>{{4, 1, {0.25F}}}));
    }
    const std::vector<std::string> tables{"steps", "epochs", "run_splits", "checkpoints", "attention", "predictions", "blobs", "runs"};
    std::vector<std::int64_t> before;
    for (const auto& table : tables)
        before.push_back(count(table));
    const auto pages = m_project.database().execAndGet("PRAGMA page_count").getInt64();
    ASSERT_OK(m_store.remove(1));
    for (std::size_t i = 0; i < tables.size(); ++i)
        EXPECT_EQ(count(tables[i]) * 2, before[i]) << tables[i];
    EXPECT_LT(m_project.database().execAndGet("PRAGMA page_count").getInt64(), pages * 6 / 10);
    EXPECT_TRUE(m_store.checkpoint(2, CheckpointKind::Latest).value());
    EXPECT_REFUSED(m_store.remove(1), ErrorCode::Usage, "there is no run");
    EXPECT_OK(m_project.check());
}

TEST_F(RunStoreTest, ShowsRunsWithoutOwnerAsInterrupted) {
    const std::string path = m_folder / "killed.strand";
    const std::string child = inChild([&]() -> std::string {
        static const ProjectFile project = create(path);
        addDataset(project, smallDataset());
        RunRecord run = addRun(project, sampleRun(1));
        addRun(project, sampleRun(1, "finished"));
        run.state = RunState::Running;
        EXPECT_OK(RunStore(project).update(run));
        // Alive: for this connection, for a reader here, and for a reader elsewhere.
        EXPECT_OK(RunStore(project).markInterrupted());
        const auto state = [&](const ProjectFile& file) { return std::string(runStateName(RunStore(file).get(1)->state)) + " "; };
        return state(project) + state(openRead(path)) + inChild([&] { return state(openRead(path)); });
    });
    EXPECT_EQ(child, "running running running ");
    EXPECT_EQ(RunStore(openRead(path)).get(1)->state, RunState::Interrupted);
    {
        const ProjectFile project = openWrite(path);
        EXPECT_EQ(RunStore(project).get(1)->state, RunState::Interrupted);
        EXPECT_EQ(RunStore(project).get(2)->state, RunState::Created);
        EXPECT_EQ(project.database().execAndGet("SELECT state FROM runs WHERE id = 1").getString(), "interrupted");
        // Resumed here, it is alive again.
        RunRecord run = *RunStore(project).get(1);
        run.state = RunState::Running;
        ASSERT_OK(RunStore(project).record(run, {}, {}, {}));
        EXPECT_EQ(RunStore(project).get(1)->state, RunState::Running);
    }
    EXPECT_EQ(RunStore(openWrite(path)).get(1)->state, RunState::Interrupted);
}

TEST_F(RunStoreTest, ShowsEveryState) {
    for (const RunState state :
         {RunState::Created, RunState::Running, RunState::Stopped, RunState::Interrupted, RunState::Finished, RunState::Failed}) {
        RunRecord run = sampleRun(1);
        run.state = state;
        const std::int64_t id = addRun(m_project, run).id;
        EXPECT_EQ(m_store.get(id)->state, state);
    }
}

}  // namespace
}  // namespace strand
