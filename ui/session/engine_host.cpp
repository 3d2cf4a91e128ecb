#include "ui/session/engine_host.hpp"

#include "core/log.hpp"
#include "ui/session/engine_worker.hpp"
#include "ui/session/mailbox.hpp"
#include "ui/session/rate_meter.hpp"
#include "ui/session/samples.hpp"
#include "ui/session/training_link.hpp"
#include "ui/text/sentences.hpp"

#include <QElapsedTimer>

#include <cmath>

namespace strand {

namespace {

Result<void> needProject(const JobContext& at) {
    if (at.project) return {};
    return fail(ErrorCode::Usage, STRAND_TEXT("engine", "no project is open"), {},
                STRAND_TEXT("engine", "Open a project or create one first"));
}

/// Opens for writing; runs whose process is gone become "interrupted".
Result<void> openInto(std::optional<ProjectFile>& holder, const std::string& path, ProjectFile::Missing missing) {
    STRAND_ASSIGN(ProjectFile file, ProjectFile::open(path, ProjectFile::Access::Write, missing));
    holder.emplace(std::move(file));
    return RunStore(*holder).markInterrupted();
}

}  // namespace

struct EngineHost::Impl {
    struct LiveJob {
        JobInfo info;
        quint64 project = 0;
        bool cancelled = false;
        RateMeter meter;
    };

    Impl(EngineHost& host_, EngineFactory factory);

    JobId queue(JobInfo info, EngineJob job, std::function<Result<void>(JobContext&, JobId)> work);
    JobId queueTraining(const QString& title, std::function<Result<TrainReport>(JobContext&, TrainObserver&)> start);
    /// An answer of `job`, given on the UI thread unless the job was cancelled or its project closed.
    void answer(JobId job, std::function<void()> give);
    void jobEnded(JobId job, const Result<void>& result);
    void closeAll();
    void trainingEnded(JobId job, const RunRecord* end);
    void command(TrainCommand command);

