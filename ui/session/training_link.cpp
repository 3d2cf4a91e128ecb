#include "ui/session/training_link.hpp"

#include "ui/session/engine_host.hpp"

namespace strand {

void TrainingLink::onRun(const RunRecord& run) {
    m_run = run;
    m_tell([run](EngineHost& host) { emit host.runStarted(run); });
}

void TrainingLink::onWarning(const Warning& warning) {
    m_tell([id = m_run.id, warning](EngineHost& host) { emit host.runWarned(id, warning); });
}

void TrainingLink::onSteps(const std::vector<StepPoint>& steps) { m_mailbox.postSteps(m_run.id, steps); }

void TrainingLink::onEpoch(const RunRecord& run, const EpochReport& epoch) {
    m_run = run;
    m_tell([run, epoch](EngineHost& host) { emit host.epochAdded(run, epoch); });
}

void TrainingLink::onAttention(const AttentionMap& map) {
    m_tell(
        [id = m_run.id, shared = std::make_shared<const AttentionMap>(map)](EngineHost& host) { emit host.attentionSnapshot(id, shared); });
}

void TrainingLink::onProgress(const Progress& progress) { m_at.progress(progress); }

TrainCommand TrainingLink::poll(LiveRun& live) { return m_worker.atBatchBorder(live, m_run.id); }

RunRecord runAtEnd(const Result<TrainReport>& report, const RunRecord& last, const std::optional<ProjectFile>& project) {
    if (report) return report->run;
    if (last.id > 0 && project) {
        if (auto stored = RunStore(*project).get(last.id)) return *stored;
    }
    return last;
}

}  // namespace strand
