// A wrapped text that takes a fixed number of lines: its page keeps its height whatever the text, and scrolls only where it must.
#pragma once

#include "ui/widgets/styled_label.hpp"

namespace strand {

class NoteLabel : public StyledLabel {
    Q_OBJECT

public:
    NoteLabel(TextStyle style, const char* tone, int lines, QWidget* parent = nullptr);
    /// A scroll area gives a layout with height for width its preferred height, not its least: this label asks for none.
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    int m_lines;
};

}  // namespace strand
