// Data: import with a preview, the sequences as a table, and what they look like.
#pragma once

#include "ui/pages/page.hpp"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;
class QTimer;

namespace strand {

class BarPlot;
class EmptyState;
class ImportPanel;
class ResidueDelegate;
class SequenceTableModel;

class DataPage : public Page {
    Q_OBJECT

public:
    explicit DataPage(Session& session);
    void fillExportMenu(QMenu& menu) override;
    /// What a dataset looks like.
    void show(const DatasetRecord& dataset);
    using QWidget::show;

protected:
    void retranslate() override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildDataset();
    void openImport(const QStringList& files);
    void refresh();
    void setTexts();
    void fillFilters(const DatasetRecord& dataset);
    void applyFilter();
    void restoreSelection();

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QWidget* m_view;
    ImportPanel* m_import;
    QPushButton* m_importAction;
    QComboBox *m_datasets, *m_class, *m_split;
    QLabel *m_summary, *m_count;
    QLineEdit* m_search;
    BarPlot *m_lengths, *m_classes, *m_composition;
    QTableView* m_table;
    SequenceTableModel* m_model;
    ResidueDelegate* m_residues;
    QTimer* m_delay;
    std::int64_t m_shown = 0;  ///< id of the dataset on the screen
};

}  // namespace strand
