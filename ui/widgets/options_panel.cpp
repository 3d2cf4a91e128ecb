#include "ui/widgets/options_panel.hpp"

#include "ui/theme/theme.hpp"

#include <QEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace strand {

namespace {
constexpr int kWidth = 300, kSmallest = 240;
}

OptionsPanel::OptionsPanel(QWidget* parent) : QWidget(parent) {
    m_stack = new QStackedWidget;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    setMinimumWidth(kSmallest);
    resize(kWidth, height());
    retranslate();
}

void OptionsPanel::show(QWidget* form) {
    m_form = form;
    if (form == nullptr) return;
    QScrollArea* area = areaOf(form);
    m_stack->setCurrentWidget(area);
    fit();
}

/// Nothing scrolls sideways: the form must fit, whatever it shows by now.
void OptionsPanel::fit() {
    const auto* area = qobject_cast<QScrollArea*>(m_stack->currentWidget());
    if (area == nullptr) return;
    const int content = area->widget() != nullptr ? area->widget()->minimumSizeHint().width() : 0;
    setMinimumWidth(std::max({kSmallest, area->minimumWidth(), content + area->verticalScrollBar()->sizeHint().width()}));
}

QScrollArea* OptionsPanel::areaOf(QWidget* form) {
    for (int i = 0; i < m_stack->count(); ++i) {
        auto* area = qobject_cast<QScrollArea*>(m_stack->widget(i));
        if (area == form || area->widget() == form) return area;
    }
    auto* area = qobject_cast<QScrollArea*>(form);
    if (area == nullptr) {
        area = new QScrollArea;
        area->setWidgetResizable(true);
        area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        area->setWidget(form);
    }
    m_stack->addWidget(area);
    if (area->widget() != nullptr) area->widget()->installEventFilter(this);
    form->show();
    return area;
}

bool OptionsPanel::isEssential() const { return m_form != nullptr && m_form->property("essential").toBool(); }

bool OptionsPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) fit();
    return QWidget::eventFilter(watched, event);
}

void OptionsPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void OptionsPanel::retranslate() { setAccessibleName(tr("Options")); }

void OptionsPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().window);
    painter.setPen(theme().border);
    painter.drawLine(rect().topLeft(), rect().bottomLeft());
}

}  // namespace strand
