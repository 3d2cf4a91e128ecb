// How far a job is: what it does, done of total, rate, time left, and a way to cancel it. Hidden while there is none.
#pragma once

#include "ui/session/session.hpp"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace strand {

class JobBar : public QFrame {
    Q_OBJECT

public:
    explicit JobBar(Session& session, QWidget* parent = nullptr);
    void follow(JobId job, const QString& title);
    [[nodiscard]] JobId job() const { return m_job; }
    void retranslate();

signals:
    void ended(strand::JobId job);

private:
    void show(const Progress& progress, double rate, double secondsLeft);
    void end(JobId job);

    Session& m_session;
    JobId m_job = 0;
    QString m_title;
    QLabel *m_stage, *m_figures;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
};

/// "120 of 400 sequences · 53/s · 0:05 left".
[[nodiscard]] QString progressText(const Progress& progress, double rate, double secondsLeft);

}  // namespace strand
