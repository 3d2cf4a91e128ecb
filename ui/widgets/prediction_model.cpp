#include "ui/widgets/prediction_model.hpp"

#include "ui/text/sentences.hpp"

#include <algorithm>
#include <numeric>

namespace strand {

namespace {

constexpr int kDigits = 3;

float probabilityAt(const PredictionTable::Row& row, int column) {
    const auto at = static_cast<std::size_t>(column == PredictionModel::Probability ? row.predicted : column - PredictionModel::FirstClass);
    return at < row.probabilities.size() ? row.probabilities[at] : 0;
}

}  // namespace

void PredictionModel::show(PredictionTable table) {
    beginResetModel();
    m_table = std::move(table);
    m_order.resize(m_table.rows.size());
    std::iota(m_order.begin(), m_order.end(), 0U);
    endResetModel();
}

std::vector<std::int64_t> PredictionModel::counts() const {
    std::vector<std::int64_t> out(m_table.classes.size(), 0);
    for (const auto& row : m_table.rows)
        ++out[static_cast<std::size_t>(row.predicted)];
    return out;
}

void PredictionModel::retranslate() { emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1); }

int PredictionModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_order.size()); }

int PredictionModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : FirstClass + static_cast<int>(m_table.classes.size());
}

QString PredictionModel::text(const PredictionTable::Row& row, int column) const {
    switch (column) {
        case Id: return QString::fromStdString(row.id);
        case Predicted: return QString::fromStdString(m_table.classes[static_cast<std::size_t>(row.predicted)]);
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
        default: return tr("P(%1)").arg(QString::fromStdString(m_table.classes[static_cast<std::size_t>(section - FirstClass)]));
    }
}

void PredictionModel::sort(int column, Qt::SortOrder order) {
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    std::iota(m_order.begin(), m_order.end(), 0U);
    const auto& rows = m_table.rows;
    const auto less = [&](std::uint32_t one, std::uint32_t other) {
        if (column == Id) return rows[one].id < rows[other].id;
        if (column == Predicted) return rows[one].predicted < rows[other].predicted;
        return probabilityAt(rows[one], column) < probabilityAt(rows[other], column);
    };
    if (column >= 0) {
        std::stable_sort(m_order.begin(), m_order.end(), [&](std::uint32_t one, std::uint32_t other) {
            return order == Qt::AscendingOrder ? less(one, other) : less(other, one);
        });
    }
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

}  // namespace strand
