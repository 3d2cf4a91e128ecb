// Predictions of a file: a row a sequence, a column a class. Sorts its own rows: no proxy over a million of them.
#pragma once

#include "pipeline/engine.hpp"

#include <QAbstractTableModel>

namespace strand {

class PredictionModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Id, Predicted, Probability, FirstClass };  ///< behind: a probability a class

    explicit PredictionModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void show(PredictionTable table);
    [[nodiscard]] const PredictionTable& table() const { return m_table; }
    /// Sequences of each class, in the order of the classes.
    [[nodiscard]] std::vector<std::int64_t> counts() const;
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;  ///< column -1: as in the file

private:
    [[nodiscard]] const PredictionTable::Row& row(int index) const { return m_table.rows[m_order[static_cast<std::size_t>(index)]]; }
    [[nodiscard]] QString text(const PredictionTable::Row& row, int column) const;

    PredictionTable m_table;
    std::vector<std::uint32_t> m_order;  ///< [row] place in the file
};

}  // namespace strand
