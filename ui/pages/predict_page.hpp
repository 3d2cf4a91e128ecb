// Predict: a trained run names the class of sequences it has never seen, from a file or from the clipboard.
#pragma once

#include "ui/pages/page.hpp"
#include "ui/widgets/prediction_model.hpp"

class QComboBox;
class QLabel;
class QMimeData;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace strand {

class BarPlot;
class EmptyState;
class JobBar;
class StyledLabel;

class PredictPage : public Page {
    Q_OBJECT

public:
    explicit PredictPage(Session& session);
    void fillExportMenu(QMenu& menu) override;
    /// Classes of the sequences of a file by the chosen run.
    void predict(const QString& file);
    [[nodiscard]] const PredictionModel& predictions() const { return *m_model; }

protected:
    void retranslate() override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    /// Whose answer, to what.
    struct Question {
        std::int64_t run = 0;
        QString file, runName;
    };
    QWidget* buildHeader();
    QWidget* buildTable();
    void connectParts();
    void refresh();
    void fillRuns();
    void refreshTexts();
    void refreshCounts();
    void chooseFile();
    void paste();
    void answered(const SharedPredictions& table);
    void show(const SharedPredictions& table);
    void tellRemarks(const PredictionTable& table);
    void clear();
    [[nodiscard]] bool canPredict(const RunRecord& run) const;
    /// The current run if it has weights, else the latest that has; null = none.
    [[nodiscard]] const RunRecord* run() const;
    [[nodiscard]] QString summary() const;
    /// A dropped file that can be predicted now; empty = the window takes what is dropped.
    [[nodiscard]] QString fileOf(const QMimeData& dropped) const;

    QStackedWidget *m_stack, *m_views;
    EmptyState *m_none, *m_begin;
    StyledLabel *m_title, *m_about, *m_summary;
    QComboBox* m_runs;
    QPushButton *m_choose, *m_paste;
    JobBar* m_job;
    QTableView* m_table;
    PredictionModel* m_model;
    BarPlot* m_counts;
    Question m_asked;  ///< of the job
    Question m_shown;  ///< of the table; run 0 = none
};

}  // namespace strand
