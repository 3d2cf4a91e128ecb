// A label in a style of the type scale and a tone of the theme; follows the text size.
#pragma once

#include "ui/theme/theme.hpp"

#include <QLabel>

namespace strand {

class StyledLabel : public QLabel {
    Q_OBJECT

public:
    /// `tone`: "" muted faint good warning bad.
    explicit StyledLabel(TextStyle style, const char* tone = "", QWidget* parent = nullptr);
    void setTone(const char* tone);
    void setTextStyle(TextStyle style);

private:
    TextStyle m_style;
};

}  // namespace strand