    EngineHost& host;
    Mailbox mailbox;
    std::map<JobId, LiveJob> jobs;
    std::vector<JobId> trainings;  ///< queued or running, in order
    JobId nextJob = 1;
    quint64 project = 0;  ///< grows with each opening and closing
    std::int64_t run = 0;
    bool ready = false, paused = false, stopping = false;
    std::span<const ModelEntry> models;
    std::vector<DeviceInfo> devices;
    std::string versions;
    DeviceOptions device;
    QElapsedTimer clock;
    EngineWorker worker;  ///< last: its thread ends before the rest goes
};

EngineHost::Impl::Impl(EngineHost& host_, EngineFactory factory)
    : host(host_),
      worker(std::move(factory),
             {.loaded =
                  [this](Engine& engine) {
                      mailbox.post([this, found = engine.models(), text = engine.versions()] {
                          models = found;
                          versions = text;
                          ready = true;
                          emit host.ready();
                      });
                      mailbox.post([this, found = engine.devices()] {
                          devices = found;
                          emit host.devicesFound();
                      });
                  },
              .loadFailed = [this](const Error& error) { mailbox.post([this, error] { emit host.engineFailed(toText(error)); }); },
              .started =
                  [this](JobId job) {
                      mailbox.post([this, job] {
                          if (const auto found = jobs.find(job); found != jobs.end()) emit host.jobStarted(found->second.info);
                      });
                  },
              .progress = [this](JobId job, const Progress& progress) { mailbox.postProgress(job, progress); },
              .ended = [this](JobId job, const Result<void>& result) { mailbox.post([this, job, result] { jobEnded(job, result); }); }}) {
    clock.start();
    mailbox.onSteps = [this](std::int64_t id, const std::vector<StepPoint>& steps) {
        if (id == run) emit host.stepsAdded(id, steps);
    };
    mailbox.onProgress = [this](JobId job, const Progress& progress) {
        const auto found = jobs.find(job);
        if (found == jobs.end()) return;
        found->second.meter.add(static_cast<double>(clock.elapsed()) / 1000, progress.done, progress.total);
        emit host.jobProgress(job, progress, found->second.meter.rate(), found->second.meter.secondsLeft());
    };
    setLogListener([this](LogLevel level, const std::string& line) {
        mailbox.post([this, level, text = QString::fromStdString(line)] { emit host.logged(static_cast<int>(level), text); });
    });
}

JobId EngineHost::Impl::queue(JobInfo info, EngineJob job, std::function<Result<void>(JobContext&, JobId)> work) {
    info.id = job.id = nextJob++;
    job.work = [work = std::move(work), id = info.id](JobContext& at) { return work(at, id); };
    jobs[info.id] = {.info = info, .project = project, .meter = {}};
    emit host.jobQueued(info);
    worker.post(std::move(job));
    return info.id;
}

JobId EngineHost::Impl::queueTraining(const QString& title, std::function<Result<TrainReport>(JobContext&, TrainObserver&)> start) {
    const auto work = [this, start = std::move(start)](JobContext& at, JobId job) -> Result<void> {
        STRAND_TRY(needProject(at));
        TrainingLink link(worker, mailbox, at, [this, job](std::function<void(EngineHost&)> event) {
            answer(job, [this, event = std::move(event)] { event(host); });
        });
        const Result<TrainReport> report = start(at, link);
        if (!report && link.run().id == 0) return fail(report.error());  // refused before there was a run
        answer(job, [this, job, end = runAtEnd(report, link.run(), at.project)] { trainingEnded(job, &end); });
        if (!report) return fail(report.error());
        return {};
    };
    const JobId job = queue({.kind = JobKind::Train, .title = title}, {.training = true, .work = {}}, work);
    trainings.push_back(job);
    emit host.trainingStateChanged();
    return job;
}

void EngineHost::Impl::answer(JobId job, std::function<void()> give) {
    mailbox.post([this, job, give = std::move(give)] {
        const auto found = jobs.find(job);
        if (found != jobs.end() && !found->second.cancelled && found->second.project == project) give();
    });
}

void EngineHost::Impl::jobEnded(JobId job, const Result<void>& result) {
    const auto found = jobs.find(job);
    if (found == jobs.end()) return;
    const bool gone = found->second.cancelled || found->second.project != project;
    jobs.erase(found);
    trainingEnded(job, nullptr);
    if (result || gone || result.error().code == ErrorCode::Interrupted) {
        emit host.jobFinished(job);
    } else {
        emit host.jobFailed(job, result.error());
    }
}

/// `end`: the run as it ended; null where no one is to hear of it (never begun, project closed).
void EngineHost::Impl::trainingEnded(JobId job, const RunRecord* end) {
    if (std::erase(trainings, job) == 0) return;
    paused = stopping = false;
    run = 0;
    if (end != nullptr) emit host.runEnded(*end);
    emit host.trainingStateChanged();
}

/// Before another project is opened: what runs is stopped and saved, what waits is dropped, edits are still done.
void EngineHost::Impl::closeAll() {
    emit host.projectAboutToClose();
    ++project;
    for (const JobId job : worker.dropQueued())
        jobEnded(job, {});
    worker.stopAll();
    if (!trainings.empty()) {
        stopping = true;
        emit host.trainingStateChanged();
    }
}

void EngineHost::Impl::command(TrainCommand order) {
    if (trainings.empty()) return;
    const JobId job = trainings.front();
    if (worker.drop(job)) {
        jobEnded(job, {});
        return;
    }
    stopping = true;
    worker.command(order);
    emit host.trainingStateChanged();
}

EngineHost::EngineHost(QObject* parent) : EngineHost(&loadEngine, parent) {}

EngineHost::EngineHost(EngineFactory factory, QObject* parent)
    : QObject(parent), m_impl(std::make_unique<Impl>(*this, std::move(factory))) {
    connect(this, &EngineHost::runStarted, this, [this](const RunRecord& run) {
        m_impl->run = run.id;
        emit trainingStateChanged();
    });
}

EngineHost::~EngineHost() { setLogListener({}); }

void EngineHost::start() { m_impl->worker.start(); }

bool EngineHost::isReady() const { return m_impl->ready; }

std::span<const ModelEntry> EngineHost::models() const { return m_impl->models; }

const ModelEntry* EngineHost::model(const std::string& name) const {
    for (const ModelEntry& entry : m_impl->models) {
        if (entry.name == name) return &entry;
    }
    return nullptr;
}

const std::vector<DeviceInfo>& EngineHost::devices() const { return m_impl->devices; }

const std::string& EngineHost::versions() const { return m_impl->versions; }

JobId EngineHost::openProject(const QString& path, bool create) {
    m_impl->closeAll();
    const auto missing = create ? ProjectFile::Missing::Create : ProjectFile::Missing::Fail;
    return m_impl->queue({.kind = JobKind::OpenProject, .title = tr("Open project"), .cancellable = false},
                         {.needsEngine = false, .alone = true, .work = {}},
                         [this, path, missing](JobContext& at, JobId job) -> Result<void> {
                             at.project.reset();
                             STRAND_TRY(openInto(at.project, path.toStdString(), missing));
                             m_impl->answer(job, [this, path] { emit projectOpened(path); });
                             return {};
                         });
}

JobId EngineHost::openSample(const QString& name, const QString& path) {
    openProject(path, true);
    return m_impl->queue({.kind = JobKind::Import, .title = tr("Open sample")}, {.work = {}},
                         [this, name](JobContext& at, JobId job) -> Result<void> {
                             if (!at.project) return {};  // its own job has said why
                             const SampleEntry* sample = findSample(name);
                             if (sample == nullptr)
                                 return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "there is no sample named %1"), name.toStdString()});
                             STRAND_ASSIGN(const auto datasets, DatasetStore(*at.project).list());
                             if (!datasets.empty()) return {};
                             STRAND_ASSIGN(const DatasetRecord dataset, fillSample(*sample, *at.project, *at.engine, at.progress, at.stop));
                             m_impl->answer(job, [this, job, dataset] { emit datasetImported(job, dataset); });
                             return {};
                         });
}

