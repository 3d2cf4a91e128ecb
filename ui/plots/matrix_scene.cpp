#include "ui/plots/matrix_scene.hpp"

#include "ui/text/sentences.hpp"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <functional>

namespace strand {

namespace {

constexpr int kLongestToken = 8;  ///< letters of a token on a ruler

QString text(const char* source) { return QCoreApplication::translate("MatrixView", source); }

QString tokenText(const AttentionMap& map, std::int32_t token) {
    const QString full = static_cast<std::size_t>(token) < map.tokens.size()
                             ? QString::fromStdString(map.tokens[static_cast<std::size_t>(token)])
                             : QString();
    return full.size() <= kLongestToken ? full : full.left(kLongestToken - 1) + QStringLiteral("…");
}

/// 1, 2, 5, 10, 20 ...: the smallest that keeps labels `room` pixels apart.
std::int64_t niceStep(double pixelsPerUnit, double room) {
    for (std::int64_t decade = 1;; decade *= 10) {
        for (const std::int64_t factor : {1, 2, 5}) {
            if (static_cast<double>(decade * factor) * pixelsPerUnit >= room) return decade * factor;
        }
    }
}

/// Visible rows or columns, whole ones and parts.
std::pair<std::int64_t, std::int64_t> visibleRange(double first, double extent, std::int64_t count) {
    return {std::max<std::int64_t>(0, static_cast<std::int64_t>(std::floor(first))),
            std::min(count, static_cast<std::int64_t>(std::ceil(first + extent - 1e-9)))};
}

void rotated(QPainter& painter, const QRectF& box, const std::function<void(const QRectF&)>& draw) {
    painter.save();
    painter.translate(box.left(), box.bottom());
    painter.rotate(-90);
    draw(QRectF(0, 0, box.height(), box.width()));
    painter.restore();
}

}  // namespace

QString MatrixView::Scene::keyTitle() { return text(QT_TRANSLATE_NOOP("MatrixView", "key (is asked) →")); }
QString MatrixView::Scene::queryTitle() { return text(QT_TRANSLATE_NOOP("MatrixView", "query (asks) ↓")); }

double MatrixView::Scene::tokenDepth() const {
    qsizetype longest = 1;
    const auto& tokens = picture.map->tokens;
    for (const std::int32_t token : picture.matrix.keys) {
        longest =
            std::max(longest, std::min<qsizetype>(kLongestToken, static_cast<qsizetype>(tokens[static_cast<std::size_t>(token)].size())));
        if (longest == kLongestToken) break;
    }
    return std::max(18.0, QFontMetricsF(letterFont).horizontalAdvance(QLatin1Char('M')) * static_cast<double>(longest) + 6);
}

double MatrixView::Scene::rulerDepth() const { return letters ? tokenDepth() + 1 : 6; }

bool MatrixView::Scene::upright(double cellWidth) const { return tokenDepth() <= cellWidth + 6; }

MatrixMargins MatrixView::Scene::margins() const {
    const QFontMetricsF metrics(small);
    const double numbers = metrics.horizontalAdvance(QStringLiteral("00000")) + 8;
    const double depth = rulerDepth();
    const bool single = picture.matrix.rows == 1;
    const double titles = std::max(metrics.horizontalAdvance(keyTitle()), metrics.horizontalAdvance(queryTitle())) + kSpace;
    const QString longest = picture.scale.kind() == ScaleKind::Percentile ? QStringLiteral("100 % · 0.0000") : QStringLiteral("0.0000");
    return {.left = std::max(numbers + (single ? 0 : depth), titles),
            .top = metrics.height() + (single ? 0 : profile) + kSpace / 2 + metrics.height() + 4 + depth,
            .right = kSpace + (single ? 0 : profile + kSpace) + kSpace + kBar + 7 + metrics.horizontalAdvance(longest),
            .bottom = single ? profile * 3 : kSpace};
}

void MatrixView::Scene::paint(QPainter& painter, QPointF corner) const {
    const QRectF map(corner, transform.size());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(map.adjusted(-0.5, -0.5, 0.5, 0.5));
    paintRulers(painter, map);
    paintProfiles(painter, map);
    paintBar(painter, map);
    paintTitles(painter, map);
    paintCrossHair(painter, map);
}

void MatrixView::Scene::paintTitles(QPainter& painter, const QRectF& map) const {
    painter.setFont(small);
    painter.setPen(theme.textMuted);
    const double line = QFontMetricsF(small).height() + 1;
    const double room = margins().left;
    const double ruler = rulerDepth();
    const QRectF keys(map.left() - room, map.top() - std::max(ruler, line) - line - 1, room - kSpace, line);
    painter.drawText(keys, Qt::AlignRight | Qt::AlignBottom, keyTitle());
    if (picture.matrix.rows > 1) painter.drawText(keys.translated(0, line), Qt::AlignRight | Qt::AlignBottom, queryTitle());
}

void MatrixView::Scene::paintLetter(QPainter& painter, const QRectF& box, std::int32_t token, bool turned) const {
    if (turned) {
        rotated(painter, box, [&](const QRectF& turnedBox) { paintLetter(painter, turnedBox, token, false); });
        return;
    }
    const QString letter = tokenText(*picture.map, token);
    const bool special = isSpecial(*picture.map, token);
    painter.setPen(special ? theme.textMuted : theme.text);
    if (residues == ResidueColours::None || special || letter.isEmpty()) {
        painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, letter);
        return;
    }
    // A k-mer shows the colour of each of its letters.
    const double width = box.width() / static_cast<double>(letter.size());
    for (qsizetype i = 0; i < letter.size(); ++i) {
        const QRectF part(box.left() + width * static_cast<double>(i), box.top(), width, box.height());
        painter.fillRect(part, theme.residue(letter[i], residues == ResidueColours::Protein));
        painter.drawText(part, Qt::AlignCenter | Qt::TextDontClip, letter[i]);
    }
}

