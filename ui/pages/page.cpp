#include "ui/pages/page.hpp"

#include <QEvent>

namespace strand {

FigureReport Page::reporter() const {
    return [this](bool written, const QString& sentence) {
        session().say(written ? Session::Level::Success : Session::Level::Error, sentence);
    };
}

void Page::goToModels() { session().goTo(session().hasProject() ? QStringLiteral("model") : QStringLiteral("home")); }

void Page::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace strand
