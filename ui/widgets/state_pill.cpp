#include "ui/widgets/state_pill.hpp"

#include "ui/theme/theme.hpp"

#include <QFontMetricsF>
#include <QPainter>

namespace strand {

StatePill::StatePill(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void StatePill::setState(const QString& text, Tone tone) {
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

QSize StatePill::sizeHint() const {
    const QFontMetricsF metrics(fontOf(TextStyle::Caption));
    return {qRound(metrics.horizontalAdvance(m_text) + kSpace * 4), qRound(metrics.height() + kSpace)};
}

void StatePill::paintEvent(QPaintEvent*) {
    const Theme& t = theme();
    QColor ink = t.textMuted;
    switch (m_tone) {
        case Tone::Neutral: break;
        case Tone::Active: ink = t.accent; break;
        case Tone::Good: ink = t.good; break;
        case Tone::Warning: ink = t.warning; break;
        case Tone::Bad: ink = t.bad; break;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(t.name == ThemeName::HighContrast ? QPen(ink, 1) : QPen(Qt::NoPen));
    painter.setBrush(mixed(t.surface, ink, 0.12));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), height() / 2.0, height() / 2.0);
    const QPointF dot(kSpace * 1.75, height() / 2.0);
    painter.setPen(QPen(ink, 1.6));
    painter.setBrush(m_tone == Tone::Neutral ? QBrush(Qt::NoBrush) : QBrush(ink));
    if (m_tone == Tone::Warning) {
        painter.drawRect(QRectF(dot.x() - 2.6, dot.y() - 2.6, 5.2, 5.2));
    } else if (m_tone == Tone::Bad) {
        painter.drawLine(dot + QPointF(-3, -3), dot + QPointF(3, 3));
        painter.drawLine(dot + QPointF(-3, 3), dot + QPointF(3, -3));
    } else {
        painter.drawEllipse(dot, 3, 3);
    }
    painter.setFont(fontOf(TextStyle::Caption));
    painter.setPen(ink);
    painter.drawText(QRectF(kSpace * 2.75, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter, m_text);
}

}  // namespace strand
