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
    tieKnots();
}

void RunHistory::tieKnots() {
    m_knots.assign(1, {});
    for (const EpochReport& epoch : m_epochs) {
        const Knot& before = m_knots.back();
        const auto step = static_cast<double>(epoch.step);
        if (step > before.step) m_knots.push_back({step, before.epoch + 1, before.seconds + epoch.seconds});
    }
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
    const auto of = [kind](const Knot& knot) { return kind == XKind::Epoch ? knot.epoch : knot.seconds; };
    if (m_knots.size() < 2) return step * (kind == XKind::Time ? m_secondsPerStep : m_stepsPerEpoch > 0 ? 1 / m_stepsPerEpoch : 0);
    const auto found =
        std::lower_bound(m_knots.begin() + 1, m_knots.end() - 1, step, [](const Knot& knot, double at) { return knot.step < at; });
    const Knot& to = *found;
    const Knot& from = *(found - 1);
    return of(from) + (step - from.step) * (of(to) - of(from)) / (to.step - from.step);
}

}  // namespace strand
