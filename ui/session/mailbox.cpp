#include "ui/session/mailbox.hpp"

namespace strand {

Mailbox::Mailbox(QObject* parent) : QObject(parent) {
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Mailbox::deliver);
}

void Mailbox::post(Event event) {
    const std::scoped_lock lock(m_mutex);
    m_items.push_back({std::move(event), 0, {}});
    wake();
}

void Mailbox::postSteps(std::int64_t run, const std::vector<StepPoint>& steps) {
    const std::scoped_lock lock(m_mutex);
    if (!m_items.empty() && !m_items.back().event && m_items.back().run == run) {
        m_items.back().steps.insert(m_items.back().steps.end(), steps.begin(), steps.end());
    } else {
        m_items.push_back({{}, run, steps});
    }
    wake();
}

void Mailbox::postProgress(quint64 job, const Progress& progress) {
    const std::scoped_lock lock(m_mutex);
    m_progress.insert_or_assign(job, progress);
    wake();
}

void Mailbox::dropAll() {
    const std::scoped_lock lock(m_mutex);
    m_items.clear();
    m_progress.clear();
}

void Mailbox::wake() {
    if (m_woken) return;
    m_woken = true;
    QMetaObject::invokeMethod(this, &Mailbox::schedule, Qt::QueuedConnection);
}

void Mailbox::schedule() {
    const qint64 passed = m_sinceDelivery.isValid() ? m_sinceDelivery.elapsed() : kIntervalMs;
    if (passed >= kIntervalMs) {
        deliver();
    } else {
        m_timer.start(static_cast<int>(kIntervalMs - passed));
    }
}

void Mailbox::deliver() {
    std::vector<Item> items;
    std::map<quint64, Progress> progress;
    {
        const std::scoped_lock lock(m_mutex);
        items.swap(m_items);
        progress.swap(m_progress);
        m_woken = false;
    }
    m_sinceDelivery.start();
    // Progress first: the end of a job is the last that is heard of it.
    for (const auto& [job, latest] : progress) {
        if (onProgress) onProgress(job, latest);
    }
    for (const Item& item : items) {
        if (item.event) {
            item.event();
        } else if (onSteps) {
            onSteps(item.run, item.steps);
        }
    }
}

}  // namespace strand
