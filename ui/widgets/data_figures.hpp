// What a dataset looks like: lengths, classes and parts, composition, k-mers, GC, and a sequence logo of each class.
#pragma once

#include "ui/session/data_insight.hpp"

#include <QWidget>

class QGridLayout;
class QMenu;

namespace strand {

class BarPlot;
class LogoPlot;

class DataFigures : public QWidget {
    Q_OBJECT

public:
    explicit DataFigures(QWidget* parent = nullptr);
    /// What the record knows, at once; figures by class follow with the insight.
    void show(const DatasetRecord& dataset);
    void show(const DataInsight& insight);
    using QWidget::show;
    void fillExportMenu(QMenu& menu);
    [[nodiscard]] QSize minimumSizeHint() const override;  ///< one column: cards flow before anything scrolls sideways

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* addCard(QWidget* plot);
    void setOn(size_t card, bool on);
    void arrange();
    void showClasses();
    void showLogos(const DataInsight& insight);
    [[nodiscard]] QString unit() const;

    DatasetRecord m_dataset;
    QGridLayout* m_grid;
    BarPlot *m_lengths, *m_classes, *m_composition, *m_kmers, *m_gc;
    std::vector<QWidget*> m_cards;   ///< of the bar plots
    std::vector<bool> m_on;          ///< which of them have something to show
    std::vector<LogoPlot*> m_logos;  ///< made as classes need them
    std::vector<QWidget*> m_logoCards;
    std::size_t m_logosShown = 0;
    int m_columns = 0;
};

}  // namespace strand
