#include "ui/pages/train_page.hpp"

#include "ui/docks/runs_dock.hpp"
#include "ui/plots/confusion_plot.hpp"
#include "ui/text/sentences.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/elided_label.hpp"
#include "ui/widgets/empty_state.hpp"
#include "ui/widgets/inline_confirm.hpp"
#include "ui/widgets/metric_tile.hpp"
#include "ui/widgets/results_view.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/state_pill.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QCheckBox>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSlider>
#include <QStackedWidget>

#include <algorithm>
#include <cmath>

namespace strand {

namespace {

// Curves in the order they are added to their plots.
enum LossCurve { kTrainLoss, kValidationLoss };
enum MetricCurve { kAcc, kMcc, kF1, kAuc, kTrainAcc };

constexpr int kSmoothSteps = 100;
constexpr int kDefaultSmoothing = 80;

/// Loss and quality side by side, the learning rate below them, or beside them where the page is low.
class CurvesArea : public QWidget {
public:
    CurvesArea(QWidget* loss, QWidget* metrics, QWidget* rate) : m_cards{loss, metrics, rate} {
        for (QWidget* card : m_cards)
            card->setParent(this);
        setMinimumSize(560, 150);
    }

protected:
    void resizeEvent(QResizeEvent*) override {
        const int gap = kSpace * 3 / 2;
        if (height() >= 380) {
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

private:
    std::array<QWidget*, 3> m_cards;
};

QPushButton* makeButton(const char* iconName, const char* kind = "") {
    auto* button = new QPushButton;
    button->setIcon(icon(QString::fromLatin1(iconName)));
    button->setProperty("kind", QString::fromLatin1(kind));
    return button;
}

QString stateText(RunState state) {
    switch (state) {
        case RunState::Created: return TrainPage::tr("Not started");
        case RunState::Running: return TrainPage::tr("Running");
        case RunState::Stopped: return TrainPage::tr("Stopped");
        case RunState::Interrupted: return TrainPage::tr("Interrupted");
        case RunState::Finished: return TrainPage::tr("Finished");
        case RunState::Failed: return TrainPage::tr("Failed");
    }
    return {};
}

StatePill::Tone stateTone(RunState state) {
    switch (state) {
        case RunState::Running: return StatePill::Tone::Active;
        case RunState::Finished: return StatePill::Tone::Good;
        case RunState::Interrupted: return StatePill::Tone::Warning;
        case RunState::Failed: return StatePill::Tone::Bad;
        case RunState::Created:
        case RunState::Stopped: break;
    }
    return StatePill::Tone::Neutral;
}

QString text(const std::string& value) { return QString::fromStdString(value); }

}  // namespace

TrainPage::TrainPage(Session& session_) : Page(session_) {
    build();
    buildOptions();
    connectEngine();
    retranslate();
    setXKind(static_cast<XKind>(std::clamp(session().setting(QStringLiteral("train.x")).toInt(), 0, 2)));
    runChanged();
}

TrainPage::~TrainPage() {
    if (m_options->parentWidget() == nullptr) delete m_options;
}

void TrainPage::build() {
    m_empty = new EmptyState(QStringLiteral("activity"));
    m_loss = new CurvePlot;
    m_loss->addCurve({.series = 0, .smoothed = true});
    m_loss->addCurve({.series = 1, .line = Qt::DashLine, .marker = CurvePlot::Marker::Circle});
    m_metrics = new CurvePlot;
    m_metrics->addCurve({.series = 1, .line = Qt::DashLine, .marker = CurvePlot::Marker::Circle});
    m_metrics->addCurve({.series = 2, .line = Qt::DashDotLine, .marker = CurvePlot::Marker::Square});
    m_metrics->addCurve({.series = 3, .line = Qt::DotLine, .marker = CurvePlot::Marker::Triangle});
    m_metrics->addCurve({.series = 4, .line = Qt::DashDotDotLine, .marker = CurvePlot::Marker::Diamond});
    m_metrics->addCurve({.series = 0, .line = Qt::SolidLine});
    m_rate = new CurvePlot;
    m_rate->addCurve({.series = 5, .digits = 6});
    m_loss->linkTo(*m_metrics);
    m_loss->linkTo(*m_rate);
    m_metrics->linkTo(*m_rate);
    for (CurvePlot* plot : {m_loss, m_metrics, m_rate}) {
        plot->setReport([this](bool written, const QString& sentence) {
            session().say(written ? Session::Level::Success : Session::Level::Error, sentence);
        });
    }
    m_results = new ResultsView;

    m_epoch = new MetricTile;
    m_acc = new MetricTile;
    m_mcc = new MetricTile;
    m_trainLoss = new MetricTile;
    m_speed = new MetricTile;
    m_time = new MetricTile;
    auto* tiles = new QHBoxLayout;
    tiles->setSpacing(kSpace);
    for (MetricTile* tile : {m_epoch, m_acc, m_mcc, m_trainLoss, m_speed, m_time})
        tiles->addWidget(tile);

    m_view = new Segmented(2);
    m_views = new QStackedWidget;
    m_views->addWidget(new CurvesArea(makeCard(m_loss), makeCard(m_metrics), makeCard(m_rate)));
    m_views->addWidget(m_results);
    connect(m_view, &Segmented::chosen, m_views, &QStackedWidget::setCurrentIndex);

    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(kSpace * 3, kSpace * 3 / 2, kSpace * 3, kSpace * 3 / 2);
    layout->setSpacing(kSpace * 5 / 4);
    buildHeader(*layout);
    layout->addLayout(tiles);
    layout->addWidget(m_views, 1);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setWidget(content);

    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(area);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_stack);
}

void TrainPage::buildHeader(QVBoxLayout& layout) {
    m_name = new ElidedLabel(TextStyle::Title);
    m_about = new ElidedLabel(TextStyle::Body, "muted");
    m_pill = new StatePill;
    m_start = makeButton("play", "primary");
    m_resume = makeButton("play", "primary");
    m_resume->setIcon(iconOnAccent(QStringLiteral("play")));
    m_pause = makeButton("pause");
    m_stop = makeButton("square");
    m_finish = makeButton("flag");
    m_discard = makeButton("trash-2", "quiet");
    m_confirm = new InlineConfirm;

    auto* names = new QHBoxLayout;
    names->setSpacing(kSpace * 3 / 2);
    names->addWidget(m_name);
    names->addWidget(m_pill, 0, Qt::AlignVCenter);
    names->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kSpace);
    for (QPushButton* button : {m_start, m_resume, m_pause, m_finish, m_stop, m_discard})
        buttons->addWidget(button);
    names->addLayout(buttons);
    auto* below = new QHBoxLayout;
    below->addWidget(m_about, 1);
    below->addWidget(m_view);
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    column->addLayout(names);
    column->addLayout(below);
    layout.addLayout(column);
    layout.addWidget(m_confirm);

