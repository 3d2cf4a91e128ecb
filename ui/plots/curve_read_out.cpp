#include "ui/plots/curve_read_out.hpp"

#include "ui/plots/curve_legend.hpp"
#include "ui/plots/qcustomplot.hpp"
#include "ui/text/sentences.hpp"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace strand {

CurveReadOut::CurveReadOut(const CurvePlot& plot, QWidget* parent) : QWidget(parent), m_plot(plot) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
}

std::vector<CurveReadOut::Row> CurveReadOut::rows() const {
    std::vector<Row> out;
    if (!std::isfinite(m_plot.m_at)) return out;
    const auto [low, high] = m_plot.range();
    for (std::size_t i = 0; i < m_plot.m_curves.size(); ++i) {
        const CurvePlot::Curve& curve = m_plot.m_curves[i];
        if (!curve.visible) continue;
        const std::size_t nearest = nearestIndex(curve.x, curve.y, m_plot.m_at);
        if (nearest >= curve.x.size() || curve.x[nearest] < low || curve.x[nearest] > high) continue;
        const bool both = curve.style.smoothed && m_plot.m_smoothing > 0;
        const double shown = both ? curve.smooth[nearest] : curve.y[nearest];
        QString value = real(shown, curve.style.digits);
        if (both) value += QStringLiteral("  (%1)").arg(real(curve.y[nearest], curve.style.digits));
        out.push_back({i, curve.x[nearest], shown, value});
    }
    return out;
}

QString CurveReadOut::sentence() const {
    QStringList parts;
    for (const Row& row : rows())
        parts << QStringLiteral("%1 %2").arg(m_plot.m_curves[row.curve].name, row.value);
    if (parts.isEmpty()) return {};
    return QStringLiteral("%1 %2: %3").arg(m_plot.m_xTitle, m_plot.xText(m_plot.m_at), parts.join(QStringLiteral(", ")));
}

void CurveReadOut::paintEvent(QPaintEvent*) {
    const std::vector<Row> shown = rows();
    if (shown.empty()) return;
    const Theme& colours = theme();
    const QRectF area = m_plot.m_plot->axisRect()->rect();
    const double x = std::clamp(m_plot.pixelOfX(m_plot.m_at), area.left(), area.right());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.textFaint, 1, Qt::SolidLine));
    painter.drawLine(QPointF(std::round(x) + 0.5, area.top()), QPointF(std::round(x) + 0.5, area.bottom()));
    for (const Row& row : shown) {
        const double y = m_plot.m_plot->yAxis->coordToPixel(row.y);
        if (y < area.top() - 1 || y > area.bottom() + 1) continue;
        const QColor colour = colours.classColour(m_plot.m_curves[row.curve].style.series);
        painter.setPen(QPen(colours.surface, 2));
        painter.setBrush(colour);
        painter.drawEllipse(QPointF(m_plot.pixelOfX(row.x), y), 5, 5);
    }

    const QFont font = fontOf(TextStyle::Caption);
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(font), boldMetrics(bold);
    const double line = metrics.height() + 3;
    double names = 0, values = 0;
    for (const Row& row : shown) {
        names = std::max(names, metrics.horizontalAdvance(m_plot.m_curves[row.curve].name));
        values = std::max(values, boldMetrics.horizontalAdvance(row.value));
    }
    const QString head = QStringLiteral("%1 %2").arg(m_plot.m_xTitle, m_plot.xText(m_plot.m_at));
    const double pad = kSpace;
    const double width = std::max(22 + 6 + names + kSpace * 2 + values, boldMetrics.horizontalAdvance(head)) + pad * 2;
    QRectF box(x + 14, area.top() + 4, width, line * static_cast<double>(shown.size() + 1) + pad * 1.5);
    if (box.right() > rect().right()) box.moveRight(x - 14);
    if (box.left() < 0) box.moveLeft(std::max(0.0, rect().right() - box.width()));
    QColor ground = colours.raised;
    ground.setAlphaF(0.94F);
    painter.setPen(QPen(colours.border, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(box.translated(0.5, 0.5), 5, 5);
    painter.setFont(font);
    painter.setPen(colours.textMuted);
    painter.drawText(QRectF(box.left() + pad, box.top() + pad * 0.75, width, line), Qt::AlignLeft | Qt::AlignVCenter, head);
    double y = box.top() + pad * 0.75 + line;
    for (const Row& row : shown) {
        const CurvePlot::Curve& curve = m_plot.m_curves[row.curve];
        drawSample(painter, QRectF(box.left() + pad, y, 22, line), curve.style, colours);
        painter.setFont(font);
        painter.setPen(colours.textMuted);
        painter.drawText(QRectF(box.left() + pad + 28, y, names + 2, line), Qt::AlignLeft | Qt::AlignVCenter, curve.name);
        painter.setFont(bold);
        painter.setPen(colours.text);
        painter.drawText(QRectF(box.left(), y, width - pad, line), Qt::AlignRight | Qt::AlignVCenter, row.value);
        y += line;
    }
}

}  // namespace strand
