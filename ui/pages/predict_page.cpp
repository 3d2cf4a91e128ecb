#include "ui/pages/predict_page.hpp"

#include "ui/plots/bar_plot.hpp"
#include "ui/session/open_project.hpp"
#include "ui/text/sentences.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/elided_label.hpp"
#include "ui/widgets/empty_state.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/folding_row.hpp"
#include "ui/widgets/job_bar.hpp"
#include "ui/widgets/page_stack.hpp"
#include "ui/widgets/table_copy.hpp"
#include "ui/window_actions.hpp"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QTableView>
#include <QUrl>

#include <algorithm>
#include <vector>

namespace strand {

namespace {

constexpr int kRemarks = 12;
QString folderKey() { return QStringLiteral("folders/import"); }

QString text(const std::string& value) { return QString::fromStdString(value); }

}  // namespace

PredictPage::PredictPage(Session& session_) : Page(session_) {
    setAcceptDrops(true);
    m_none = new EmptyState(QStringLiteral("target"));
    m_begin = new EmptyState(QStringLiteral("target"));
    m_job = new JobBar(session());
    m_views = new PageStack;
    m_views->addWidget(m_begin);
    m_views->addWidget(buildTable());
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(3 * kSpace, kSpace * 3 / 2, 3 * kSpace, 2 * kSpace);
    column->setSpacing(kSpace * 3 / 2);
    column->addWidget(buildHeader());
    column->addWidget(m_job);
    column->addWidget(m_views, 1);
    m_stack = new PageStack;
    m_stack->addWidget(m_none);
    m_stack->addWidget(content);
    auto* page = flushLayout<QVBoxLayout>(this);
    page->addWidget(m_stack);
    connectParts();
    retranslate();
}

QWidget* PredictPage::buildHeader() {
    m_title = new StyledLabel(TextStyle::Title);
    m_about = new ElidedLabel(TextStyle::Body, "muted");
    m_runs = new QComboBox;
    m_runs->setMinimumWidth(180);
    m_paste = new QPushButton;
    m_paste->setIcon(icon(QStringLiteral("clipboard")));
    m_choose = new QPushButton;
    m_choose->setProperty("kind", "primary");
    m_choose->setIcon(iconOnAccent(QStringLiteral("folder-open")));
    auto* what = new QHBoxLayout;
    what->setSpacing(kSpace * 3 / 2);
    what->addWidget(m_title);
    what->addWidget(m_runs);
    what->addStretch(1);
    auto* ask = new QHBoxLayout;
    ask->setSpacing(kSpace);
    ask->addStretch(1);
    ask->addWidget(m_paste);
    ask->addWidget(m_choose);
    auto* header = new QWidget;
    auto* column = flushLayout<QVBoxLayout>(header, kSpace);
    column->addWidget(new FoldingRow(what, ask, kSpace * 3 / 2));
    column->addWidget(m_about);
    return header;
}

QWidget* PredictPage::buildTable() {
    m_summary = new StyledLabel(TextStyle::Body, "muted");
    m_summary->setWordWrap(true);
    m_model = new PredictionModel(this);
    m_table = new QTableView;
    m_table->setModel(m_model);
    m_table->setProperty("frameless", true);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    m_counts = new BarPlot(QStringLiteral("predicted-classes"));
    auto* side = new QWidget;
    auto* sideColumn = flushLayout<QVBoxLayout>(side, kSpace);
    sideColumn->addWidget(m_summary);
    sideColumn->addWidget(m_counts, 1);
    auto* both = new QWidget;
    auto* row = flushLayout<QHBoxLayout>(both, kSpace * 3 / 2);
    row->addWidget(makeCard(m_table), 5);
    row->addWidget(makeCard(side), 3);
    return both;
}

void PredictPage::connectParts() {
    connect(m_none, &EmptyState::actionTriggered, this, &PredictPage::goToModels);
    connect(m_begin, &EmptyState::actionTriggered, this, &PredictPage::chooseFile);
    connect(m_choose, &QPushButton::clicked, this, &PredictPage::chooseFile);
    connect(m_paste, &QPushButton::clicked, this, &PredictPage::paste);
    connect(m_runs, &QComboBox::activated, this, [this](int index) { session().setRun(m_runs->itemData(index).toLongLong()); });
    for (const auto signal : {&Session::projectChanged, &Session::runsChanged, &Session::runChanged})
        connect(&session(), signal, this, &PredictPage::refresh);
    EngineHost& engine = session().engine();
    connect(&engine, &EngineHost::ready, this, &PredictPage::refresh);
    connect(&engine, &EngineHost::trainingStateChanged, this, &PredictPage::refresh);
    connect(&engine, &EngineHost::predictionsReady, this, [this](JobId job, const SharedPredictions& table) {
        if (job == m_job->job()) answered(table);
    });
    connect(m_job, &JobBar::ended, this, &PredictPage::refresh);
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, &PredictPage::refreshCounts);
}

