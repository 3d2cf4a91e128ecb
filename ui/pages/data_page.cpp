#include "ui/pages/data_page.hpp"

#include "ui/session/data_steps.hpp"
#include "ui/text/sentences.hpp"
#include "ui/widgets/data_figures.hpp"
#include "ui/widgets/elided_label.hpp"
#include "ui/widgets/empty_state.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/folding_row.hpp"
#include "ui/widgets/import_panel.hpp"
#include "ui/widgets/issue_cards.hpp"
#include "ui/widgets/job_bar.hpp"
#include "ui/widgets/page_stack.hpp"
#include "ui/widgets/prepare_panel.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/sequence_browser.hpp"
#include "ui/widgets/sequence_table_model.hpp"
#include "ui/widgets/status_strip.hpp"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace strand {

namespace {

constexpr int kIssuesLeast = 268, kIssuesWidth = 320;
constexpr double kClusterIdentity = 0.8;  // of the remedies
constexpr int kRemarks = 12;
QString viewKey() { return QStringLiteral("data/view"); }

QScrollArea* scrolling(QWidget* content) {
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    area->setWidget(content);
    return area;
}

}  // namespace

DataPage::DataPage(Session& session) : Page(session) {
    setAcceptDrops(true);
    m_steps = new DataSteps(session, this);
    m_empty = new EmptyState(QStringLiteral("dna"));
    m_import = new ImportPanel(session);
    m_view = buildDataset();
    m_stack = new PageStack;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_import);
    m_stack->addWidget(m_view);
    auto* layout = flushLayout<QVBoxLayout>(this);
    layout->addWidget(m_stack);
    connectParts();
    retranslate();
    refresh();
}

QWidget* DataPage::buildHeader() {
    m_datasets = new QComboBox;
    m_datasets->setMinimumWidth(180);
    connect(m_datasets, &QComboBox::activated, this, [this](int index) { session().setDataset(m_datasets->itemData(index).toLongLong()); });
    m_summary = new ElidedLabel(TextStyle::Body, "muted");
    m_choice = new Segmented(3);
    connect(m_choice, &Segmented::chosen, this, [this](int index) { showView(static_cast<View>(index)); });
    m_importAction = new QPushButton;
    m_importAction->setIcon(icon(QStringLiteral("import")));
    connect(m_importAction, &QPushButton::clicked, this, [this] { openImport({}); });
    auto* what = new QHBoxLayout;
    what->setSpacing(2 * kSpace);
    what->addWidget(m_datasets);
    what->addWidget(m_summary, 1);
    auto* views = new QHBoxLayout;
    views->setSpacing(2 * kSpace);
    views->addWidget(m_choice);
    views->addStretch(1);
    views->addWidget(m_importAction);
    return new FoldingRow(what, views, 2 * kSpace);
}

QWidget* DataPage::buildOverview() {
    m_figures = new DataFigures;
    m_issues = new IssueCards;
    auto* left = scrolling(m_figures);
    auto* right = scrolling(m_issues);
    right->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto fit = [right] {
        const double scale = ThemeManager::instance().textScale();
        right->setMinimumWidth(qRound(kIssuesLeast * scale));
        right->setMaximumWidth(qRound(kIssuesWidth * scale));
    };
    connect(&ThemeManager::instance(), &ThemeManager::changed, right, fit);
    fit();
    auto* overview = new QWidget;
    auto* row = flushLayout<QHBoxLayout>(overview, 2 * kSpace);
    row->addWidget(left, 5);
    row->addWidget(right, 3);
    return overview;
}

QWidget* DataPage::buildDataset() {
    m_browser = new SequenceBrowser(session());
    m_prepare = new PreparePanel;
    m_views = new PageStack;
    m_views->addWidget(buildOverview());
    m_views->addWidget(m_browser);
    m_views->addWidget(scrolling(m_prepare));
    m_job = new JobBar(session());
    auto* view = new QWidget;
    auto* layout = new QVBoxLayout(view);
    layout->setContentsMargins(3 * kSpace, 2 * kSpace, 3 * kSpace, 2 * kSpace);
    layout->setSpacing(2 * kSpace);
    layout->addWidget(buildHeader());
    layout->addWidget(m_job);
    layout->addWidget(m_views, 1);
    return view;
}

