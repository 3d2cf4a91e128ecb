// Between a run in training and the window: tells its events to the mailbox and waits at its batch borders. Engine thread.
#pragma once

#include "ui/session/engine_worker.hpp"
#include "ui/session/mailbox.hpp"

#include <functional>

namespace strand {

class EngineHost;

class TrainingLink : public TrainObserver {
public:
    /// `tell` gives an event to the UI thread, where it is called with the host that emits it.
    using Tell = std::function<void(std::function<void(EngineHost&)>)>;

    TrainingLink(EngineWorker& worker, Mailbox& mailbox, JobContext& at, Tell tell)
        : m_worker(worker), m_mailbox(mailbox), m_at(at), m_tell(std::move(tell)) {}

    void onRun(const RunRecord& run) override;
    void onWarning(const Warning& warning) override;
    void onSteps(const std::vector<StepPoint>& steps) override;
    void onEpoch(const RunRecord& run, const EpochReport& epoch) override;
    void onAttention(const AttentionMap& map) override;
    void onProgress(const Progress& progress) override;
    TrainCommand poll(LiveRun& live) override;

    /// As last told; id 0 before there was one.
    [[nodiscard]] const RunRecord& run() const { return m_run; }

private:
    EngineWorker& m_worker;
    Mailbox& m_mailbox;
    JobContext& m_at;
    Tell m_tell;
    RunRecord m_run;
};

/// The run as it ended: as reported, or as stored where it stopped early. Id 0 = discarded.
[[nodiscard]] RunRecord runAtEnd(const Result<TrainReport>& report, const RunRecord& last, const std::optional<ProjectFile>& project);

}  // namespace strand
