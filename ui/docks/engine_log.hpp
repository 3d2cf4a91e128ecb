// What the engine does, as lines of the log: trainings from begin to end, imports, what went wrong.
#pragma once

#include "ui/session/session.hpp"

#include <QSet>

namespace strand {

class EngineLog : public QObject {
    Q_OBJECT

public:
    explicit EngineLog(Session& session, QObject* parent = nullptr);

signals:
    void wrote(int level, const QString& line);  ///< level: a LogLevel

private:
    void connectRun();
    void began(const RunRecord& run);
    void epoch(const RunRecord& run, const EpochReport& report);
    void ended(const RunRecord& run);
    void finished(const RunRecord& run);
    void failed(JobId job, const Error& error);
    void paused();
    void write(const QString& line);
    void writeOfRun(const QString& line);

    Session& m_session;
    QString m_run;  ///< name of the run in training
    bool m_paused = false;
    QSet<JobId> m_trainings;
    QSet<JobId> m_estimates;  ///< the Model page shows their failures in place
};

}  // namespace strand
