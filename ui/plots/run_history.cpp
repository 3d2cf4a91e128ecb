#include "ui/plots/run_history.hpp"

#include <algorithm>
#include <numeric>

namespace strand {

std::size_t RunHistory::add(std::span<const StepPoint> steps) {
    if (steps.empty()) return m_steps.size();
    const auto behind = std::lower_bound(m_steps.begin(), m_steps.end(), steps.front().step,
                                         [](const StepPoint& point, std::int64_t step) { return point.step < step; });
    m_steps.erase(behind, m_steps.end());
    const std::size_t kept = m_steps.size();
    m_steps.insert(m_steps.end(), steps.begin(), steps.end());
    return kept;
}

void RunHistory::add(const EpochReport& epoch) {
    std::erase_if(m_epochs, [&](const EpochReport& other) { return other.epoch >= epoch.epoch; });
    m_epochs.push_back(epoch);
}

const EpochReport* RunHistory::best() const {
    const auto found = std::find_if(m_epochs.rbegin(), m_epochs.rend(), [](const EpochReport& epoch) { return epoch.best; });
    return found == m_epochs.rend() ? nullptr : &*found;
}

double RunHistory::seconds() const {
    return std::accumulate(m_epochs.begin(), m_epochs.end(), 0.0, [](double sum, const EpochReport& epoch) { return sum + epoch.seconds; });
}

void RunHistory::setHints(double stepsPerEpoch, double secondsPerStep) {
    m_stepsPerEpoch = stepsPerEpoch;
    m_secondsPerStep = secondsPerStep;
}

double RunHistory::place(XKind kind, double step) const {
    if (kind == XKind::Step) return step;
    double stepBefore = 0, before = 0;
    double pace = kind == XKind::Epoch ? (m_stepsPerEpoch > 0 ? 1 / m_stepsPerEpoch : 0) : m_secondsPerStep;
    for (const EpochReport& epoch : m_epochs) {
        const double size = static_cast<double>(epoch.step) - stepBefore;
        if (size <= 0) continue;
        const double length = kind == XKind::Epoch ? 1 : epoch.seconds;
        pace = length / size;
        if (step <= static_cast<double>(epoch.step)) break;
        stepBefore = static_cast<double>(epoch.step);
        before += length;
    }
    return before + (step - stepBefore) * pace;
}

}  // namespace strand