void MatrixView::Scene::paintRulers(QPainter& painter, const QRectF& map) const {
    const QRectF cells = transform.visibleCells();
    const double depth = tokenDepth();
    const AttentionMatrix& matrix = picture.matrix;
    if (letters) {
        painter.save();
        painter.setClipRect(QRectF(map.left() - 0.5, map.top() - depth - 2, map.width() + 1, depth + 2));
        painter.setFont(letterFont);
        const double letterDepth = QFontMetricsF(letterFont).height() + 2;
        const auto [first, last] = visibleRange(cells.left(), cells.width(), matrix.columns);
        for (std::int64_t column = first; column < last; ++column) {
            const std::int32_t token = matrix.keys[static_cast<std::size_t>(column)];
            const bool narrow = tokenText(*picture.map, token).size() > 1 && !upright(transform.cellWidth());
            const double height = narrow ? tokenDepth() : letterDepth;
            const QRectF box(map.left() + transform.xOf(static_cast<double>(column)), map.top() - height - 1, transform.cellWidth(),
                             height);
            paintLetter(painter, box.adjusted(0.5, 0, -0.5, 0), token, narrow);
        }
        painter.restore();
    }
    if (matrix.rows > 1 && letters) {
        painter.save();
        painter.setClipRect(QRectF(map.left() - depth - 2, map.top() - 0.5, depth + 2, map.height() + 1));
        painter.setFont(letterFont);
        const auto [first, last] = visibleRange(cells.top(), cells.height(), matrix.rows);
        for (std::int64_t row = first; row < last; ++row) {
            const std::int32_t token = matrix.queries[static_cast<std::size_t>(row)];
            const double width = tokenText(*picture.map, token).size() == 1 ? QFontMetricsF(letterFont).height() + 2 : tokenDepth();
            const QRectF box(map.left() - width - 1, map.top() + transform.yOf(static_cast<double>(row)), width, transform.cellHeight());
            paintLetter(painter, box.adjusted(0, 0.5, 0, -0.5), token, false);
        }
        painter.restore();
    }
    paintTicks(painter, map, true);
    if (matrix.rows > 1) paintTicks(painter, map, false);
}

