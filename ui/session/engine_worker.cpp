#include "ui/session/engine_worker.hpp"

#include "core/log.hpp"
#include "core/memory_error.hpp"

#include <algorithm>
#include <new>

namespace strand {

namespace {

Error fault(const char* what) {
    logLine(LogLevel::Error, what);
    return {ErrorCode::Device,
            {STRAND_TEXT("engine", "the engine met an unexpected fault: %1"), what},
            {},
            STRAND_TEXT("engine", "what was stored is safe; please report this with the log")};
}

/// The one place where an exception of a job ends.
Result<void> guarded(const std::function<Result<void>(JobContext&)>& work, JobContext& context) {
    try {
        return work(context);
    } catch (const std::bad_alloc& e) {
        return fail(outOfMemory(e.what()));
    } catch (const std::exception& e) {
        return fail(fault(e.what()));
    } catch (...) {
        return fail(fault("?"));
    }
}

}  // namespace

EngineWorker::~EngineWorker() {
    {
        const std::scoped_lock lock(m_mutex);
        m_quit = true;
        std::erase_if(m_queue, [](const EngineJob& job) { return !job.keep; });
    }
    stopAll();
    if (m_thread.joinable()) m_thread.join();
}

void EngineWorker::start() {
    if (!m_thread.joinable()) m_thread = std::thread([this] { loop(); });
}

void EngineWorker::post(EngineJob job) {
    const std::scoped_lock lock(m_mutex);
    m_queue.push_back(std::move(job));
    m_asked = true;
    m_wake.notify_all();
}

bool EngineWorker::drop(std::uint64_t id) {
    const std::scoped_lock lock(m_mutex);
    return std::erase_if(m_queue, [id](const EngineJob& job) { return job.id == id; }) > 0;
}

std::vector<std::uint64_t> EngineWorker::dropQueued() {
    const std::scoped_lock lock(m_mutex);
    std::vector<std::uint64_t> dropped;
    std::erase_if(m_queue, [&dropped](const EngineJob& job) {
        if (!job.keep) dropped.push_back(job.id);
        return !job.keep;
    });
    return dropped;
}

void EngineWorker::stop(std::uint64_t id) {
    const std::scoped_lock lock(m_mutex);
    for (auto& [job, source] : m_active) {
        if (job == id) source.request_stop();
    }
    m_asked = true;
    m_wake.notify_all();
}

void EngineWorker::stopAll() {
    const std::scoped_lock lock(m_mutex);
    for (auto& [job, source] : m_active)
        source.request_stop();
    if (m_training && m_command == TrainCommand::Continue) m_command = TrainCommand::Stop;
    m_asked = true;
    m_wake.notify_all();
}

void EngineWorker::command(TrainCommand command) {
    const std::scoped_lock lock(m_mutex);
    if (m_training) m_command = command;
    m_asked = true;
    m_wake.notify_all();
}

void EngineWorker::setPaused(bool paused) {
    const std::scoped_lock lock(m_mutex);
    m_paused = paused && m_training;
    m_asked = true;
    m_wake.notify_all();
}

std::optional<EngineWorker::Taken> EngineWorker::take(bool atBorder) {
    const auto next = std::find_if(m_queue.begin(), m_queue.end(),
                                   [atBorder](const EngineJob& job) { return !atBorder || !(job.training || job.alone); });
    if (next == m_queue.end()) return std::nullopt;
    Taken taken{std::move(*next), {}};
    m_queue.erase(next);
    m_active.emplace_back(taken.job.id, taken.stop);
    if (taken.job.training) {
        m_training = true;
        m_command = TrainCommand::Continue;
    }
    return taken;
}

TrainCommand EngineWorker::atBatchBorder(LiveRun& live, std::int64_t run) {
    if (!m_asked.load(std::memory_order_acquire)) return TrainCommand::Continue;
    std::unique_lock lock(m_mutex);
    for (;;) {
        if (m_command != TrainCommand::Continue) return m_command;
        if (auto job = take(true)) {
            lock.unlock();
            execute(*job, &live, run);
            lock.lock();
            continue;
        }
        if (!m_paused) {
            m_asked = false;
            return TrainCommand::Continue;
        }
        m_wake.wait(lock);
    }
}

void EngineWorker::loop() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        if (auto job = take(false)) {
            lock.unlock();
            execute(*job, nullptr, 0);
            lock.lock();
        } else if (m_quit) {
            break;
        } else if (!m_engine && !m_loadError) {
            lock.unlock();
            load();
            lock.lock();
        } else {
            m_wake.wait(lock);
        }
    }
    lock.unlock();
    m_project.reset();
    m_engine.reset();
}

void EngineWorker::load() {
    if (m_engine || m_loadError) return;
    std::optional<ProjectFile> none;
    JobContext context{.project = none, .progress = {}, .stop = {}};
    const auto open = [this](JobContext&) -> Result<void> {
        STRAND_ASSIGN(m_engine, m_factory());
        return {};
    };
    if (const auto result = guarded(open, context); result) {
        m_events.loaded(*m_engine);
    } else {
        m_loadError = result.error();
        m_events.loadFailed(result.error());
    }
}

void EngineWorker::execute(const Taken& taken, LiveRun* live, std::int64_t liveRun) {
    m_events.started(taken.job.id);
    if (taken.job.needsEngine) load();
    const Result<void> result = run(taken, live, liveRun);
    {
        const std::scoped_lock lock(m_mutex);
        std::erase_if(m_active, [&taken](const auto& active) { return active.first == taken.job.id; });
        if (taken.job.training) {
            m_training = m_paused = false;
            m_command = TrainCommand::Continue;
        }
    }
    m_events.ended(taken.job.id, result);
}

Result<void> EngineWorker::run(const Taken& taken, LiveRun* live, std::int64_t liveRun) {
    if (taken.job.needsEngine && m_loadError) return fail(*m_loadError);
    if (taken.stop.stop_requested() && !taken.job.keep)
        return fail(ErrorCode::Interrupted, STRAND_TEXT("engine", "stopped before it began"));
    JobContext context{.engine = m_engine.get(),
                       .project = m_project,
                       .live = live,
                       .liveRun = liveRun,
                       .progress = [this, id = taken.job.id](const Progress& progress) { m_events.progress(id, progress); },
                       .stop = taken.stop.get_token()};
    return guarded(taken.job.work, context);
}

}  // namespace strand
