// The figures of a run in a row of tiles: epoch, quality, loss, speed, time.
#pragma once

#include "storage/run_store.hpp"
#include "ui/plots/run_history.hpp"

#include <QWidget>

class QGridLayout;

namespace strand {

class MetricTile;

/// What the tiles show besides the history.
struct RunFigures {
    const RunRecord* run = nullptr;  ///< null = none yet
    bool live = false;
    double trainingLoss = kNotAvailable;
    double batchesPerSecond = 0;  ///< as measured; 0 = unknown
    double secondsLeft = 0;       ///< 0 = unknown
    double secondsOfEpoch = 0;    ///< since the last one ended
};

class RunTiles : public QWidget {
    Q_OBJECT

public:
    explicit RunTiles(QWidget* parent = nullptr);
    void show(const RunFigures& figures, const RunHistory& history);
    using QWidget::show;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange(int columns);
    void showEpoch(const RunFigures& figures, const RunHistory& history);
    void showQuality(MetricTile& tile, const QString& name, double ClassificationMetrics::*member, const RunFigures& figures,
                     const RunHistory& history);
    void showLoss(const RunFigures& figures, const RunHistory& history);
    void showSpeed(const RunFigures& figures, const RunHistory& history);
    void showTime(const RunFigures& figures, const RunHistory& history);

    QGridLayout* m_grid;
    int m_columns = 0;
    MetricTile *m_epoch, *m_acc, *m_mcc, *m_loss, *m_speed, *m_time;
};

}  // namespace strand
