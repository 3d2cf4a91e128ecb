#include "ui/widgets/elided_label.hpp"

#include <QPainter>

namespace strand {

ElidedLabel::ElidedLabel(TextStyle style, const char* tone, QWidget* parent) : StyledLabel(style, tone, parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ElidedLabel::minimumSizeHint() const {
    return {fontMetrics().horizontalAdvance(QLatin1Char('M')) * 4, StyledLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    if (const QString tip = shown == text() ? QString() : text(); tip != toolTip()) setToolTip(tip);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(), static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), shown);
}

}  // namespace strand
