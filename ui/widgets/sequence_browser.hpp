// The sequences of a dataset: filters, the table, and below it the selected one whole. Labels and parts are edited here, as steps.
#pragma once

#include "data/dataset_step.hpp"
#include "storage/dataset_store.hpp"
#include "ui/plots/latest_task.hpp"
#include "ui/session/session.hpp"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSplitter;
class QTableView;
class QTimer;

namespace strand {

class ResidueDelegate;
class SequenceTableModel;
class SequenceView;

class SequenceBrowser : public QWidget {
    Q_OBJECT

public:
    explicit SequenceBrowser(Session& session, QWidget* parent = nullptr);

    /// Another dataset, or the same one after a change; null = none.
    void show(const DatasetRecord* dataset);
    using QWidget::show;
    void filterBy(const SequenceFilter& filter);
    [[nodiscard]] std::vector<std::int32_t> selectedOrdinals() const;
    void retranslate();

signals:
    void stepWanted(const strand::StepOptions& step);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildFilters();
    void buildTable();
    QWidget* buildDetail();
    void connectModel();
    void addTableActions();
    void fillFilters();
    void fillClassMenu();
    void fillPartMenu();
    void applyFilter();
    void followSession();
    void selectionMoved();
    void showDetail();
    void giveRoomToDetail(bool wanted);
    void setLabel(const QString& label);
    void setPart(Split split);
    void copyRows();
    void saveRows(const QString& suffix);

    Session& m_session;
    std::optional<DatasetRecord> m_dataset;
    QLineEdit* m_search;
    QComboBox *m_class, *m_split;
    QLabel *m_count, *m_name, *m_facts;
    QPushButton *m_setClass, *m_setPart, *m_leaveOut;
    QMenu *m_classMenu, *m_partMenu;
    QTableView* m_table;
    SequenceTableModel* m_model;
    ResidueDelegate* m_residues;
    SequenceView* m_view;
    QSplitter* m_splitter;
    QWidget* m_detail;
    bool m_detailOpen = true;
    QTimer* m_delay;
    LatestTask<Result<QString>> m_rows;  ///< text of rows to copy or save
};

}  // namespace strand
