#include "ui/widgets/inline_confirm.hpp"

#include "ui/widgets/note_label.hpp"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace strand {

InlineConfirm::InlineConfirm(QWidget* parent) : QFrame(parent) {
    setProperty("card", true);
    m_question = new NoteLabel(TextStyle::Body, "", 2);
    m_question->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_yes = new QPushButton;
    m_yes->setProperty("kind", "danger");
    m_no = new QPushButton;
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kSpace * 2, kSpace, kSpace, kSpace);
    layout->setSpacing(kSpace);
    layout->addWidget(m_question, 1);
    layout->addWidget(m_no);
    layout->addWidget(m_yes);
    connect(m_yes, &QPushButton::clicked, this, [this] {
        hide();
        emit agreed();
    });
    connect(m_no, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void InlineConfirm::ask(const QString& question, const QString& verb, const QString& keep) {
    m_question->setText(question);
    m_yes->setText(verb);
    m_no->setText(keep);
    show();
    m_no->setFocus();
}

void InlineConfirm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        hide();
    } else {
        QFrame::keyPressEvent(event);
    }
}

}  // namespace strand
