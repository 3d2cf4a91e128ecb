// Model: the catalogue, what the chosen one is, its settings, and an estimate before training.
#pragma once

#include "ui/pages/page.hpp"
#include "ui/plots/figure.hpp"

class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QTimer;
class QVBoxLayout;

namespace strand {

class ArchitectureView;
class HyperparameterForm;
class ModelBrowser;
class StyledLabel;

class ModelPage : public Page {
    Q_OBJECT

public:
    explicit ModelPage(Session& session);
    [[nodiscard]] QWidget* optionsPanel() override;
    void fillExportMenu(QMenu& menu) override;
    void show(const TrainEstimate& estimate);
    using QWidget::show;
    [[nodiscard]] HyperparameterForm& form() const { return *m_form; }
    [[nodiscard]] ArchitectureView& picture() const { return *m_picture; }

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeText();
    QWidget* makeEstimate();
    void connectParts();
    void fillCatalogue();
    void choose(const std::string& model);
    void followDraft();
    void formEdited();
    void trainingChanged();
    void estimateFailed(const Error& error);
    void estimateAnew();
    void describe();
    void describeEstimate();
    void describeTrain();
    [[nodiscard]] QString figures(const TrainEstimate& estimate) const;
    void askEstimate();
    void arrange();
    void arrangeText();
    void nameTrain();
    void train();
    [[nodiscard]] TrainOptions options() const;

    ModelBrowser* m_browser;
    ArchitectureView* m_picture;
    QWidget *m_text, *m_pictureCard;
    QBoxLayout *m_parts, *m_head, *m_cards;
    HyperparameterForm* m_form;
    QScrollArea* m_formArea;
    StyledLabel* m_name;
    QLabel *m_title, *m_description, *m_paper;
    QWidget* m_estimate;
    QLabel *m_estimateHeading, *m_figures, *m_warnings;
    QPushButton* m_train;
    QLabel* m_missing;
    QTimer* m_delay;
    JobId m_estimateJob = 0;
    std::optional<TrainEstimate> m_last;
    std::string m_shown;  ///< the model whose form is shown
    QString m_failure;    ///< of the last estimate
};

}  // namespace strand
