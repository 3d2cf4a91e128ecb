// Model: the catalogue, what the chosen one is, its settings, and an estimate before training.
#pragma once

#include "ui/pages/page.hpp"

class QFrame;
class QLabel;
class QPushButton;
class QScrollArea;
class QTimer;
class QVBoxLayout;

namespace strand {

class HyperparameterForm;
class ModelList;

class ModelPage : public Page {
    Q_OBJECT

public:
    explicit ModelPage(Session& session);
    [[nodiscard]] QWidget* optionsPanel() override;
    void show(const TrainEstimate& estimate);

protected:
    void retranslate() override;

private:
    void fillCatalogue();
    void choose(const std::string& model);
    void followDraft();
    void formEdited();
    void describe();
    void askEstimate();
    void train();
    [[nodiscard]] TrainOptions options() const;

    ModelList* m_list;
    HyperparameterForm* m_form;
    QScrollArea* m_formArea;
    QLabel *m_name, *m_title, *m_description, *m_paper;
    QFrame* m_estimate;
    QLabel *m_estimateHeading, *m_figures, *m_warnings;
    QPushButton* m_train;
    QLabel* m_missing;
    QTimer* m_delay;
    JobId m_estimateJob = 0;
    std::optional<TrainEstimate> m_last;
    std::string m_shown;  ///< the model whose form is shown
    bool m_asking = false;
};

}  // namespace strand
