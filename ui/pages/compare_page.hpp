// Compare: the validation curves of several runs over each other.
#pragma once

#include "ui/pages/page.hpp"
#include "ui/plots/curve_plot.hpp"
#include "ui/plots/latest_task.hpp"

#include <QSet>

class QBoxLayout;
class QListWidget;
class QStackedWidget;

namespace strand {

class EmptyState;
class Segmented;
class StyledLabel;

class ComparePage : public Page {
    Q_OBJECT

public:
    explicit ComparePage(Session& session);
    void fillExportMenu(QMenu& menu) override;
    /// Null while no run is chosen; made anew with each choice.
    [[nodiscard]] CurvePlot* lossPlot() const { return m_loss; }
    [[nodiscard]] CurvePlot* qualityPlot() const { return m_quality; }

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Line {
        std::int64_t run = 0;
        QString name;
        std::vector<EpochReport> epochs;
    };
    struct Stored {
        std::vector<Line> lines;
        std::optional<Error> error;
    };
    void build();
    void connectEngine();
    void refresh();
    void fillList();
    void addItems(const std::vector<std::size_t>& listed);  ///< places among the runs
    void chosenChanged();
    void load();
    void keepShown(std::vector<Line>& lines) const;
    void add(const RunRecord& run, const EpochReport& epoch);
    void draw();
    [[nodiscard]] double lastEpoch() const;
    CurvePlot* makePlot();
    void fillPlot(CurvePlot& plot, double ClassificationMetrics::*figure);

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    StyledLabel *m_title, *m_hint;
    Segmented* m_figure;
    QListWidget* m_list;
    QWidget* m_plots;
    QBoxLayout* m_row;
    CurvePlot *m_loss = nullptr, *m_quality = nullptr;
    QSet<std::int64_t> m_chosen, m_known;  ///< runs; those the list has had
    std::vector<Line> m_lines;             ///< as drawn
    LatestTask<Stored> m_load;
};

}  // namespace strand