void EngineHost::closeProject() {
    m_impl->closeAll();
    m_impl->queue({.kind = JobKind::Other, .title = {}, .cancellable = false},
                  {.needsEngine = false, .alone = true, .keep = true, .work = {}}, [this](JobContext& at, JobId job) -> Result<void> {
                      at.project.reset();
                      m_impl->answer(job, [this] { emit projectClosed(); });
                      return {};
                  });
}

JobId EngineHost::import(const ImportOptions& options) {
    return m_impl->queue({.kind = JobKind::Import, .title = tr("Import")}, {.work = {}},
                         [this, options](JobContext& at, JobId job) -> Result<void> {
                             STRAND_TRY(needProject(at));
                             STRAND_ASSIGN(const DatasetRecord dataset, at.engine->import(*at.project, options, at.progress, at.stop));
                             m_impl->answer(job, [this, job, dataset] { emit datasetImported(job, dataset); });
                             return {};
                         });
}

JobId EngineHost::estimate(const TrainOptions& options) {
    return m_impl->queue({.kind = JobKind::Estimate, .title = {}}, {.work = {}},
                         [this, options, on = m_impl->device](JobContext& at, JobId job) -> Result<void> {
                             STRAND_TRY(needProject(at));
                             STRAND_ASSIGN(const TrainEstimate estimate, at.engine->estimate(*at.project, options, on));
                             m_impl->answer(job, [this, job, estimate] { emit estimateReady(job, estimate); });
                             return {};
                         });
}

JobId EngineHost::train(const TrainOptions& options) {
    return m_impl->queueTraining(tr("Train %1").arg(QString::fromStdString(options.model)),
                                 [options, on = m_impl->device](JobContext& at, TrainObserver& link) {
                                     return at.engine->train(*at.project, options, on, link, at.stop);
                                 });
}

JobId EngineHost::resume(std::int64_t run) {
    return m_impl->queueTraining(tr("Resume training"), [run, on = m_impl->device](JobContext& at, TrainObserver& link) {
        return at.engine->resume(*at.project, run, on, link, at.stop);
    });
}

JobId EngineHost::predict(std::int64_t run, const SequenceFile& file) {
    return m_impl->queue({.kind = JobKind::Predict, .title = tr("Predict")}, {.work = {}},
                         [this, run, file, on = m_impl->device](JobContext& at, JobId job) -> Result<void> {
                             STRAND_TRY(needProject(at));
                             STRAND_ASSIGN(PredictionTable table, at.engine->predict(*at.project, run, file, on, at.progress, at.stop));
                             m_impl->answer(job, [this, job, shared = std::make_shared<const PredictionTable>(std::move(table))] {
                                 emit predictionsReady(job, shared);
                             });
                             return {};
                         });
}

