#include "storage/run_store.hpp"

#include "storage/setting_store.hpp"

#include <SQLiteCpp/Database.h>

#include <csignal>

#include "storage/json.hpp"
#include "storage/schema.hpp"
#include "tests/storage/run_samples.hpp"

namespace strand {
namespace {

using namespace test;
using Access = ProjectFile::Access;

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
    back.error = Error(ErrorCode::Diverged, {"the loss is %1", "nan"}, {}, "lower lr").at("a.strand");
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
    ASSERT_TRUE(again.error);
    EXPECT_EQ(detail::toJson(*again.error), detail::toJson(*back.error));
    EXPECT_EQ(again.name, "renamed");
}

TEST_F(RunStoreTest, ForgetsTheErrorOfARunThatGoesOn) {
    RunRecord run = addRun(m_project, sampleRun(1));
    EXPECT_FALSE(run.error);
    run.error = Error(ErrorCode::Project, "the disk is full");
    ASSERT_OK(m_store.update(run));
    run.error.reset();
    ASSERT_OK(m_store.update(run));
    EXPECT_FALSE(reopened(1).error);
}

/// Up to version 3 a run kept an English sentence.
TEST(RunStore, ReadsTheErrorsOfOlderFilesAsTheyAre) {
    const TempFolder folder;
    const std::string path = folder / "old.strand";
    {
        SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        detail::migrate(database, detail::migrations().first(3));
        database.exec(fmt::format("PRAGMA application_id = {}", kApplicationId));
        database.exec("INSERT INTO datasets VALUES(1, 'a', 'dna', '[]', 0, 'f', 't', '{}', '{}')");
        const char* insert =
            "INSERT INTO runs VALUES({0}, 'r{0}', 1, 'DNN', '[]', '', 1, 'f', 'cpu', 1, 'v', 1, '[]', 't', 'failed', '', 0, 0, 0, 1, 1, 0, "
            "NULL, '{1}')";
        database.exec(fmt::format(fmt::runtime(insert), 1, "/a%1.strand: the disk is full"));
        database.exec(fmt::format(fmt::runtime(insert), 2, ""));
    }
    const ProjectFile project = openWrite(path);
    RunStore runs(project);
    auto run = runs.get(1);
    ASSERT_OK(run);
    ASSERT_TRUE(run->error);
    EXPECT_EQ(run->error->english(), "/a%1.strand: the disk is full");
    run->name = "renamed";
    ASSERT_OK(runs.update(*run));
    EXPECT_EQ(runs.get(1)->error->english(), "/a%1.strand: the disk is full");
    EXPECT_EQ(project.database().execAndGet("SELECT error FROM runs WHERE id = 1").getString(), "");
    EXPECT_FALSE(runs.get(2)->error);
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

TEST_F(RunStoreTest, ARunWhoseDatasetIsLostIsDamageAndNotSilence) {
    RunRecord run = sampleRun(1);
    addRun(m_project, run);
    m_project.database().exec("PRAGMA foreign_keys = OFF; UPDATE datasets SET id = 77");
    const auto listed = m_store.list();
    ASSERT_FALSE(listed);
    EXPECT_EQ(listed.error().code, ErrorCode::Project);
    EXPECT_NE(listed.error().english().find("run \"first\" names a dataset that is not there"), std::string::npos)
        << listed.error().english();
    EXPECT_FALSE(m_store.get(1));
}

}  // namespace
}  // namespace strand
