// How a curve plot is drawn: axes, graphs, colours, and the figure that is exported.
#include "ui/plots/curve_graphs.hpp"
#include "ui/plots/curve_legend.hpp"

#include <QLabel>
#include <QPicture>

#include <algorithm>
#include <cmath>

namespace strand {

namespace {

constexpr double kMarkerRoom = 6;  ///< pixels
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// Whole numbers only, once more than a few of them are in view.
class WholeTicker : public QCPAxisTicker {
protected:
    double getTickStep(const QCPRange& range) override {
        const double step = QCPAxisTicker::getTickStep(range);
        return range.size() > 2 ? std::max(1.0, std::round(step)) : step;
    }
    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override {
        return tick == std::floor(tick) ? locale.toString(static_cast<qlonglong>(tick)) : locale.toString(tick, 'g', 4);
    }
};

QCPScatterStyle scatterOf(const CurvePlot::Style& style, const Theme& theme) {
    QCPScatterStyle::ScatterShape shape = QCPScatterStyle::ssNone;
    switch (style.marker) {
        case CurvePlot::Marker::None: break;
        case CurvePlot::Marker::Circle: shape = QCPScatterStyle::ssCircle; break;
        case CurvePlot::Marker::Square: shape = QCPScatterStyle::ssSquare; break;
        case CurvePlot::Marker::Triangle: shape = QCPScatterStyle::ssTriangle; break;
        case CurvePlot::Marker::Diamond: shape = QCPScatterStyle::ssDiamond; break;
    }
    return {shape, QPen(theme.classColour(style.series), 1.6), theme.surface, 6.5};
}

QSharedPointer<QCPGraphDataContainer> container(std::span<const QPointF> points) {
    auto data = QSharedPointer<QCPGraphDataContainer>::create();
    QVector<QCPGraphData> values;
    values.reserve(static_cast<qsizetype>(points.size()));
    for (const QPointF& point : points)
        values.emplace_back(point.x(), point.y());
    data->set(values, true);
    return data;
}

/// Every n-th point, so that markers stay apart.
std::vector<QPointF> markersOf(const CurvePlot::Curve& curve, double low, double high, double pixelsPerUnit) {
    std::vector<QPointF> out;
    double last = -std::numeric_limits<double>::infinity();
    for (auto it = std::lower_bound(curve.x.begin(), curve.x.end(), low); it != curve.x.end() && *it <= high; ++it) {
        const double y = curve.y[static_cast<std::size_t>(it - curve.x.begin())];
        if ((*it - last) * pixelsPerUnit < 9 || !std::isfinite(y)) continue;
        out.emplace_back(*it, y);
        last = *it;
    }
    return out;
}

/// Samples and names of the curves in the painter's font, wrapped; returns where it ends.
double paintLegend(QPainter& painter, const QRectF& inner, double top, const std::vector<CurvePlot::Curve>& curves, const Theme& colours) {
    const QFontMetricsF metrics(painter.font());
    QPointF at(inner.left(), top);
    for (const CurvePlot::Curve& curve : curves) {
        if (!curve.visible || curve.x.empty() || curves.size() == 1) continue;
        const double width = 28 + 6 + metrics.horizontalAdvance(curve.name);
        if (at.x() > inner.left() && at.x() + width > inner.right()) at = {inner.left(), at.y() + metrics.height() + 2};
        drawSample(painter, QRectF(at.x(), at.y(), 28, metrics.height()), curve.style, colours);
        painter.setPen(colours.text);
        painter.drawText(QRectF(at.x() + 34, at.y(), width, metrics.height() + 1), Qt::AlignLeft | Qt::AlignVCenter, curve.name);
        at.rx() += width + kSpace * 2;
    }
    return at.y() + metrics.height();
}

}  // namespace

void CurvePlot::applyTickers() {
    if (m_xKind == XKind::Time) {
        auto ticker = QSharedPointer<QCPAxisTickerTime>::create();
        ticker->setTimeFormat(m_high >= 3600 ? QStringLiteral("%h:%m:%s") : QStringLiteral("%m:%s"));
        ticker->setFieldWidth(QCPAxisTickerTime::tuHours, 1);
        ticker->setFieldWidth(QCPAxisTickerTime::tuMinutes, m_high >= 3600 ? 2 : 1);
        m_plot->xAxis->setTicker(ticker);
    } else {
        m_plot->xAxis->setTicker(QSharedPointer<WholeTicker>::create());
    }
    m_plot->yAxis->setScaleType(m_logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    m_plot->yAxis->setTicker(m_logarithmic ? QSharedPointer<QCPAxisTicker>(new QCPAxisTickerLog) : QSharedPointer<QCPAxisTicker>::create());
    m_plot->yAxis->setNumberFormat(QStringLiteral("gbc"));
    m_plot->yAxis->setNumberPrecision(m_logarithmic ? 2 : 4);
}

/// Labels keep apart whatever the size.
void CurvePlot::fitTickCounts(const QSize& size) {
    m_plot->xAxis->ticker()->setTickCount(std::clamp(size.width() / 80, 2, 8));
    if (!m_logarithmic) m_plot->yAxis->ticker()->setTickCount(std::clamp(size.height() / 38, 2, 6));
}

void CurvePlot::fillGraphs(int columns) {
    const auto [low, high] = range();
    double bottom = std::numeric_limits<double>::infinity();
    double top = -bottom;
    const auto prepared = [&](const Curve& curve, bool smooth, int width) {
        std::vector<QPointF> points = smooth ? decimated(curve.x, curve.smooth, curve.smoothBlocks, low, high, width)
                                             : decimated(curve.x, curve.y, curve.rawBlocks, low, high, width);
        for (QPointF& point : points) {
            if (m_logarithmic && !(point.y() > 0)) point.setY(kNone);
            if (!std::isfinite(point.y())) continue;
            bottom = std::min(bottom, point.y());
            top = std::max(top, point.y());
        }
        return clipped(points, QRectF(QPointF(low, -1e300), QPointF(high, 1e300)));
    };
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        const Curve& curve = m_curves[i];
        const Graphs& graphs = m_graphs[i];
        const bool both = curve.style.smoothed && m_smoothing > 0;
        graphs.raw->setVisible(curve.visible && both);
        graphs.line->setVisible(curve.visible);
        graphs.markers->setVisible(curve.visible && curve.style.marker != Marker::None);
        if (!curve.visible) continue;
        // A bold line is two pixels wide, and a dense faint one needs no smooth edges: both save most of the time of a frame.
        const std::vector<QPointF> faint = both ? prepared(curve, false, columns) : std::vector<QPointF>{};
        graphs.raw->setAntialiased(static_cast<int>(faint.size()) < columns);
        graphs.raw->setData(container(faint));
        graphs.line->setData(container(prepared(curve, both, columns / 2)));
        graphs.markers->setData(container(markersOf(curve, low, high, columns / std::max(high - low, 1e-300))));
    }
    // The last marker is seen whole.
    m_plot->xAxis->setRange(low, high + (m_zoomed ? 0 : (high - low) * std::max(0.015, kMarkerRoom / columns)));
    if (!(bottom <= top)) {
        m_plot->yAxis->setRange(m_logarithmic ? 0.1 : 0, 1);
    } else if (m_logarithmic) {
        const double pad = std::max(1.05, std::pow(top / bottom, 0.06));
        m_plot->yAxis->setRange(bottom / pad, top * pad);
    } else {
        const double pad = top > bottom ? (top - bottom) * 0.06 : std::max(std::abs(top) * 0.1, 1e-12);
        m_plot->yAxis->setRange(bottom - pad, top + pad);
    }
}

void CurvePlot::applyTheme(const Theme& colours, bool figure) {
    const QFont small = figure ? figureFont(TextStyle::Caption) : fontOf(TextStyle::Caption);
    // The highest label has room above its line: one that does not fit would be left out.
    m_plot->axisRect()->setMinimumMargins(QMargins(4, QFontMetrics(small).height() / 2 + 3, 22, 4));
    m_plot->setBackground(figure ? QBrush(Qt::NoBrush) : QBrush(colours.surface));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(QPen(axis == m_plot->xAxis ? colours.textFaint : QColor(Qt::transparent), 1));
        axis->setTickPen(QPen(axis == m_plot->xAxis ? colours.textFaint : QColor(Qt::transparent), 1));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLengthIn(0);
        axis->setTickLengthOut(axis == m_plot->xAxis ? 4 : 0);
        axis->setTickLabelFont(small);
        axis->setTickLabelColor(colours.textMuted);
        axis->setLabelFont(small);
        axis->setLabelColor(colours.textMuted);
        axis->setLabelPadding(4);
        axis->grid()->setPen(QPen(colours.grid, 1, Qt::SolidLine));
        axis->grid()->setSubGridVisible(false);
        axis->grid()->setZeroLinePen(QPen(colours.grid, 1));
    }
    m_plot->xAxis->grid()->setVisible(false);
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        const Style& style = m_curves[i].style;
        const QColor faint = mixed(figure ? QColor(Qt::white) : colours.surface, colours.classColour(style.series),
                                   colours.name == ThemeName::HighContrast ? 0.5 : 0.3);
        m_graphs[i].raw->setPen(QPen(faint, 1));
        m_graphs[i].line->setPen(curvePen(style, colours));
        m_graphs[i].markers->setScatterStyle(scatterOf(style, colours));
        m_graphs[i].markers->setPen(Qt::NoPen);
    }
    if (figure) return;
    QFont heading = fontOf(TextStyle::Body);
    heading.setWeight(QFont::DemiBold);
    m_heading->setFont(heading);
    QPalette palette = m_empty->palette();
    palette.setColor(QPalette::WindowText, colours.textMuted);
    m_empty->setPalette(palette);
    m_empty->setFont(fontOf(TextStyle::Body));
}