void DataPage::connectParts() {
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { openImport({}); });
    connect(m_import, &ImportPanel::closed, this, [this] {
        m_stack->setCurrentWidget(m_empty);
        refresh();
    });
    for (const auto signal : {&Session::projectChanged, &Session::datasetsChanged, &Session::datasetChanged})
        connect(&session(), signal, this, &DataPage::refresh);
    connect(&session(), &Session::draftChanged, this, [this] {
        if (session().dataset() != nullptr && m_stack->currentWidget() == m_view) look();
    });
    connect(&session(), &Session::importRequested, this, &DataPage::openImport);
    const auto step = [this](const StepOptions& options) {
        if (const auto* dataset = session().dataset()) m_steps->run(dataset->id, options);
    };
    connect(m_browser, &SequenceBrowser::stepWanted, this, step);
    connect(m_prepare, &PreparePanel::stepWanted, this, step);
    connect(m_prepare, &PreparePanel::undoWanted, this, [this] {
        if (const auto* dataset = session().dataset()) m_steps->undoLast(dataset->id);
    });
    connect(m_issues, &IssueCards::remedyChosen, this, &DataPage::apply);
    connect(m_issues, &IssueCards::similarWanted, this, [this] {
        if (session().dataset() == nullptr) return;
        m_similarIn = session().dataset()->id;
        look();
    });
    connect(&session().engine(), &EngineHost::ready, this, [this] {
        if (session().dataset() != nullptr && m_stack->currentWidget() == m_view) look();
    });
    connect(m_steps, &DataSteps::started, this, [this](JobId job, const QString& title) {
        m_prepare->setBusy(true);
        m_job->follow(job, title);
    });
    connect(m_steps, &DataSteps::finished, this, [this] { m_prepare->setBusy(false); });
    connect(&session().engine(), &EngineHost::datasetImported, this,
            [this](JobId, const DatasetRecord& dataset) { tellRemarks(dataset.report); });
    connect(m_steps, &DataSteps::inUse, this, &DataPage::offerCopy);
    connect(&session().engine(), &EngineHost::jobQueued, this, [this](const JobInfo& job) {
        if (job.kind == JobKind::Import) m_filling = job.id;
        setTexts();
    });
    const auto filled = [this](JobId job) {
        if (job == m_filling) m_filling = 0;
        setTexts();
    };
    connect(&session().engine(), &EngineHost::jobFinished, this, filled);
    connect(&session().engine(), &EngineHost::jobFailed, this, [filled](JobId job, const Error&) { filled(job); });
}

void DataPage::openImport(const QStringList& files) {
    if (!session().hasProject()) {
        session().goTo(QStringLiteral("home"));
        return;
    }
    m_stack->setCurrentWidget(m_import);
    session().goTo(QStringLiteral("data"));
    m_import->open(files);
}

void DataPage::refresh() {
    const auto* dataset = session().dataset();
    setTexts();
    if (!dataset) {
        m_shown.clear();
        m_looking.drop();
        m_browser->show(nullptr);
        if (m_stack->currentWidget() != m_import || !session().hasProject()) m_stack->setCurrentWidget(m_empty);
        return;
    }
    const QSignalBlocker blocker(m_datasets);
    m_datasets->clear();
    for (const auto& each : session().datasets()) {
        m_datasets->addItem(QString::fromStdString(each.name), QVariant::fromValue<qlonglong>(each.id));
        if (each.id == dataset->id) m_datasets->setCurrentIndex(m_datasets->count() - 1);
    }
    show(*dataset);
    if (m_stack->currentWidget() == m_empty) showView(static_cast<View>(session().setting(viewKey()).toInt()));
    // An import that is being prepared stays on the screen whatever else happens to the project.
    if (m_stack->currentWidget() != m_import) m_stack->setCurrentWidget(m_view);
}

