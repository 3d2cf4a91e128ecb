#include "ui/widgets/sequence_table_model.hpp"

#include "ui/text/sentences.hpp"
#include "ui/theme/theme.hpp"

#include <QPainter>

#include <algorithm>

namespace strand {

namespace {

constexpr int kPage = 256;  // rows read at once
constexpr size_t kPagesKept = 32;

}  // namespace

SequenceTableModel::SequenceTableModel(Session& session, QObject* parent) : QAbstractTableModel(parent), m_session(session) {}

SequenceTableModel::~SequenceTableModel() = default;

void SequenceTableModel::setDataset(const DatasetRecord* dataset) {
    beginResetModel();
    m_dataset = dataset ? std::optional(*dataset) : std::nullopt;
    m_filter = {};
    m_ordinals.reset();
    m_pages.clear();
    ++m_generation;
    m_worker.request_stop();
    m_searching = false;
    endResetModel();
    emit filtered(rowCount());
}

void SequenceTableModel::setFilter(const SequenceFilter& filter) {
    const auto sort = m_filter.sort;
    const bool descending = m_filter.descending;
    m_filter = filter;
    m_filter.sort = sort;
    m_filter.descending = descending;
    search();
}

void SequenceTableModel::sort(int column, Qt::SortOrder order) {
    switch (column) {
        case IdColumn: m_filter.sort = SequenceSort::Id; break;
        case ClassColumn: m_filter.sort = SequenceSort::Label; break;
        case SplitColumn: m_filter.sort = SequenceSort::Split; break;
        case LengthColumn: m_filter.sort = SequenceSort::Length; break;
        default: m_filter.sort = SequenceSort::Ordinal;
    }
    m_filter.descending = order == Qt::DescendingOrder;
    search();
}

void SequenceTableModel::search() {
    if (!m_dataset || !m_session.hasProject()) return;
    const auto generation = ++m_generation;
    const bool everything =
        m_filter.text.empty() && !m_filter.label && !m_filter.split && m_filter.sort == SequenceSort::Ordinal && !m_filter.descending;
    if (everything) {
        m_worker.request_stop();
        beginResetModel();
        m_ordinals.reset();
        m_pages.clear();
        m_searching = false;
        endResetModel();
        emit filtered(rowCount());
        return;
    }
    m_searching = true;
    // A reading connection of its own: a connection belongs to one thread.
    m_worker = std::jthread([this, generation, path = m_session.projectPath().toStdString(), id = m_dataset->id,
                             filter = m_filter](std::stop_token stop) {
        auto project = ProjectFile::open(path, ProjectFile::Access::Read);
        auto found = project ? DatasetStore(*project).ordinals(id, filter, stop) : Result<std::vector<std::int32_t>>(fail(project.error()));
        if (stop.stop_requested()) return;
        QMetaObject::invokeMethod(
            this, [this, generation, found = std::move(found)]() mutable { take(generation, std::move(found)); }, Qt::QueuedConnection);
    });
}

void SequenceTableModel::take(std::uint64_t generation, Result<std::vector<std::int32_t>> found) {
    if (generation != m_generation) return;
    m_searching = false;
    if (!found) {
        emit failed(found.error());
        return;
    }
    beginResetModel();
    m_ordinals = std::move(*found);
    m_pages.clear();
    endResetModel();
    emit filtered(rowCount());
}

int SequenceTableModel::rowCount(const QModelIndex& parent) const {
    if (parent.isValid() || !m_dataset) return 0;
    return static_cast<int>(m_ordinals ? static_cast<std::int64_t>(m_ordinals->size()) : m_dataset->sequences);
}

int SequenceTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

std::int64_t SequenceTableModel::ordinal(int row) const {
    if (row < 0 || row >= rowCount()) return -1;
    return m_ordinals ? (*m_ordinals)[static_cast<size_t>(row)] : row;
}

const SequenceRow* SequenceTableModel::sequence(int row) const {
    if (row < 0 || row >= rowCount() || !m_session.project()) return nullptr;
    const int page = row / kPage;
    auto found = m_pages.find(page);
    if (found == m_pages.end()) {
        const DatasetStore store(*m_session.project());
        const std::int64_t first = static_cast<std::int64_t>(page) * kPage;
        Result<std::vector<SequenceRow>> rows = [&] {
            if (!m_ordinals) return store.page(m_dataset->id, first, kPage);
            const auto begin = m_ordinals->begin() + first;
            const auto end = m_ordinals->begin() + std::min<std::int64_t>(first + kPage, static_cast<std::int64_t>(m_ordinals->size()));
            return store.rows(m_dataset->id, {begin, end});
        }();
        if (!rows) return nullptr;
        if (m_pages.size() >= kPagesKept) m_pages.clear();
        found = m_pages.emplace(page, std::move(*rows)).first;
    }
    const auto within = static_cast<size_t>(row % kPage);
    return within < found->second.size() ? &found->second[within] : nullptr;
}

QVariant SequenceTableModel::data(const QModelIndex& index, int role) const {
    if (role == Qt::TextAlignmentRole && (index.column() == NumberColumn || index.column() == LengthColumn))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != kLabelRole && role != Qt::DecorationRole) return {};
    const auto* row = sequence(index.row());
    if (!row) return {};
    const auto& sequence = row->sequence;
    if (role == kLabelRole) return sequence.label;
    if (role == Qt::DecorationRole)
        return index.column() == ClassColumn && sequence.label != kNoLabel ? QVariant(theme().classColour(sequence.label)) : QVariant();
    if (role == Qt::ToolTipRole) return index.column() == IdColumn ? QString::fromStdString(sequence.id) : QVariant();
    switch (index.column()) {
        case NumberColumn: return number(row->ordinal + 1);
        case IdColumn: return QString::fromStdString(sequence.id);
        case ClassColumn:
            return sequence.label == kNoLabel ? QStringLiteral("—")
                                              : QString::fromStdString(m_dataset->classes.at(static_cast<size_t>(sequence.label)));
        case SplitColumn: {
            const QString names[] = {QStringLiteral("—"), tr("train"), tr("validation"), tr("test")};
            return names[static_cast<int>(sequence.split)];
        }
        case LengthColumn: return number(static_cast<std::int64_t>(sequence.residues.size()));
        case ResiduesColumn: return QString::fromStdString(sequence.residues.substr(0, 400));
        default: return {};
    }
}

QVariant SequenceTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == NumberColumn || section == LengthColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case NumberColumn: return tr("No.");
        case IdColumn: return tr("Name");
        case ClassColumn: return tr("Class");
        case SplitColumn: return tr("Split");
        case LengthColumn: return tr("Length");
        case ResiduesColumn: return tr("Sequence");
        default: return {};
    }
}

void SequenceTableModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

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
