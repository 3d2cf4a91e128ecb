#include "ui/session/stall_watch.hpp"

#include <QAbstractEventDispatcher>

#include <time.h>

#include <algorithm>

namespace strand {

namespace {

qint64 threadNs() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

}  // namespace

StallWatch::StallWatch(QObject* parent) : QObject(parent) {
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kBeatMs);
    connect(&m_timer, &QTimer::timeout, this, &StallWatch::beat);
    // Dispatchers work either before or after they say these; waiting costs no processor time.
    auto* dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &StallWatch::turn);
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, &StallWatch::turn);
    restart();
    m_timer.start();
}

void StallWatch::restart() {
    m_longestNs = 0;
    m_turns = 0;
    m_works.clear();
    m_workedNs = threadNs();
    m_sinceBeat.start();
}

void StallWatch::beat() {
    m_longestNs = std::max(m_longestNs, m_sinceBeat.nsecsElapsed());
    m_sinceBeat.start();
}

void StallWatch::turn() {
    const qint64 now = threadNs();
    const double ms = static_cast<double>(now - m_workedNs) / 1e6;
    m_workedNs = now;
    ++m_turns;
    if (ms >= 1) m_works.push_back(ms);
}

double StallWatch::longestGapMs() const { return static_cast<double>(std::max(m_longestNs, m_sinceBeat.nsecsElapsed())) / 1e6; }

double StallWatch::longestWorkMs() const { return m_works.empty() ? 0 : *std::max_element(m_works.begin(), m_works.end()); }

int StallWatch::turnsOver(double ms) const {
    return static_cast<int>(std::count_if(m_works.begin(), m_works.end(), [ms](double work) { return work >= ms; }));
}

}  // namespace strand
