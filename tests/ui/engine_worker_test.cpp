#include "ui/session/engine_worker.hpp"

#include "scripted_engine.hpp"

#include <gtest/gtest.h>

#include <future>

namespace strand::test {
namespace {

/// A worker whose ends of jobs are counted, and jobs that can be held.
struct Crew {
    Crew()
        : worker([]() -> Result<std::unique_ptr<Engine>> { return std::make_unique<ScriptedEngine>(); },
                 {.loaded = [](Engine&) {},
                  .loadFailed = [](const Error&) {},
                  .started = [](std::uint64_t) {},
                  .progress = [](std::uint64_t, const Progress&) {},
                  .ended =
                      [this](std::uint64_t job, const Result<void>& result) {
                          const std::scoped_lock lock(mutex);
                          (result ? done : failed).push_back(job);
                          changed.notify_all();
                      }}) {}

    bool ended(size_t count) {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, std::chrono::seconds(20), [&] { return done.size() + failed.size() >= count; });
    }
    EngineJob job(
        std::uint64_t id, std::function<Result<void>(JobContext&)> work = [](JobContext&) { return Result<void>(); }) {
        return {.id = id, .work = std::move(work)};
    }
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::uint64_t> done, failed;
    EngineWorker worker;
};

TEST(EngineWorker, RunsJobsInOrderOneAtATime) {
    Crew crew;
    std::atomic<int> running = 0;
    for (std::uint64_t id = 1; id <= 20; ++id) {
        crew.worker.post(crew.job(id, [&running](JobContext& at) -> Result<void> {
            EXPECT_EQ(++running, 1);
            EXPECT_NE(at.engine, nullptr);
            --running;
            return {};
        }));
    }
    crew.worker.start();
    ASSERT_TRUE(crew.ended(20));
    EXPECT_TRUE(std::is_sorted(crew.done.begin(), crew.done.end()));
}

TEST(EngineWorker, QueuedJobsCanBeDroppedButThoseToKeepStay) {
    Crew crew;
    EngineJob kept = crew.job(2);
    kept.keep = true;
    crew.worker.post(crew.job(1));
    crew.worker.post(std::move(kept));
    crew.worker.post(crew.job(3));
    EXPECT_TRUE(crew.worker.drop(3));
    EXPECT_FALSE(crew.worker.drop(3));
    EXPECT_EQ(crew.worker.dropQueued(), std::vector<std::uint64_t>{1});
    crew.worker.start();
    ASSERT_TRUE(crew.ended(1));
    EXPECT_EQ(crew.done, std::vector<std::uint64_t>{2});
}

TEST(EngineWorker, AStopReachesTheRunningJob) {
    Crew crew;
    std::promise<void> begun;
    crew.worker.post(crew.job(1, [&begun](JobContext& at) -> Result<void> {
        begun.set_value();
        while (!at.stop.stop_requested())
            std::this_thread::yield();
        return fail(ErrorCode::Interrupted, "stopped");
    }));
    crew.worker.start();
    begun.get_future().wait();
    crew.worker.stop(1);
    ASSERT_TRUE(crew.ended(1));
    EXPECT_EQ(crew.failed, std::vector<std::uint64_t>{1});
}

class NoRun : public LiveRun {
public:
    Result<AttentionMap> attention(const AttentionRequest&) override { return AttentionMap{}; }
};

TEST(EngineWorker, ATrainingServesTheOthersAtItsBorders) {
    Crew crew;
    std::atomic<bool> served = false;
    std::promise<void> begun;
    EngineJob training = crew.job(1, [&](JobContext&) -> Result<void> {
        begun.set_value();
        NoRun live;
        while (crew.worker.atBatchBorder(live, 42) == TrainCommand::Continue)
            std::this_thread::yield();
        return {};
    });
    training.training = true;
    crew.worker.post(std::move(training));
    crew.worker.start();
    begun.get_future().wait();
    crew.worker.setPaused(true);
    crew.worker.post(crew.job(2, [&served](JobContext& at) -> Result<void> {
        served = at.live != nullptr && at.liveRun == 42;
        return {};
    }));
    EngineJob second = crew.job(3);
    second.training = true;
    crew.worker.post(std::move(second));
    ASSERT_TRUE(crew.ended(1));
    EXPECT_TRUE(served);
    EXPECT_EQ(crew.done, std::vector<std::uint64_t>{2});  // the second training waits for the first
    crew.worker.command(TrainCommand::Stop);
    ASSERT_TRUE(crew.ended(3));
    EXPECT_EQ(crew.done, (std::vector<std::uint64_t>{2, 1, 3}));
}

}  // namespace
}  // namespace strand::test
