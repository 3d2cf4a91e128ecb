#include "ui/plots/matrix_scene.hpp"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace strand {

QString MatrixView::Scene::text(const char* source) { return QCoreApplication::translate("MatrixView", source); }
QString MatrixView::Scene::keyTitle() { return text(QT_TRANSLATE_NOOP("MatrixView", "key (is asked) →")); }
QString MatrixView::Scene::queryTitle() { return text(QT_TRANSLATE_NOOP("MatrixView", "query (asks) ↓")); }

bool MatrixView::Scene::hasCell() const { return cell.valid() && cell.row < picture.matrix.rows && cell.column < picture.matrix.columns; }

TokenRuler MatrixView::Scene::ruler(bool across) const {
    return {.map = *picture.map,
            .tokens = across ? picture.matrix.keys : picture.matrix.queries,
            .theme = theme,
            .residues = residues,
            .small = small,
            .letterFont = letterFont,
            .letters = letters};
}

TokenRuler::Axis MatrixView::Scene::axis(const QRectF& map, bool across) const {
    const QRectF cells = transform.visibleCells();
    if (across) return {TokenRuler::Side::Above, map.top(), map.left(), map.width(), cells.left(), transform.cellWidth()};
    return {TokenRuler::Side::Left, map.left(), map.top(), map.height(), cells.top(), transform.cellHeight()};
}

MatrixMargins MatrixView::Scene::margins() const {
    const QFontMetricsF metrics(small);
    const double numbers = metrics.horizontalAdvance(QStringLiteral("00000")) + 8;
    const double depth = ruler(true).depth();
    const double titles = std::max(metrics.horizontalAdvance(keyTitle()), metrics.horizontalAdvance(queryTitle())) + kSpace;
    const QString longest = picture.scale.kind() == ScaleKind::Percentile ? QStringLiteral("100 % · 0.0000") : QStringLiteral("0.0000");
    return {.left = std::max(numbers + depth, titles),
            .top = metrics.height() + profile + kSpace / 2 + metrics.height() + 4 + depth,
            .right = kSpace + profile + kSpace + kSpace + kBar + 7 + metrics.horizontalAdvance(longest),
            .bottom = kSpace};
}

void MatrixView::Scene::paint(QPainter& painter, QPointF corner) const {
    const QRectF map(corner, transform.size());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(map.adjusted(-0.5, -0.5, 0.5, 0.5));
    ruler(true).paint(painter, axis(map, true));
    ruler(false).paint(painter, axis(map, false));
    paintProfiles(painter, map);
    paintBar(painter, map);
    paintTitles(painter, map);
    if (hasCell()) paintCrossHair(painter, map);
}

void MatrixView::Scene::paintTitles(QPainter& painter, const QRectF& map) const {
    painter.setFont(small);
    painter.setPen(theme.textMuted);
    const double line = QFontMetricsF(small).height() + 1;
    const double room = margins().left;
    const QRectF keys(map.left() - room, map.top() - std::max(ruler(true).depth(), line) - line - 1, room - kSpace, line);
    painter.drawText(keys, Qt::AlignRight | Qt::AlignBottom, keyTitle());
    painter.drawText(keys.translated(0, line), Qt::AlignRight | Qt::AlignBottom, queryTitle());
}

void MatrixView::Scene::paintCrossHair(QPainter& painter, const QRectF& map) const {
    const double width = std::max(transform.cellWidth(), 1.0);
    const double height = std::max(transform.cellHeight(), 1.0);
    const QPointF at(map.left() + transform.xOf(static_cast<double>(cell.column)),
                     map.top() + transform.yOf(static_cast<double>(cell.row)));
    painter.save();
    painter.setClipRect(map);
    painter.setRenderHint(QPainter::Antialiasing, false);
    QColor light(Qt::white);
    light.setAlphaF(0.5F);
    painter.setPen(QPen(light, 1));
    const auto edge = [](double value) { return std::round(value) + 0.5; };
    for (const double y : {edge(at.y() - 1), edge(at.y() + height - 1)})
        painter.drawLine(QPointF(map.left(), y), QPointF(map.right(), y));
    for (const double x : {edge(at.x() - 1), edge(at.x() + width - 1)})
        painter.drawLine(QPointF(x, map.top()), QPointF(x, map.bottom()));
    painter.restore();
    // The cell itself: white within black, seen on every colour.
    const QRectF box = QRectF(at, QSizeF(width, height)).intersected(map);
    if (!box.isEmpty()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::black, 3));
        painter.drawRect(box);
        painter.setPen(QPen(Qt::white, 1.2));
        painter.drawRect(box);
    }
    ruler(true).paintFlag(painter, axis(map, true), cell.column);
    ruler(false).paintFlag(painter, axis(map, false), cell.row);
}

void MatrixView::Scene::paintBar(QPainter& painter, const QRectF& map) const {
    const QRectF bar(map.right() + kSpace * 2 + profile + kSpace, map.top(), kBar, std::clamp(map.height(), 80.0, 320.0));
    QImage gradient(1, 255, QImage::Format_RGB32);
    for (int level = 1; level <= 255; ++level)
        gradient.setPixel(0, 255 - level, colours[static_cast<std::size_t>(level)]);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(bar, gradient);
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar);
    paintBarTicks(painter, bar);
    if (!hasCell()) return;
    const float value = picture.matrix.at(cell.row, cell.column);
    if (std::isnan(value)) return;
    const double y = bar.bottom() - picture.scale.position(static_cast<double>(value)) * bar.height();
    painter.setPen(QPen(theme.text, 1));
    painter.setBrush(theme.accent);
    painter.drawPolygon(QPolygonF{{bar.left() - 1, y}, {bar.left() - 7, y - 4}, {bar.left() - 7, y + 4}});
}

void MatrixView::Scene::paintBarTicks(QPainter& painter, const QRectF& bar) const {
    painter.setFont(small);
    const QFontMetricsF metrics(small);
    double lowest = bar.bottom() + metrics.height();
    for (const ColourScale::Tick& tick : picture.scale.ticks()) {
        const double y = bar.bottom() - tick.position * bar.height();
        if (tick.position < 1 && (lowest - y < metrics.height() * 0.9 || y - bar.top() < metrics.height() * 0.9)) continue;
        lowest = y;
        painter.setPen(QPen(theme.textFaint, 1));
        painter.drawLine(QPointF(bar.right() + 1, y), QPointF(bar.right() + 4, y));
        painter.setPen(theme.textMuted);
        QString label = QLocale().toString(tick.value, 'g', 3);
        if (tick.percent >= 0) label = text(QT_TRANSLATE_NOOP("MatrixView", "%1 %")).arg(tick.percent) + QStringLiteral(" · ") + label;
        painter.drawText(QRectF(bar.right() + 7, y - metrics.height() / 2, 200, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter, label);
    }
}

}  // namespace strand
