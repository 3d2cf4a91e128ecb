#include "ui/pages/train_page.hpp"

#include "ui/plots/confusion_plot.hpp"
#include "ui/plots/run_curves.hpp"
#include "ui/text/sentences.hpp"
#include "ui/widgets/empty_state.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/page_stack.hpp"
#include "ui/widgets/results_view.hpp"
#include "ui/widgets/run_fault.hpp"
#include "ui/widgets/run_header.hpp"
#include "ui/widgets/run_tiles.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/status_strip.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QCheckBox>
#include <QMenu>
#include <QScrollArea>
#include <QSlider>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace strand {

namespace {

constexpr int kSmoothSteps = 100;
constexpr int kDefaultSmoothing = 80;

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

/// How curves are drawn: of no use beside anything else.
QWidget* TrainPage::optionsPanel() { return m_stack->currentIndex() == 1 && m_views->currentWidget() == m_curves ? m_options : nullptr; }

CurvePlot& TrainPage::lossPlot() const { return m_curves->loss(); }

CurvePlot& TrainPage::metricPlot() const { return m_curves->metrics(); }

CurvePlot& TrainPage::ratePlot() const { return m_curves->rate(); }

void TrainPage::build() {
    m_empty = new EmptyState(QStringLiteral("activity"));
    m_header = new RunHeader(session());
    m_fault = new RunFault(session());
    m_tiles = new RunTiles;
    m_curves = new RunCurves;
    m_curves->setReport(reporter());
    m_results = new ResultsView;
    m_views = new PageStack;
    m_views->addWidget(m_curves);
    m_views->addWidget(m_results);
    connect(&m_header->views(), &Segmented::chosen, m_views, &QStackedWidget::setCurrentIndex);
    connect(m_empty, &EmptyState::actionTriggered, this, &TrainPage::goToModels);

    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(kSpace * 3, kSpace * 3 / 2, kSpace * 3, kSpace * 3 / 2);
    layout->setSpacing(kSpace * 5 / 4);
    layout->addWidget(m_header);
    layout->addWidget(m_fault);
    layout->addWidget(m_tiles);
    layout->addWidget(m_views, 1);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setWidget(content);

    m_stack = new PageStack;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(area);
    connect(m_stack, &QStackedWidget::currentChanged, this, &TrainPage::optionsChanged);
    connect(m_views, &QStackedWidget::currentChanged, this, &TrainPage::optionsChanged);
    auto* page = flushLayout<QVBoxLayout>(this);
    page->addWidget(m_stack);
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
        m_curves->setLogarithmic(on);
        session().setSetting(QStringLiteral("train.logLoss"), on ? QStringLiteral("1") : QString());
    });
}

void TrainPage::applySmoothing() {
    // Finer towards 1, where it matters: 0 to 0.999.
    const double weight = 1 - std::pow(1 - static_cast<double>(m_smooth->value()) / kSmoothSteps, 1.5);
    m_curves->setSmoothing(weight);
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
            m_curves->fill(m_history);
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
        m_header->hideQuestion();
        m_header->views().setCurrent(0);
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
        m_header->hideQuestion();
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
        m_curves->fill(m_history);
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
    m_curves->fill(m_history);
    refreshAll();
}

void TrainPage::show(const std::vector<StepPoint>& steps) {
    if (steps.empty()) return;
    const std::size_t before = m_history.steps().size();
    bool anew = m_history.add(steps) < before;
    if (!anew && m_history.epochs().empty() && m_liveClock.isValid()) {
        const RunRecord* run = session().run();
        const double perEpoch =
            run != nullptr && run->epochsPlanned > 0 ? static_cast<double>(run->stepsPlanned) / static_cast<double>(run->epochsPlanned) : 0;
        m_history.setHints(perEpoch, static_cast<double>(m_liveClock.elapsed()) / 1000 / static_cast<double>(m_history.steps().size()));
        anew = m_curves->xKind() != XKind::Step;
    }
    if (anew) {
        m_curves->fill(m_history);
    } else {
        m_curves->append(m_history, steps);
    }
    refreshTiles();
}

void TrainPage::show(const EpochReport& epoch) {
    m_history.add(epoch);
    m_curves->appendEpoch(m_history);
    refreshAll();
}

