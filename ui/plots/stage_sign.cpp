#include "ui/plots/stage_sign.hpp"

#include <QPainterPath>

#include <algorithm>
#include <array>
#include <iterator>

namespace strand {

namespace {

// All in a square of side 1 around (0, 0), drawn with a pen in the colour of the sign.

void tokens(QPainter& painter) {
    for (const double x : {-0.36, -0.12, 0.12, 0.36})
        painter.drawRect(QRectF(x - 0.08, -0.12, 0.16, 0.24));
}

void embedding(QPainter& painter) {
    for (const double x : {-0.26, 0.0, 0.26}) {
        for (const double y : {-0.26, 0.0, 0.26})
            painter.drawRect(QRectF(x - 0.08, y - 0.08, 0.16, 0.16));
    }
}

void wave(QPainter& painter) {
    QPainterPath path(QPointF(-0.4, 0));
    path.cubicTo(-0.2, -0.55, -0.05, -0.4, 0, 0);
    path.cubicTo(0.05, 0.4, 0.2, 0.55, 0.4, 0);
    painter.drawPath(path);
}

/// A window sliding over a row.
void window(QPainter& painter) {
    painter.drawLine(QPointF(-0.42, 0.3), QPointF(0.42, 0.3));
    painter.drawRect(QRectF(-0.32, -0.3, 0.4, 0.42));
    painter.drawLine(QPointF(0.18, -0.1), QPointF(0.38, -0.1));
    painter.drawLine(QPointF(0.3, -0.18), QPointF(0.38, -0.1));
    painter.drawLine(QPointF(0.3, -0.02), QPointF(0.38, -0.1));
}

void loop(QPainter& painter) {
    painter.drawArc(QRectF(-0.3, -0.3, 0.6, 0.6), 60 * 16, 290 * 16);
    painter.drawLine(QPointF(0.15, -0.26), QPointF(0.16, -0.42));
    painter.drawLine(QPointF(0.15, -0.26), QPointF(0.31, -0.3));
}

/// A map of weights with its diagonal.
void map(QPainter& painter) {
    painter.drawRect(QRectF(-0.36, -0.36, 0.72, 0.72));
    const QBrush ink(painter.pen().color());
    for (const auto& [x, y] : {std::pair(-0.24, -0.24), std::pair(0.0, 0.0), std::pair(0.24, 0.24), std::pair(0.24, -0.24)})
        painter.fillRect(QRectF(x - 0.1, y - 0.1, 0.2, 0.2), ink);
}

constexpr std::array<QPointF, 4> kNodes = {QPointF(-0.3, -0.2), QPointF(0.28, -0.3), QPointF(0.05, 0.3), QPointF(-0.02, -0.02)};

void graph(QPainter& painter) {
    for (int i = 0; i < 3; ++i)
        painter.drawLine(kNodes[3], kNodes[static_cast<std::size_t>(i)]);
    painter.drawLine(kNodes[0], kNodes[1]);
    painter.setBrush(painter.pen().color());
    for (const QPointF& node : kNodes)
        painter.drawEllipse(node, 0.09, 0.09);
}

void funnel(QPainter& painter) {
    for (const double x : {-0.34, -0.11, 0.11, 0.34})
        painter.drawLine(QPointF(x, -0.32), QPointF(0, 0.18));
    painter.setBrush(painter.pen().color());
    painter.drawEllipse(QPointF(0, 0.26), 0.09, 0.09);
}

void dense(QPainter& painter) {
    for (const double from : {-0.28, 0.0, 0.28}) {
        for (const double to : {-0.16, 0.16})
            painter.drawLine(QPointF(-0.28, from), QPointF(0.28, to));
    }
    painter.setBrush(painter.pen().color());
    for (const double y : {-0.28, 0.0, 0.28})
        painter.drawEllipse(QPointF(-0.28, y), 0.07, 0.07);
    for (const double y : {-0.16, 0.16})
        painter.drawEllipse(QPointF(0.28, y), 0.07, 0.07);
}

void bars(QPainter& painter) {
    const QBrush ink(painter.pen().color());
    painter.drawLine(QPointF(-0.38, 0.32), QPointF(0.38, 0.32));
    painter.fillRect(QRectF(-0.28, -0.3, 0.22, 0.6), ink);
    painter.fillRect(QRectF(0.08, 0.06, 0.22, 0.24), ink);
}

struct Sign {
    StageKind kind;
    int series;  ///< its colour: index into Theme::series, -1 = neutral
    void (*draw)(QPainter&);
};

constexpr Sign kSigns[] = {
    {StageKind::Input, -1, tokens}, {StageKind::Embed, 0, embedding}, {StageKind::Position, 0, wave}, {StageKind::Convolve, 2, window},
    {StageKind::Recur, 4, loop},    {StageKind::Attend, 1, map},      {StageKind::Graph, 2, graph},   {StageKind::Pool, 3, funnel},
    {StageKind::Dense, 5, dense},   {StageKind::Output, -1, bars},
};

}  // namespace

void drawStageSign(QPainter& painter, const QRectF& box, StageKind kind, const Theme& theme) {
    const auto sign = std::find_if(std::begin(kSigns), std::end(kSigns), [kind](const Sign& each) { return each.kind == kind; });
    const QColor ink = sign->series < 0 ? theme.textMuted : theme.classColour(sign->series);
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(theme.surface, ink, 0.14));
    painter.drawRoundedRect(box, 5, 5);
    painter.translate(box.center());
    painter.scale(box.width() * 0.92, box.height() * 0.92);
    QPen pen(ink, 1.3);
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    sign->draw(painter);
    painter.restore();
}

}  // namespace strand
