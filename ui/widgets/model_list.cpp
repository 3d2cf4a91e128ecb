#include "ui/widgets/model_list.hpp"

#include "ui/text/sentences.hpp"
#include "ui/theme/theme.hpp"

#include <QCoreApplication>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

#include <algorithm>
#include <map>

namespace strand {

namespace {

enum Role { NameRole = Qt::UserRole, TitleRole, BadgeRole, WordsRole };

QString tr(const char* text) { return QCoreApplication::translate("strand::ModelList", text); }

class ModelDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        const int body = QFontMetrics(fontOf(TextStyle::Body)).height();
        const int caption = QFontMetrics(fontOf(TextStyle::Caption)).height();
        if (index.data(NameRole).toString().isEmpty()) return {200, caption + (3 * kSpace)};
        return {200, body + caption + (2 * kSpace)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const Theme& t = theme();
        const QRect area = option.rect.adjusted(kSpace, 0, -kSpace, 0);
        if (index.data(NameRole).toString().isEmpty()) {
            painter->setFont(fontOf(TextStyle::Caption));
            painter->setPen(t.textFaint);
            painter->drawText(area.adjusted(kSpace, 0, 0, -kSpace / 2), Qt::AlignBottom | Qt::AlignLeft, index.data(TitleRole).toString());
            painter->restore();
            return;
        }
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(selected ? t.accentSoft : t.sunken);
            painter->drawRoundedRect(QRectF(area).adjusted(0, 1, 0, -1), 6, 6);
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(t.accent, 1.5));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(area).adjusted(1, 2, -1, -2), 6, 6);
        }
        const QRect text = area.adjusted(kSpace, kSpace, -kSpace, -kSpace);
        QFont name = fontOf(TextStyle::Body);
        name.setWeight(QFont::DemiBold);
        const QString badge = index.data(BadgeRole).toString();
        const QFontMetrics metrics(fontOf(TextStyle::Caption));
        const int badgeWidth = metrics.horizontalAdvance(badge) + (2 * kSpace);
        const int nameWidth = QFontMetrics(name).horizontalAdvance(index.data(NameRole).toString());
        // Beside a long name in a narrow list there is no room for it; the page says it too.
        if (!badge.isEmpty() && nameWidth + kSpace + badgeWidth <= text.width()) {
            painter->setFont(fontOf(TextStyle::Caption));
            const QRectF pill(text.right() - badgeWidth, text.top() - 3, badgeWidth, metrics.height() + 2);  // clear of the title
            painter->setPen(QPen(t.border));
            painter->setBrush(t.surface);
            painter->drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
            painter->setPen(t.textMuted);
            painter->drawText(pill, Qt::AlignCenter, badge);
        }
        painter->setFont(name);
        painter->setPen(selected ? t.accent : t.text);
        painter->drawText(text, Qt::AlignTop | Qt::AlignLeft, index.data(NameRole).toString());
        painter->setFont(fontOf(TextStyle::Caption));
        painter->setPen(t.textMuted);
        const QString title = painter->fontMetrics().elidedText(index.data(TitleRole).toString(), Qt::ElideRight, text.width());
        painter->drawText(text, Qt::AlignBottom | Qt::AlignLeft, title);
        painter->restore();
    }
};

}  // namespace

QString attentionText(const std::string& kind) {
    static const std::map<std::string, const char*> texts{{"exact", QT_TRANSLATE_NOOP("strand::ModelList", "exact attention")},
                                                          {"sparse", QT_TRANSLATE_NOOP("strand::ModelList", "sparse attention")},
                                                          {"implied", QT_TRANSLATE_NOOP("strand::ModelList", "implied attention")},
                                                          {"vector", QT_TRANSLATE_NOOP("strand::ModelList", "attention weights")},
                                                          {"edges", QT_TRANSLATE_NOOP("strand::ModelList", "edge weights")},
                                                          {"none", QT_TRANSLATE_NOOP("strand::ModelList", "no attention")}};
    const auto found = texts.find(kind);
    return found == texts.end() ? QString::fromStdString(kind) : tr(found->second);
}

QString familyText(const std::string& family) {
    static const std::map<std::string, const char*> texts{{"traditional", QT_TRANSLATE_NOOP("strand::ModelList", "Classic networks")},
                                                          {"transformer", QT_TRANSLATE_NOOP("strand::ModelList", "Transformers")},
                                                          {"graph", QT_TRANSLATE_NOOP("strand::ModelList", "Graph networks")}};
    const auto found = texts.find(family);
    return found == texts.end() ? QString::fromStdString(family) : tr(found->second);
}

ModelList::ModelList(QWidget* parent) : QListWidget(parent) {
    setItemDelegate(new ModelDelegate(this));
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setProperty("frameless", true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(this, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item && !item->data(NameRole).toString().isEmpty()) emit chosen(item->data(NameRole).toString().toStdString());
    });
}

void ModelList::show(std::span<const ModelEntry> models) {
    m_models = models;
    retranslate();
}

void ModelList::select(const std::string& name) {
    const QSignalBlocker blocker(this);
    for (int row = 0; row < count(); ++row)
        if (item(row)->data(NameRole).toString().toStdString() == name) setCurrentRow(row);
}

std::string ModelList::selected() const { return currentItem() ? currentItem()->data(NameRole).toString().toStdString() : std::string(); }

int ModelList::filter(const QString& text) {
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int found = 0;
    QListWidgetItem* heading = nullptr;
    for (int i = 0; i < count(); ++i) {
        QListWidgetItem* row = item(i);
        if (row->data(NameRole).toString().isEmpty()) {
            heading = row;
            heading->setHidden(true);
            continue;
        }
        const QString known = row->data(WordsRole).toString();
        const bool fits =
            std::all_of(words.begin(), words.end(), [&known](const QString& word) { return known.contains(word, Qt::CaseInsensitive); });
        row->setHidden(!fits);
        if (!fits) continue;
        ++found;
        if (heading != nullptr) heading->setHidden(false);
    }
    return found;
}

void ModelList::chooseFirst() {
    for (int i = 0; i < count(); ++i) {
        if (item(i)->isHidden() || item(i)->data(NameRole).toString().isEmpty()) continue;
        setCurrentRow(i);
        return;
    }
}

void ModelList::retranslate() {
    const std::string before = selected();
    const QSignalBlocker blocker(this);
    clear();
    setAccessibleName(tr("Models"));
    for (const char* family : {"traditional", "transformer", "graph"}) {
        bool headed = false;
        for (const auto& entry : m_models) {
            if (entry.family != family) continue;
            if (!headed) {
                auto* heading = new QListWidgetItem(this);
                heading->setFlags(Qt::NoItemFlags);
                heading->setData(TitleRole, familyText(family));
                headed = true;
            }
            auto* row = new QListWidgetItem(this);
            row->setData(Qt::DisplayRole, QString::fromStdString(entry.name));  // found by typing its first letters
            row->setData(NameRole, QString::fromStdString(entry.name));
            row->setData(TitleRole, toText(entry.title));
            row->setData(WordsRole, QStringList{QString::fromStdString(entry.name), toText(entry.title), familyText(entry.family),
                                                attentionText(entry.attention), QString::fromStdString(entry.paper)}
                                        .join(QLatin1Char(' ')));
            if (entry.attention != "none") row->setData(BadgeRole, attentionText(entry.attention));
            row->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(QString::fromStdString(entry.name), toText(entry.title)));
        }
    }
    if (!before.empty()) select(before);
}

}  // namespace strand
