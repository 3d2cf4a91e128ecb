// How a run did on a split: its figures, the confusion matrix and a table of the classes.
#pragma once

#include "core/run_report.hpp"

#include <QStringList>
#include <QWidget>

#include <optional>

class QLabel;
class QStandardItemModel;
class QTableView;

namespace strand {

class ConfusionPlot;
class Segmented;

class ResultsView : public QWidget {
    Q_OBJECT

public:
    explicit ResultsView(QWidget* parent = nullptr);
    /// `test` none = not read (yet). `name` goes into file names, `caption` under figures.
    void show(const std::optional<ClassificationMetrics>& test, const std::optional<ClassificationMetrics>& validation,
              const QStringList& classes, const QString& name, const QString& caption);
    using QWidget::show;
    [[nodiscard]] ConfusionPlot& confusion() const { return *m_confusion; }
    [[nodiscard]] QStandardItemModel& perClass() const { return *m_model; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();
    std::optional<ClassificationMetrics> m_test, m_validation;
    QStringList m_classes;
    QString m_name, m_caption;
    Segmented* m_split;
    QLabel *m_heading, *m_summary, *m_figures, *m_tableHeading;
    ConfusionPlot* m_confusion;
    QTableView* m_table;
    QStandardItemModel* m_model;
};

}  // namespace strand