    connect(m_start, &QPushButton::clicked, this, [this] {
        const TrainOptions& draft = session().draft();
        if (draft.model.empty() || draft.dataset.empty()) {
            session().goTo(QStringLiteral("model"));
        } else {
            session().engine().train(draft);
        }
    });
    connect(m_resume, &QPushButton::clicked, this, [this] { session().engine().resume(m_shown); });
    connect(m_pause, &QPushButton::clicked, this, [this] { session().engine().setPaused(!session().engine().isPaused()); });
    connect(m_stop, &QPushButton::clicked, this, [this] { session().engine().stopTraining(); });
    connect(m_finish, &QPushButton::clicked, this, [this] { session().engine().finishTraining(); });
    connect(m_discard, &QPushButton::clicked, this, [this] {
        m_confirm->ask(tr("Discard run %1? Its curves and weights are thrown away. To keep what it has learned, finish it now instead.")
                           .arg(runName()),
                       tr("Discard run"), tr("Keep training"));
    });
    connect(m_confirm, &InlineConfirm::agreed, this, [this] { session().engine().discardTraining(); });
    connect(m_empty, &EmptyState::actionTriggered, this,
            [this] { session().goTo(session().hasProject() ? QStringLiteral("model") : QStringLiteral("home")); });
}

void TrainPage::buildOptions() {
    m_options = new QWidget;
    auto* layout = new QVBoxLayout(m_options);
    layout->setContentsMargins(kSpace * 2, kSpace, kSpace * 2, kSpace * 2);
    layout->setSpacing(kSpace);
    m_xLabel = new StyledLabel(TextStyle::Body);
    m_xChoice = new Segmented(3);
    m_smoothLabel = new StyledLabel(TextStyle::Body);
    m_smooth = new QSlider(Qt::Horizontal);
    m_smooth->setRange(0, kSmoothSteps - 1);
    m_axisLabel = new StyledLabel(TextStyle::Body);
    m_logLoss = new QCheckBox;
    m_hint = new StyledLabel(TextStyle::Caption, "muted");
    m_hint->setWordWrap(true);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_xLabel, m_xChoice, m_smoothLabel, m_smooth, m_axisLabel, m_logLoss, m_hint}) {
        layout->addWidget(widget);
        if (widget == m_xChoice || widget == m_smooth) layout->addSpacing(kSpace);
    }
    layout->addStretch(1);
    connect(m_xChoice, &Segmented::chosen, this, [this](int kind) {
        session().setSetting(QStringLiteral("train.x"), QString::number(kind));
        setXKind(static_cast<XKind>(kind));
    });
    connect(m_smooth, &QSlider::valueChanged, this, [this](int value) {
        applySmoothing();
        session().setSetting(QStringLiteral("train.smoothing"), QString::number(value));
    });
    connect(m_logLoss, &QCheckBox::toggled, this, [this](bool on) {
        m_loss->setLogarithmic(on);
        session().setSetting(QStringLiteral("train.logLoss"), on ? QStringLiteral("1") : QString());
    });
}

