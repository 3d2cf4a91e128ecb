// The runs of a project as a table.
#pragma once

#include "ui/plots/latest_task.hpp"
#include "ui/session/session.hpp"

#include <QAbstractTableModel>

namespace strand {

class RunTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, State, Model, Dataset, Epochs, ValidationAcc, ValidationMcc, TestAcc, TestMcc, Seconds, Differs, ColumnCount };
    static constexpr int kIdRole = Qt::UserRole, kSortRole = Qt::UserRole + 1;

    explicit RunTableModel(Session& session, QObject* parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;  ///< renames

    void reload();
    void retranslate();

private:
    struct Row {
        RunRecord run;
        double acc = kNotAvailable, mcc = kNotAvailable;  ///< validation, best epoch
        QString differs;                                  ///< settings that other runs of the model have otherwise
    };
    /// Figures of the best epoch of a run.
    struct Validation {
        std::int64_t run = 0, epoch = 0;
        double acc = kNotAvailable, mcc = kNotAvailable;
    };
    [[nodiscard]] QString text(const Row& row, int column) const;
    [[nodiscard]] QVariant sortKey(const Row& row, int column) const;
    void findValidation(std::vector<Validation> wanted);
    void take(const std::vector<Validation>& found);
    void addEpoch(const RunRecord& run, const EpochReport& epoch);

    Session& m_session;
    std::vector<Row> m_rows;
    LatestTask<std::vector<Validation>> m_find;
};

/// "Finished", "Interrupted" ... in the language of the window.
[[nodiscard]] QString runStateText(RunState state);
/// Renames a stored run; nothing happens to an empty name.
void renameRun(Session& session, std::int64_t run, const QString& name);

}  // namespace strand
