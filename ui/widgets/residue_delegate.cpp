#include "ui/widgets/residue_delegate.hpp"

#include "ui/theme/theme.hpp"

#include <QImage>
#include <QPainter>

#include <unordered_map>

namespace strand {

namespace {

/// One pixel a residue, in its colour; drawn as wide as the letters.
QImage stripOf(QStringView residues, bool protein) {
    const Theme& t = theme();
    std::unordered_map<char16_t, QRgb> colours;
    QImage strip(static_cast<int>(residues.size()), 1, QImage::Format_ARGB32);
    auto* pixels = reinterpret_cast<QRgb*>(strip.bits());
    for (const QChar residue : residues) {
        const auto [at, fresh] = colours.try_emplace(residue.unicode());
        if (fresh) {
            QColor colour = t.residue(residue, protein);
            colour.setAlphaF(t.dark() ? 0.35F : 0.28F);
            at->second = colour.rgba();
        }
        *pixels++ = at->second;
    }
    return strip;
}

}  // namespace

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
    if (residues.isEmpty()) return;
    painter->save();
    const QFont font = residueFont(TextStyle::Body);
    painter->setFont(font);
    const QFontMetricsF metrics(font);
    const QRectF area = QRectF(option.rect).adjusted(kSpace, 0, -kSpace, 0);
    // All letters are as wide: the whole row is one strip of colours and one text.
    const double advance = metrics.horizontalAdvance(residues) / static_cast<double>(residues.size());
    const auto fits = static_cast<qsizetype>(area.width() / advance);
    const bool more = residues.size() > fits;
    const QString shown = more ? residues.left(std::max<qsizetype>(0, fits - 1)) : residues;
    const double top = area.center().y() - (metrics.height() / 2);
    const QRectF letters(area.left(), top, advance * static_cast<double>(shown.size()), metrics.height());
    if (!shown.isEmpty()) painter->drawImage(letters, stripOf(shown, m_protein));
    painter->setPen(theme().text);
    painter->drawText(QPointF(letters.left(), top + metrics.ascent()), shown);
    if (more) {
        painter->setPen(theme().textFaint);
        painter->drawText(QPointF(letters.right(), top + metrics.ascent()), QStringLiteral("…"));
    }
    painter->restore();
}

}  // namespace strand
