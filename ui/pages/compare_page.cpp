#include "ui/pages/compare_page.hpp"

#include "ui/docks/run_differences.hpp"
#include "ui/text/train_texts.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/empty_state.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/page_stack.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QListWidget>
#include <QMenu>
#include <QSignalBlocker>

#include <algorithm>
#include <array>

namespace strand {

namespace {

constexpr qsizetype kAtFirst = 3;  ///< runs that are chosen without asking
constexpr int kListWidth = 240, kSideBySide = 960;

using Metric = double ClassificationMetrics::*;
constexpr std::array<Metric, 3> kMetrics = {&ClassificationMetrics::acc, &ClassificationMetrics::mcc, &ClassificationMetrics::auc};

/// Colours first; where they come again, lines and markers tell the curves apart.
CurvePlot::Style styleOf(int index) {
    using Marker = CurvePlot::Marker;
    constexpr std::array<Qt::PenStyle, 4> kLines = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    constexpr std::array<Marker, 4> kMarkers = {Marker::Circle, Marker::Square, Marker::Triangle, Marker::Diamond};
    const auto at = static_cast<std::size_t>(index);
    return {.series = index % 6, .line = kLines[at / 6 % kLines.size()], .marker = kMarkers[at % kMarkers.size()]};
}

bool hasCurves(const RunRecord& run) { return run.epoch > 0; }

std::int64_t runOf(const QListWidgetItem& item) { return item.data(Qt::UserRole).toLongLong(); }

}  // namespace

ComparePage::ComparePage(Session& session_) : Page(session_) {
    build();
    connectEngine();
    retranslate();
}

void ComparePage::build() {
    m_empty = new EmptyState(QStringLiteral("git-compare"));
    m_title = new StyledLabel(TextStyle::Title);
    m_figure = new Segmented(static_cast<int>(kMetrics.size()));
    m_hint = new StyledLabel(TextStyle::Body, "muted");
    m_list = new QListWidget;
    m_list->setProperty("frameless", true);
    m_list->setMinimumWidth(kListWidth - 4 * kSpace);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_plots = new QWidget;
    m_row = new QBoxLayout(QBoxLayout::LeftToRight, m_plots);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(kSpace * 3 / 2);
    auto* head = new QHBoxLayout;
    head->setSpacing(kSpace * 3 / 2);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_figure);
    auto* side = makeCard(m_list);
    side->setMaximumWidth(kListWidth + kSpace);
    auto* row = new QHBoxLayout;
    row->setSpacing(kSpace * 3 / 2);
    row->addWidget(side, 1);
    row->addWidget(m_plots, 3);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(3 * kSpace, kSpace * 3 / 2, 3 * kSpace, 2 * kSpace);
    column->setSpacing(kSpace * 3 / 2);
    column->addLayout(head);
    column->addWidget(m_hint);
    column->addLayout(row, 1);
    m_stack = new PageStack;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    auto* page = flushLayout<QVBoxLayout>(this);
    page->addWidget(m_stack);
    connect(m_figure, &Segmented::chosen, this, &ComparePage::draw);
    connect(m_list, &QListWidget::itemChanged, this, &ComparePage::chosenChanged);
    connect(m_empty, &EmptyState::actionTriggered, this, &ComparePage::goToModels);
}

void ComparePage::connectEngine() {
    connect(&session(), &Session::runsChanged, this, &ComparePage::refresh);
    connect(&session(), &Session::projectChanged, this, [this] {
        m_chosen.clear();
        m_known.clear();
        refresh();
    });
    connect(&session().engine(), &EngineHost::projectAboutToClose, this, [this] { m_load.dropAndWait(); });
    connect(&session().engine(), &EngineHost::epochAdded, this, &ComparePage::add);
}

/// Below each other where there is no room for two legends.
void ComparePage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    const bool narrow = width() < kSideBySide * ThemeManager::instance().textScale();
    m_row->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void ComparePage::refresh() {
    const auto& runs = session().runs();
    const bool any = std::any_of(runs.begin(), runs.end(), hasCurves);
    m_stack->setCurrentIndex(any ? 1 : 0);
    const bool project = session().hasProject();
    m_empty->setTexts(
        tr("Nothing to compare yet"),
        project ? tr("Train a model, then the same with another setting, or another model. Their curves lie over each other here.")
                : tr("Open a project or a sample first."),
        project ? tr("Choose a model") : tr("Go to Home"));
    fillList();
    chosenChanged();
}

