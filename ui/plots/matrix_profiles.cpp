// The profiles of a MatrixView: the query's row above the map, the key's column beside it.
#include "ui/plots/matrix_scene.hpp"
#include "ui/plots/profile_bars.hpp"

#include <QFontMetricsF>

#include <algorithm>

namespace strand {

namespace {

constexpr double kTint = 0.62;

double gapOf(double size) { return size >= 4 ? 1 : 0; }

float highestOf(std::int64_t count, const std::function<float(std::int64_t)>& at) {
    float highest = 0;
    for (std::int64_t i = 0; i < count; ++i)
        highest = at(i) > highest ? at(i) : highest;
    return highest;
}

}  // namespace

float MatrixView::Scene::paintRowProfile(QPainter& painter, const QRectF& above) const {
    const AttentionMatrix& matrix = picture.matrix;
    const auto at = [&](std::int64_t column) {
        return hasCell() ? matrix.at(cell.row, column) : picture.mean[static_cast<std::size_t>(column)];
    };
    const float highest = highestOf(matrix.columns, at);
    const QRectF cells = transform.visibleCells();
    painter.setClipRect(above.adjusted(-1, -1, 1, 1));
    for (const ProfileBar& bar :
         profileBars(matrix.columns, cells.left(), cells.width(), above.width(), at, hasCell() ? cell.column : -1)) {
        const double gap = gapOf(bar.size), height = static_cast<double>(bar.value / highest) * above.height();
        painter.fillRect(QRectF(above.left() + bar.start + gap / 2, above.bottom() - height, bar.size - gap, height),
                         bar.marked ? theme.accent : mixed(theme.surface, theme.classColour(0), kTint));
    }
    painter.setClipping(false);
    return highest;
}

float MatrixView::Scene::paintColumnProfile(QPainter& painter, const QRectF& beside) const {
    if (!hasCell()) return 0;
    const AttentionMatrix& matrix = picture.matrix;
    const auto at = [&](std::int64_t row) { return matrix.at(row, cell.column); };
    const float highest = highestOf(matrix.rows, at);
    const QRectF cells = transform.visibleCells();
    painter.setClipRect(beside.adjusted(-1, -1, 1, 1));
    for (const ProfileBar& bar : profileBars(matrix.rows, cells.top(), cells.height(), beside.height(), at, cell.row)) {
        const double gap = gapOf(bar.size), width = static_cast<double>(bar.value / highest) * beside.width();
        painter.fillRect(QRectF(beside.left(), beside.top() + bar.start + gap / 2, width, bar.size - gap),
                         bar.marked ? theme.accent : mixed(theme.surface, theme.classColour(1), kTint));
    }
    painter.setClipping(false);
    return highest;
}

void MatrixView::Scene::paintProfiles(QPainter& painter, const QRectF& map) const {
    const QRectF above(map.left(), map.top() - margins().top + QFontMetricsF(small).height(), map.width(), profile);
    const QRectF beside(map.right() + kSpace, map.top(), profile, map.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    const float highestAcross = paintRowProfile(painter, above);
    const float highestDown = paintColumnProfile(painter, beside);
    painter.setPen(QPen(theme.border, 1));
    painter.drawLine(above.bottomLeft(), above.bottomRight());
    painter.drawLine(beside.topLeft(), beside.bottomLeft());
    painter.restore();
    paintProfileTitles(painter, above, beside, highestAcross, highestDown);
}

void MatrixView::Scene::paintProfileTitles(QPainter& painter, const QRectF& above, const QRectF& beside, float highestAcross,
                                           float highestDown) const {
    const AttentionMatrix& matrix = picture.matrix;
    const auto highest = [](float value) {
        return text(QT_TRANSLATE_NOOP("MatrixView", "highest %1")).arg(weightText(static_cast<double>(value)));
    };
    const double line = QFontMetricsF(small).height();
    painter.setFont(small);
    painter.setPen(theme.textMuted);
    const QString asks = hasCell() ? text(QT_TRANSLATE_NOOP("MatrixView", "what %1 asks"))
                                         .arg(tokenTitle(*picture.map, matrix.queries[static_cast<std::size_t>(cell.row)]))
                                   : text(QT_TRANSLATE_NOOP("MatrixView", "what each key receives, mean over the queries"));
    painter.drawText(QRectF(above.left(), above.top() - line - 1, std::max(above.width(), 260.0), line), Qt::AlignLeft | Qt::AlignVCenter,
                     asks + QStringLiteral("  ·  ") + highest(highestAcross));
    if (!(highestDown > 0)) return;
    const QString asked = text(QT_TRANSLATE_NOOP("MatrixView", "who asks %1"))
                              .arg(tokenTitle(*picture.map, matrix.keys[static_cast<std::size_t>(cell.column)]));
    painter.drawText(QRectF(beside.left(), beside.top() - line * 2 - 4, margins().right - kSpace, line * 2),
                     Qt::AlignLeft | Qt::AlignBottom | Qt::TextDontClip, asked + QLatin1Char('\n') + highest(highestDown));
}

}  // namespace strand
