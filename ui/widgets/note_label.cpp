#include "ui/widgets/note_label.hpp"

namespace strand {

NoteLabel::NoteLabel(TextStyle style, const char* tone, int lines, QWidget* parent) : StyledLabel(style, tone, parent), m_lines(lines) {
    setWordWrap(true);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize NoteLabel::sizeHint() const { return {kSpace * 40, fontMetrics().lineSpacing() * m_lines + 2}; }

QSize NoteLabel::minimumSizeHint() const { return {kSpace * 20, sizeHint().height()}; }

}  // namespace strand
