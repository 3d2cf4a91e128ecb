#include <SQLiteCpp/Database.h>

#include <random>

#include "data/split.hpp"
#include "data/statistics.hpp"
#include "storage/json.hpp"
#include "tests/storage/faulty_disk.hpp"
#include "tests/storage/support.hpp"

namespace strand {
namespace {

using namespace test;

std::vector<std::int32_t> firstOrdinals(std::int32_t count) {
    std::vector<std::int32_t> ordinals;
    for (std::int32_t i = 0; i < count; ++i)
        ordinals.push_back(i);
    return ordinals;
}

class Preparing : public ::testing::Test {
protected:
    Preparing() {
        Dataset dataset = smallDataset(200);
        for (std::size_t i = 150; i < 200; ++i)
            dataset.sequences[i].residues = dataset.sequences[i - 150].residues;
        m_before = addDataset(m_project, dataset);
    }
    void reopen() { m_project = openWrite((m_project = create(m_folder / "other.strand"), m_folder / "a.strand")); }
    /// What is stored of the dataset, to the last bit.
    [[nodiscard]] std::string content() const {
        const DatasetRecord record = valueOf(m_store.get(1));
        EXPECT_EQ(record.fingerprint, fingerprint(valueOf(m_store.load(1))));
        return record.fingerprint + detail::toJson(record.statistics) + detail::toJson(record.report) + detail::toJson(record.classes);
    }