/// The items stay, with place and cursor, while only their texts change.
void ComparePage::fillList() {
    const QSignalBlocker blocker(m_list);
    const auto& runs = session().runs();
    std::vector<std::size_t> listed;
    for (std::size_t i = runs.size(); i-- > 0;) {
        if (hasCurves(runs[i])) listed.push_back(i);
    }
    bool same = static_cast<int>(listed.size()) == m_list->count();
    for (int row = 0; same && row < m_list->count(); ++row)
        same = runOf(*m_list->item(row)) == runs[listed[static_cast<std::size_t>(row)]].id;
    if (!same) addItems(listed);
    const std::vector<QString> differences = runDifferences(runs);
    for (int row = 0; row < m_list->count(); ++row) {
        const std::size_t at = listed[static_cast<std::size_t>(row)];
        m_list->item(row)->setText(QString::fromStdString(runs[at].name));
        const QString what =
            TrainTexts::tr("%1 on %2").arg(QString::fromStdString(runs[at].model), QString::fromStdString(runs[at].datasetName));
        m_list->item(row)->setToolTip(QStringList{what, differences[at]}.join(QLatin1Char('\n')).trimmed());
    }
}

/// A new run is chosen by itself; of those that were there at first, the latest.
void ComparePage::addItems(const std::vector<std::size_t>& listed) {
    const bool first = m_known.isEmpty();
    m_list->clear();
    for (const std::size_t at : listed) {
        const std::int64_t run = session().runs()[at].id;
        if (!m_known.contains(run) && (!first || m_chosen.size() < kAtFirst)) m_chosen.insert(run);
        m_known.insert(run);
        auto* item = new QListWidgetItem(m_list);
        item->setData(Qt::UserRole, QVariant::fromValue<qlonglong>(run));
        item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setCheckState(m_chosen.contains(run) ? Qt::Checked : Qt::Unchecked);
    }
}

void ComparePage::chosenChanged() {
    m_chosen.clear();
    std::vector<const QListWidgetItem*> wanted;
    for (int row = m_list->count() - 1; row >= 0; --row) {
        const QListWidgetItem* item = m_list->item(row);
        if (item->checkState() != Qt::Checked) continue;
        wanted.push_back(item);
        m_chosen.insert(runOf(*item));
    }
    // While a run is in training its record changes with each epoch; its curve grows by what is told.
    const bool same =
        std::equal(wanted.begin(), wanted.end(), m_lines.begin(), m_lines.end(),
                   [](const QListWidgetItem* item, const Line& line) { return runOf(*item) == line.run && item->text() == line.name; });
    if (!same) load();
}

void ComparePage::load() {
    const std::string path = session().projectPath().toStdString();
    std::vector<Line> lines;
    for (const RunRecord& run : session().runs()) {
        if (m_chosen.contains(run.id)) lines.push_back({run.id, QString::fromStdString(run.name), {}});
    }
    keepShown(lines);
    m_lines = lines;
    draw();
    m_load.drop();
    if (path.empty() || lines.empty()) return;
    m_load.start(
        *this,
        [path, lines](const std::stop_token&) mutable {
            const auto project = ProjectFile::open(path, ProjectFile::Access::Read);
            if (!project) return Stored{{}, project.error()};
            for (Line& line : lines) {
                auto epochs = RunStore(*project).epochs(line.run);
                if (!epochs) return Stored{{}, epochs.error()};
                line.epochs = std::move(*epochs);
            }
            return Stored{std::move(lines), {}};
        },
        [this](Stored& stored) {
            if (stored.error) return session().say(*stored.error);
            keepShown(stored.lines);
            m_lines = std::move(stored.lines);
            draw();
        });
}

/// What is on the screen, or came live while the project was read, is not forgotten.
void ComparePage::keepShown(std::vector<Line>& lines) const {
    for (Line& line : lines) {
        for (const Line& shown : m_lines) {
            if (shown.run == line.run && shown.epochs.size() > line.epochs.size()) line.epochs = shown.epochs;
        }
    }
}

