#include "ui/session/rate_meter.hpp"

#include <limits>

namespace strand {

namespace {
constexpr double kWindowSeconds = 10;
}

void RateMeter::add(double seconds, std::int64_t done, std::int64_t total) {
    if (!m_samples.empty() && done < m_samples.back().done) m_samples.clear();
    m_total = total;
    m_samples.push_back({seconds, done});
    while (m_samples.size() > 2 && seconds - m_samples[1].seconds >= kWindowSeconds)
        m_samples.pop_front();
}

double RateMeter::rate() const {
    if (m_samples.size() < 2) return 0;
    const double seconds = m_samples.back().seconds - m_samples.front().seconds;
    return seconds > 0 ? static_cast<double>(m_samples.back().done - m_samples.front().done) / seconds : 0;
}

double RateMeter::secondsLeft() const {
    const double speed = rate();
    if (speed <= 0 || m_total <= 0) return std::numeric_limits<double>::quiet_NaN();
    return static_cast<double>(m_total - m_samples.back().done) / speed;
}

}  // namespace strand
