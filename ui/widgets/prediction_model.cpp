#include "ui/widgets/prediction_model.hpp"

#include "ui/text/sentences.hpp"
#include "ui/widgets/table_copy.hpp"

#include <algorithm>
#include <numeric>

namespace strand {

namespace {

constexpr int kDigits = 3;

float probabilityAt(const PredictionTable::Row& row, int column) {
    const auto at = static_cast<std::size_t>(column == PredictionModel::Probability ? row.predicted : column - PredictionModel::FirstClass);
    return at < row.probabilities.size() ? row.probabilities[at] : 0;
}

std::vector<std::uint32_t> sorted(const PredictionTable& table, int column, Qt::SortOrder order) {
    const auto& rows = table.rows;
    std::vector<std::uint32_t> out(rows.size());
    std::iota(out.begin(), out.end(), 0U);
    if (column < 0) return out;
    const auto less = [&](std::uint32_t one, std::uint32_t other) {
        if (column == PredictionModel::Id) return rows[one].id < rows[other].id;
        if (column == PredictionModel::Predicted) return rows[one].predicted < rows[other].predicted;
        return probabilityAt(rows[one], column) < probabilityAt(rows[other], column);
    };
    std::stable_sort(out.begin(), out.end(), [&](std::uint32_t one, std::uint32_t other) {
        return order == Qt::AscendingOrder ? less(one, other) : less(other, one);
    });
    return out;
}

}  // namespace

void PredictionModel::show(SharedPredictions table) {
    m_sorting.drop();
    beginResetModel();
    m_table = std::move(table);
    m_order = sorted(*m_table, -1, Qt::AscendingOrder);
    m_counts.assign(m_table->classes.size(), 0);
    for (const auto& row : m_table->rows)
        ++m_counts[static_cast<std::size_t>(row.predicted)];
    endResetModel();
}

std::function<QString()> PredictionModel::wholeText(QChar separator) const {
    return [table = m_table, order = m_order, separator] {
        PredictionModel same;
        same.m_table = table;
        same.m_order = order;
        return tableText(same, separator);
    };
}

void PredictionModel::retranslate() { emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1); }

int PredictionModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_order.size()); }

int PredictionModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : FirstClass + static_cast<int>(m_table->classes.size());
}

QString PredictionModel::text(const PredictionTable::Row& row, int column) const {
    switch (column) {
        case Id: return QString::fromStdString(row.id);
        case Predicted: return QString::fromStdString(m_table->classes[static_cast<std::size_t>(row.predicted)]);
        default: return real(static_cast<double>(probabilityAt(row, column)), kDigits);
    }
}

QVariant PredictionModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (role == Qt::DisplayRole) return text(row(index.row()), index.column());
    if (role == Qt::TextAlignmentRole && index.column() >= Probability) return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant PredictionModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    if (role == Qt::TextAlignmentRole) return int((section >= Probability ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Id: return tr("Sequence");
        case Predicted: return tr("Predicted class");
        case Probability: return tr("Probability");
        //: %1 a class; heading of the column of its probabilities
        default: return tr("P(%1)").arg(QString::fromStdString(m_table->classes[static_cast<std::size_t>(section - FirstClass)]));
    }
}

void PredictionModel::sort(int column, Qt::SortOrder order) {
    m_sorting.start(
        *this, [table = m_table, column, order](const std::stop_token&) { return sorted(*table, column, order); },
        [this](std::vector<std::uint32_t>& found) { setOrder(std::move(found)); });
}

/// What is selected stays with its sequence.
void PredictionModel::setOrder(std::vector<std::uint32_t> order) {
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    std::vector<int> rowOf(order.size());  // [place in the file]
    for (std::size_t row = 0; row < order.size(); ++row)
        rowOf[order[row]] = static_cast<int>(row);
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    for (const QModelIndex& index : from)
        to << createIndex(rowOf[m_order[static_cast<std::size_t>(index.row())]], index.column());
    m_order = std::move(order);
    changePersistentIndexList(from, to);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

}  // namespace strand
