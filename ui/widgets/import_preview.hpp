// The first records of files as an import would make them, the columns they stand in, and what is wrong with them.
#pragma once

#include "data/import_look.hpp"
#include "ui/widgets/import_form.hpp"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTableWidget;

namespace strand {

class ResidueDelegate;
class Segmented;

class ImportPreview : public QWidget {
    Q_OBJECT

public:
    enum View { Records, Columns, Problems };

    explicit ImportPreview(QWidget* parent = nullptr);
    void setReading();
    /// Files as they were looked at, and their first records as an import would make them; null = it would stop.
    void show(const std::vector<FileLook>& files, const ImportedDataset* preview, const ImportForm& form);
    using QWidget::show;
    void showNothing();  ///< nothing could be read
    void showView(View view);
    void retranslate();

signals:
    /// Chosen at the head of a column; -1 = the column is not used.
    void columnChosen(int column, int role);

private:
    QTableWidget* makeTable(int columns);
    void say(const std::vector<FileLook>& files, const ImportedDataset& preview);
    void fillRecords(const ImportedDataset& preview);
    void fillColumns(const TableLook& table, const ImportForm& form);
    void fillProblems(const std::vector<Warning>& warnings);
    void askRole(int column);
    void setTexts();

    QLabel *m_understood, *m_facts;
    Segmented* m_choice;
    QStackedWidget* m_views;
    QTableWidget *m_records, *m_columns, *m_problems;
    ResidueDelegate* m_residues;
    std::vector<int> m_roles;  ///< [column] role, -1 = none
    int m_problemCount = 0;
    bool m_table = false;
};

}  // namespace strand
