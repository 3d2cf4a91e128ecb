// The one kind of modal box: before something is destroyed, with the verb on the button.
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace strand {

/// Asks without stopping the event loop; `onYes` is called where the person agrees. Enter and Escape keep things as they are.
void confirm(QWidget& owner, const QString& question, const QString& consequence, const QString& verb, std::function<void()> onYes);

}  // namespace strand