JobId EngineHost::attention(std::int64_t run, const AttentionRequest& request) {
    return m_impl->queue({.kind = JobKind::Attention, .title = tr("Attention")}, {.work = {}},
                         [this, run, request, on = m_impl->device](JobContext& at, JobId job) -> Result<void> {
                             STRAND_TRY(needProject(at));
                             AttentionMap map;
                             if (at.live != nullptr && at.liveRun == run) {
                                 STRAND_ASSIGN(map, at.live->attention(request));
                             } else {
                                 STRAND_ASSIGN(auto maps, at.engine->attention(*at.project, run, {request}, on, at.progress, at.stop));
                                 if (!maps.empty()) map = std::move(maps.front());
                             }
                             m_impl->answer(job, [this, job, run, shared = std::make_shared<const AttentionMap>(std::move(map))] {
                                 emit attentionReady(job, run, shared);
                             });
                             return {};
                         });
}

JobId EngineHost::edit(const QString& title, std::function<Result<void>(ProjectFile&)> change) {
    return m_impl->queue({.kind = JobKind::Other, .title = title, .cancellable = false}, {.needsEngine = false, .keep = true, .work = {}},
                         [this, quiet = title.isEmpty(), change = std::move(change)](JobContext& at, JobId job) -> Result<void> {
                             STRAND_TRY(needProject(at));
                             STRAND_TRY(change(*at.project));
                             if (!quiet) m_impl->answer(job, [this] { emit projectEdited(); });
                             return {};
                         });
}

JobId EngineHost::work(const QString& title, Work change) {
    return m_impl->queue({.kind = JobKind::Other, .title = title}, {.needsEngine = false, .work = {}},
                         [this, change = std::move(change)](JobContext& at, JobId job) -> Result<void> {
                             STRAND_TRY(needProject(at));
                             STRAND_TRY(change(*at.project, at.progress, at.stop));
                             m_impl->answer(job, [this] { emit projectEdited(); });
                             return {};
                         });
}

void EngineHost::setPaused(bool paused) {
    if (m_impl->run == 0 || m_impl->stopping || m_impl->paused == paused) return;
    m_impl->paused = paused;
    m_impl->worker.setPaused(paused);
    if (const auto found = m_impl->jobs.find(m_impl->trainings.front()); found != m_impl->jobs.end()) found->second.meter.restart();
    emit trainingStateChanged();
}

void EngineHost::stopTraining() {
    if (m_impl->trainings.empty()) return;
    const JobId job = m_impl->trainings.front();
    m_impl->command(TrainCommand::Stop);
    m_impl->worker.stop(job);
}

void EngineHost::finishTraining() { m_impl->command(TrainCommand::Finish); }

void EngineHost::discardTraining() { m_impl->command(TrainCommand::Discard); }

void EngineHost::cancel(JobId job) {
    const auto found = m_impl->jobs.find(job);
    if (found == m_impl->jobs.end() || !found->second.info.cancellable) return;
    if (std::find(m_impl->trainings.begin(), m_impl->trainings.end(), job) != m_impl->trainings.end() && job == m_impl->trainings.front()) {
        stopTraining();
        return;
    }
    found->second.cancelled = true;
    if (m_impl->worker.drop(job)) {
        m_impl->jobEnded(job, {});
    } else {
        m_impl->worker.stop(job);
    }
}

bool EngineHost::isTraining() const { return !m_impl->trainings.empty(); }

bool EngineHost::isPaused() const { return m_impl->paused; }

bool EngineHost::isStopping() const { return m_impl->stopping; }

bool EngineHost::isBusy() const { return !m_impl->jobs.empty(); }

std::int64_t EngineHost::trainingRun() const { return m_impl->run; }

void EngineHost::setDevice(const DeviceOptions& device) { m_impl->device = device; }

const DeviceOptions& EngineHost::device() const { return m_impl->device; }

}  // namespace strand
