// The steps done to a dataset, as the project records them, and the way back.
#pragma once

#include "data/dataset_step.hpp"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace strand {

class StepList : public QWidget {
    Q_OBJECT

public:
    explicit StepList(QWidget* parent = nullptr);
    void show(const std::vector<DatasetStep>& steps);
    using QWidget::show;
    void setBusy(bool busy);
    void retranslate();

signals:
    void undoWanted();

private:
    std::vector<DatasetStep> m_steps;
    bool m_busy = false;
    QLabel *m_heading, *m_empty;
    QListWidget* m_list;
    QPushButton* m_undo;
};

}  // namespace strand