/// One in training has other weights from batch to batch.
bool PredictPage::canPredict(const RunRecord& run) const { return run.bestEpoch > 0 && session().engine().trainingRun() != run.id; }

const RunRecord* PredictPage::run() const {
    if (const RunRecord* current = session().run(); current != nullptr && canPredict(*current)) return current;
    const auto& runs = session().runs();
    const auto found = std::find_if(runs.rbegin(), runs.rend(), [this](const RunRecord& run) { return canPredict(run); });
    return found == runs.rend() ? nullptr : &*found;
}

void PredictPage::refresh() {
    const RunRecord* chosen = run();
    m_stack->setCurrentIndex(chosen != nullptr ? 1 : 0);
    if (chosen == nullptr || chosen->id != m_shown.run) clear();
    fillRuns();
    refreshTexts();
}

/// The list stays as it is, also where it is open, while only its texts change.
void PredictPage::fillRuns() {
    const QSignalBlocker blocker(m_runs);
    std::vector<const RunRecord*> runs;
    for (const RunRecord& each : session().runs()) {
        if (canPredict(each)) runs.push_back(&each);
    }
    bool same = static_cast<int>(runs.size()) == m_runs->count();
    for (int i = 0; same && i < m_runs->count(); ++i)
        same = m_runs->itemData(i).toLongLong() == runs[static_cast<std::size_t>(i)]->id;
    if (!same) m_runs->clear();
    const RunRecord* chosen = run();
    int row = 0;
    for (const RunRecord* each : runs) {
        if (!same) m_runs->addItem({}, QVariant::fromValue<qlonglong>(each->id));
        m_runs->setItemText(row, text(each->name));
        if (each == chosen) m_runs->setCurrentIndex(row);
        ++row;
    }
}

/// What another run has said is not shown under the name of this one.
void PredictPage::clear() {
    if (m_shown.run == 0) return;
    m_shown = {};
    m_model->show(std::make_shared<const PredictionTable>());
    m_views->setCurrentWidget(m_begin);
}

void PredictPage::chooseFile() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Sequences to predict"), QSettings().value(folderKey()).toString());
    if (file.isEmpty()) return;
    QSettings().setValue(folderKey(), QFileInfo(file).absolutePath());
    predict(file);
}

void PredictPage::paste() {
    if (const QString file = pastedFile(QGuiApplication::clipboard()->text()); !file.isEmpty()) return predict(file);
    session().say(Session::Level::Info, tr("There are no sequences on the clipboard."),
                  tr("Copy FASTA records, or one sequence a line, and try again."));
}

void PredictPage::predict(const QString& file) {
    const RunRecord* chosen = run();
    if (chosen == nullptr || m_job->job() != 0 || !session().engine().isReady()) return;
    m_asked = {chosen->id, QFileInfo(file).fileName(), text(chosen->name)};
    m_job->follow(session().engine().predict(chosen->id, {.path = file.toStdString(), .onBad = OnBad::Skip}),
                  tr("Predicting %1").arg(m_asked.file));
    refreshTexts();
}

void PredictPage::answered(const SharedPredictions& table) {
    if (const RunRecord* chosen = run(); chosen != nullptr && chosen->id == m_asked.run) return show(table);
    session().say(Session::Level::Info, tr("The predictions for %1 are not shown: another run is chosen now.").arg(m_asked.file),
                  tr("Choose run %1 and predict the file again to see them.").arg(m_asked.runName));
}

void PredictPage::show(const SharedPredictions& table) {
    m_shown = m_asked;
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_model->show(table);
    m_table->resizeColumnsToContents();
    addTableActions(*m_table, QStringLiteral("predictions-%1").arg(QFileInfo(m_shown.file).completeBaseName()),
                    [this](QChar separator) { return m_model->wholeText(separator); });
    m_views->setCurrentIndex(1);
    refreshTexts();
    tellRemarks(*table);
}