void ComparePage::add(const RunRecord& run, const EpochReport& epoch) {
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        Line& line = m_lines[i];
        if (line.run != run.id || (!line.epochs.empty() && line.epochs.back().epoch >= epoch.epoch)) continue;
        line.epochs.push_back(epoch);
        if (m_loss == nullptr) continue;
        const auto x = static_cast<double>(epoch.epoch);
        const auto append = [&](CurvePlot& plot, double y) { plot.append(static_cast<int>(i), std::span(&x, 1), std::span(&y, 1)); };
        append(*m_loss, epoch.validation.loss);
        append(*m_quality, epoch.validation.*kMetrics[static_cast<std::size_t>(m_figure->current())]);
        for (CurvePlot* plot : {m_loss, m_quality})
            plot->setXExtent(0, lastEpoch());
    }
}

double ComparePage::lastEpoch() const {
    std::int64_t last = 1;
    for (const Line& line : m_lines) {
        if (!line.epochs.empty()) last = std::max(last, line.epochs.back().epoch);
    }
    return static_cast<double>(last);
}

CurvePlot* ComparePage::makePlot() {
    auto* plot = new CurvePlot;
    plot->setXKind(XKind::Epoch);
    plot->setReport(reporter());
    m_row->addWidget(makeCard(plot));
    return plot;
}

void ComparePage::fillPlot(CurvePlot& plot, Metric metric) {
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        std::vector<double> x, y;
        for (const EpochReport& epoch : m_lines[i].epochs) {
            x.push_back(static_cast<double>(epoch.epoch));
            y.push_back(epoch.validation.*metric);
        }
        const int curve = plot.addCurve(styleOf(static_cast<int>(i)));
        plot.setCurveName(curve, m_lines[i].name);
        plot.setData(curve, std::move(x), std::move(y));
    }
    plot.setXExtent(0, lastEpoch());
    plot.setAxisTitles(TrainTexts::tr("epoch"), {});
}

/// Curves come and go with the runs: plots are made anew.
void ComparePage::draw() {
    while (QLayoutItem* item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_loss = m_quality = nullptr;
    if (m_lines.empty()) return;
    const auto chosen = static_cast<std::size_t>(m_figure->current());
    const std::array<QString, 3> names = {TrainTexts::tr("ACC"), TrainTexts::tr("MCC"), TrainTexts::tr("ROC-AUC")};
    QStringList runs;
    for (const Line& line : m_lines)
        runs << line.name;
    m_loss = makePlot();
    m_loss->setTitle(tr("Validation loss"));
    fillPlot(*m_loss, &ClassificationMetrics::loss);
    m_loss->setFigureTexts(QStringLiteral("compare-loss"), runs.join(QStringLiteral(", ")));
    m_quality = makePlot();
    m_quality->setTitle(tr("Validation %1").arg(names[chosen]));
    fillPlot(*m_quality, kMetrics[chosen]);
    m_quality->setFigureTexts(QStringLiteral("compare-quality"), runs.join(QStringLiteral(", ")));
}

void ComparePage::fillExportMenu(QMenu& menu) {
    if (m_loss == nullptr || m_stack->currentIndex() == 0) return;
    addExportActions(
        *menu.addMenu(TrainTexts::tr("Loss")), *this, [this]() -> Figure* { return m_loss; }, reporter());
    addExportActions(
        *menu.addMenu(TrainTexts::tr("Quality")), *this, [this]() -> Figure* { return m_quality; }, reporter());
}

void ComparePage::retranslate() {
    m_title->setText(tr("Compare"));
    m_hint->setText(tr("Check the runs to lay over each other; the table of runs says in what they differ."));
    m_hint->setWordWrap(true);
    m_figure->setTexts({TrainTexts::tr("ACC"), TrainTexts::tr("MCC"), TrainTexts::tr("ROC-AUC")});
    m_figure->setAccessibleName(tr("Figure"));
    m_list->setAccessibleName(tr("Runs to compare"));
    refresh();
    draw();
}

}  // namespace strand