void MatrixView::Scene::paintTicks(QPainter& painter, const QRectF& map, bool across) const {
    const std::vector<std::int32_t>& tokens = across ? picture.matrix.keys : picture.matrix.queries;
    const double size = across ? transform.cellWidth() : transform.cellHeight();
    const QRectF cells = transform.visibleCells();
    const auto [first, last] = across ? visibleRange(cells.left(), cells.width(), picture.matrix.columns)
                                      : visibleRange(cells.top(), cells.height(), picture.matrix.rows);
    if (first >= last) return;
    // Pixels a residue: tokens may cover several, and steps between tokens may be several.
    std::int64_t low = -1, high = -1;
    for (std::int64_t i = first; i < last; ++i) {
        const std::int32_t token = tokens[static_cast<std::size_t>(i)];
        if (isSpecial(*picture.map, token)) continue;
        if (low < 0) low = picture.map->begin[static_cast<std::size_t>(token)];
        high = picture.map->begin[static_cast<std::size_t>(token)];
    }
    if (low < 0) return;
    const double perResidue = high > low ? size * static_cast<double>(last - first) / static_cast<double>(high - low + 1) : size;
    const std::int64_t step = niceStep(perResidue, across ? 42 : 24);
    const QFontMetricsF metrics(small);
    const double ruler = rulerDepth();
    painter.setFont(small);
    std::int64_t before = -1;  ///< position of the token to the left
    for (std::int64_t i = first; i < last; ++i) {
        const std::int32_t token = tokens[static_cast<std::size_t>(i)];
        if (isSpecial(*picture.map, token)) continue;
        const std::int64_t position = picture.map->begin[static_cast<std::size_t>(token)] + 1;
        const std::int64_t tick = position / step * step;
        const bool here = tick > 0 ? tick > before || (before < 0 && tick == position) : false;
        const bool start = position == 1;
        before = position;
        if (!(here && tick <= position && (tick == position || i > first)) && !start) continue;
        const std::int64_t shown = start ? 1 : tick;
        if (start && step <= 2) continue;
        const double middle = ((across ? transform.xOf(static_cast<double>(i)) : transform.yOf(static_cast<double>(i))) + size / 2);
        if (middle < 0 || middle > (across ? map.width() : map.height())) continue;
        painter.setPen(QPen(theme.textFaint, 1));
        if (across) {
            const double x = map.left() + middle;
            if (!letters) painter.drawLine(QPointF(x, map.top() - 5), QPointF(x, map.top() - 1));
            painter.setPen(theme.textMuted);
            painter.drawText(QRectF(x - 40, map.top() - ruler - metrics.height() - 1, 80, metrics.height() + 1),
                             Qt::AlignHCenter | Qt::AlignBottom, number(shown));
        } else {
            const double y = map.top() + middle;
            if (!letters) painter.drawLine(QPointF(map.left() - 5, y), QPointF(map.left() - 1, y));
            painter.setPen(theme.textMuted);
            painter.drawText(QRectF(map.left() - ruler - 64, y - metrics.height() / 2, 60, metrics.height() + 1),
                             Qt::AlignRight | Qt::AlignVCenter, number(shown));
        }
    }
}

void MatrixView::Scene::paintFlag(QPainter& painter, const QRectF& map, bool across) const {
    const std::int32_t token =
        across ? picture.matrix.keys[static_cast<std::size_t>(cell.column)] : picture.matrix.queries[static_cast<std::size_t>(cell.row)];
    const double size = across ? transform.cellWidth() : transform.cellHeight();
    const double middle =
        (across ? transform.xOf(static_cast<double>(cell.column)) : transform.yOf(static_cast<double>(cell.row))) + size / 2;
    if (middle < 0 || middle > (across ? map.width() : map.height())) return;
    QString label = isSpecial(*picture.map, token) ? tokenText(*picture.map, token) : tokenPlace(*picture.map, token);
    if (!isSpecial(*picture.map, token) && !letters) label += QLatin1Char(' ') + tokenText(*picture.map, token);
    const QFontMetricsF metrics(small);
    const double width = metrics.horizontalAdvance(label) + 8;
    const double height = metrics.height() + 2;
    const double ruler = letters ? rulerDepth() : 2;
    QRectF box = across ? QRectF(map.left() + middle - width / 2, map.top() - ruler - height, width, height)
                        : QRectF(map.left() - ruler - width, map.top() + middle - height / 2, width, height);
    if (across && box.left() < map.left()) box.moveLeft(map.left());
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(theme.textOnAccent);
    painter.setFont(small);
    painter.drawText(box, Qt::AlignCenter, label);
}

