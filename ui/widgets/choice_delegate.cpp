#include "ui/widgets/choice_delegate.hpp"

#include <QComboBox>

namespace strand {

QWidget* ChoiceDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const {
    auto* combo = new QComboBox(parent);
    combo->setEditable(m_editable);
    combo->setFrame(false);
    for (const auto& [text, value] : m_choices())
        combo->addItem(text, value);
    // A choice from the list is meant at once; typing ends with Enter.
    connect(combo, &QComboBox::activated, this, [this, combo] {
        auto* self = const_cast<ChoiceDelegate*>(this);
        emit self->commitData(combo);
        emit self->closeEditor(combo);
    });
    return combo;
}

void ChoiceDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    auto* combo = qobject_cast<QComboBox*>(editor);
    const QVariant now = index.data(Qt::EditRole);
    combo->setCurrentIndex(combo->findData(now));
    if (m_editable) combo->setEditText(now.toString());
}

void ChoiceDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    const auto* combo = qobject_cast<QComboBox*>(editor);
    model->setData(index, m_editable ? QVariant(combo->currentText()) : combo->currentData(), Qt::EditRole);
}

}  // namespace strand
