// Bars: a histogram over a numeric axis, or groups of stacked bars over names.
#pragma once

#include "ui/plots/figure.hpp"

#include <QStringList>
#include <QWidget>

#include <vector>

namespace strand {

struct BarData {
    QString title;                            ///< heading of the figure
    QString xLabel, yLabel;                   ///< with units
    QStringList categories;                   ///< names under the bars; empty = numeric axis
    double first = 0, width = 1;              ///< numeric axis: left edge of bar 0 and width of a bar
    QStringList series;                       ///< names in the legend; one = no legend
    std::vector<std::vector<double>> values;  ///< [series][bar]
    bool grouped = false;                     ///< series side by side, not stacked
};

class BarPlot : public QWidget, public Figure {
    Q_OBJECT

public:
    explicit BarPlot(QString name, QWidget* parent = nullptr);
    void show(const BarData& shown);
    using QWidget::show;

    [[nodiscard]] QString figureName() const override { return m_name; }
    [[nodiscard]] QSizeF figureSize() const override;
    void paintFigure(QPainter& painter, const QRectF& area, const Theme& theme) override;
    [[nodiscard]] QString figureTable() const override;
    [[nodiscard]] QSize sizeHint() const override { return {320, 200}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int bars() const;
    [[nodiscard]] double heightOf(int bar) const;  ///< of the stack, or of the highest of the group
    [[nodiscard]] double highest() const;
    void paint(QPainter& painter, const QRectF& area, const Theme& theme) const;
    void paintLegend(QPainter& painter, const QRectF& line, const Theme& theme) const;
    void paintBars(QPainter& painter, const QRectF& plot, double top, const Theme& theme) const;
    void paintNames(QPainter& painter, const QRectF& plot, const Theme& theme) const;
    [[nodiscard]] QColor colourOf(size_t series, const Theme& theme) const;
    [[nodiscard]] QString barName(int bar) const;
    [[nodiscard]] QRectF plotArea(const QRectF& area, const Theme& theme) const;

    QString m_name;
    BarData m_data;
    QFont (*m_font)(TextStyle) = &fontOf;  ///< figures do not follow the text size of the window
    QRectF m_plot;                         ///< as last painted on the screen, for the tool tip
};

/// Round steps for about `count` ticks over [0, top]: 1, 2 or 5 times a power of ten.
[[nodiscard]] double tickStep(double top, int count);

}  // namespace strand
