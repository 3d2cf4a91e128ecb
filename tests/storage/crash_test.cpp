// The project whose process is killed while it writes.
#include <csignal>
#include <random>

#include "storage/run_store.hpp"
#include "tests/storage/support.hpp"

namespace strand {
namespace {

using namespace test;

constexpr int kPerDataset = 3000;

/// Writes without end, telling each confirmed number through the pipe: datasets on even rounds, training on odd ones.
[[noreturn]] void writeUntilKilled(const std::string& path, int out) {
    auto project = ProjectFile::open(path, ProjectFile::Access::Write, ProjectFile::Missing::Create);
    if (!project) ::_exit(1);
    DatasetStore datasets(*project);
    RunStore runs(*project);
    if (datasets.list()->empty() && !datasets.add(smallDataset(20), {})) ::_exit(2);
    RunRecord run = runs.list()->empty() ? *runs.add(sampleRun(1), sampleSplit()) : *runs.get(1);
    run.state = RunState::Running;
    for (;;) {
        ++run.step;
        const StepPoint step{run.step, 0.5, 0.1};
        const Checkpoint checkpoint{CheckpointKind::Latest, 1, run.step, pattern(300'000, static_cast<unsigned>(run.step))};
        if (!runs.record(run, std::span(&step, 1), {}, std::span(&checkpoint, 1))) ::_exit(3);
        if (::write(out, &run.step, sizeof run.step) != sizeof run.step) ::_exit(4);
        if (run.step % 4 == 0 && !datasets.add(smallDataset(kPerDataset, "set" + std::to_string(run.step)), {})) ::_exit(5);
        if (run.step % 16 == 0 && datasets.list()->size() > 3 && !datasets.remove(datasets.list()->at(1).id)) ::_exit(6);
    }
}

/// The last number the child confirmed.
std::int64_t runAndKill(const std::string& path, int milliseconds) {
    int ends[2];
    if (::pipe(ends) != 0) return -1;
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        writeUntilKilled(path, ends[1]);
    }
    ::close(ends[1]);
    ::usleep(static_cast<useconds_t>(milliseconds) * 1000);
    ::kill(child, SIGKILL);
    std::int64_t last = 0;
    for (std::int64_t step = 0; ::read(ends[0], &step, sizeof step) == sizeof step;)
        last = step;
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the child ended with " << WEXITSTATUS(status);
    return last;
}

TEST(Crash, KilledWritersLeaveAWholeProject) {
    const TempFolder folder;
    const std::string path = folder / "a.strand";
    std::mt19937 random(3);
    std::int64_t before = 0;
    for (int round = 0; round < rounds("STRAND_KILLS", 25); ++round) {
        // The first ones hit the creation of the file.
        const std::int64_t told = std::max(before, runAndKill(path, round < 5 ? round * 2 : static_cast<int>(random() % 120)));
        if (!std::filesystem::exists(path)) {
            EXPECT_EQ(told, 0);
            continue;
        }
        const auto project = ProjectFile::open(path, ProjectFile::Access::Write);
        ASSERT_OK(project);
        ASSERT_OK(project->check());
        const RunStore runs(*project);
        for (const DatasetRecord& dataset : valueOf(DatasetStore(*project).list()))
            EXPECT_EQ(dataset.sequences, dataset.id == 1 ? 20 : kPerDataset);
        if (runs.list()->empty()) {
            EXPECT_EQ(told, 0);
            continue;
        }
        // A prefix of what was done: all that was told, at most one more, nothing in part.
        const RunRecord run = *runs.get(1);
        EXPECT_GE(run.step, told);
        EXPECT_LE(run.step, told + 1);
        if (run.step > 0) {
            EXPECT_EQ(run.state, RunState::Interrupted);
            EXPECT_EQ(static_cast<std::int64_t>(runs.steps(1)->size()), run.step);
            const auto checkpoint = runs.checkpoint(1, CheckpointKind::Latest);
            ASSERT_OK(checkpoint);
            EXPECT_EQ((*checkpoint)->step, run.step);
            EXPECT_TRUE((*checkpoint)->bytes == pattern(300'000, static_cast<unsigned>(run.step)));
        }
        before = run.step;
        ASSERT_FALSE(HasFailure()) << "round " << round;
    }
    EXPECT_GT(before, 3);
}

}  // namespace
}  // namespace strand
