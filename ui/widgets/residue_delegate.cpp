#include "ui/widgets/residue_delegate.hpp"

#include "ui/theme/theme.hpp"

#include <QPainter>

namespace strand {

void ResidueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (m_text) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem plain = option;
    initStyleOption(&plain, index);
    const QString residues = plain.text;
    plain.text.clear();
    plain.widget->style()->drawControl(QStyle::CE_ItemViewItem, &plain, painter, plain.widget);
    painter->save();
    const QFont font = residueFont(TextStyle::Body);
    painter->setFont(font);
    const QFontMetricsF metrics(font);
    const double advance = metrics.horizontalAdvance(QLatin1Char('A'));
    const QRectF area = QRectF(option.rect).adjusted(kSpace, 0, -kSpace, 0);
    const int fits = static_cast<int>(area.width() / advance);
    const int shown = std::min<int>(static_cast<int>(residues.size()), fits);
    const double top = area.center().y() - (metrics.height() / 2);
    const Theme& t = theme();
    for (int i = 0; i < shown; ++i) {
        const QRectF cell(area.left() + (i * advance), top, advance, metrics.height());
        const bool more = i == shown - 1 && residues.size() > fits;
        QColor back = t.residue(residues[i], m_protein);
        back.setAlphaF(t.dark() ? 0.35F : 0.28F);
        if (!more) painter->fillRect(cell, back);
        painter->setPen(more ? t.textFaint : t.text);
        painter->drawText(cell, Qt::AlignCenter, more ? QStringLiteral("…") : QString(residues[i]));
    }
    painter->restore();
}

}  // namespace strand
