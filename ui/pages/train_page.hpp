// Train: the curves of a run while it learns or when it is opened again, what can be done with it, and how it did on the test set.
#pragma once

#include "ui/pages/page.hpp"
#include "ui/plots/figure.hpp"
#include "ui/plots/latest_task.hpp"
#include "ui/plots/run_history.hpp"

#include <QElapsedTimer>

class QCheckBox;
class QLabel;
class QSlider;
class QStackedWidget;

namespace strand {

class EmptyState;
class ResultsView;
class RunCurves;
class RunFault;
class RunHeader;
class RunTiles;
class Segmented;

class TrainPage : public Page {
    Q_OBJECT

public:
    explicit TrainPage(Session& session);
    ~TrainPage() override;

    [[nodiscard]] QWidget* optionsPanel() override;
    void fillExportMenu(QMenu& menu) override;

    /// The one path for live and stored curves.
    void show(const std::vector<StepPoint>& steps);
    void show(const EpochReport& epoch);
    using QWidget::show;

    [[nodiscard]] const RunHistory& history() const { return m_history; }
    [[nodiscard]] CurvePlot& lossPlot() const;
    [[nodiscard]] CurvePlot& metricPlot() const;
    [[nodiscard]] CurvePlot& ratePlot() const;
    [[nodiscard]] ResultsView& results() const { return *m_results; }
    [[nodiscard]] bool isLoading() const { return m_load.isRunning(); }

protected:
    void retranslate() override;

private:
    struct Stored {
        std::int64_t run = 0;
        std::vector<StepPoint> steps;
        std::vector<EpochReport> epochs;
        std::optional<Error> error;
    };
    void build();
    void buildOptions();
    void connectEngine();
    void runChanged();
    void load(std::int64_t run);
    void loaded(Stored& stored);
    void refreshAll();  ///< header, tiles, results, captions
    void refreshState();
    void refreshTiles();
    void refreshTexts();
    void refreshResults();
    void setXKind(XKind kind);
    void applySmoothing();
    [[nodiscard]] bool isLive() const;
    [[nodiscard]] bool isStarting() const;
    [[nodiscard]] QString runName() const;
    [[nodiscard]] QString aboutText() const;

    RunHistory m_history;  ///< of the run shown
    std::int64_t m_shown = 0;
    std::int64_t m_liveRun = 0;  ///< points since it was started or resumed, kept while another run is shown
    std::vector<StepPoint> m_liveSteps;
    std::vector<EpochReport> m_liveEpochs;
    QElapsedTimer m_liveClock;
    JobId m_trainJob = 0;
    double m_pace = 0, m_secondsLeft = 0;  ///< batches a second, as measured
    LatestTask<Stored> m_load;

    QStackedWidget *m_stack = nullptr, *m_views = nullptr;
    EmptyState* m_empty = nullptr;
    RunHeader* m_header = nullptr;
    RunFault* m_fault = nullptr;
    RunTiles* m_tiles = nullptr;
    RunCurves* m_curves = nullptr;
    ResultsView* m_results = nullptr;
    QWidget* m_options = nullptr;
    QLabel *m_xLabel = nullptr, *m_smoothLabel = nullptr, *m_axisLabel = nullptr, *m_hint = nullptr;
    Segmented* m_xChoice = nullptr;
    QSlider* m_smooth = nullptr;
    QCheckBox* m_logLoss = nullptr;
};

}  // namespace strand
