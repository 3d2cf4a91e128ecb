#include "ui/session/session.hpp"

#include "storage/setting_store.hpp"
#include "ui/session/draft_command.hpp"
#include "ui/session/draft_text.hpp"
#include "ui/text/sentences.hpp"

#include <QThreadPool>

#include <algorithm>

namespace strand {

namespace {

constexpr int kSaveDelayMs = 300;
// Tasks beside the window: rows that are scrolled to do not wait until a look at a million sequences has ended, whatever the cores.
constexpr int kWorkers = 8;

template <typename Record>
const Record* byId(const std::vector<Record>& records, std::int64_t id) {
    const auto found = std::find_if(records.begin(), records.end(), [id](const Record& record) { return record.id == id; });
    return found == records.end() ? nullptr : &*found;
}

/// The page where what stopped a training can be mended.
struct WayOut {
    QString text;
    const char* page = nullptr;
};

WayOut wayOut(const Error& error) {
    switch (error.code) {
        case ErrorCode::Usage: return {Session::tr("Change settings"), "model"};
        case ErrorCode::BadInput: return {Session::tr("Look at the data"), "data"};
        case ErrorCode::Diverged: return {Session::tr("Show it"), "train"};
        default: return {};
    }
}

}  // namespace

Session::Session(QObject* parent) : Session(&loadEngine, parent) {}

Session::Session(EngineFactory factory, QObject* parent)
    : QObject(parent), m_engine(new EngineHost(std::move(factory), this)), m_draft(defaultDraft()) {
    QThreadPool* const pool = QThreadPool::globalInstance();
    pool->setMaxThreadCount(std::max(kWorkers, pool->maxThreadCount()));
    m_saveSettings.setSingleShot(true);
    m_saveSettings.setInterval(kSaveDelayMs);
    connect(&m_saveSettings, &QTimer::timeout, this, &Session::flushSettings);
    connectEngine();
}

Session::~Session() {
    flushSettings();
    m_project.reset();
}

void Session::connectEngine() {
    connect(m_engine, &EngineHost::projectAboutToClose, this, &Session::closing);
    connect(m_engine, &EngineHost::projectOpened, this, &Session::opened);
    connect(m_engine, &EngineHost::projectEdited, this, &Session::reload);
    connect(m_engine, &EngineHost::datasetImported, this, [this](JobId, const DatasetRecord& dataset) {
        reload();
        setDataset(dataset.id);
    });
    connect(m_engine, &EngineHost::runStarted, this, [this](const RunRecord& run) {
        reload();
        setRun(run.id);
    });
    connect(m_engine, &EngineHost::epochAdded, this, [this](const RunRecord& run, const EpochReport&) { keepRecord(run); });
    connect(m_engine, &EngineHost::runEnded, this, [this](const RunRecord&) { reload(); });
    const auto training = std::make_shared<JobId>(0);
    connect(m_engine, &EngineHost::jobQueued, this, [this, training](const JobInfo& job) {
        if (job.kind == JobKind::Estimate || job.kind == JobKind::Attention) m_shownInPlace.insert(job.id);
        if (job.kind == JobKind::Train) *training = job.id;
    });
    connect(m_engine, &EngineHost::jobFinished, this, [this](JobId job) { m_shownInPlace.remove(job); });
    connect(m_engine, &EngineHost::jobFailed, this, [this, training](JobId job, const Error& error) {
        if (m_shownInPlace.remove(job)) return;
        const WayOut way = job == *training ? wayOut(error) : WayOut();
        if (way.page == nullptr) return say(error);
        // Of a run that has diverged the Train page tells the rest.
        const bool told = error.code == ErrorCode::Diverged;
        say(Level::Error, told ? tr("The run has failed.") : sentence(error), told ? QString() : sentence(error.hint), way.text,
            [this, page = QString::fromLatin1(way.page)] { goTo(page); });
    });
    connect(m_engine, &EngineHost::engineFailed, this, [this](const QString& sentence) { say(Level::Error, sentence); });
}

const ProjectFile* Session::project() const { return m_project ? &*m_project : nullptr; }

QString Session::projectPath() const { return m_project ? QString::fromStdString(m_project->path()) : QString(); }

const DatasetRecord* Session::dataset() const { return byId(m_datasets, m_dataset); }

const RunRecord* Session::run() const { return byId(m_runs, m_run); }

void Session::opened(const QString& path) {
    auto file = ProjectFile::open(path.toStdString(), ProjectFile::Access::Read);
    if (!file) {
        say(file.error());
        return;
    }
    m_project.emplace(std::move(*file));
    restore();
    emit projectChanged();
    reload();
    emit draftChanged();
    emit selectionChanged();
    announceInterrupted();
}

void Session::closing() {
    flushSettings();
    if (!m_project) return;
    m_project.reset();
    m_datasets.clear();
    m_runs.clear();
    m_settings.clear();
    m_dataset = m_run = 0;
    m_selection = {};
    m_draft = defaultDraft();
    m_undo.clear();
    emit projectChanged();
    emit datasetsChanged();
    emit datasetChanged();
    emit runsChanged();
    emit runChanged();
    emit selectionChanged();
    emit draftChanged();
}

void Session::reload() {
    if (!m_project) return;
    auto datasets = DatasetStore(*m_project).list();
    auto runs = RunStore(*m_project).list();
    if (!datasets || !runs) {
        say(datasets ? runs.error() : datasets.error());
        return;
    }
    m_datasets = std::move(*datasets);
    m_runs = std::move(*runs);
    if (byId(m_datasets, m_dataset) == nullptr) m_dataset = m_datasets.empty() ? 0 : m_datasets.front().id;
    if (byId(m_runs, m_run) == nullptr) m_run = m_runs.empty() ? 0 : m_runs.back().id;
    if (const DatasetRecord* current = dataset()) m_draft.dataset = current->name;
    emit datasetsChanged();
    emit datasetChanged();
    emit runsChanged();
    emit runChanged();
}

void Session::keepRecord(const RunRecord& run) {
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [&run](const RunRecord& record) { return record.id == run.id; });
    if (found == m_runs.end()) return;
    *found = run;
    emit runsChanged();
    if (run.id == m_run) emit runChanged();
}

