// The sequences of a dataset as a table that reads only the rows on the screen: as quick at a million as at ten.
#pragma once

#include "storage/dataset_store.hpp"
#include "ui/session/session.hpp"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

#include <memory>
#include <optional>
#include <thread>
#include <unordered_map>

namespace strand {

class SequenceTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NumberColumn, IdColumn, ClassColumn, SplitColumn, LengthColumn, ResiduesColumn, ColumnCount };
    static constexpr int kLabelRole = Qt::UserRole;  ///< class index, for the colour mark

    explicit SequenceTableModel(Session& session, QObject* parent = nullptr);
    ~SequenceTableModel() override;

    void setDataset(const DatasetRecord* dataset);
    /// The rows that pass are found on a worker thread; filtered() when they are shown.
    void setFilter(const SequenceFilter& filter);
    [[nodiscard]] bool isFiltering() const { return m_searching; }
    [[nodiscard]] std::int64_t ordinal(int row) const;  ///< of the dataset
    [[nodiscard]] const SequenceRow* sequence(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;
    void retranslate();

signals:
    void filtered(int rows);
    void failed(const strand::Error& error);

private:
    void search();
    void take(std::uint64_t generation, Result<std::vector<std::int32_t>> found);

    Session& m_session;
    std::optional<DatasetRecord> m_dataset;
    SequenceFilter m_filter;
    std::optional<std::vector<std::int32_t>> m_ordinals;  ///< none = every row in its order
    mutable std::unordered_map<int, std::vector<SequenceRow>> m_pages;
    std::jthread m_worker;
    std::uint64_t m_generation = 0;
    bool m_searching = false;
};

/// Paints residues in the published colours, monospaced, only what fits.
class ResidueDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setProtein(bool protein) { m_protein = protein; }
    void setText(bool text) { m_text = text; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    bool m_protein = false, m_text = false;
};

}  // namespace strand
