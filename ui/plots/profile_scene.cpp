#include "ui/plots/profile_scene.hpp"

#include "ui/plots/profile_bars.hpp"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace strand {

namespace {

constexpr int kLines = 4;  ///< of the grid, at most one more

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(strand::ProfileView)
};

}  // namespace

TokenRuler ProfileView::Scene::ruler() const {
    const auto& tokens = picture.map->tokens;
    const bool oneLetter = std::all_of(picture.matrix.keys.begin(), picture.matrix.keys.end(),
                                       [&](std::int32_t token) { return tokens[static_cast<std::size_t>(token)].size() == 1; });
    const double least = oneLetter ? QFontMetricsF(letterFont).horizontalAdvance(QLatin1Char('A')) : TokenRuler::kSmallestLetterCell;
    return {.map = *picture.map,
            .tokens = picture.matrix.keys,
            .theme = theme,
            .residues = residues,
            .small = small,
            .letterFont = letterFont,
            .letters = cell >= least};
}

double ProfileView::Scene::step() const {
    float highest = 0;
    for (const float value : picture.matrix.values)
        highest = value > highest ? value : highest;
    const double rough = std::max(static_cast<double>(highest), 1e-6) / kLines;
    const double decade = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * decade >= rough * 0.999) return factor * decade;
    }
    return 10 * decade;
}

double ProfileView::Scene::top() const {
    float highest = 0;
    for (const float value : picture.matrix.values)
        highest = value > highest ? value : highest;
    return std::max(1.0, std::ceil(static_cast<double>(highest) / step() - 1e-6)) * step();
}

QMarginsF ProfileView::Scene::margins() const {
    const QFontMetricsF metrics(small);
    return {metrics.horizontalAdvance(QStringLiteral("0.0000")) + kSpace, metrics.height() * 1.5 + kSpace, kSpace,
            ruler().depth() + metrics.height() + kSpace};
}

void ProfileView::Scene::paint(QPainter& painter, const QRectF& plot) const {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(small);
    painter.setPen(theme.textMuted);
    const double line = QFontMetricsF(small).height();
    painter.drawText(QRectF(plot.left(), plot.top() - line - kSpace, plot.width(), line),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, Texts::tr("weight of each token"));
    paintAxis(painter, plot);
    paintBars(painter, plot);
    paintShare(painter, plot);
    const TokenRuler::Axis axis{TokenRuler::Side::Below, plot.bottom(), plot.left(), plot.width(), first, cell};
    const TokenRuler tokens = ruler();
    tokens.paint(painter, axis);
    if (column >= 0 && column < picture.matrix.columns) tokens.paintFlag(painter, axis, column);
}

void ProfileView::Scene::paintAxis(QPainter& painter, const QRectF& plot) const {
    const QFontMetricsF metrics(small);
    const double each = step(), highest = top();
    for (int i = 0; i * each <= highest * 1.001; ++i) {
        const double y = plot.bottom() - (i * each / highest * plot.height());
        painter.setPen(QPen(i == 0 ? theme.border : theme.grid, 1));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(theme.textMuted);
        painter.drawText(QRectF(plot.left() - 100, y - (metrics.height() / 2), 100 - (kSpace * 0.75), metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(i * each, 'g', 3));
    }
}

void ProfileView::Scene::paintBars(QPainter& painter, const QRectF& plot) const {
    const double highest = top();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setClipRect(plot.adjusted(-1, -1, 1, 0));
    const auto at = [this](std::int64_t i) { return picture.matrix.at(0, i); };
    for (const ProfileBar& bar : profileBars(picture.matrix.columns, first, plot.width() / cell, plot.width(), at, column)) {
        const double gap = bar.size >= 4 ? std::max(1.0, bar.size * 0.15) : 0;
        const double height = static_cast<double>(bar.value) / highest * plot.height();
        painter.fillRect(QRectF(plot.left() + bar.start + (gap / 2), plot.bottom() - height, bar.size - gap, height),
                         bar.marked ? theme.accent : mixed(theme.surface, theme.classColour(0), 0.62));
    }
    painter.restore();
}

/// What each token would have if all weighed the same: bars above it are preferred.
void ProfileView::Scene::paintShare(QPainter& painter, const QRectF& plot) const {
    const double share = 1 / static_cast<double>(picture.matrix.columns);
    if (share >= top()) return;
    const double y = plot.bottom() - (share / top() * plot.height());
    painter.setPen(QPen(theme.warning, 1, Qt::DashLine));
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    const QFontMetricsF metrics(small);
    painter.setPen(theme.warning);
    painter.drawText(QRectF(plot.left(), plot.top() - metrics.height() - kSpace, plot.width(), metrics.height()),
                     Qt::AlignRight | Qt::AlignVCenter, Texts::tr("equal share %1").arg(weightText(share)));
}

}  // namespace strand
