#include "ui/pages/page.hpp"

#include <QEvent>

namespace strand {

void Page::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace strand
