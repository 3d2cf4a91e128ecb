// The sequences of a dataset as a table that reads only the rows on the screen, beside the window: as quick at a million as at ten.
#pragma once

#include "storage/dataset_store.hpp"
#include "ui/plots/latest_task.hpp"
#include "ui/session/session.hpp"
#include "ui/widgets/sequence_pages.hpp"

#include <QAbstractTableModel>

#include <optional>

namespace strand {

class SequenceTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NumberColumn, IdColumn, ClassColumn, SplitColumn, LengthColumn, ResiduesColumn, ColumnCount };
    static constexpr int kLabelRole = Qt::UserRole;         ///< class index, for the colour mark
    static constexpr int kExcludedRole = Qt::UserRole + 1;  ///< left out

    explicit SequenceTableModel(Session& session, QObject* parent = nullptr);
    ~SequenceTableModel() override;

    /// Another dataset; or the same one after a change: filter, order and rows on the screen stay.
    void setDataset(const DatasetRecord* dataset);
    /// The rows that pass are found on a worker thread; filtered() when they are shown. Its order is that of sort().
    void setFilter(const SequenceFilter& filter);
    [[nodiscard]] bool isFiltering() const { return m_search.isRunning(); }
    [[nodiscard]] std::int64_t ordinal(int row) const;    ///< of the dataset
    [[nodiscard]] int rowOf(std::int64_t ordinal) const;  ///< -1 = not among the rows
    /// Null until it has been read; dataChanged() then.
    [[nodiscard]] const SequenceRow* sequence(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    void sort(int column, Qt::SortOrder order) override;
    void retranslate();

signals:
    void filtered(int rows);
    void failed(const strand::Error& error);
    /// An edit in the table; the project changes by a step, not here.
    void labelWanted(std::int64_t ordinal, const QString& label);
    void partWanted(std::int64_t ordinal, strand::Split split);

private:
    void search();
    void take(const Result<std::vector<std::int32_t>>& found);
    void setOrdinals(std::shared_ptr<const std::vector<std::int32_t>> ordinals);
    void refreshRows();

    Session& m_session;
    std::optional<DatasetRecord> m_dataset;
    SequenceFilter m_filter;
    std::shared_ptr<const std::vector<std::int32_t>> m_ordinals;  ///< none = every row in its order
    SequencePages* m_pages;
    LatestTask<Result<std::vector<std::int32_t>>> m_search;
};

/// "train", "left out" ... in the language of the window; "—" for none.
[[nodiscard]] QString splitText(Split split);
/// The parts a sequence can be in, in the order they are offered.
inline constexpr std::array kParts{Split::Train, Split::Validation, Split::Test, Split::Excluded};
[[nodiscard]] QString kindText(SequenceKind kind);

}  // namespace strand