void PredictPage::tellRemarks(const PredictionTable& table) {
    if (table.warnings.empty()) return;
    QStringList lines;
    for (const Warning& warning : table.warnings) {
        if (lines.size() == kRemarks) {
            lines << QStringLiteral("…");
            break;
        }
        lines << toText(warning);
    }
    session().say(Session::Level::Warning,
                  table.skipped > 0 ? tr("%Ln record(s) of %1 were left out.", nullptr, static_cast<int>(table.skipped)).arg(m_shown.file)
                                    : tr("Something about %1:").arg(m_shown.file),
                  lines.join(QLatin1Char('\n')));
}

QString PredictPage::summary() const {
    const PredictionTable& table = m_model->table();
    const auto rows = static_cast<int>(table.rows.size());
    QStringList parts{tr("%Ln sequence(s) of %1, by run %2", nullptr, rows).arg(m_shown.file, m_shown.runName)};
    if (table.truncated > 0)
        parts << tr("%Ln of them longer than the %1 tokens that the model reads, and cut there", nullptr, static_cast<int>(table.truncated))
                     .arg(number(table.maxLength));
    return parts.join(QStringLiteral(" · "));
}

void PredictPage::refreshCounts() {
    BarData bars{
        .title = tr("Predicted classes"), .xLabel = {}, .yLabel = tr("sequences"), .categories = {}, .series = {QString()}, .values = {{}}};
    const auto& counts = m_model->counts();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        bars.categories << text(m_model->table().classes[i]);
        bars.values.front().push_back(static_cast<double>(counts[i]));
    }
    m_counts->show(bars);
}

void PredictPage::refreshTexts() {
    const bool project = session().hasProject();
    if (session().engine().isTraining())
        m_none->setTexts(tr("The first run is training"), tr("When it has ended, it tells the class of new sequences."));
    else
        m_none->setTexts(
            tr("Nothing has been trained yet"),
            project ? tr("A trained model tells the class of new sequences. Train one first.") : tr("Open a project or a sample first."),
            project ? tr("Choose a model") : tr("Go to Home"));
    m_begin->setTexts(tr("Which sequences?"),
                      tr("Drop a file of new sequences here, choose one, or paste them: FASTA, FASTQ, GenBank, tables or plain text. "
                         "They need no labels."),
                      tr("Choose a file…"));
    const bool busy = m_job->job() != 0;
    for (QPushButton* button : {m_choose, m_paste})
        button->setEnabled(!busy && session().engine().isReady());
    QStringList about;
    if (const RunRecord* chosen = run()) {
        about << tr("%1 on %2").arg(text(chosen->model), text(chosen->datasetName));
        if (chosen->test) about << tr("test ACC %1, MCC %2").arg(real(chosen->test->acc), real(chosen->test->mcc));
    }
    if (session().engine().isTraining()) about << tr("predictions wait until the training has ended");
    m_about->setText(about.join(QStringLiteral("  ·  ")));
    m_summary->setText(summary());
    refreshCounts();
}

void PredictPage::fillExportMenu(QMenu& menu) {
    if (m_stack->currentIndex() == 0 || m_views->currentIndex() == 0) return;
    menu.addActions(m_table->actions());
    addExportActions(
        *menu.addMenu(tr("Predicted classes")), *this, [this]() -> Figure* { return m_counts; }, reporter());
}

QString PredictPage::fileOf(const QMimeData& dropped) const {
    const QList<QUrl> urls = dropped.urls();
    if (urls.size() != 1 || run() == nullptr || m_job->job() != 0 || !session().engine().isReady()) return {};
    const QString file = urls.front().toLocalFile();
    return file.endsWith(QStringLiteral(".strand")) ? QString() : file;
}

void PredictPage::dragEnterEvent(QDragEnterEvent* event) {
    if (!fileOf(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void PredictPage::dropEvent(QDropEvent* event) {
    const QString file = fileOf(*event->mimeData());
    if (file.isEmpty()) return;
    event->acceptProposedAction();
    predict(file);
}

void PredictPage::retranslate() {
    m_title->setText(tr("Predict"));
    m_choose->setText(besideIcon(tr("Choose a file…")));
    m_paste->setText(besideIcon(tr("Paste")));
    m_paste->setToolTip(tr("Predict the sequences on the clipboard"));
    m_runs->setAccessibleName(tr("Run"));
    m_table->setAccessibleName(tr("Predictions"));
    m_model->retranslate();
    m_job->retranslate();
    refresh();
}

}  // namespace strand
