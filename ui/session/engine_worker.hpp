// The engine thread: a queue of jobs run one at a time. A run in training serves the other jobs at its batch borders.
#pragma once

#include "ui/session/engine_library.hpp"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace strand {

/// What a job finds on the engine thread.
struct JobContext {
    Engine* engine = nullptr;             ///< null only for jobs that need none
    std::optional<ProjectFile>& project;  ///< the writing connection
    LiveRun* live = nullptr;              ///< the run in training, held at a batch border
    std::int64_t liveRun = 0;             ///< its id
    ProgressFn progress;
    std::stop_token stop;
};

struct EngineJob {
    std::uint64_t id = 0;
    bool needsEngine = true;
    bool training = false;  ///< runs alone, serves others
    bool alone = false;     ///< waits for a running training (opening and closing a project)
    bool keep = false;      ///< survives dropQueued: an edit is never lost
    std::function<Result<void>(JobContext&)> work;
};

class EngineWorker {
public:
    /// Called on the engine thread; must not wait.
    struct Events {
        std::function<void(Engine&)> loaded;
        std::function<void(const Error&)> loadFailed;
        std::function<void(std::uint64_t job)> started;
        std::function<void(std::uint64_t job, const Progress&)> progress;
        std::function<void(std::uint64_t job, const Result<void>&)> ended;
    };

    EngineWorker(EngineFactory factory, Events events) : m_factory(std::move(factory)), m_events(std::move(events)) {}
    ~EngineWorker();  ///< stops what runs at a batch border, does the edits still queued, joins

    void start();
    void post(EngineJob job);
    /// Takes a queued job out; false where it runs already or is gone.
    bool drop(std::uint64_t job);
    std::vector<std::uint64_t> dropQueued();  ///< all but those to keep
    /// Asks what runs (one job, or all) to stop; a training saves.
    void stop(std::uint64_t job);
    void stopAll();

    void command(TrainCommand command);  ///< to the run in training
    void setPaused(bool paused);
    /// From TrainObserver::poll: serves what is queued, waits while paused.
    TrainCommand atBatchBorder(LiveRun& live, std::int64_t run);

private:
    struct Taken {
        EngineJob job;
        std::stop_source stop;
    };
    void loop();
    void load();
    void execute(const Taken& taken, LiveRun* live, std::int64_t run);
    Result<void> run(const Taken& taken, LiveRun* live, std::int64_t liveRun);
    [[nodiscard]] std::optional<Taken> take(bool atBorder);  // with m_mutex held

    EngineFactory m_factory;
    Events m_events;
    std::unique_ptr<Engine> m_engine;      // engine thread
    std::optional<Error> m_loadError;      // engine thread
    std::optional<ProjectFile> m_project;  // engine thread

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<EngineJob> m_queue;
    std::vector<std::pair<std::uint64_t, std::stop_source>> m_active;  // innermost last
    TrainCommand m_command = TrainCommand::Continue;
    bool m_paused = false, m_quit = false, m_training = false;
    std::atomic<bool> m_asked = false;  // something waits for a batch border
    std::thread m_thread;
};

}  // namespace strand