    TempFolder m_folder;
    ProjectFile m_project = create(m_folder / "a.strand");
    DatasetStore m_store{m_project};
    DatasetRecord m_before;
};

TEST_F(Preparing, AStepIsStoredAndRecorded) {
    const auto done = m_store.prepare(1, DuplicateStep{});
    ASSERT_OK(done);
    EXPECT_EQ(done->step.position, 1);
    EXPECT_EQ(done->step.kind, "duplicates");
    EXPECT_EQ(done->step.summary, (TextValues{{"changed", "50"}, {"excluded", "50"}}));
    EXPECT_EQ(done->step.created.size(), 20U);
    reopen();
    const DatasetRecord record = valueOf(m_store.get(1));
    EXPECT_EQ(record.statistics.sequences, 150);
    EXPECT_EQ(record.statistics.excluded, 50);
    EXPECT_EQ(record.statistics.duplicates, 0);
    EXPECT_EQ(record.report.splits.at("excluded"), 50);
    EXPECT_EQ(record.sequences, 200);
    EXPECT_EQ(record.created, m_before.created);
    const auto steps = valueOf(m_store.steps(1));
    ASSERT_EQ(steps.size(), 1U);
    EXPECT_EQ(steps[0].options, (TextValues{{"leave_out", "repeats"}}));
    EXPECT_EQ(steps[0].summary, done->step.summary);
    EXPECT_EQ(valueOf(m_store.count(1, {.text = {}, .label = {}, .split = Split::Excluded})), 50);
    EXPECT_OK(m_project.check());
}

TEST_F(Preparing, UndoRestoresEveryBitInTurn) {
    const std::vector<StepOptions> options{RatioStep{.ratio = {0.5, 0.2, 0.3}, .seed = 9},
                                           DuplicateStep{},
                                           FoldStep{.folds = 5},
                                           LabelStep{firstOrdinals(30), "another"},
                                           PartStep{firstOrdinals(10), Split::Excluded},
                                           SimilarStep{.identity = 0.7},
                                           RatioStep{.identity = 0.8}};
    std::vector<std::string> contents;
    for (const StepOptions& step : options) {
        contents.push_back(content());
        ASSERT_OK(m_store.prepare(1, step));
        EXPECT_NE(content(), contents.back());
        reopen();
    }
    EXPECT_EQ(valueOf(m_store.steps(1)).size(), options.size());
    EXPECT_OK(m_project.check());
    while (!contents.empty()) {
        const auto undone = m_store.undo(1);
        ASSERT_OK(undone);
        EXPECT_EQ(undone->step.position, static_cast<std::int64_t>(contents.size()));
        EXPECT_EQ(content(), contents.back());
        contents.pop_back();
        reopen();
    }
    EXPECT_TRUE(valueOf(m_store.steps(1)).empty());
    EXPECT_EQ(valueOf(m_store.get(1)).fingerprint, m_before.fingerprint);
    EXPECT_OK(m_project.check());
    EXPECT_REFUSED(m_store.undo(1), ErrorCode::Usage, "no step");
}

TEST_F(Preparing, NothingChangedIsNotRecorded) {
    const auto done = m_store.prepare(1, PartStep{{}, Split::Test});
    ASSERT_OK(done);
    EXPECT_EQ(done->step.position, 0);
    EXPECT_TRUE(valueOf(m_store.steps(1)).empty());
}

TEST_F(Preparing, RefusedOrStoppedChangesNothing) {
    const std::string before = content();
    EXPECT_REFUSED(m_store.prepare(1, FoldStep{.folds = 1}), ErrorCode::Usage, "1 folds");
    EXPECT_REFUSED(m_store.prepare(1, LabelStep{{200}, "x"}), ErrorCode::Usage, "no sequence 201");
    EXPECT_REFUSED(m_store.prepare(7, DuplicateStep{}), ErrorCode::Usage, "no dataset 7");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_REFUSED(m_store.prepare(1, SimilarStep{}, {}, stop.get_token()), ErrorCode::Interrupted, "stopped");
    EXPECT_REFUSED(m_store.prepare(1, DuplicateStep{}, {}, stop.get_token()), ErrorCode::Interrupted, "stopped");
    EXPECT_EQ(content(), before);
    EXPECT_TRUE(valueOf(m_store.steps(1)).empty());
}

TEST_F(Preparing, ADatasetThatRunsUseIsCopied) {
    ASSERT_OK(m_store.prepare(1, DuplicateStep{}));
    const std::string before = content();
    addRun(m_project, sampleRun(1));
    const auto used = m_store.prepare(1, RatioStep{});
    EXPECT_REFUSED(used, ErrorCode::Usage, "used by 1 runs");
    EXPECT_NE(used.error().hint.english().find("Copy the dataset"), std::string::npos);
    EXPECT_REFUSED(m_store.undo(1), ErrorCode::Usage, "used by 1 runs");

    const auto copy = m_store.copy(1, "");
    ASSERT_OK(copy);
    EXPECT_EQ(copy->name, "promoters (2)");
    EXPECT_EQ(copy->fingerprint, valueOf(m_store.get(1)).fingerprint);
    EXPECT_EQ(fingerprint(valueOf(m_store.load(copy->id))), copy->fingerprint);
    ASSERT_OK(m_store.undo(copy->id));
    EXPECT_EQ(valueOf(m_store.get(copy->id)).fingerprint, m_before.fingerprint);
    EXPECT_EQ(content(), before);
    EXPECT_EQ(valueOf(m_store.copy(1, "mine")).name, "mine");
    EXPECT_OK(m_project.check());
    ASSERT_OK(m_store.remove(copy->id));
    EXPECT_OK(m_project.check());
}

TEST_F(Preparing, ADamagedStepIsFound) {
    ASSERT_OK(m_store.prepare(1, DuplicateStep{}));
    m_project.database().exec("UPDATE dataset_steps SET fingerprint = 'x'");
    EXPECT_REFUSED(m_store.undo(1), ErrorCode::Project, "step 1 of dataset promoters");
    EXPECT_EQ(valueOf(m_store.steps(1)).size(), 1U);
    m_project.database().exec("UPDATE blob_parts SET data = zeroblob(length(data)) WHERE blob = (SELECT undo FROM dataset_steps)");
    EXPECT_REFUSED(m_project.check(), ErrorCode::Project, "step 1 of dataset promoters");
}

/// Steps and undos by turns; `confirmed` is told the fingerprint after each. Goes on after failures.
void session(const std::string& path, const std::function<void(const std::string&)>& confirmed) {
    auto project = ProjectFile::open(path, ProjectFile::Access::Write);
    if (!project) return;
    project->database().tryExec("PRAGMA wal_autocheckpoint = 20");
    DatasetStore store(*project);
    for (std::uint64_t round = 0; round < 6; ++round) {
        const auto done = round % 3 == 2 ? store.undo(1) : store.prepare(1, RatioStep{.ratio = {0.6, 0.2, 0.2}, .seed = round});
        if (done) confirmed(done->record.fingerprint);
    }
}

/// Undoes all there is: every state on the way is whole, the last one is the first.
void expectUndone(const std::string& path, const std::string& first) {
    auto project = ProjectFile::open(path, ProjectFile::Access::Write);
    ASSERT_OK(project);
    ASSERT_OK(project->check());
    DatasetStore store(*project);
    while (!valueOf(store.steps(1)).empty())
        ASSERT_OK(store.undo(1));
    EXPECT_EQ(valueOf(store.get(1)).fingerprint, first);
    EXPECT_OK(project->check());
}

TEST(PreparingOnAFailingDisk, EveryOperationLeavesAWholeProject) {
    const TempFolder folder;
    const std::string start = folder / "start.strand";
    std::string first;
    {
        ProjectFile project = create(start);
        first = addDataset(project, smallDataset(300)).fingerprint;
    }
    const std::string bytes = readBytes(start);
    int n = 1;
    for (bool hit = true; hit; n += rounds("STRAND_FAULT_STRIDE", 7)) {
        const std::string path = folder / "a.strand";
        writeBytes(path, bytes);
        std::string last = first;
        {
            FaultyDisk disk;
            disk.failAt(n, n % 2 == 0 ? FaultyDisk::Fault::Full : FaultyDisk::Fault::InputOutput, n % 3 == 0);
            session(path, [&](const std::string& fingerprint) { last = fingerprint; });
            hit = disk.wasHit();
            disk.heal();
            SCOPED_TRACE("operation " + std::to_string(n));
            {
                const auto project = ProjectFile::open(path, ProjectFile::Access::Write);
                ASSERT_OK(project);
                EXPECT_EQ(valueOf(DatasetStore(*project).get(1)).fingerprint, last);
            }
            expectUndone(path, first);
        }
        if (::testing::Test::HasFailure()) break;
    }
    EXPECT_GT(n, 50);
}

TEST(PreparingAndPowerCuts, LeaveAWholeStep) {
    const TempFolder folder;
    const std::string path = folder / "a.strand";
    std::vector<std::string> fingerprints;
    {
        ProjectFile project = create(path);
        fingerprints.push_back(addDataset(project, smallDataset(300)).fingerprint);
    }
    const std::string bytes = readBytes(path);
    std::vector<FaultyDisk::Step> steps;
    {
        FaultyDisk disk;
        disk.remember(true);
        session(path, [&](const std::string& fingerprint) {
            fingerprints.push_back(fingerprint);
            disk.mark(static_cast<int>(fingerprints.size()) - 1);
        });
        steps = disk.steps();
    }
    ASSERT_EQ(fingerprints.size(), 7U);
    const DiskAfterPowerCut cut(std::map<std::string, std::string>{{path, bytes}});
    std::mt19937 random(static_cast<unsigned>(rounds("STRAND_SEED", 1)));
    for (int i = 0; i < rounds("STRAND_POWER_CUTS", 100); ++i) {
        const std::size_t until = random() % (steps.size() + 1);
        std::size_t known = 0;
        for (std::size_t k = 0; k < until; ++k) {
            if (steps[k].kind == FaultyDisk::Step::Kind::Mark) known = static_cast<std::size_t>(steps[k].mark);
        }
        const TempFolder after;
        for (const auto& [name, content] : cut.state(steps, until, random))
            writeBytes(after / name.substr(folder.path().size() + 1), content);
        std::filesystem::remove(after / "a.strand-shm");
        const FaultyDisk fast;  // syncs cost nothing
        SCOPED_TRACE("state " + std::to_string(i) + ", after step " + std::to_string(until));
        {
            const auto project = ProjectFile::open(after / "a.strand", ProjectFile::Access::Write);
            ASSERT_OK(project);
            const std::string now = valueOf(DatasetStore(*project).get(1)).fingerprint;
            EXPECT_TRUE(now == fingerprints[known] || (known + 1 < fingerprints.size() && now == fingerprints[known + 1]));
        }
        expectUndone(after / "a.strand", fingerprints.front());
        if (::testing::Test::HasFailure()) break;
    }
}

}  // namespace
}  // namespace strand