void MatrixView::Scene::paintCrossHair(QPainter& painter, const QRectF& map) const {
    if (!cell.valid() || cell.row >= picture.matrix.rows || cell.column >= picture.matrix.columns) return;
    const double width = std::max(transform.cellWidth(), 1.0);
    const double height = std::max(transform.cellHeight(), 1.0);
    const QPointF at(map.left() + transform.xOf(static_cast<double>(cell.column)),
                     map.top() + transform.yOf(static_cast<double>(cell.row)));
    painter.save();
    painter.setClipRect(map);
    painter.setRenderHint(QPainter::Antialiasing, false);
    QColor light(Qt::white);
    light.setAlphaF(0.5F);
    const QPen pen(light, 1);
    painter.setPen(pen);
    const auto edge = [](double value) { return std::round(value) + 0.5; };
    if (picture.matrix.rows > 1) {
        painter.drawLine(QPointF(map.left(), edge(at.y() - 1)), QPointF(map.right(), edge(at.y() - 1)));
        painter.drawLine(QPointF(map.left(), edge(at.y() + height - 1)), QPointF(map.right(), edge(at.y() + height - 1)));
    }
    painter.drawLine(QPointF(edge(at.x() - 1), map.top()), QPointF(edge(at.x() - 1), map.bottom()));
    painter.drawLine(QPointF(edge(at.x() + width - 1), map.top()), QPointF(edge(at.x() + width - 1), map.bottom()));
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
    paintFlag(painter, map, true);
    if (picture.matrix.rows > 1) paintFlag(painter, map, false);
}

