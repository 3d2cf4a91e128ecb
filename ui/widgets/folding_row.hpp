// Two groups side by side; where they do not fit, the second stands below the first, so that a narrow page need not scroll sideways.
#pragma once

#include <QWidget>

class QBoxLayout;

namespace strand {

class FoldingRow : public QWidget {
    Q_OBJECT

public:
    /// `spacing` in pixels between the two. `first` takes the room that is left, or three parts of it where `second` takes `stretch`.
    FoldingRow(QLayout* first, QLayout* second, int spacing, int stretch = 0);
    [[nodiscard]] bool isFolded() const;
    /// As wide as the wider of the two.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fold();
    QBoxLayout* m_row;
    QLayout *m_first, *m_second;
};

}  // namespace strand
