// Train: the curves of a run while it learns or when it is opened again, what can be done with it, and how it did on the test set.
#pragma once

#include "ui/pages/page.hpp"
#include "ui/plots/latest_task.hpp"
#include "ui/plots/run_history.hpp"

#include <QElapsedTimer>

class QCheckBox;
class QLabel;
class QPushButton;
class QSlider;
class QStackedWidget;
class QVBoxLayout;

namespace strand {

class ElidedLabel;
class EmptyState;
class InlineConfirm;
class MetricTile;
class ResultsView;
class Segmented;
class StatePill;

class TrainPage : public Page {
    Q_OBJECT

public:
    explicit TrainPage(Session& session);
    ~TrainPage() override;

    [[nodiscard]] QWidget* optionsPanel() override { return m_options; }
    void fillExportMenu(QMenu& menu) override;

    /// The one path for live and stored curves.
    void show(const std::vector<StepPoint>& steps);
    void show(const EpochReport& epoch);
    using QWidget::show;

    [[nodiscard]] const RunHistory& history() const { return m_history; }
    [[nodiscard]] CurvePlot& lossPlot() const { return *m_loss; }
    [[nodiscard]] CurvePlot& metricPlot() const { return *m_metrics; }
    [[nodiscard]] CurvePlot& ratePlot() const { return *m_rate; }
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
    void buildHeader(QVBoxLayout& layout);
    void buildOptions();
    void connectEngine();
    void runChanged();
    void load(std::int64_t run);
    void loaded(Stored& stored);
    void refreshAll();  ///< header, tiles, buttons, captions
    void refreshState();
    void refreshTiles();
    void refreshTexts();
    void refill();  ///< every curve anew, e.g. on another x axis
    void setXKind(XKind kind);
    void updateExtent();
    void applySmoothing();
    [[nodiscard]] bool isLive() const;
    [[nodiscard]] bool isStarting() const;
    [[nodiscard]] QString runName() const;

    RunHistory m_history;  ///< of the run shown
    std::int64_t m_shown = 0;
    std::int64_t m_liveRun = 0;  ///< points since it was started or resumed, kept while another run is shown
    std::vector<StepPoint> m_liveSteps;
    std::vector<EpochReport> m_liveEpochs;
    QElapsedTimer m_liveClock;
    JobId m_trainJob = 0;
    double m_pace = 0, m_secondsLeft = 0;  ///< batches a second, as measured
    LatestTask<Stored> m_load;
    XKind m_xKind = XKind::Step;

    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    ElidedLabel *m_name = nullptr, *m_about = nullptr;
    StatePill* m_pill = nullptr;
    QPushButton *m_start = nullptr, *m_resume = nullptr, *m_pause = nullptr, *m_stop = nullptr, *m_finish = nullptr, *m_discard = nullptr;
    InlineConfirm* m_confirm = nullptr;
    MetricTile *m_epoch = nullptr, *m_acc = nullptr, *m_mcc = nullptr, *m_trainLoss = nullptr, *m_speed = nullptr, *m_time = nullptr;
    Segmented* m_view = nullptr;
    QStackedWidget* m_views = nullptr;
    CurvePlot *m_loss = nullptr, *m_metrics = nullptr, *m_rate = nullptr;
    ResultsView* m_results = nullptr;
    QWidget* m_options = nullptr;
    QLabel *m_xLabel = nullptr, *m_smoothLabel = nullptr, *m_axisLabel = nullptr, *m_hint = nullptr;
    Segmented* m_xChoice = nullptr;
    QSlider* m_smooth = nullptr;
    QCheckBox* m_logLoss = nullptr;
};

}  // namespace strand
