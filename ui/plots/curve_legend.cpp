#include "ui/plots/curve_legend.hpp"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>

namespace strand {

namespace {

constexpr int kSampleWidth = 24;
constexpr int kGap = kSpace * 5 / 4;

}  // namespace

QPen curvePen(const CurvePlot::Style& style, const Theme& theme) {
    QPen pen(theme.classColour(style.series), 2);
    pen.setJoinStyle(Qt::BevelJoin);
    switch (style.line) {
        case Qt::DashLine: pen.setDashPattern({4, 2.5}); break;
        case Qt::DotLine: pen.setDashPattern({1, 2}); break;
        case Qt::DashDotLine: pen.setDashPattern({5, 2, 1, 2}); break;
        case Qt::DashDotDotLine: pen.setDashPattern({5, 2, 1, 2, 1, 2}); break;
        default: pen.setStyle(style.line); break;
    }
    return pen;
}

void drawMarker(QPainter& painter, QPointF at, CurvePlot::Marker marker, double radius, const QColor& colour, const QColor& inside) {
    painter.setPen(QPen(colour, 1.6));
    painter.setBrush(inside);
    switch (marker) {
        case CurvePlot::Marker::None: break;
        case CurvePlot::Marker::Circle: painter.drawEllipse(at, radius, radius); break;
        case CurvePlot::Marker::Square:
            painter.drawRect(QRectF(at.x() - radius * 0.9, at.y() - radius * 0.9, radius * 1.8, radius * 1.8));
            break;
        case CurvePlot::Marker::Triangle:
            painter.drawPolygon(QPolygonF{{at.x(), at.y() - radius * 1.15},
                                          {at.x() + radius * 1.1, at.y() + radius * 0.85},
                                          {at.x() - radius * 1.1, at.y() + radius * 0.85}});
            break;
        case CurvePlot::Marker::Diamond:
            painter.drawPolygon(QPolygonF{{at.x(), at.y() - radius * 1.25},
                                          {at.x() + radius * 1.25, at.y()},
                                          {at.x(), at.y() + radius * 1.25},
                                          {at.x() - radius * 1.25, at.y()}});
            break;
    }
}

void drawSample(QPainter& painter, const QRectF& area, const CurvePlot::Style& style, const Theme& theme) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(curvePen(style, theme));
    const double y = area.center().y();
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    drawMarker(painter, {area.center().x(), y}, style.marker, 3.2, theme.classColour(style.series), theme.surface);
}

CurveLegendItem::CurveLegendItem(const CurvePlot::Style& style, QWidget* parent) : QAbstractButton(parent), m_style(style) {
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

QSize CurveLegendItem::sizeHint() const {
    const QFontMetricsF metrics(fontOf(TextStyle::Caption));
    return {static_cast<int>(kSampleWidth + kSpace * 3 / 4 + metrics.horizontalAdvance(text()) + 4),
            static_cast<int>(metrics.height() + 4)};
}

void CurveLegendItem::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& colours = theme();
    painter.setOpacity(isChecked() ? 1 : 0.45);
    drawSample(painter, QRectF(1, 0, kSampleWidth, height()), m_style, colours);
    QFont font = fontOf(TextStyle::Caption);
    font.setStrikeOut(!isChecked());
    painter.setFont(font);
    painter.setPen(underMouse() ? colours.text : colours.textMuted);
    painter.drawText(QRectF(kSampleWidth + kSpace * 3.0 / 4, 0, width(), height()), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (hasFocus()) {
        painter.setOpacity(1);
        painter.setPen(QPen(colours.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 3, 3);
    }
}

CurveLegendItem& CurveLegend::add(const CurvePlot::Style& style) {
    m_items.push_back(new CurveLegendItem(style, this));
    m_items.back()->show();
    return *m_items.back();
}

int CurveLegend::arrange(int width, bool move) const {
    int x = 0, y = 0, line = 0;
    for (CurveLegendItem* item : m_items) {
        if (item->isHidden()) continue;
        const QSize size = item->sizeHint();
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += line;
            line = 0;
        }
        if (move) item->setGeometry(x, y, size.width(), size.height());
        x += size.width() + kGap;
        line = std::max(line, size.height());
    }
    return y + line;
}

void CurveLegend::arrangeAgain() {
    arrange(width(), true);
    updateGeometry();
}

QSize CurveLegend::sizeHint() const {
    int width = 0;
    for (const CurveLegendItem* item : m_items)
        width += item->isHidden() ? 0 : item->sizeHint().width() + kGap;
    return {width, arrange(width, false)};
}

QSize CurveLegend::minimumSizeHint() const {
    int width = 0;
    for (const CurveLegendItem* item : m_items)
        width = std::max(width, item->sizeHint().width());
    return {width, heightForWidth(std::max(width, this->width()))};
}

void CurveLegend::resizeEvent(QResizeEvent*) { arrange(width(), true); }

}  // namespace strand
