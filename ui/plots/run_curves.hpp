// Loss, quality and learning rate of one run over one axis: live or stored, they take the same path.
#pragma once

#include "ui/plots/curve_plot.hpp"
#include "ui/plots/run_history.hpp"

#include <QWidget>

#include <array>

namespace strand {

class RunCurves : public QWidget {
    Q_OBJECT

public:
    explicit RunCurves(QWidget* parent = nullptr);

    [[nodiscard]] CurvePlot& loss() const { return *m_loss; }
    [[nodiscard]] CurvePlot& metrics() const { return *m_metrics; }
    [[nodiscard]] CurvePlot& rate() const { return *m_rate; }

    /// Every curve anew.
    void fill(const RunHistory& history);
    /// `steps` are the last ones of `history`.
    void append(const RunHistory& history, std::span<const StepPoint> steps);
    /// The last epoch of `history`; fills anew where the axis or the order asks for it.
    void appendEpoch(const RunHistory& history);

    [[nodiscard]] XKind xKind() const { return m_xKind; }
    void setXKind(XKind kind, const RunHistory& history);
    void setSmoothing(double weight) { m_loss->setSmoothing(weight); }
    void setLogarithmic(bool on) { m_loss->setLogarithmic(on); }
    /// Moving average of the loss at the last step; NaN = none.
    [[nodiscard]] double trainingLoss() const;
    void setFigureTexts(const QString& run, const QString& caption);
    void setReport(const FigureReport& report);
    void retranslate();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void extend(const RunHistory& history);
    [[nodiscard]] std::array<CurvePlot*, 3> plots() const { return {m_loss, m_metrics, m_rate}; }

    CurvePlot *m_loss, *m_metrics, *m_rate;
    std::array<QWidget*, 3> m_cards;
    XKind m_xKind = XKind::Step;
};

}  // namespace strand