/// What the window was like when the project was last open.
void Session::restore() {
    m_dataset = setting(QStringLiteral("dataset")).toLongLong();
    m_run = setting(QStringLiteral("run")).toLongLong();
    m_selection = selectionFromText(setting(QStringLiteral("selection")));
    m_draft = draftFromText(setting(QStringLiteral("draft")));
}

void Session::announceInterrupted() {
    const auto found =
        std::find_if(m_runs.rbegin(), m_runs.rend(), [](const RunRecord& run) { return run.state == RunState::Interrupted; });
    if (found == m_runs.rend()) return;
    say(Level::Warning,
        tr("Run %1 was interrupted at epoch %2 of %3.")
            .arg(QString::fromStdString(found->name))
            .arg(found->epoch)
            .arg(found->epochsPlanned),
        tr("It continues from its last checkpoint to the same result as if it had never stopped."), tr("Resume"), [this, id = found->id] {
            m_engine->resume(id);
            goTo(QStringLiteral("train"));
        });
}

void Session::setDataset(std::int64_t id) {
    if (id == m_dataset || byId(m_datasets, id) == nullptr) return;
    m_dataset = id;
    m_selection.ordinal = m_selection.query = m_selection.key = -1;
    m_draft.dataset = dataset()->name;
    setSetting(QStringLiteral("dataset"), QString::number(id));
    setSetting(QStringLiteral("selection"), toText(m_selection));
    emit datasetChanged();
    emit selectionChanged();
    emit draftChanged();
}

void Session::setRun(std::int64_t id) {
    if (id == m_run || byId(m_runs, id) == nullptr) return;
    m_run = id;
    setSetting(QStringLiteral("run"), QString::number(id));
    emit runChanged();
}

void Session::setSelection(const Selection& selection) {
    if (selection == m_selection) return;
    m_selection = selection;
    setSetting(QStringLiteral("selection"), toText(selection));
    emit selectionChanged();
}

void Session::setDraft(const TrainOptions& draft) {
    TrainOptions next = draft;
    next.dataset = m_draft.dataset;
    if (toText(next) == toText(m_draft)) return;
    m_undo.push(new DraftCommand(m_draft, next, [this](const TrainOptions& wanted) { applyDraft(wanted); }));
}

void Session::applyDraft(const TrainOptions& draft) {
    m_draft = draft;
    if (const DatasetRecord* current = dataset()) m_draft.dataset = current->name;
    setSetting(QStringLiteral("draft"), toText(m_draft));
    emit draftChanged();
}

QString Session::setting(const QString& key) const {
    if (const auto found = m_settings.find(key); found != m_settings.end()) return *found;
    if (!m_project) return {};
    const auto stored = SettingStore(*m_project).get(key.toStdString());
    return stored && *stored ? QString::fromStdString(**stored) : QString();
}

void Session::setSetting(const QString& key, const QString& value) {
    if (!m_project || setting(key) == value) return;
    m_settings[key] = value;
    m_unsaved[key] = value;
    m_saveSettings.start();
}

void Session::flushSettings() {
    m_saveSettings.stop();
    if (!m_project || m_unsaved.isEmpty()) return;
    m_engine->edit({}, [unsaved = std::exchange(m_unsaved, {})](ProjectFile& project) -> Result<void> {
        for (auto it = unsaved.begin(); it != unsaved.end(); ++it)
            STRAND_TRY(SettingStore(project).set(it.key().toStdString(), it.value().toStdString()));
        return {};
    });
}

void Session::say(Level level, const QString& text, const QString& details, const QString& action, std::function<void()> onAction) {
    emit said(level, text, details, action, std::move(onAction));
}

void Session::say(const Error& error) { say(Level::Error, sentence(error), sentence(error.hint)); }

void Session::goTo(const QString& page) { emit pageRequested(page); }

}  // namespace strand