void TrainPage::applySmoothing() {
    // Finer towards 1, where it matters: 0 to 0.999.
    const double weight = 1 - std::pow(1 - static_cast<double>(m_smooth->value()) / kSmoothSteps, 1.5);
    m_loss->setSmoothing(weight);
    m_smoothLabel->setText(weight == 0 ? tr("Smoothing: none") : tr("Smoothing: %1").arg(real(weight, 3)));
}

void TrainPage::connectEngine() {
    EngineHost& engine = session().engine();
    connect(&session(), &Session::runChanged, this, &TrainPage::runChanged);
    connect(&session(), &Session::projectChanged, this, [this] {
        m_shown = 0;
        m_load.drop();
        const bool smoothed = !session().setting(QStringLiteral("train.smoothing")).isEmpty();
        m_smooth->setValue(smoothed ? session().setting(QStringLiteral("train.smoothing")).toInt() : kDefaultSmoothing);
        m_logLoss->setChecked(!session().setting(QStringLiteral("train.logLoss")).isEmpty());
        setXKind(static_cast<XKind>(std::clamp(session().setting(QStringLiteral("train.x")).toInt(), 0, 2)));
        runChanged();
    });
    m_smooth->setValue(kDefaultSmoothing);
    connect(&engine, &EngineHost::projectAboutToClose, this, [this] { m_load.dropAndWait(); });
    connect(&engine, &EngineHost::trainingStateChanged, this, [this] {
        if (isStarting() && m_shown != 0) {
            m_shown = 0;  // what was shown is not the run that begins
            m_load.drop();
            m_history.clear();
            refill();
        } else if (m_shown == 0 && !session().engine().isTraining()) {
            runChanged();
        }
        refreshAll();
    });
    connect(&engine, &EngineHost::jobStarted, this, [this](const JobInfo& job) {
        if (job.kind == JobKind::Train) m_trainJob = job.id;
    });
    connect(&engine, &EngineHost::jobProgress, this, [this](JobId job, const Progress&, double rate, double secondsLeft) {
        if (job != m_trainJob) return;
        m_pace = rate;
        m_secondsLeft = secondsLeft;
        refreshTiles();
    });
    connect(&engine, &EngineHost::runStarted, this, [this](const RunRecord& run) {
        m_liveRun = run.id;
        m_liveSteps.clear();
        m_liveEpochs.clear();
        m_pace = m_secondsLeft = 0;
        m_liveClock.start();
        m_confirm->hide();
        m_view->setCurrent(0);
        m_views->setCurrentIndex(0);
        if (run.id == m_shown) load(run.id);  // resumed: what is behind its checkpoint is gone
        refreshAll();
    });
    connect(&engine, &EngineHost::stepsAdded, this, [this](std::int64_t run, const std::vector<StepPoint>& steps) {
        if (run != m_liveRun) return;
        m_liveSteps.insert(m_liveSteps.end(), steps.begin(), steps.end());
        if (run == m_shown) show(steps);
    });
    connect(&engine, &EngineHost::epochAdded, this, [this](const RunRecord& run, const EpochReport& epoch) {
        m_liveClock.start();
        if (run.id != m_liveRun) return;
        m_liveEpochs.push_back(epoch);
        if (run.id == m_shown) show(epoch);
    });
    connect(&engine, &EngineHost::runEnded, this, [this](const RunRecord&) {
        m_confirm->hide();
        m_trainJob = 0;
        refreshAll();
    });
}

