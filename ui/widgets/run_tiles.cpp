#include "ui/widgets/run_tiles.hpp"

#include "ui/text/sentences.hpp"
#include "ui/text/train_texts.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/metric_tile.hpp"
#include "ui/widgets/status_strip.hpp"

#include <QGridLayout>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace strand {

namespace {

constexpr int kNarrow = 640;  ///< narrower ones stand in two rows

const EpochReport* lastOf(const RunHistory& history) { return history.epochs().empty() ? nullptr : &history.epochs().back(); }

std::int64_t lastStepOf(const RunHistory& history) { return history.steps().empty() ? 0 : history.steps().back().step; }

void setValidation(MetricTile& tile, double figure) {
    const QString text = real(figure, 3);
    //: %1 a figure on the validation set, where there is little room
    tile.setNote(TrainTexts::tr("validation %1").arg(text), TrainTexts::tr("valid. %1").arg(text));
}

}  // namespace

RunTiles::RunTiles(QWidget* parent)
    : QWidget(parent),
      m_epoch(new MetricTile),
      m_acc(new MetricTile),
      m_mcc(new MetricTile),
      m_loss(new MetricTile),
      m_speed(new MetricTile),
      m_time(new MetricTile) {
    m_grid = flushLayout<QGridLayout>(this, kSpace);
    arrange(6);
}

void RunTiles::arrange(int columns) {
    if (m_columns == columns) return;
    m_columns = columns;
    int at = 0;
    for (MetricTile* tile : {m_epoch, m_acc, m_mcc, m_loss, m_speed, m_time}) {
        m_grid->addWidget(tile, at / columns, at % columns);
        ++at;
    }
}

void RunTiles::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange(width() < kNarrow ? 3 : 6);
}

void RunTiles::show(const RunFigures& figures, const RunHistory& history) {
    showEpoch(figures, history);
    showQuality(*m_acc, TrainTexts::tr("ACC"), &ClassificationMetrics::acc, figures, history);
    showQuality(*m_mcc, TrainTexts::tr("MCC"), &ClassificationMetrics::mcc, figures, history);
    showLoss(figures, history);
    showSpeed(figures, history);
    showTime(figures, history);
}

void RunTiles::showEpoch(const RunFigures& figures, const RunHistory& history) {
    const RunRecord* run = figures.run;
    const EpochReport *last = lastOf(history), *best = history.best();
    const std::int64_t planned = run != nullptr ? run->epochsPlanned : 0;
    const std::int64_t done = last != nullptr ? last->epoch : 0;
    const std::int64_t now = figures.live ? std::min(done + 1, std::max(planned, done)) : done;
    m_epoch->setLabel(TrainTexts::tr("Epoch"));
    m_epoch->setValue(number(now), planned > 0 ? TrainTexts::tr("of %1").arg(number(planned)) : QString());
    m_epoch->setNote(best != nullptr ? TrainTexts::tr("best: %1").arg(number(best->epoch))
                                     : TrainTexts::tr("%Ln step(s)", nullptr, static_cast<int>(history.steps().size())));
    const bool known = figures.live && run != nullptr && run->stepsPlanned > 0;
    m_epoch->setProgress(known ? static_cast<double>(lastStepOf(history)) / static_cast<double>(run->stepsPlanned) : -1);
}

void RunTiles::showQuality(MetricTile& tile, const QString& name, double ClassificationMetrics::*member, const RunFigures& figures,
                           const RunHistory& history) {
    const EpochReport *last = lastOf(history), *best = history.best();
    const double atBest = best != nullptr ? best->validation.*member : kNotAvailable;
    if (figures.run != nullptr && figures.run->test && !figures.live) {
        tile.setLabel(TrainTexts::tr("Test %1").arg(name));
        tile.setValue(real((*figures.run->test).*member, 3));
        setValidation(tile, atBest);
    } else {
        tile.setLabel(TrainTexts::tr("Validation %1").arg(name));
        tile.setValue(real(last != nullptr ? last->validation.*member : kNotAvailable, 3));
        tile.setNote(best != nullptr ? TrainTexts::tr("best %1").arg(real(atBest, 3)) : TrainTexts::tr("after the first epoch"));
    }
}

void RunTiles::showLoss(const RunFigures& figures, const RunHistory& history) {
    const EpochReport* last = lastOf(history);
    m_loss->setLabel(TrainTexts::tr("Training loss"));
    m_loss->setValue(real(figures.trainingLoss, 3));
    setValidation(*m_loss, last != nullptr ? last->validation.loss : kNotAvailable);
}

void RunTiles::showSpeed(const RunFigures& figures, const RunHistory& history) {
    const RunRecord* run = figures.run;
    double speed = lastOf(history) != nullptr ? lastOf(history)->sequencesPerSecond : 0;
    if (figures.live && figures.batchesPerSecond > 0 && run != nullptr) {
        if (const auto size = run->hyperparameters.find("batch_size"); size != run->hyperparameters.end())
            speed = figures.batchesPerSecond * std::atof(size->second.c_str());
    }
    m_speed->setLabel(TrainTexts::tr("Sequences/s"));
    m_speed->setValue(speed > 0 ? number(std::llround(speed)) : real(kNotAvailable));
    m_speed->setNote(run != nullptr ? deviceName(run->device) : QString());
}

void RunTiles::showTime(const RunFigures& figures, const RunHistory& history) {
    // The record counts what lies between the epochs too.
    const double spent = figures.live || figures.run == nullptr ? history.seconds() + figures.secondsOfEpoch : figures.run->seconds;
    m_time->setLabel(figures.live ? TrainTexts::tr("Time left") : TrainTexts::tr("Training time"));
    m_time->setValue(figures.live ? duration(figures.secondsLeft > 0 ? figures.secondsLeft : kNotAvailable) : duration(spent));
    m_time->setNote(figures.live ? TrainTexts::tr("%1 so far").arg(duration(spent))
                                 : TrainTexts::tr("%Ln step(s)", nullptr, static_cast<int>(lastStepOf(history))));
}

}  // namespace strand
