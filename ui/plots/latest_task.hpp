// Work on a worker thread of which only the latest result counts.
#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <stop_token>

namespace strand {

/// Member of a QObject on the UI thread, its `owner`. A new start drops the result of the one before and asks it to stop.
template <typename T>
class LatestTask {
public:
    ~LatestTask() { m_stop.request_stop(); }

    /// `work` runs on the pool and owns all it touches; `done` runs on the UI thread, never after the owner is gone.
    void start(QObject& owner, std::function<T(std::stop_token)> work, std::function<void(T&)> done) {
        drop();
        m_stop = std::stop_source();
        auto promise = std::make_shared<QPromise<std::shared_ptr<T>>>();
        auto* watcher = new QFutureWatcher<std::shared_ptr<T>>(&owner);
        m_watcher = watcher;
        QObject::connect(watcher, &QFutureWatcherBase::finished, &owner, [this, watcher, done = std::move(done)] {
            watcher->deleteLater();
            if (watcher != m_watcher) return;
            m_watcher = nullptr;
            if (watcher->future().resultCount() > 0) done(*watcher->result());
        });
        m_future = promise->future();
        watcher->setFuture(m_future);
        QThreadPool::globalInstance()->start([promise, work = std::move(work), stop = m_stop.get_token()] {
            promise->start();
            promise->addResult(std::make_shared<T>(work(stop)));
            promise->finish();
        });
    }
    /// Its result is not wanted any more.
    void drop() {
        m_stop.request_stop();
        m_watcher = nullptr;
    }
    /// Drops it and waits until it has let go of what it reads.
    void dropAndWait() {
        drop();
        m_future.waitForFinished();
    }
    [[nodiscard]] bool isRunning() const { return m_watcher != nullptr; }

private:
    std::stop_source m_stop;
    QObject* m_watcher = nullptr;
    QFuture<std::shared_ptr<T>> m_future;
};

}  // namespace strand
