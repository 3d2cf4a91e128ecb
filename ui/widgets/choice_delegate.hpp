// Edits a table cell by a list of choices under it; what is typed counts where new names are allowed.
#pragma once

#include <QStyledItemDelegate>

#include <functional>

namespace strand {

class ChoiceDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using Choices = std::function<QList<std::pair<QString, QVariant>>()>;  ///< text, value
    ChoiceDelegate(Choices choices, bool editable, QObject* parent)
        : QStyledItemDelegate(parent), m_choices(std::move(choices)), m_editable(editable) {}

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;

private:
    Choices m_choices;
    bool m_editable;
};

}  // namespace strand
