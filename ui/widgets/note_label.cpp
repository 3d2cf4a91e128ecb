#include "ui/widgets/note_label.hpp"

#include <algorithm>

namespace strand {

NoteLabel::NoteLabel(TextStyle style, const char* tone, int lines, QWidget* parent) : StyledLabel(style, tone, parent), m_lines(lines) {
    setWordWrap(true);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize NoteLabel::sizeHint() const {
    // Letters of another font, such as Chinese ones, may be higher than those of the label's own.
    const int high = fontMetrics().boundingRect(QRect(0, 0, QWIDGETSIZE_MAX, QWIDGETSIZE_MAX), Qt::TextSingleLine, text()).height();
    return {kSpace * 40, std::max(fontMetrics().lineSpacing(), high) * m_lines + 2};
}

QSize NoteLabel::minimumSizeHint() const { return {kSpace * 20, sizeHint().height()}; }

}  // namespace strand