void DataPage::show(const DatasetRecord& dataset) {
    const std::string key = std::to_string(dataset.id) + ' ' + dataset.fingerprint;
    setSummary(dataset);
    if (m_shown.starts_with(key + ' ')) return;
    m_figures->show(dataset);
    m_browser->show(&dataset);
    const auto steps = DatasetStore(*session().project()).steps(dataset.id);
    m_prepare->show(dataset, steps.value_or(std::vector<DatasetStep>()));
    look();
}

/// Goes through all sequences on a worker thread, where dataset or settings are others than last time.
void DataPage::look() {
    const DatasetRecord& dataset = *session().dataset();
    const std::int64_t longest = maxLength();
    const bool similar = m_similarIn == dataset.id && dataset.kind != SequenceKind::Text;
    const std::string key = fmt::format("{} {} {}{}", dataset.id, dataset.fingerprint, longest, similar ? " and similar sequences" : "");
    if (key == m_shown) return;
    m_shown = key;
    IssueOptions options{.maxLength = longest, .identity = {}};
    if (similar) options.identity = kClusterIdentity;
    m_issues->setLooking();
    m_looking.start(
        *this,
        [path = session().projectPath().toStdString(), dataset, options](std::stop_token stop) {
            return computeInsight(path, dataset, options, stop);
        },
        [this, offer = !similar && dataset.kind != SequenceKind::Text](const Result<DataInsight>& insight) {
            if (!insight) {
                session().say(insight.error());
                return;
            }
            m_figures->show(*insight);
            m_issues->show(insight->issues, offer);
            setTexts();
            emit looked();
        });
}

std::int64_t DataPage::maxLength() const {
    const TrainOptions& draft = session().draft();
    if (const auto typed = draft.hyperparameters.find("max_len"); typed != draft.hyperparameters.end())
        return QString::fromStdString(typed->second).toLongLong();
    const auto* entry = session().engine().model(draft.model);
    if (entry == nullptr) return 0;
    for (const Preset& preset : entry->presets) {
        const auto value = preset.values.find("max_len");
        if (draft.preset == preset.name && value != preset.values.end()) return QString::fromStdString(value->second).toLongLong();
    }
    const auto* spec = findSpec(entry->hyperparameters, "max_len");
    return spec == nullptr ? 0 : std::get<std::int64_t>(spec->defaultValue);
}

void DataPage::setSummary(const DatasetRecord& dataset) {
    const auto& statistics = dataset.statistics;
    QStringList facts{sequencesText(dataset),
                      statistics.length.min == statistics.length.max
                          ? tr("length %1").arg(number(statistics.length.min))
                          : tr("lengths %1 to %2, median %3")
                                .arg(number(statistics.length.min), number(statistics.length.max), number(statistics.length.median))};
    if (!dataset.classes.empty()) facts << tr("%Ln class(es)", nullptr, static_cast<int>(dataset.classes.size()));
    if (statistics.excluded > 0) facts << tr("%Ln left out", nullptr, static_cast<int>(statistics.excluded));
    m_summary->setText(facts.join(QStringLiteral(" · ")));
}

void DataPage::showView(View view) {
    m_choice->setCurrent(view);
    m_views->setCurrentIndex(view);
    session().setSetting(viewKey(), QString::number(view));
}