bool TrainPage::isLive() const { return m_shown != 0 && session().engine().trainingRun() == m_shown; }

bool TrainPage::isStarting() const { return session().engine().isTraining() && session().engine().trainingRun() == 0; }

QString TrainPage::runName() const {
    const RunRecord* run = session().run();
    return run != nullptr ? text(run->name) : QString();
}

void TrainPage::runChanged() {
    const RunRecord* run = session().run();
    const std::int64_t id = run != nullptr && !isStarting() ? run->id : 0;
    if (id != m_shown) {
        m_shown = id;
        m_history.clear();
        refill();
        if (id != 0) load(id);
    }
    refreshAll();
}

void TrainPage::load(std::int64_t run) {
    const std::string path = session().projectPath().toStdString();
    if (path.empty()) return;
    // A million points take longer to read than a frame may: read beside the window, with a connection of its own.
    m_load.start(
        *this,
        [path, run](const std::stop_token&) {
            Stored stored;
            stored.run = run;
            const auto project = ProjectFile::open(path, ProjectFile::Access::Read);
            if (!project) {
                stored.error = project.error();
                return stored;
            }
            auto steps = RunStore(*project).steps(run);
            auto epochs = RunStore(*project).epochs(run);
            if (!steps || !epochs) {
                stored.error = steps ? epochs.error() : steps.error();
                return stored;
            }
            stored.steps = std::move(*steps);
            stored.epochs = std::move(*epochs);
            return stored;
        },
        [this](Stored& stored) { loaded(stored); });
}

void TrainPage::loaded(Stored& stored) {
    if (stored.run != m_shown) return;
    if (stored.error) session().say(*stored.error);
    m_history.clear();
    m_history.add(stored.steps);
    for (const EpochReport& epoch : stored.epochs)
        m_history.add(epoch);
    if (m_shown == m_liveRun) {
        m_history.add(m_liveSteps);
        for (const EpochReport& epoch : m_liveEpochs)
            m_history.add(epoch);
    }
    refill();
    refreshAll();
}

void TrainPage::show(const std::vector<StepPoint>& steps) {
    if (steps.empty()) return;
    const std::size_t before = m_history.steps().size();
    if (m_history.add(steps) < before) return refill();
    if (m_history.epochs().empty() && m_liveClock.isValid()) {
        const RunRecord* run = session().run();
        const double perEpoch =
            run != nullptr && run->epochsPlanned > 0 ? static_cast<double>(run->stepsPlanned) / static_cast<double>(run->epochsPlanned) : 0;
        m_history.setHints(perEpoch, static_cast<double>(m_liveClock.elapsed()) / 1000 / static_cast<double>(m_history.steps().size()));
        if (m_xKind != XKind::Step) return refill();
    }
    std::vector<double> x, loss, rate;
    for (const StepPoint& point : steps) {
        x.push_back(m_history.place(m_xKind, static_cast<double>(point.step)));
        loss.push_back(point.loss);
        rate.push_back(point.lr);
    }
    m_loss->append(kTrainLoss, x, loss);
    m_rate->append(0, x, rate);
    updateExtent();
    refreshTiles();
}

void TrainPage::show(const EpochReport& epoch) {
    m_history.add(epoch);
    if (m_xKind == XKind::Step && m_history.epochs().size() > 1) {
        const double x = static_cast<double>(epoch.step);
        const auto add = [x](CurvePlot& plot, int curve, double y) { plot.append(curve, std::span(&x, 1), std::span(&y, 1)); };
        const bool inOrder = m_metrics->curves()[kAcc].x.empty() || m_metrics->curves()[kAcc].x.back() < x;
        if (inOrder) {
            add(*m_loss, kValidationLoss, epoch.validation.loss);
            add(*m_metrics, kAcc, epoch.validation.acc);
            add(*m_metrics, kMcc, epoch.validation.mcc);
            add(*m_metrics, kF1, epoch.validation.f1);
            add(*m_metrics, kAuc, epoch.validation.auc);
            add(*m_metrics, kTrainAcc, epoch.trainAcc);
            updateExtent();
            refreshAll();
            return;
        }
    }
    refill();
    refreshAll();
}

