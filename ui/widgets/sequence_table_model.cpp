#include "ui/widgets/sequence_table_model.hpp"

#include "ui/text/sentences.hpp"
#include "ui/theme/theme.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace strand {

namespace {

constexpr size_t kShown = 400;  // residues of a row

}  // namespace

QString splitText(Split split) {
    switch (split) {
        case Split::None: break;
        case Split::Train: return QCoreApplication::translate("data", "train");
        case Split::Validation: return QCoreApplication::translate("data", "validation");
        case Split::Test: return QCoreApplication::translate("data", "test");
        case Split::Excluded: return QCoreApplication::translate("data", "left out");
    }
    return QStringLiteral("—");
}

QString kindText(SequenceKind kind) {
    const char* const names[] = {QT_TRANSLATE_NOOP("data", "DNA"), QT_TRANSLATE_NOOP("data", "RNA"), QT_TRANSLATE_NOOP("data", "protein"),
                                 QT_TRANSLATE_NOOP("data", "text")};
    return QCoreApplication::translate("data", names[static_cast<size_t>(kind)]);
}

SequenceTableModel::SequenceTableModel(Session& session, QObject* parent) : QAbstractTableModel(parent), m_session(session) {
    m_pages = new SequencePages(this);
    connect(m_pages, &SequencePages::arrived, this,
            [this](int first, int last) { emit dataChanged(index(first, 0), index(last, ColumnCount - 1)); });
    connect(m_pages, &SequencePages::failed, this, &SequenceTableModel::failed);
    connect(&session.engine(), &EngineHost::projectAboutToClose, this, [this] {
        m_search.dropAndWait();
        m_pages->close();
    });
}

SequenceTableModel::~SequenceTableModel() = default;

void SequenceTableModel::setDataset(const DatasetRecord* dataset) {
    if (dataset && m_dataset && dataset->id == m_dataset->id && dataset->sequences == m_dataset->sequences) {
        m_dataset = *dataset;
        m_pages->refresh();
        search();
        return;
    }
    m_dataset = dataset ? std::optional(*dataset) : std::nullopt;
    const auto order = m_filter.sort;
    m_filter = {.text = {}, .label = {}, .split = {}, .sort = order, .descending = m_filter.descending};
    m_search.drop();
    setOrdinals(nullptr);
    if (m_dataset)
        search();
    else
        emit filtered(0);
}

void SequenceTableModel::setOrdinals(std::shared_ptr<const std::vector<std::int32_t>> ordinals) {
    beginResetModel();
    m_ordinals = std::move(ordinals);
    SequencePages::Source source{.project = m_session.projectPath().toStdString(), .ordinals = m_ordinals};
    if (m_dataset) {
        source.dataset = m_dataset->id;
        source.rows = rowCount();
        source.typicalLength = m_dataset->statistics.length.p95;
    }
    m_pages->setSource(std::move(source));
    endResetModel();
}

void SequenceTableModel::refreshRows() {
    m_pages->refresh();
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
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
    const bool everything =
        m_filter.text.empty() && !m_filter.label && !m_filter.split && m_filter.sort == SequenceSort::Ordinal && !m_filter.descending;
    if (everything) {
        m_search.drop();
        if (m_ordinals)
            setOrdinals(nullptr);
        else
            refreshRows();
        emit filtered(rowCount());
        return;
    }
    // A reading connection of its own: a connection belongs to one thread.
    m_search.start(
        *this,
        [path = m_session.projectPath().toStdString(), id = m_dataset->id,
         filter = m_filter](std::stop_token stop) -> Result<std::vector<std::int32_t>> {
            STRAND_ASSIGN(const ProjectFile project, ProjectFile::open(path, ProjectFile::Access::Read));
            return DatasetStore(project).ordinals(id, filter, stop);
        },
        [this](const Result<std::vector<std::int32_t>>& found) { take(found); });
}

