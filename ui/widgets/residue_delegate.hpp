// Paints the residues of a table cell in their published colours, monospaced, only what fits.
#pragma once

#include <QStyledItemDelegate>

namespace strand {

class ResidueDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setProtein(bool protein) { m_protein = protein; }
    void setText(bool text) { m_text = text; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    bool m_protein = false, m_text = false;
};

}  // namespace strand