void TrainPage::refill() {
    std::vector<double> x, loss, rate;
    x.reserve(m_history.steps().size());
    for (const StepPoint& point : m_history.steps()) {
        x.push_back(m_history.place(m_xKind, static_cast<double>(point.step)));
        loss.push_back(point.loss);
        rate.push_back(point.lr);
    }
    m_rate->setData(0, x, std::move(rate));
    m_loss->setData(kTrainLoss, std::move(x), std::move(loss));
    std::vector<double> at;
    std::array<std::vector<double>, 6> y;
    for (const EpochReport& epoch : m_history.epochs()) {
        at.push_back(m_history.place(m_xKind, static_cast<double>(epoch.step)));
        const ClassificationMetrics& v = epoch.validation;
        const std::array<double, 6> values = {v.acc, v.mcc, v.f1, v.auc, epoch.trainAcc, v.loss};
        for (std::size_t i = 0; i < values.size(); ++i)
            y[i].push_back(values[i]);
    }
    for (int i = kAcc; i <= kTrainAcc; ++i)
        m_metrics->setData(i, at, std::move(y[static_cast<std::size_t>(i)]));
    m_loss->setData(kValidationLoss, at, std::move(y[5]));
    updateExtent();
    refreshTiles();
}

void TrainPage::updateExtent() {
    const double last = m_history.steps().empty() ? 0 : static_cast<double>(m_history.steps().back().step);
    const double lastEpoch = m_history.epochs().empty() ? 0 : static_cast<double>(m_history.epochs().back().step);
    const double high = m_history.place(m_xKind, std::max({last, lastEpoch, 1.0}));
    for (CurvePlot* plot : {m_loss, m_metrics, m_rate})
        plot->setXExtent(0, high);
}

void TrainPage::setXKind(XKind kind) {
    m_xKind = kind;
    m_xChoice->setCurrent(static_cast<int>(kind));
    for (CurvePlot* plot : {m_loss, m_metrics, m_rate}) {
        plot->setXKind(kind);
        plot->resetZoom();
    }
    refreshTexts();
    refill();
}

void TrainPage::refreshAll() {
    refreshState();
    refreshTiles();
    refreshTexts();
    const RunRecord* run = session().run();
    QStringList classes;
    if (run != nullptr) {
        for (const std::string& name : run->classes)
            classes << text(name);
    }
    const EpochReport* best = m_history.best();
    if (best == nullptr && !m_history.epochs().empty()) best = &m_history.epochs().back();
    m_results->show(run != nullptr ? run->test : std::nullopt, best != nullptr ? std::optional(best->validation) : std::nullopt, classes,
                    runName(), m_about->text());
    m_view->setChoiceEnabled(1, (run != nullptr && run->test) || best != nullptr);
}

void TrainPage::refreshState() {
    const RunRecord* run = session().run();
    EngineHost& engine = session().engine();
    const bool starting = isStarting();
    m_stack->setCurrentIndex(run == nullptr && !starting ? 0 : 1);
    const bool project = session().hasProject();
    m_empty->setTexts(tr("Nothing has been trained yet"),
                      project ? tr("Choose a model and press Train. The curves grow here while it learns.")
                              : tr("Open a project or a sample first. The curves grow here while a model learns."),
                      project ? tr("Choose a model") : tr("Go to Home"));
    const bool live = isLive();
    const bool stopping = live && engine.isStopping();
    if (starting) {
        m_pill->setState(tr("Starting…"), StatePill::Tone::Active);
    } else if (stopping) {
        m_pill->setState(tr("Stopping…"), StatePill::Tone::Warning);
    } else if (live) {
        m_pill->setState(engine.isPaused() ? tr("Paused") : tr("Running"),
                         engine.isPaused() ? StatePill::Tone::Warning : StatePill::Tone::Active);
    } else if (run != nullptr) {
        m_pill->setState(stateText(run->state), stateTone(run->state));
    }
    const bool idle = !engine.isTraining();
    const bool resumable = run != nullptr && canResume(*run);
    m_resume->setVisible(idle && resumable);
    m_start->setVisible(idle);
    m_start->setProperty("kind", idle && resumable ? QString() : QStringLiteral("primary"));
    m_start->setIcon(idle && resumable ? icon(QStringLiteral("play")) : iconOnAccent(QStringLiteral("play")));
    m_start->style()->unpolish(m_start);
    m_start->style()->polish(m_start);
    for (QPushButton* button : {m_pause, m_stop, m_finish, m_discard}) {
        button->setVisible(live);
        button->setEnabled(!stopping);
    }
    m_pause->setText(engine.isPaused() ? tr("Continue") : tr("Pause"));
    m_pause->setIcon(icon(engine.isPaused() ? QStringLiteral("play") : QStringLiteral("pause")));
}

