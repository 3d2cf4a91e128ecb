#include "ui/widgets/folding_row.hpp"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace strand {

FoldingRow::FoldingRow(QLayout* first, QLayout* second, int spacing, int stretch)
    : m_row(new QBoxLayout(QBoxLayout::LeftToRight, this)), m_first(first), m_second(second) {
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(spacing);
    m_row->addLayout(first, 3);
    m_row->addLayout(second, stretch);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

bool FoldingRow::isFolded() const { return m_row->direction() == QBoxLayout::TopToBottom; }

QSize FoldingRow::minimumSizeHint() const {
    return {std::max(m_first->minimumSize().width(), m_second->minimumSize().width()), m_row->totalMinimumSize().height()};
}

void FoldingRow::fold() {
    const bool fits = m_first->minimumSize().width() + m_row->spacing() + m_second->minimumSize().width() <= width();
    m_row->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

/// What stands in the row has changed.
bool FoldingRow::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) fold();
    return QWidget::event(event);
}

void FoldingRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fold();
}

}  // namespace strand
