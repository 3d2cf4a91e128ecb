#include "ui/widgets/styled_label.hpp"

#include <QStyle>

namespace strand {

StyledLabel::StyledLabel(TextStyle style, const char* tone, QWidget* parent) : QLabel(parent), m_style(style) {
    setFont(fontOf(style));
    setTone(tone);
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, [this] { setFont(fontOf(m_style)); });
}

void StyledLabel::setTextStyle(TextStyle style) {
    m_style = style;
    setFont(fontOf(style));
}

void StyledLabel::setTone(const char* tone) {
    setProperty("tone", QString::fromLatin1(tone));
    style()->unpolish(this);
    style()->polish(this);
}

}  // namespace strand
