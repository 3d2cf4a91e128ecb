// The curves of one run, live or stored, and the places of their points on an axis of steps, epochs or time.
#pragma once

#include "core/run_report.hpp"
#include "ui/plots/curve_plot.hpp"

#include <span>
#include <vector>

namespace strand {

class RunHistory {
public:
    void clear() { *this = RunHistory(); }
    /// A resumed run repeats steps: what lies at or behind the first new one is replaced. Returns how many earlier ones were kept.
    std::size_t add(std::span<const StepPoint> steps);
    void add(const EpochReport& epoch);  ///< replaces the same and later epochs

    [[nodiscard]] const std::vector<StepPoint>& steps() const { return m_steps; }
    [[nodiscard]] const std::vector<EpochReport>& epochs() const { return m_epochs; }
    [[nodiscard]] bool empty() const { return m_steps.empty() && m_epochs.empty(); }
    [[nodiscard]] const EpochReport* best() const;  ///< the last one marked best; null = none
    [[nodiscard]] double seconds() const;           ///< of all epochs

    /// Where no epoch has ended yet: steps an epoch (0 = unknown), and seconds a step as measured so far (0 = unknown).
    void setHints(double stepsPerEpoch, double secondsPerStep);
    /// Straight between ends of epochs; behind the last one as fast as in it.
    [[nodiscard]] double place(XKind kind, double step) const;

private:
    /// The same moment on each axis.
    struct Knot {
        double step = 0, epoch = 0, seconds = 0;
    };
    void tieKnots();
    std::vector<StepPoint> m_steps;
    std::vector<EpochReport> m_epochs;
    std::vector<Knot> m_knots;  ///< the start, then the end of each epoch, steps ascending
    double m_stepsPerEpoch = 0, m_secondsPerStep = 0;
};

}  // namespace strand