void TrainPage::setXKind(XKind kind) {
    m_xChoice->setCurrent(static_cast<int>(kind));
    m_curves->setXKind(kind, m_history);
    refreshTexts();
}

void TrainPage::refreshAll() {
    refreshState();
    refreshTiles();
    refreshTexts();
    refreshResults();
}

void TrainPage::refreshResults() {
    const RunRecord* run = session().run();
    QStringList classes;
    if (run != nullptr) {
        for (const std::string& name : run->classes)
            classes << text(name);
    }
    const EpochReport* best = m_history.best();
    if (best == nullptr && !m_history.epochs().empty()) best = &m_history.epochs().back();
    m_results->show(run != nullptr ? run->test : std::nullopt, best != nullptr ? std::optional(best->validation) : std::nullopt, classes,
                    runName(), m_header->about());
    m_header->views().setChoiceEnabled(1, (run != nullptr && run->test) || best != nullptr);
}

void TrainPage::refreshState() {
    m_stack->setCurrentIndex(session().run() == nullptr && !isStarting() ? 0 : 1);
    const bool project = session().hasProject();
    m_empty->setTexts(tr("Nothing has been trained yet"),
                      project ? tr("Choose a model and press Train. The curves grow here while it learns.")
                              : tr("Open a project or a sample first. The curves grow here while a model learns."),
                      project ? tr("Choose a model") : tr("Go to Home"));
    m_header->refresh(isLive(), isStarting());
}

void TrainPage::refreshTiles() {
    const bool live = isLive();
    const bool counting = live && m_liveClock.isValid() && !session().engine().isPaused();
    m_tiles->show({.run = session().run(),
                   .live = live,
                   .trainingLoss = m_curves->trainingLoss(),
                   .batchesPerSecond = m_pace,
                   .secondsLeft = m_secondsLeft,
                   .secondsOfEpoch = counting ? static_cast<double>(m_liveClock.elapsed()) / 1000 : 0},
                  m_history);
}

QString TrainPage::aboutText() const {
    const RunRecord* run = session().run();
    if (isStarting()) return tr("The first numbers come in a moment.");
    if (run == nullptr) return {};
    return QStringList{tr("%1 on %2").arg(text(run->model), text(run->datasetName)),
                       tr("%Ln parameter(s)", nullptr, static_cast<int>(run->parameters)), deviceName(run->device),
                       tr("seed %1").arg(run->seed)}
        .join(QStringLiteral("  ·  "));
}

void TrainPage::refreshTexts() {
    const RunRecord* run = session().run();
    const bool starting = isStarting();
    const QString about = aboutText();
    m_header->setTexts(starting ? tr("New run") : runName(), about);
    m_fault->show(starting || isLive() ? nullptr : run);
    m_curves->setFigureTexts(runName(), run == nullptr ? QString() : tr("Run %1: %2").arg(runName(), about));
}

void TrainPage::fillExportMenu(QMenu& menu) {
    if (m_stack->currentIndex() == 0) return;
    const auto add = [&](const QString& title, auto figure) { addExportActions(*menu.addMenu(title), *this, figure, reporter()); };
    add(tr("Loss"), [this]() -> Figure* { return &m_curves->loss(); });
    add(tr("Quality"), [this]() -> Figure* { return &m_curves->metrics(); });
    add(tr("Learning rate"), [this]() -> Figure* { return &m_curves->rate(); });
    add(tr("Confusion matrix"), [this]() -> Figure* { return &m_results->confusion(); });
}

void TrainPage::retranslate() {
    m_header->retranslate();
    m_curves->retranslate();
    m_xLabel->setText(tr("Horizontal axis"));
    m_xChoice->setTexts({tr("Step"), tr("Epoch"), tr("Time")});
    m_smooth->setAccessibleName(tr("Smoothing"));
    applySmoothing();
    m_axisLabel->setText(tr("Loss axis"));
    m_logLoss->setText(tr("Logarithmic"));
    m_hint->setText(tr("Wheel: zoom. Drag: move. Double click: everything. Click a name in a legend to hide its curve."));
    refreshAll();
}

}  // namespace strand
