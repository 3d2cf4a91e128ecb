#include "ui/session/stall_watch.hpp"

#include <algorithm>

namespace strand {

StallWatch::StallWatch(QObject* parent) : QObject(parent) {
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kBeatMs);
    connect(&m_timer, &QTimer::timeout, this, &StallWatch::beat);
    restart();
    m_timer.start();
}

void StallWatch::restart() {
    m_longestNs = 0;
    m_sinceBeat.start();
}

void StallWatch::beat() {
    m_longestNs = std::max(m_longestNs, m_sinceBeat.nsecsElapsed());
    m_sinceBeat.start();
}

double StallWatch::longestGapMs() const { return static_cast<double>(std::max(m_longestNs, m_sinceBeat.nsecsElapsed())) / 1e6; }

}  // namespace strand
