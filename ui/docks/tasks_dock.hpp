// What the engine does now and next: progress, rate, time left, and a way to cancel each.
#pragma once

#include "ui/session/session.hpp"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;
class QVBoxLayout;

namespace strand {

class EmptyState;

class TaskRow : public QWidget {
    Q_OBJECT

public:
    explicit TaskRow(JobInfo job, QWidget* parent = nullptr);
    void setStarted();
    void setProgress(const Progress& progress, double rate, double secondsLeft);
    [[nodiscard]] QString text() const;

signals:
    void cancelled(strand::JobId job);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    JobInfo m_job;
    QLabel* m_title;
    QLabel* m_stage;
    QLabel* m_figures;
    QProgressBar* m_bar;
    QToolButton* m_cancel;
    bool m_started = false;
};

class TasksDock : public QWidget {
    Q_OBJECT

public:
    /// Jobs that end sooner are never shown.
    static constexpr int kDelayMs = 250;
    explicit TasksDock(Session& session, QWidget* parent = nullptr);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QSize sizeHint() const override { return {600, 132}; }  ///< low: the page matters more

signals:
    void countChanged(int count);

protected:
    void changeEvent(QEvent* event) override;

private:
    void add(const JobInfo& job);
    void remove(JobId job);
    void retranslate();
    Session& m_session;
    std::map<JobId, TaskRow*> m_rows;
    QVBoxLayout* m_list;
    EmptyState* m_empty;
};

}  // namespace strand