void TrainPage::refreshTiles() {
    const RunRecord* run = session().run();
    const bool live = isLive();
    const std::vector<EpochReport>& epochs = m_history.epochs();
    const EpochReport* last = epochs.empty() ? nullptr : &epochs.back();
    const EpochReport* best = m_history.best();
    const std::int64_t planned = run != nullptr ? run->epochsPlanned : 0;

    const std::int64_t done = last != nullptr ? last->epoch : 0;
    const std::int64_t now = live ? std::min(done + 1, std::max(planned, done)) : done;
    m_epoch->setLabel(tr("Epoch"));
    m_epoch->setValue(number(now), planned > 0 ? tr("of %1").arg(number(planned)) : QString());
    m_epoch->setNote(best != nullptr ? tr("best: %1").arg(number(best->epoch))
                                     : tr("%Ln step(s)", nullptr, static_cast<int>(m_history.steps().size())));
    const std::int64_t steps = m_history.steps().empty() ? 0 : m_history.steps().back().step;
    const bool known = live && run != nullptr && run->stepsPlanned > 0;
    m_epoch->setProgress(known ? static_cast<double>(steps) / static_cast<double>(run->stepsPlanned) : -1);

    const bool tested = run != nullptr && run->test && !live;
    const auto quality = [&](MetricTile& tile, const QString& name, double ClassificationMetrics::*member) {
        const double atBest = best != nullptr ? best->validation.*member : kNotAvailable;
        if (tested) {
            tile.setLabel(tr("Test %1").arg(name));
            tile.setValue(real((*run->test).*member, 3));
            tile.setNote(tr("validation %1").arg(real(atBest, 3)));
        } else {
            tile.setLabel(tr("Validation %1").arg(name));
            tile.setValue(real(last != nullptr ? last->validation.*member : kNotAvailable, 3));
            tile.setNote(best != nullptr ? tr("best %1 · epoch %2").arg(real(atBest, 3), number(best->epoch))
                                         : tr("after the first epoch"));
        }
    };
    quality(*m_acc, tr("ACC"), &ClassificationMetrics::acc);
    quality(*m_mcc, tr("MCC"), &ClassificationMetrics::mcc);

    const CurvePlot::Curve& loss = m_loss->curves()[kTrainLoss];
    m_trainLoss->setLabel(tr("Training loss"));
    m_trainLoss->setValue(real(!loss.smooth.empty() ? loss.smooth.back() : kNotAvailable, 3));
    m_trainLoss->setNote(tr("validation %1").arg(real(last != nullptr ? last->validation.loss : kNotAvailable, 3)));

    double speed = last != nullptr ? last->sequencesPerSecond : 0;
    if (live && m_pace > 0 && run != nullptr) {
        if (const auto size = run->hyperparameters.find("batch_size"); size != run->hyperparameters.end())
            speed = m_pace * std::atof(size->second.c_str());
    }
    m_speed->setLabel(tr("Sequences/s"));
    m_speed->setValue(speed > 0 ? number(std::llround(speed)) : real(kNotAvailable));
    m_speed->setNote(run != nullptr ? text(run->device) : QString());

    const double spent =
        m_history.seconds() +
        (live && m_liveClock.isValid() && !session().engine().isPaused() ? static_cast<double>(m_liveClock.elapsed()) / 1000 : 0);
    m_time->setLabel(live ? tr("Time left") : tr("Training time"));
    m_time->setValue(live ? duration(m_secondsLeft > 0 ? m_secondsLeft : kNotAvailable) : duration(spent));
    m_time->setNote(live ? tr("%1 so far").arg(duration(spent)) : tr("%Ln step(s)", nullptr, static_cast<int>(steps)));
}

