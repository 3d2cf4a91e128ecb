#include "ui/docks/engine_log.hpp"

#include "core/log.hpp"
#include "ui/text/sentences.hpp"
#include "ui/text/train_texts.hpp"
#include "ui/widgets/status_strip.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace strand {

namespace {

QString text(const std::string& value) { return QString::fromStdString(value); }

QString joined(const QStringList& parts) { return parts.join(QStringLiteral(" · ")); }

/// Epochs without a better validation after which a run ends by itself; 0 = never.
std::int64_t patienceOf(const RunRecord& run) {
    const auto found = run.hyperparameters.find("patience");
    return found == run.hyperparameters.end() ? 0 : std::atoll(found->second.c_str());
}

}  // namespace

EngineLog::EngineLog(Session& session, QObject* parent) : QObject(parent), m_session(session) {
    EngineHost& engine = session.engine();
    connect(&engine, &EngineHost::ready, this, [this, &engine] { write(tr("The engine is ready: %1").arg(text(engine.versions()))); });
    connect(&engine, &EngineHost::projectOpened, this, [this](const QString& path) { write(tr("Project %1 is open").arg(path)); });
    connect(&engine, &EngineHost::datasetImported, this, [this](JobId, const DatasetRecord& dataset) {
        write(tr("Dataset %1: %Ln sequence(s)", nullptr, static_cast<int>(dataset.sequences)).arg(text(dataset.name)));
    });
    connect(&engine, &EngineHost::jobQueued, this, [this](const JobInfo& job) {
        if (job.kind == JobKind::Train) m_trainings.insert(job.id);
        if (job.kind == JobKind::Estimate) m_estimates.insert(job.id);
    });
    connect(&engine, &EngineHost::jobFinished, this, [this](JobId job) {
        m_trainings.remove(job);
        m_estimates.remove(job);
    });
    connect(&engine, &EngineHost::jobFailed, this, &EngineLog::failed);
    connectRun();
}

void EngineLog::connectRun() {
    EngineHost& engine = m_session.engine();
    connect(&engine, &EngineHost::runStarted, this, &EngineLog::began);
    connect(&engine, &EngineHost::epochAdded, this, &EngineLog::epoch);
    connect(&engine, &EngineHost::runEnded, this, &EngineLog::ended);
    connect(&engine, &EngineHost::trainingStateChanged, this, &EngineLog::paused);
    connect(&engine, &EngineHost::runWarned, this, [this](std::int64_t, const Warning& warning) {
        emit wrote(static_cast<int>(LogLevel::Warning), QStringLiteral("%1: %2").arg(m_run, toText(warning)));
    });
}

void EngineLog::write(const QString& line) { emit wrote(static_cast<int>(LogLevel::Info), line); }

void EngineLog::writeOfRun(const QString& line) { write(QStringLiteral("%1: %2").arg(m_run, line)); }

void EngineLog::began(const RunRecord& run) {
    m_run = text(run.name);
    m_paused = false;
    const QString begin = run.step > 0 ? tr("training goes on after step %1").arg(number(run.step)) : tr("training begins");
    const QString data = TrainTexts::tr("%1 on %2").arg(text(run.model), text(run.datasetName));
    writeOfRun(joined(
        {begin, data, TrainTexts::tr("%Ln parameter(s)", nullptr, static_cast<int>(run.parameters)), deviceName(run.device),
         tr("%Ln thread(s)", nullptr, static_cast<int>(run.threads)), tr("%Ln epoch(s)", nullptr, static_cast<int>(run.epochsPlanned)),
         TrainTexts::tr("%Ln step(s)", nullptr, static_cast<int>(run.stepsPlanned)), TrainTexts::tr("seed %1").arg(run.seed)}));
}

void EngineLog::epoch(const RunRecord& run, const EpochReport& report) {
    QStringList parts{tr("epoch %1 of %2").arg(number(report.epoch), number(run.epochsPlanned)),
                      tr("training loss %1").arg(real(report.trainLoss, 4))};
    if (report.validation.n > 0)
        parts << tr("validation loss %1, ACC %2, MCC %3")
                     .arg(real(report.validation.loss, 4), real(report.validation.acc, 3), real(report.validation.mcc, 3));
    parts << tr("learning rate %1").arg(real(report.lr, 3)) << tr("%1 s").arg(real(report.seconds, 1))
          << tr("%1 sequences/s").arg(number(std::llround(report.sequencesPerSecond)));
    if (report.best) parts << tr("best so far");
    writeOfRun(joined(parts));
}

void EngineLog::paused() {
    const bool now = m_session.engine().isPaused();
    if (now == m_paused || m_session.engine().trainingRun() == 0) return;
    m_paused = now;
    writeOfRun(now ? tr("paused") : tr("goes on"));
}

void EngineLog::ended(const RunRecord& run) {
    m_paused = false;
    if (run.id == 0) {
        writeOfRun(tr("discarded"));
    } else if (run.state == RunState::Finished) {
        finished(run);
    } else if (run.state == RunState::Stopped || run.state == RunState::Interrupted) {
        writeOfRun(tr("stopped in epoch %1 of %2, after %3; it can be resumed")
                       .arg(number(std::min(run.epoch + 1, run.epochsPlanned)), number(run.epochsPlanned), duration(run.seconds)));
    }
    // A failed run is told of by the failure of its job.
}

void EngineLog::finished(const RunRecord& run) {
    if (run.epoch < run.epochsPlanned) {
        const std::int64_t waited = run.epoch - run.bestEpoch;
        const bool early = patienceOf(run) > 0 && waited >= patienceOf(run);
        writeOfRun(early ? tr("ends early: no better validation for %Ln epoch(s)", nullptr, static_cast<int>(waited))
                         : tr("ended by hand after epoch %1 of %2").arg(number(run.epoch), number(run.epochsPlanned)));
    }
    QStringList parts{tr("finished in %1").arg(duration(run.seconds)), tr("best epoch %1").arg(number(run.bestEpoch))};
    if (run.test) parts << tr("test ACC %1, MCC %2").arg(real(run.test->acc, 3), real(run.test->mcc, 3));
    writeOfRun(joined(parts));
}

void EngineLog::failed(JobId job, const Error& error) {
    if (m_estimates.remove(job)) return;
    QString line = toText(error);
    if (!error.hint.empty()) line += QStringLiteral(". ") + sentence(error.hint);
    if (m_trainings.remove(job)) line = tr("Training has failed: %1").arg(line);
    emit wrote(static_cast<int>(LogLevel::Error), line);
}

}  // namespace strand
