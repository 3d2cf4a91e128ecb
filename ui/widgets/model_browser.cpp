#include "ui/widgets/model_browser.hpp"

#include "ui/widgets/model_list.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace strand {

ModelBrowser::ModelBrowser(QWidget* parent) : QWidget(parent) {
    m_search = new QLineEdit;
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list = new ModelList;
    m_nothing = new StyledLabel(TextStyle::Body, "muted");
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    m_nothing->setContentsMargins(2 * kSpace, 2 * kSpace, 2 * kSpace, 2 * kSpace);
    m_nothing->hide();
    auto* field = new QVBoxLayout;
    field->setContentsMargins(2 * kSpace, 3 * kSpace / 2, 2 * kSpace, kSpace / 2);
    field->addWidget(m_search);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->setSpacing(0);
    layout->addLayout(field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
    connect(m_search, &QLineEdit::textChanged, this, &ModelBrowser::filter);
    connect(m_search, &QLineEdit::returnPressed, m_list, &ModelList::chooseFirst);
    connect(m_list, &ModelList::chosen, this, &ModelBrowser::chosen);
    retranslate();
}

void ModelBrowser::show(std::span<const ModelEntry> models) {
    m_list->show(models);
    filter();
}

void ModelBrowser::select(const std::string& name) { m_list->select(name); }

void ModelBrowser::filter() {
    const int found = m_list->filter(m_search->text());
    const bool nothing = found == 0 && !m_search->text().isEmpty();
    m_list->setVisible(!nothing);
    m_nothing->setVisible(nothing);
}

bool ModelBrowser::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
        m_list->setFocus(Qt::TabFocusReason);
        if (m_list->currentItem() == nullptr || m_list->currentItem()->isHidden()) m_list->chooseFirst();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ModelBrowser::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().surface);
    painter.setPen(theme().border);
    painter.drawLine(rect().topRight(), rect().bottomRight());
}

void ModelBrowser::retranslate() {
    m_search->setPlaceholderText(tr("Search models"));
    m_search->setAccessibleName(tr("Search models"));
    m_nothing->setText(tr("No model has this in its name or description."));
    m_list->retranslate();
    filter();
}

}  // namespace strand
