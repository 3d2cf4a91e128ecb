// Carries events from the engine thread to the UI thread in order, in at most 30 deliveries a second.
#pragma once

#include "core/progress.hpp"
#include "core/run_report.hpp"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <mutex>
#include <vector>

namespace strand {

/// Lives on the UI thread. post... may be called from any thread and never wait for the UI.
class Mailbox : public QObject {
    Q_OBJECT

public:
    using Event = std::function<void()>;  ///< called on the UI thread
    static constexpr int kIntervalMs = 33;

    explicit Mailbox(QObject* parent = nullptr);
    void post(Event event);
    /// Points added before the next delivery arrive as one vector.
    void postSteps(std::int64_t run, const std::vector<StepPoint>& steps);
    /// Only the latest progress of a job arrives.
    void postProgress(quint64 job, const Progress& progress);
    void dropAll();

    std::function<void(std::int64_t run, const std::vector<StepPoint>& steps)> onSteps;
    std::function<void(quint64 job, const Progress& progress)> onProgress;

private:
    struct Item {
        Event event;  ///< empty = steps
        std::int64_t run = 0;
        std::vector<StepPoint> steps;
    };
    void wake();
    void schedule();
    void deliver();

    std::mutex m_mutex;
    std::vector<Item> m_items;
    std::map<quint64, Progress> m_progress;
    bool m_woken = false;
    QTimer m_timer;
    QElapsedTimer m_sinceDelivery;
};

}  // namespace strand
