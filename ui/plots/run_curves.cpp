#include "ui/plots/run_curves.hpp"

#include "ui/text/train_texts.hpp"
#include "ui/widgets/card.hpp"

#include <algorithm>

namespace strand {

namespace {

// Curves in the order they are added to their plots.
enum LossCurve { kTrainLoss, kValidationLoss };
enum MetricCurve { kAcc, kMcc, kF1, kAuc, kTrainAcc };

constexpr int kHighFrom = 380, kLowest = 150;
constexpr int kWideFrom = 640, kStacked = 220;  ///< a narrow page has one below the other

std::array<double, 5> qualityOf(const EpochReport& epoch) {
    const ClassificationMetrics& v = epoch.validation;
    return {v.acc, v.mcc, v.f1, v.auc, epoch.trainAcc};
}

struct StepSeries {
    std::vector<double> x, loss, rate;
};

StepSeries seriesOf(const RunHistory& history, XKind kind, std::span<const StepPoint> steps) {
    StepSeries out;
    out.x.reserve(steps.size());
    for (const StepPoint& point : steps) {
        out.x.push_back(history.place(kind, static_cast<double>(point.step)));
        out.loss.push_back(point.loss);
        out.rate.push_back(point.lr);
    }
    return out;
}

}  // namespace

RunCurves::RunCurves(QWidget* parent) : QWidget(parent), m_loss(new CurvePlot), m_metrics(new CurvePlot), m_rate(new CurvePlot) {
    using Marker = CurvePlot::Marker;
    m_loss->addCurve({.series = 0, .smoothed = true});
    m_loss->addCurve({.series = 1, .line = Qt::DashLine, .marker = Marker::Circle});
    m_metrics->addCurve({.series = 1, .line = Qt::DashLine, .marker = Marker::Circle});
    m_metrics->addCurve({.series = 2, .line = Qt::DashDotLine, .marker = Marker::Square});
    m_metrics->addCurve({.series = 3, .line = Qt::DotLine, .marker = Marker::Triangle});
    m_metrics->addCurve({.series = 4, .line = Qt::DashDotDotLine, .marker = Marker::Diamond});
    m_metrics->addCurve({.series = 0, .line = Qt::SolidLine});
    m_rate->addCurve({.series = 5, .digits = 6});
    m_loss->linkTo(*m_metrics);
    m_loss->linkTo(*m_rate);
    m_metrics->linkTo(*m_rate);
    m_cards = {makeCard(m_loss), makeCard(m_metrics), makeCard(m_rate)};
    for (QWidget* card : m_cards)
        card->setParent(this);
    setMinimumSize(300, kLowest);
}

/// Loss and quality side by side, the learning rate below them, or beside them where the page is low.
void RunCurves::resizeEvent(QResizeEvent*) {
    const int gap = kSpace * 3 / 2;
    const bool narrow = width() < kWideFrom;
    setMinimumHeight(narrow ? 3 * kStacked + 2 * gap : kLowest);
    if (narrow) {
        const int part = (height() - 2 * gap) / 3;
        for (int i = 0; i < 3; ++i)
            m_cards[static_cast<std::size_t>(i)]->setGeometry(0, i * (part + gap), width(), part);
    } else if (height() >= kHighFrom) {
        const int low = std::max(130, height() / 3);
        const int half = (width() - gap) / 2;
        m_cards[0]->setGeometry(0, 0, half, height() - low - gap);
        m_cards[1]->setGeometry(half + gap, 0, width() - half - gap, height() - low - gap);
        m_cards[2]->setGeometry(0, height() - low, width(), low);
    } else {
        const int part = (width() - 2 * gap) * 3 / 8;
        m_cards[0]->setGeometry(0, 0, part, height());
        m_cards[1]->setGeometry(part + gap, 0, part, height());
        m_cards[2]->setGeometry(2 * (part + gap), 0, width() - 2 * (part + gap), height());
    }
}

void RunCurves::fill(const RunHistory& history) {
    StepSeries series = seriesOf(history, m_xKind, history.steps());
    m_rate->setData(0, series.x, std::move(series.rate));
    m_loss->setData(kTrainLoss, std::move(series.x), std::move(series.loss));
    std::vector<double> at, loss;
    std::array<std::vector<double>, 5> y;
    for (const EpochReport& epoch : history.epochs()) {
        at.push_back(history.place(m_xKind, static_cast<double>(epoch.step)));
        loss.push_back(epoch.validation.loss);
        const auto quality = qualityOf(epoch);
        for (std::size_t i = 0; i < quality.size(); ++i)
            y[i].push_back(quality[i]);
    }
    for (std::size_t i = 0; i < y.size(); ++i)
        m_metrics->setData(static_cast<int>(i), at, std::move(y[i]));
    m_loss->setData(kValidationLoss, std::move(at), std::move(loss));
    extend(history);
}

void RunCurves::append(const RunHistory& history, std::span<const StepPoint> steps) {
    const StepSeries series = seriesOf(history, m_xKind, steps);
    m_loss->append(kTrainLoss, series.x, series.loss);
    m_rate->append(0, series.x, series.rate);
    extend(history);
}

void RunCurves::appendEpoch(const RunHistory& history) {
    const EpochReport& epoch = history.epochs().back();
    const double x = static_cast<double>(epoch.step);
    const std::vector<double>& before = m_metrics->curves()[kAcc].x;
    // The end of an epoch moves the points in it on an axis of epochs or time.
    if (m_xKind != XKind::Step || history.epochs().size() == 1 || (!before.empty() && before.back() >= x)) return fill(history);
    const auto add = [x](CurvePlot& plot, int curve, double y) { plot.append(curve, std::span(&x, 1), std::span(&y, 1)); };
    add(*m_loss, kValidationLoss, epoch.validation.loss);
    const auto quality = qualityOf(epoch);
    for (std::size_t i = 0; i < quality.size(); ++i)
        add(*m_metrics, static_cast<int>(i), quality[i]);
    extend(history);
}

void RunCurves::extend(const RunHistory& history) {
    const double last = history.steps().empty() ? 0 : static_cast<double>(history.steps().back().step);
    const double lastEpoch = history.epochs().empty() ? 0 : static_cast<double>(history.epochs().back().step);
    const double high = history.place(m_xKind, std::max({last, lastEpoch, 1.0}));
    for (CurvePlot* plot : plots())
        plot->setXExtent(0, high);
}

void RunCurves::setXKind(XKind kind, const RunHistory& history) {
    m_xKind = kind;
    for (CurvePlot* plot : plots()) {
        plot->setXKind(kind);
        plot->resetZoom();
    }
    fill(history);
}

double RunCurves::trainingLoss() const {
    const std::vector<double>& smooth = m_loss->curves()[kTrainLoss].smooth;
    return smooth.empty() ? kNotAvailable : smooth.back();
}

void RunCurves::setReport(const FigureReport& report) {
    for (CurvePlot* plot : plots())
        plot->setReport(report);
}

void RunCurves::setFigureTexts(const QString& run, const QString& caption) {
    const QString x = m_xKind == XKind::Step    ? TrainTexts::tr("step")
                      : m_xKind == XKind::Epoch ? TrainTexts::tr("epoch")
                                                : TrainTexts::tr("time");
    m_loss->setAxisTitles(x, TrainTexts::tr("loss"));
    m_metrics->setAxisTitles(x, {});
    m_rate->setAxisTitles(x, {});
    m_loss->setFigureTexts(QStringLiteral("loss-%1").arg(run),
                           caption + QStringLiteral(". ") + TrainTexts::tr("Faint: each batch; bold: moving average."));
    m_metrics->setFigureTexts(QStringLiteral("quality-%1").arg(run), caption);
    m_rate->setFigureTexts(QStringLiteral("learning-rate-%1").arg(run), caption);
}

void RunCurves::retranslate() {
    m_loss->setTitle(TrainTexts::tr("Loss"));
    m_loss->setCurveName(kTrainLoss, TrainTexts::tr("training"));
    m_loss->setCurveName(kValidationLoss, TrainTexts::tr("validation"));
    m_metrics->setTitle(TrainTexts::tr("Quality"));
    m_metrics->setCurveName(kAcc, TrainTexts::tr("ACC"));
    m_metrics->setCurveName(kMcc, TrainTexts::tr("MCC"));
    m_metrics->setCurveName(kF1, TrainTexts::tr("F1"));
    m_metrics->setCurveName(kAuc, TrainTexts::tr("ROC-AUC"));
    m_metrics->setCurveName(kTrainAcc, TrainTexts::tr("training ACC"));
    m_rate->setTitle(TrainTexts::tr("Learning rate"));
    m_rate->setCurveName(0, TrainTexts::tr("learning rate"));
    m_loss->setEmptyText(TrainTexts::tr("The loss of each batch appears here."));
    m_metrics->setEmptyText(TrainTexts::tr("Quality on the validation set appears after the first epoch."));
    m_rate->setEmptyText(TrainTexts::tr("The learning rate of each step appears here."));
}

}  // namespace strand
