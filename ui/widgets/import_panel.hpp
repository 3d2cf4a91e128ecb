// Import with a look first: what was understood, the first records, and every problem with its way out, before anything is stored.
#pragma once

#include "data/import.hpp"
#include "ui/session/session.hpp"

#include <QWidget>

#include <thread>

class QComboBox;
class QFrame;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace strand {

class ResidueDelegate;

class ImportPanel : public QWidget {
    Q_OBJECT

public:
    explicit ImportPanel(Session& session, QWidget* parent = nullptr);

    void open(const QStringList& files);
    [[nodiscard]] ImportOptions options() const;
    void retranslate();

signals:
    void previewed(bool sound);
    void closed();

private:
    void build();
    void preview();
    void take(std::uint64_t generation, const Result<ImportedDataset>& found);
    void showProblem(const Error& error);
    void import();
    void setBusy(bool busy);

    Session& m_session;
    QStringList m_files;
    QLabel *m_heading, *m_fileNames, *m_understood, *m_warnings, *m_problem, *m_problemHint;
    QLabel* m_fieldLabels[5];
    QLineEdit* m_name;
    QComboBox *m_kind, *m_label, *m_onBad, *m_split;
    QFrame* m_problemCard;
    QPushButton *m_skip, *m_replace, *m_withoutLabels, *m_add, *m_import, *m_cancel;
    QTableWidget* m_table;
    ResidueDelegate* m_residues;
    QProgressBar* m_progress;
    std::jthread m_worker;
    std::uint64_t m_generation = 0;
    JobId m_job = 0;
};

}  // namespace strand