void TrainPage::refreshTexts() {
    const RunRecord* run = session().run();
    const bool starting = isStarting();
    m_name->setText(starting ? tr("New run") : runName());
    QString about;
    if (starting) {
        about = tr("The first numbers come in a moment.");
    } else if (run != nullptr) {
        about = tr("%1 on %2").arg(text(run->model), text(run->datasetName)) + QStringLiteral("  ·  ") +
                tr("%Ln parameter(s)", nullptr, static_cast<int>(run->parameters)) + QStringLiteral("  ·  ") + text(run->device) +
                QStringLiteral("  ·  ") + tr("seed %1").arg(run->seed);
        if (!run->error.empty()) about = text(run->error);
    }
    m_about->setTone(run != nullptr && !starting && !run->error.empty() ? "bad" : "muted");
    m_about->setText(about);
    const QString x = m_xKind == XKind::Step ? tr("step") : m_xKind == XKind::Epoch ? tr("epoch") : tr("time");
    m_loss->setAxisTitles(x, tr("loss"));
    m_metrics->setAxisTitles(x, {});
    m_rate->setAxisTitles(x, {});
    const QString caption = run == nullptr ? QString() : tr("Run %1: %2").arg(runName(), about);
    m_loss->setFigureTexts(QStringLiteral("loss-%1").arg(runName()),
                           caption + QStringLiteral(". ") + tr("Faint: each batch; bold: moving average."));
    m_metrics->setFigureTexts(QStringLiteral("quality-%1").arg(runName()), caption);
    m_rate->setFigureTexts(QStringLiteral("learning-rate-%1").arg(runName()), caption);
}

void TrainPage::fillExportMenu(QMenu& menu) {
    if (m_stack->currentIndex() == 0) return;
    const auto report = [this](bool written, const QString& sentence) {
        session().say(written ? Session::Level::Success : Session::Level::Error, sentence);
    };
    const auto add = [&](const QString& title, auto figure) { addExportActions(*menu.addMenu(title), *this, figure, report); };
    add(tr("Loss"), [this]() -> Figure* { return m_loss; });
    add(tr("Quality"), [this]() -> Figure* { return m_metrics; });
    add(tr("Learning rate"), [this]() -> Figure* { return m_rate; });
    add(tr("Confusion matrix"), [this]() -> Figure* { return &m_results->confusion(); });
}

void TrainPage::retranslate() {
    m_start->setText(tr("Start a new run"));
    m_start->setToolTip(tr("Train the model of the Model page with its settings"));
    m_resume->setText(tr("Resume"));
    m_resume->setToolTip(tr("Go on from the last checkpoint, to the same result as if it had never stopped"));
    m_pause->setToolTip(tr("Wait at the next batch; nothing is lost"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Save a checkpoint and stop; the run can be resumed later"));
    m_finish->setText(tr("Finish now and keep"));
    m_finish->setToolTip(tr("End here: the best weights so far are kept and tested"));
    m_discard->setText(tr("Discard…"));
    m_discard->setToolTip(tr("Throw this run away"));
    m_view->setTexts({tr("Curves"), tr("Results")});
    m_loss->setTitle(tr("Loss"));
    m_loss->setCurveName(kTrainLoss, tr("training"));
    m_loss->setCurveName(kValidationLoss, tr("validation"));
    m_metrics->setTitle(tr("Quality"));
    m_metrics->setCurveName(kAcc, tr("ACC"));
    m_metrics->setCurveName(kMcc, tr("MCC"));
    m_metrics->setCurveName(kF1, tr("F1"));
    m_metrics->setCurveName(kAuc, tr("ROC-AUC"));
    m_metrics->setCurveName(kTrainAcc, tr("training ACC"));
    m_rate->setTitle(tr("Learning rate"));
    m_rate->setCurveName(0, tr("learning rate"));
    m_loss->setEmptyText(tr("The loss of each batch appears here."));
    m_metrics->setEmptyText(tr("Quality on the validation set appears after the first epoch."));
    m_rate->setEmptyText(tr("The learning rate of each step appears here."));
    m_xLabel->setText(tr("Horizontal axis"));
    m_xChoice->setTexts({tr("Step"), tr("Epoch"), tr("Time")});
    m_smooth->setAccessibleName(tr("Smoothing"));
    applySmoothing();
    m_axisLabel->setText(tr("Loss axis"));
    m_logLoss->setText(tr("Logarithmic"));
    m_hint->setText(tr("Wheel: zoom. Drag: move. Double click: everything. Click a name in a legend to hide its curve."));
    if (m_stack != nullptr) refreshAll();
}

}  // namespace strand