void CurvePlot::paintFigure(QPainter& painter, const QRectF& area, const Theme& colours) {
    const double margin = kSpace * 2;
    const QRectF inner = area.adjusted(margin, margin, -margin, -margin);
    painter.setFont(figureFont(TextStyle::Heading));
    painter.setPen(colours.text);
    QRectF used;
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, m_title, &used);

    const QFont small = figureFont(TextStyle::Caption);
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    const double top = paintLegend(painter, inner, used.bottom() + kSpace, m_curves, colours) + kSpace;
    const QRectF caption =
        m_caption.isEmpty() ? QRectF() : metrics.boundingRect(QRectF(inner.left(), 0, inner.width(), 1000), Qt::TextWordWrap, m_caption);
    const QRectF body(inner.left(), top, inner.width(), inner.bottom() - top - caption.height() - kSpace);

    QPicture picture;
    applyTheme(colours, true);
    {
        QCPPainter recorder(&picture);
        recorder.setMode(QCPPainter::pmVectorized);
        const QSize size = body.size().toSize();
        fillGraphs(std::max(1, size.width()));
        fitTickCounts(size);
        m_plot->toPainter(&recorder, size.width(), size.height());
    }
    // A picture scales itself by the ratio of the resolutions of the device and the screen; a figure is in CSS pixels everywhere.
    painter.save();
    painter.translate(body.topLeft());
    painter.scale(picture.logicalDpiX() / double(painter.device()->logicalDpiX()),
                  picture.logicalDpiY() / double(painter.device()->logicalDpiY()));
    painter.drawPicture(0, 0, picture);
    painter.restore();
    applyTheme(theme(), false);
    flush();

    painter.setFont(small);
    painter.setPen(colours.textMuted);
    painter.drawText(QRectF(inner.left(), body.bottom() + kSpace, inner.width(), caption.height() + 2), Qt::TextWordWrap, m_caption);
}

}  // namespace strand
