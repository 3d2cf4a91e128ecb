// Pages of which one is shown: no wider than that one, whatever the others need.
#pragma once

#include <QStackedWidget>

namespace strand {

class PageStack : public QStackedWidget {
    Q_OBJECT

public:
    explicit PageStack(QWidget* parent = nullptr) : QStackedWidget(parent) {
        connect(this, &QStackedWidget::currentChanged, this, &QWidget::updateGeometry);
    }
    [[nodiscard]] QSize minimumSizeHint() const override {
        const QWidget* const shown = currentWidget();
        return shown != nullptr ? shown->minimumSizeHint().expandedTo(shown->minimumSize()) : QStackedWidget::minimumSizeHint();
    }
};

}  // namespace strand
