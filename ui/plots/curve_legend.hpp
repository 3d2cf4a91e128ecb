// The legend of a CurvePlot: one button a curve, wrapped over lines; a click hides or shows the curve.
#pragma once

#include "ui/plots/curve_plot.hpp"

#include <QAbstractButton>

namespace strand {

[[nodiscard]] QPen curvePen(const CurvePlot::Style& style, const Theme& theme);
void drawMarker(QPainter& painter, QPointF at, CurvePlot::Marker marker, double radius, const QColor& colour, const QColor& inside);
/// Line and marker as in the plot, centred in `area`.
void drawSample(QPainter& painter, const QRectF& area, const CurvePlot::Style& style, const Theme& theme);

class CurveLegendItem : public QAbstractButton {
    Q_OBJECT

public:
    CurveLegendItem(const CurvePlot::Style& style, QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    CurvePlot::Style m_style;
};

class CurveLegend : public QWidget {
    Q_OBJECT

public:
    explicit CurveLegend(QWidget* parent) : QWidget(parent) {
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }
    CurveLegendItem& add(const CurvePlot::Style& style);
    [[nodiscard]] CurveLegendItem& item(int index) { return *m_items[static_cast<std::size_t>(index)]; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return arrange(width, false); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    void arrangeAgain();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    int arrange(int width, bool move) const;
    std::vector<CurveLegendItem*> m_items;
};

}  // namespace strand
