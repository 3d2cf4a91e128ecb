#include "ui/plots/token_ruler.hpp"

#include "ui/plots/attention_view_model.hpp"
#include "ui/plots/profile_bars.hpp"
#include "ui/text/sentences.hpp"

#include <QFontMetricsF>

#include <algorithm>

namespace strand {

namespace {

constexpr int kLongestToken = 8;  ///< letters of a token on a ruler
constexpr double kTick = 4;

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

std::pair<std::int64_t, std::int64_t> visible(const TokenRuler::Axis& axis, std::size_t count) {
    return visibleRange(axis.first, axis.length / axis.cell, static_cast<std::int64_t>(count));
}

}  // namespace

QRectF TokenRuler::Axis::box(double along, double size, double from, double depth) const {
    switch (side) {
        case Side::Above: return {along, edge - from - depth, size, depth};
        case Side::Below: return {along, edge + from, size, depth};
        case Side::Left: break;
    }
    return {edge - from - depth, along, depth, size};
}

double TokenRuler::tokenDepth() const {
    qsizetype longest = 1;
    for (const std::int32_t token : tokens) {
        longest = std::max(longest,
                           std::min<qsizetype>(kLongestToken, static_cast<qsizetype>(map.tokens[static_cast<std::size_t>(token)].size())));
        if (longest == kLongestToken) break;
    }
    return std::max(18.0, (QFontMetricsF(letterFont).horizontalAdvance(QLatin1Char('M')) * static_cast<double>(longest)) + 6);
}

double TokenRuler::depth() const { return letters ? tokenDepth() + 1 : kTick + 2; }

void TokenRuler::paint(QPainter& painter, const Axis& axis) const {
    if (letters) paintLetters(painter, axis);
    paintTicks(painter, axis);
}

void TokenRuler::paintLetters(QPainter& painter, const Axis& axis) const {
    painter.save();
    painter.setFont(letterFont);
    const double longest = tokenDepth(), letter = QFontMetricsF(letterFont).height() + 2;
    painter.setClipRect(axis.box(axis.start - 0.5, axis.length + 1, 0, longest + 2));
    const auto [first, last] = visible(axis, tokens.size());
    for (std::int64_t i = first; i < last; ++i) {
        const std::int32_t token = tokens[static_cast<std::size_t>(i)];
        const bool wide = tokenText(map, token).size() > 1;
        const bool turned = wide && axis.side != Side::Left && longest > axis.cell + 6;
        const double depth = turned || (wide && axis.side == Side::Left) ? longest : letter;
        const QRectF box = axis.box(axis.at(i) + 0.5, axis.cell - 1, 1, depth);
        if (!turned) {
            paintLetter(painter, box, token);
            continue;
        }
        painter.save();
        painter.translate(box.left(), box.bottom());
        painter.rotate(-90);
        paintLetter(painter, QRectF(0, 0, box.height(), box.width()), token);
        painter.restore();
    }
    painter.restore();
}

void TokenRuler::paintLetter(QPainter& painter, const QRectF& box, std::int32_t token) const {
    const QString text = tokenText(map, token);
    const bool special = isSpecial(map, token);
    painter.setPen(special ? theme.textMuted : theme.text);
    if (residues == ResidueColours::None || special || text.isEmpty()) {
        painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, text);
        return;
    }
    // A k-mer shows the colour of each of its letters.
    const double width = box.width() / static_cast<double>(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QRectF part(box.left() + (width * static_cast<double>(i)), box.top(), width, box.height());
        painter.fillRect(part, theme.residue(text[i], residues == ResidueColours::Protein));
        painter.drawText(part, Qt::AlignCenter | Qt::TextDontClip, text[i]);
    }
}

std::int64_t TokenRuler::step(const Axis& axis) const {
    // Pixels a residue: tokens may cover several, and steps between tokens may be several.
    std::int64_t low = -1, high = -1;
    const auto [first, last] = visible(axis, tokens.size());
    for (std::int64_t i = first; i < last; ++i) {
        const std::int32_t token = tokens[static_cast<std::size_t>(i)];
        if (isSpecial(map, token)) continue;
        high = map.begin[static_cast<std::size_t>(token)];
        if (low < 0) low = high;
    }
    if (low < 0) return 0;
    const double perResidue = high > low ? axis.cell * static_cast<double>(last - first) / static_cast<double>(high - low + 1) : axis.cell;
    return niceStep(perResidue, axis.side == Side::Left ? 24 : 42);
}

void TokenRuler::paintTicks(QPainter& painter, const Axis& axis) const {
    const std::int64_t every = step(axis);
    if (every == 0) return;
    painter.setFont(small);
    const auto [first, last] = visible(axis, tokens.size());
    std::int64_t before = -1;  ///< place of the token before
    for (std::int64_t i = first; i < last; ++i) {
        const std::int32_t token = tokens[static_cast<std::size_t>(i)];
        if (isSpecial(map, token)) continue;
        const std::int64_t place = map.begin[static_cast<std::size_t>(token)] + 1;
        const std::int64_t tick = place / every * every;
        const bool passed = tick > 0 && (before < 0 ? tick == place : tick > before);
        const bool start = place == 1 && every > 2;
        before = place;
        const double middle = axis.at(i) + (axis.cell / 2);
        if ((passed || start) && middle >= axis.start && middle <= axis.start + axis.length)
            paintTick(painter, axis, middle, start ? 1 : tick);
    }
}

void TokenRuler::paintTick(QPainter& painter, const Axis& axis, double middle, std::int64_t place) const {
    painter.setPen(QPen(theme.textFaint, 1));
    if (!letters) {
        const QRectF mark = axis.box(middle, 0, 1, kTick);
        painter.drawLine(mark.topLeft(), mark.bottomRight());
    }
    painter.setPen(theme.textMuted);
    const double line = QFontMetricsF(small).height() + 1;
    if (axis.side == Side::Left)
        painter.drawText(axis.box(middle - (line / 2), line, depth() + 4, 60), Qt::AlignRight | Qt::AlignVCenter, number(place));
    else
        painter.drawText(axis.box(middle - 40, 80, depth() + 1, line),
                         Qt::AlignHCenter | (axis.side == Side::Above ? Qt::AlignBottom : Qt::AlignTop), number(place));
}

void TokenRuler::paintFlag(QPainter& painter, const Axis& axis, std::int64_t index) const {
    const std::int32_t token = tokens[static_cast<std::size_t>(index)];
    const double middle = axis.at(index) + (axis.cell / 2);
    if (middle < axis.start || middle > axis.start + axis.length) return;
    QString label = isSpecial(map, token) ? tokenText(map, token) : tokenPlace(map, token);
    if (!isSpecial(map, token) && !letters) label += QLatin1Char(' ') + tokenText(map, token);
    const QFontMetricsF metrics(small);
    const double width = metrics.horizontalAdvance(label) + 8, height = metrics.height() + 2, from = letters ? depth() : 2;
    QRectF box = axis.side == Side::Left ? axis.box(middle - (height / 2), height, from, width)
                                         : axis.box(middle - (width / 2), width, from, height);
    if (axis.side != Side::Left && box.left() < axis.start) box.moveLeft(axis.start);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(theme.textOnAccent);
    painter.setFont(small);
    painter.drawText(box, Qt::AlignCenter, label);
}

}  // namespace strand
