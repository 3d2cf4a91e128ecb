// Data: import with a look first, then the dataset three ways: what it looks like, its sequences, and what can be done to it.
#pragma once

#include "ui/pages/page.hpp"
#include "ui/plots/latest_task.hpp"
#include "ui/session/data_insight.hpp"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace strand {

class DataFigures;
class DataSteps;
class EmptyState;
class ImportPanel;
class IssueCards;
class JobBar;
class PreparePanel;
class Segmented;
class SequenceBrowser;

class DataPage : public Page {
    Q_OBJECT

public:
    enum View { Overview, Sequences, Prepare };

    explicit DataPage(Session& session);
    void fillExportMenu(QMenu& menu) override;
    /// What a dataset looks like.
    void show(const DatasetRecord& dataset);
    using QWidget::show;
    void showView(View view);
    void apply(Remedy remedy, const DataIssue& issue);
    /// Residues, or words of a text, that the model in the settings takes; 0 = the engine is not there yet.
    [[nodiscard]] std::int64_t maxLength() const;

signals:
    void looked();  ///< the checks and figures by class are on the screen

protected:
    void retranslate() override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildDataset();
    QWidget* buildOverview();
    QWidget* buildHeader();
    void connectParts();
    void openImport(const QStringList& files);
    void refresh();
    void look();
    void setTexts();
    void setSummary(const DatasetRecord& dataset);
    void offerCopy(std::int64_t dataset, const StepOptions& step);
    void tellRemarks(const ImportReport& report);
    void setHyperparameter(const std::string& name, const std::string& value);

    QStackedWidget *m_stack, *m_views;
    EmptyState* m_empty;
    QWidget* m_view;
    ImportPanel* m_import;
    QPushButton* m_importAction;
    QComboBox* m_datasets;
    QLabel* m_summary;
    Segmented* m_choice;
    DataFigures* m_figures;
    IssueCards* m_issues;
    std::int64_t m_similarIn = 0;  ///< dataset whose parts are searched for similar sequences, too
    SequenceBrowser* m_browser;
    PreparePanel* m_prepare;
    JobBar* m_job;
    DataSteps* m_steps;
    LatestTask<Result<DataInsight>> m_looking;
    JobId m_filling = 0;  ///< the import or the sample that is being read
    std::string m_shown;  ///< id and fingerprint of the dataset on the screen, and what the settings ask of it
};

}  // namespace strand
