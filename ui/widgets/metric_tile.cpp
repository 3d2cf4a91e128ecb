#include "ui/widgets/metric_tile.hpp"

#include "ui/theme/theme.hpp"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace strand {

namespace {

constexpr double kPad = kSpace * 1.5;

QFont labelFont() { return fontOf(TextStyle::Caption); }
QFont valueFont() { return fontOf(TextStyle::Title); }

}  // namespace

MetricTile::MetricTile(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void MetricTile::setLabel(const QString& label) {
    m_label = label;
    changed();
}

void MetricTile::setValue(const QString& value, const QString& unit) {
    if (value == m_value && unit == m_unit) return;
    m_value = value;
    m_unit = unit;
    changed();
}

void MetricTile::setNote(const QString& note, const QString& shorter) {
    if (note == m_note && shorter == m_shortNote) return;
    m_note = note;
    m_shortNote = shorter;
    changed();
}

void MetricTile::setProgress(double progress) {
    if (progress == m_progress) return;
    m_progress = progress;
    update();
}

void MetricTile::changed() {
    setAccessibleName(m_label);
    setAccessibleDescription(QStringLiteral("%1 %2. %3").arg(m_value, m_unit, m_note));
    update();
}

QSize MetricTile::sizeHint() const {
    const double height = QFontMetricsF(labelFont()).height() * 2 + QFontMetricsF(valueFont()).height() + kPad;
    return {150, qRound(height)};
}

QSize MetricTile::minimumSizeHint() const { return {96, sizeHint().height()}; }

void MetricTile::paintEvent(QPaintEvent*) {
    const Theme& colours = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.border, 1));
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
    const QRectF inner = QRectF(rect()).adjusted(kPad, kPad * 0.5, -kPad, -kPad * 0.5);
    const QFontMetricsF label(labelFont()), value(valueFont());
    painter.setFont(labelFont());
    painter.setPen(colours.textMuted);
    painter.drawText(QRectF(inner.left(), inner.top(), inner.width(), label.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     label.elidedText(m_label, Qt::ElideRight, inner.width()));
    QFont big = valueFont();
    double width = value.horizontalAdvance(m_value);
    const double unit = m_unit.isEmpty() ? 0 : label.horizontalAdvance(m_unit) + 5;
    if (width + unit > inner.width()) {
        big.setPointSizeF(big.pointSizeF() * std::max(0.55, (inner.width() - unit) / width));
        width = QFontMetricsF(big).horizontalAdvance(m_value);
    }
    const double base = inner.top() + label.height() + value.ascent() + 1;
    painter.setFont(big);
    painter.setPen(colours.text);
    painter.drawText(QPointF(inner.left(), base), m_value);
    painter.setFont(labelFont());
    painter.setPen(colours.textMuted);
    if (!m_unit.isEmpty()) painter.drawText(QPointF(inner.left() + width + 5, base), m_unit);
    const QString& note = m_shortNote.isEmpty() || label.horizontalAdvance(m_note) <= inner.width() ? m_note : m_shortNote;
    painter.drawText(QRectF(inner.left(), inner.bottom() - label.height(), inner.width(), label.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     label.elidedText(note, Qt::ElideRight, inner.width()));
    if (m_progress >= 0) {
        const QRectF track(10, height() - 4, this->width() - 20, 2);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.border);
        painter.drawRoundedRect(track, 1, 1);
        painter.setBrush(colours.accent);
        painter.drawRoundedRect(QRectF(track.left(), track.top(), track.width() * std::clamp(m_progress, 0.0, 1.0), track.height()), 1, 1);
    }
}

}  // namespace strand