void SequenceTableModel::take(const Result<std::vector<std::int32_t>>& found) {
    if (!found) {
        emit failed(found.error());
        return;
    }
    if (m_ordinals && *m_ordinals == *found)
        refreshRows();
    else
        setOrdinals(std::make_shared<const std::vector<std::int32_t>>(*found));
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

int SequenceTableModel::rowOf(std::int64_t ordinal) const {
    if (ordinal < 0 || !m_dataset) return -1;
    if (!m_ordinals) return ordinal < m_dataset->sequences ? static_cast<int>(ordinal) : -1;
    const auto found = std::find(m_ordinals->begin(), m_ordinals->end(), static_cast<std::int32_t>(ordinal));
    return found == m_ordinals->end() ? -1 : static_cast<int>(found - m_ordinals->begin());
}

const SequenceRow* SequenceTableModel::sequence(int row) const { return m_pages->row(row); }

Qt::ItemFlags SequenceTableModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == ClassColumn || index.column() == SplitColumn ? flags | Qt::ItemIsEditable : flags;
}

bool SequenceTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const auto* row = sequence(index.row());
    if (role != Qt::EditRole || !row) return false;
    if (index.column() == ClassColumn) {
        const QString label = value.toString().trimmed();
        if (label == data(index, Qt::EditRole).toString()) return false;
        emit labelWanted(row->ordinal, label);
    } else if (index.column() == SplitColumn) {
        const auto split = static_cast<Split>(value.toInt());
        if (split == row->sequence.split) return false;
        emit partWanted(row->ordinal, split);
    }
    return false;  // shown when the step is done
}

QVariant SequenceTableModel::data(const QModelIndex& index, int role) const {
    if (role == Qt::TextAlignmentRole && (index.column() == NumberColumn || index.column() == LengthColumn))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != kLabelRole && role != Qt::DecorationRole && role != Qt::EditRole &&
        role != kExcludedRole)
        return {};
    const auto* row = sequence(index.row());
    if (role == Qt::DisplayRole && index.column() == NumberColumn) return number(ordinal(index.row()) + 1);
    if (!row) return role == Qt::DisplayRole && index.column() == IdColumn ? QVariant(QStringLiteral("…")) : QVariant();
    const auto& sequence = row->sequence;
    if (role == kLabelRole) return sequence.label;
    if (role == kExcludedRole) return sequence.split == Split::Excluded;
    if (role == Qt::EditRole && index.column() == SplitColumn) return static_cast<int>(sequence.split);
    if (role == Qt::EditRole && sequence.label == kNoLabel && index.column() == ClassColumn) return QString();
    if (role == Qt::DecorationRole)
        return index.column() == ClassColumn && sequence.label != kNoLabel ? QVariant(theme().classColour(sequence.label)) : QVariant();
    if (role == Qt::ToolTipRole) return index.column() == IdColumn ? QString::fromStdString(sequence.id) : QVariant();
    switch (index.column()) {
        case IdColumn: return QString::fromStdString(sequence.id);
        case ClassColumn:
            // A step just stored may name a class that the record here does not have yet.
            return sequence.label == kNoLabel || sequence.label >= static_cast<std::int32_t>(m_dataset->classes.size())
                       ? QStringLiteral("—")
                       : QString::fromStdString(m_dataset->classes[static_cast<size_t>(sequence.label)]);
        case SplitColumn:
            //: %1 the part a sequence is in, %2 its number in a cross-validation
            return sequence.fold > 0 ? tr("%1 · fold %2").arg(splitText(sequence.split)).arg(sequence.fold) : splitText(sequence.split);
        case LengthColumn: return number(sequenceLength(sequence.residues, m_dataset->kind));
        case ResiduesColumn: return QString::fromStdString(sequence.residues.substr(0, kShown));
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
        case SplitColumn: return tr("Part");
        case LengthColumn: return tr("Length");
        case ResiduesColumn: return tr("Sequence");
        default: return {};
    }
}

void SequenceTableModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

}  // namespace strand