void MatrixView::Scene::paintProfiles(QPainter& painter, const QRectF& map) const {
    const AttentionMatrix& matrix = picture.matrix;
    const bool single = matrix.rows == 1;
    const bool hasCell = cell.valid() && cell.row < matrix.rows && cell.column < matrix.columns;
    const QFontMetricsF metrics(small);
    const MatrixMargins around = margins();
    const double depth = single ? profile * 2.2 : profile;
    const QRectF above = single ? QRectF(map.left(), map.bottom() + kSpace * 3, map.width(), depth)
                                : QRectF(map.left(), map.top() - around.top + metrics.height(), map.width(), depth);
    const auto bars = [&](std::int64_t count, double first, double extent, double pixels, const std::function<float(std::int64_t)>& at,
                          const std::function<void(double, double, double, bool)>& draw, std::int64_t marked) {
        float highest = 0;
        for (std::int64_t i = 0; i < count; ++i)
            highest = at(i) > highest ? at(i) : highest;
        if (!(highest > 0)) return highest;
        const auto [from, to] = visibleRange(first, extent, count);
        const double size = pixels / extent;
        if (size >= 1) {
            for (std::int64_t i = from; i < to; ++i) {
                const float value = at(i);
                if (value > 0) draw((static_cast<double>(i) - first) * size, size, static_cast<double>(value / highest), i == marked);
            }
        } else {
            // Narrower than a pixel: the highest of those a pixel covers.
            for (int pixel = 0; pixel < static_cast<int>(pixels); ++pixel) {
                const auto begin = static_cast<std::int64_t>(first + pixel / size);
                const auto end = std::min(count, static_cast<std::int64_t>(first + (pixel + 1) / size) + 1);
                float value = 0;
                for (std::int64_t i = begin; i < end; ++i)
                    value = at(i) > value ? at(i) : value;
                if (value > 0) draw(pixel, 1, static_cast<double>(value / highest), begin <= marked && marked < end);
            }
        }
        return highest;
    };
    const QRectF cells = transform.visibleCells();
    const QColor colour = theme.classColour(0);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    painter.setClipRect(above.adjusted(-1, -1, 1, 1));
    const auto rowValue = [&](std::int64_t column) {
        return hasCell || single ? matrix.at(single ? 0 : cell.row, column) : picture.mean[static_cast<std::size_t>(column)];
    };
    const float highestAcross = bars(
        matrix.columns, cells.left(), cells.width(), map.width(), rowValue,
        [&](double x, double size, double value, bool marked) {
            const double gap = size >= 4 ? 1 : 0;
            painter.fillRect(
                QRectF(above.left() + x + gap / 2, above.bottom() - value * above.height(), size - gap, value * above.height()),
                marked ? theme.accent : mixed(theme.surface, colour, 0.62));
        },
        hasCell ? cell.column : -1);
    painter.setClipping(false);
    const QRectF beside(map.right() + kSpace, map.top(), profile, map.height());
    float highestDown = 0;
    if (!single && hasCell) {
        painter.setClipRect(beside.adjusted(-1, -1, 1, 1));
        highestDown = bars(
            matrix.rows, cells.top(), cells.height(), map.height(), [&](std::int64_t row) { return matrix.at(row, cell.column); },
            [&](double y, double size, double value, bool marked) {
                const double gap = size >= 4 ? 1 : 0;
                painter.fillRect(QRectF(beside.left(), beside.top() + y + gap / 2, value * beside.width(), size - gap),
                                 marked ? theme.accent : mixed(theme.surface, theme.classColour(1), 0.62));
            },
            cell.row);
        painter.setClipping(false);
    }
    painter.setPen(QPen(theme.border, 1));
    painter.drawLine(above.bottomLeft(), above.bottomRight());
    if (!single) painter.drawLine(beside.topLeft(), beside.bottomLeft());
    painter.restore();

    painter.setFont(small);
    painter.setPen(theme.textMuted);
    const QString asks = single    ? text(QT_TRANSLATE_NOOP("MatrixView", "weight of each token"))
                         : hasCell ? text(QT_TRANSLATE_NOOP("MatrixView", "what %1 asks"))
                                         .arg(tokenTitle(*picture.map, matrix.queries[static_cast<std::size_t>(cell.row)]))
                                   : text(QT_TRANSLATE_NOOP("MatrixView", "what each key receives, mean over the queries"));
    painter.drawText(QRectF(above.left(), above.top() - metrics.height() - 1, std::max(above.width(), 260.0), metrics.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     asks + QStringLiteral("  ·  ") +
                         text(QT_TRANSLATE_NOOP("MatrixView", "highest %1")).arg(weightText(static_cast<double>(highestAcross))));
    if (highestDown > 0) {
        const QString label = text(QT_TRANSLATE_NOOP("MatrixView", "who asks %1"))
                                  .arg(tokenTitle(*picture.map, matrix.keys[static_cast<std::size_t>(cell.column)]));
        painter.drawText(QRectF(beside.left(), map.top() - metrics.height() * 2 - 4, around.right - kSpace, metrics.height() * 2),
                         Qt::AlignLeft | Qt::AlignBottom | Qt::TextDontClip,
                         label + QLatin1Char('\n') +
                             text(QT_TRANSLATE_NOOP("MatrixView", "highest %1")).arg(weightText(static_cast<double>(highestDown))));
    }
}

void MatrixView::Scene::paintBar(QPainter& painter, const QRectF& map) const {
    const bool single = picture.matrix.rows == 1;
    const double height = single ? 140 : std::clamp(map.height(), 80.0, 320.0);
    const QRectF bar(map.right() + kSpace * 2 + (single ? 0 : profile + kSpace), map.top(), kBar, height);
    QImage gradient(1, 255, QImage::Format_RGB32);
    for (int level = 1; level <= 255; ++level)
        gradient.setPixel(0, 255 - level, colours[static_cast<std::size_t>(level)]);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(bar, gradient);
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar);
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
    if (cell.valid() && cell.row < picture.matrix.rows && cell.column < picture.matrix.columns) {
        const float value = picture.matrix.at(cell.row, cell.column);
        if (!std::isnan(value)) {
            const double y = bar.bottom() - picture.scale.position(static_cast<double>(value)) * bar.height();
            painter.setPen(QPen(theme.text, 1));
            painter.setBrush(theme.accent);
            painter.drawPolygon(QPolygonF{{bar.left() - 1, y}, {bar.left() - 7, y - 4}, {bar.left() - 7, y + 4}});
        }
    }
}

}  // namespace strand
