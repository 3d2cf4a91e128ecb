// The project on a disk that fails, fills up, or loses its power.
#include <SQLiteCpp/Database.h>

#include <set>

#include "storage/run_store.hpp"
#include "tests/storage/faulty_disk.hpp"
#include "tests/storage/support.hpp"

namespace strand {
namespace {

using namespace test;
using Access = ProjectFile::Access;
using Missing = ProjectFile::Missing;

/// What a session has been told is done. Names of datasets and settings, the last recorded step, in order.
struct Done {
    std::vector<std::string> datasets;
    std::int64_t step = 0;
    bool run = false;
    std::string setting;
};

void noteOutcome(bool ok, const Error* error) {
    if (ok) return;
    EXPECT_EQ(error->code, ErrorCode::Project) << error->english();
    EXPECT_FALSE(error->hint.empty()) << error->english();
}

template <typename T>
bool went(const Result<T>& result) {
    noteOutcome(result.has_value(), result ? nullptr : &result.error());
    return result.has_value();
}

/// Imports, trains, removes; goes on after failures as a user would. `after` is called after each step that was confirmed.
Done session(
    const std::string& path, const std::function<void(const Done&)>& after = [](const Done&) {}) {
    Done done;
    auto project = ProjectFile::open(path, Access::Write, Missing::Create);
    if (!went(project)) return done;
    DatasetStore datasets(*project);
    RunStore runs(*project);
    RunRecord run;
    // The log is emptied into the file every few pages, so that failures meet that, too.
    project->database().tryExec("PRAGMA wal_autocheckpoint = 20");
    for (int round = 0; round < 3; ++round) {
        const std::string name = "set" + std::to_string(round);
        if (went(datasets.add(smallDataset(120, name, static_cast<std::uint64_t>(round)), {}))) {
            done.datasets.push_back(name);
            after(done);
        }
        if (!done.run && !done.datasets.empty()) {
            auto added = runs.add(sampleRun(1), sampleSplit());
            if (added || added.error().code != ErrorCode::Usage) {
                if (went(added)) {
                    run = *added;
                    run.state = RunState::Running;
                    done.run = true;
                    after(done);
                }
            }
        }
        if (done.run) {
            run.step = 10 * (round + 1);
            const StepPoint step{run.step, 0.5, 0.1};
            const std::vector<Checkpoint> checkpoints{
                {CheckpointKind::Latest, round, run.step, pattern(60'000, static_cast<unsigned>(run.step))}};
            if (went(runs.record(run, std::span(&step, 1), {}, checkpoints))) {
                done.step = run.step;
                after(done);
            }
        }
        if (went(SettingStore(*project).set("round", name))) {
            done.setting = name;
            after(done);
        }
    }
    if (const auto second = datasets.find("set1"); second && second->id != run.datasetId) {
        std::erase(done.datasets, "set1");
        after(done);
        went(datasets.remove(second->id));
    }
    return done;
}

/// Opens, passes the check, and holds at least what was confirmed; what was not confirmed is there whole or not at all.
void expectSound(const std::string& path, const Done& done, const std::string& when) {
    SCOPED_TRACE(when);
    const auto project = ProjectFile::open(path, Access::Write, Missing::Create);
    ASSERT_OK(project);
    EXPECT_OK(project->check());
    std::set<std::string> names;
    for (const DatasetRecord& record : valueOf(DatasetStore(*project).list())) {
        EXPECT_EQ(record.sequences, 120);
        names.insert(record.name);
    }
    for (const std::string& name : done.datasets)
        EXPECT_TRUE(names.contains(name)) << name;
    if (!done.run) return;
    const RunStore runs(*project);
    const auto run = runs.get(1);
    ASSERT_OK(run);
    EXPECT_GE(run->step, done.step);
    if (run->step > 0) {
        EXPECT_EQ(run->state, RunState::Interrupted);
        const auto checkpoint = runs.checkpoint(1, CheckpointKind::Latest);
        ASSERT_OK(checkpoint);
        EXPECT_EQ((*checkpoint)->step, run->step);
        EXPECT_TRUE((*checkpoint)->bytes == pattern(60'000, static_cast<unsigned>(run->step)));
        EXPECT_EQ(runs.steps(1)->back().step, run->step);
    }
    EXPECT_GE(SettingStore(*project).get("round")->value_or(""), done.setting);
}

class DiskFailure : public ::testing::TestWithParam<std::tuple<FaultyDisk::Fault, bool>> {};

TEST_P(DiskFailure, AtEveryOperationIsSaidAndHarmsNothing) {
    const auto [fault, lasting] = GetParam();
    const int stride = rounds("STRAND_FAULT_STRIDE", 7);
    int n = 1;
    for (bool hit = true; hit; n += stride) {
        const TempFolder folder;
        const std::string path = folder / "a.strand";
        Done done;
        {
            FaultyDisk disk;
            disk.failAt(n, fault, lasting);
            done = session(path);
            hit = disk.wasHit();
            // The power stays on, the program goes on: the next session works with what is there.
            disk.heal();
            EXPECT_TRUE(hit || done.setting == "set2");
            expectSound(path, done, "operation " + std::to_string(n));
        }
        EXPECT_EQ(folder.names(), std::vector<std::string>{"a.strand"}) << "operation " << n;
        if (HasFailure()) break;
    }
    EXPECT_GT(n, 100);
    RecordProperty("operations", n);
}

INSTANTIATE_TEST_SUITE_P(Storage, DiskFailure,
                         ::testing::Combine(::testing::Values(FaultyDisk::Fault::InputOutput, FaultyDisk::Fault::Full), ::testing::Bool()));

TEST(PowerCut, LeavesWhatWasConfirmed) {
    const TempFolder folder;
    const std::string path = folder / "a.strand";
    create(path);
    const std::string empty = readBytes(path);
    std::vector<Done> confirmed{Done()};
    std::vector<FaultyDisk::Step> steps;
    {
        FaultyDisk disk;
        disk.remember(true);
        session(path, [&](const Done& done) {
            confirmed.push_back(done);
            disk.mark(static_cast<int>(confirmed.size()) - 1);
        });
        steps = disk.steps();
    }
    ASSERT_GT(confirmed.size(), 8U);
    const DiskAfterPowerCut cut(std::map<std::string, std::string>{{path, empty}});
    std::mt19937 random(static_cast<unsigned>(rounds("STRAND_SEED", 1)));
    for (int i = 0; i < rounds("STRAND_POWER_CUTS", 250); ++i) {
        const std::size_t until = random() % (steps.size() + 1);
        std::size_t known = 0;
        for (std::size_t k = 0; k < until; ++k) {
            if (steps[k].kind == FaultyDisk::Step::Kind::Mark) known = static_cast<std::size_t>(steps[k].mark);
        }
        const TempFolder after;
        for (const auto& [name, bytes] : cut.state(steps, until, random))
            writeBytes(after / name.substr(folder.path().size() + 1), bytes);
        std::filesystem::remove(after / "a.strand-shm");
        const FaultyDisk fast;  // syncs cost nothing
        expectSound(after / "a.strand", confirmed[known], "state " + std::to_string(i) + ", after step " + std::to_string(until));
        if (::testing::Test::HasFailure()) break;
    }
}

}  // namespace
}  // namespace strand
