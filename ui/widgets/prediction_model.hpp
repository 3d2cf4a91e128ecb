// Predictions of a file: a row a sequence, a column a class. Sorts its own rows: no proxy over a million of them.
#pragma once

#include "ui/plots/latest_task.hpp"
#include "ui/session/engine_host.hpp"

#include <QAbstractTableModel>

namespace strand {

class PredictionModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Id, Predicted, Probability, FirstClass };  ///< behind: a probability a class

    explicit PredictionModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void show(SharedPredictions table);  ///< not null
    [[nodiscard]] const PredictionTable& table() const { return *m_table; }
    /// Sequences of each class, in the order of the classes.
    [[nodiscard]] const std::vector<std::int64_t>& counts() const { return m_counts; }
    /// Makes a table of all rows in their present order, on any thread.
    [[nodiscard]] std::function<QString()> wholeText(QChar separator) const;
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Beside the window; column -1: as in the file.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    void setOrder(std::vector<std::uint32_t> order);
    [[nodiscard]] const PredictionTable::Row& row(int index) const { return m_table->rows[m_order[static_cast<std::size_t>(index)]]; }
    [[nodiscard]] QString text(const PredictionTable::Row& row, int column) const;

    SharedPredictions m_table = std::make_shared<const PredictionTable>();
    std::vector<std::int64_t> m_counts;
    std::vector<std::uint32_t> m_order;  ///< [row] place in the file
    LatestTask<std::vector<std::uint32_t>> m_sorting;
};

}  // namespace strand