void DataPage::apply(Remedy remedy, const DataIssue& issue) {
    const auto* dataset = session().dataset();
    if (!dataset) return;
    const auto step = [&](const StepOptions& options) { m_steps->run(dataset->id, options); };
    switch (remedy) {
        case Remedy::None: break;
        case Remedy::EditLabels:
            if (issue.kind == IssueKind::Unlabelled) m_browser->filterBy({.text = {}, .label = kNoLabel, .split = {}});
            showView(Sequences);
            break;
        case Remedy::SplitByRatio: step(RatioStep{}); break;
        case Remedy::SplitByClusters: step(RatioStep{.identity = kClusterIdentity}); break;
        case Remedy::LeaveOutRepeats: step(DuplicateStep{}); break;
        case Remedy::LeaveOutLeaks: step(DuplicateStep{.leaveOut = LeaveOut::Leaks}); break;
        case Remedy::LeaveOutContradictions: step(DuplicateStep{.contradictions = true}); break;
        case Remedy::LeaveOutSimilar: step(SimilarStep{.identity = kClusterIdentity, .leaveOut = LeaveOut::Leaks}); break;
        case Remedy::BalanceClasses: setHyperparameter("class_weights", "balanced"); break;
        case Remedy::RaiseMaxLength: setHyperparameter("max_len", std::to_string(dataset->statistics.length.max)); break;
    }
}

void DataPage::setHyperparameter(const std::string& name, const std::string& value) {
    TrainOptions draft = session().draft();
    draft.hyperparameters[name] = value;
    session().setDraft(draft);
    session().say(Session::Level::Success,
                  tr("%1 is %2 in the settings of the model.").arg(QString::fromStdString(name), QString::fromStdString(value)), {},
                  tr("Show"), [this] { session().goTo(QStringLiteral("model")); });
}

/// A run resumes on the data it began with: what runs use stays as it is, and the step is done to a copy.
void DataPage::offerCopy(std::int64_t dataset, const StepOptions& step) {
    session().say(Session::Level::Info, tr("Runs use this dataset, so it stays as it is."),
                  tr("The step can be done to a copy; the copy becomes the current dataset."), tr("Do it to a copy"),
                  [this, dataset, step] { m_steps->runOnCopy(dataset, step); });
}

/// The first of the records that were left out, by file and line.
void DataPage::tellRemarks(const ImportReport& report) {
    if (report.skipped == 0) return;
    QStringList lines;
    for (const Warning& warning : report.warnings) {
        if (lines.size() == kRemarks) {
            lines << QStringLiteral("…");
            break;
        }
        lines << toText(warning);
    }
    session().say(Session::Level::Warning, tr("%Ln record(s) of the files were left out.", nullptr, static_cast<int>(report.skipped)),
                  lines.join(QLatin1Char('\n')));
}

void DataPage::fillExportMenu(QMenu& menu) {
    if (m_stack->currentWidget() == m_view) m_figures->fillExportMenu(menu);
}

void DataPage::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void DataPage::dropEvent(QDropEvent* event) {
    QStringList files;
    for (const auto& url : event->mimeData()->urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    if (!files.isEmpty()) openImport(files);
}

void DataPage::retranslate() {
    setTexts();
    m_import->retranslate();
    m_browser->retranslate();
    m_prepare->retranslate();
    m_issues->retranslate();
    m_job->retranslate();
    m_shown.clear();
    if (const auto* dataset = session().dataset()) show(*dataset);
}

void DataPage::setTexts() {
    if (m_filling != 0)
        m_empty->setTexts(tr("Reading sequences…"), tr("They appear here in a moment."), {});
    else if (session().hasProject())
        m_empty->setTexts(tr("No sequences yet"),
                          tr("Drop files or a folder here, or choose them: FASTA, FASTQ, GenBank, tables, ARFF or plain text, also gz and "
                             "xz. You see what was understood before anything is stored."),
                          tr("Choose files…"));
    else
        m_empty->setTexts(tr("No project is open"), tr("A project keeps sequences, runs and results together in one file."),
                          tr("Open or create a project"));
    const auto issues = m_issues->issues().size();
    //: a view of the page, with the number of things found
    m_choice->setTexts({issues > 0 ? tr("Overview · %1").arg(issues) : tr("Overview"), tr("Sequences"), tr("Prepare")});
    m_choice->setAccessibleName(tr("View of the dataset"));
    m_importAction->setText(tr("Import…"));
    m_datasets->setAccessibleName(tr("Dataset"));
}

}  // namespace strand
