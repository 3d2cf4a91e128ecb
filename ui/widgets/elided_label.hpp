// A line of text that ends in "…" where there is no room, so that it never widens its page; the whole text is its tool tip then.
#pragma once

#include "ui/widgets/styled_label.hpp"

namespace strand {

class ElidedLabel : public StyledLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(TextStyle style, const char* tone = "", QWidget* parent = nullptr);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace strand
