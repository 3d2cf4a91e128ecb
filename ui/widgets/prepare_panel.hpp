// What can be done to a dataset before training: parts, copies, similar sequences, folds; and the steps done so far.
#pragma once

#include "data/dataset_step.hpp"
#include "storage/dataset_store.hpp"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace strand {

class IdentitySlider;
class StepList;

class PreparePanel : public QWidget {
    Q_OBJECT

public:
    explicit PreparePanel(QWidget* parent = nullptr);
    void show(const DatasetRecord& dataset, const std::vector<DatasetStep>& steps);
    using QWidget::show;
    void setBusy(bool busy);
    void retranslate();
    [[nodiscard]] RatioStep ratio() const;
    [[nodiscard]] FoldStep folds() const;
    [[nodiscard]] SimilarStep similar() const;

signals:
    void stepWanted(const strand::StepOptions& step);
    void undoWanted();

private:
    struct Tool {
        QLabel *title, *text;
        QPushButton* act;
    };
    QWidget* makeTool(Tool& tool, QWidget* form);
    QWidget* buildRatio();
    QWidget* buildFolds();
    QWidget* buildCopies();
    QWidget* buildSimilar();
    void checkRatio();

    Tool m_divide{}, m_number{}, m_copies{}, m_alike{};
    QSpinBox *m_train, *m_validation, *m_test, *m_seed, *m_folds;
    QLabel *m_trainLabel, *m_validationLabel, *m_testLabel, *m_seedLabel, *m_foldsLabel, *m_ratioTrouble;
    QCheckBox *m_together, *m_foldsTogether, *m_keepTest;
    IdentitySlider *m_togetherIdentity, *m_foldsIdentity, *m_similarIdentity;
    QComboBox *m_copiesWhich, *m_similarWhich;
    StepList* m_steps;
    bool m_busy = false, m_text = false;
    std::int64_t m_duplicates = 0, m_across = 0;
};

}  // namespace strand
