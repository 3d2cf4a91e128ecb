// The engine thread: loads the engine behind the shown window, runs jobs one at a time, owns the writing connection of the project.
#pragma once

#include "pipeline/engine.hpp"
#include "ui/session/engine_library.hpp"

#include <QMetaType>
#include <QObject>
#include <QString>

#include <memory>

namespace strand {

using JobId = quint64;
/// Maps take megabytes, tables may have a million rows: they are shared, not copied on the UI thread.
using SharedMap = std::shared_ptr<const AttentionMap>;
using SharedPredictions = std::shared_ptr<const PredictionTable>;

enum class JobKind { OpenProject, Import, Estimate, Train, Attention, Predict, Other };

struct JobInfo {
    JobId id = 0;
    JobKind kind = JobKind::Other;
    QString title;  ///< translated; empty = too small to be shown
    bool cancellable = true;
};

/// Lives on the UI thread; every method returns at once, every answer is a queued signal. Events of a training run are merged to at most
/// 30 a second. Answers to a job that was cancelled or whose project was closed are dropped.
class EngineHost : public QObject {
    Q_OBJECT

public:
    explicit EngineHost(QObject* parent = nullptr);
    EngineHost(EngineFactory factory, QObject* parent);  ///< with another engine than the shipped one: tests
    ~EngineHost() override;                              ///< stops the job at a batch border, saves, waits

    /// dlopen of the engine on the engine thread; ready() when the catalogue is there.
    void start();
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] std::span<const ModelEntry> models() const;  ///< empty until ready
    [[nodiscard]] const ModelEntry* model(const std::string& name) const;
    [[nodiscard]] const std::vector<DeviceInfo>& devices() const;  ///< empty until devicesFound()
    [[nodiscard]] const std::string& versions() const;

    /// Opens for writing on the engine thread; projectOpened or jobFailed. An open project is closed first (a running job is stopped and saved).
    JobId openProject(const QString& path, bool create);
    /// Creates a project at `path` and imports a shipped sample ("promoters", "splice", "motif") into it.
    JobId openSample(const QString& name, const QString& path);
    void closeProject();

    JobId import(const ImportOptions& options);
    JobId estimate(const TrainOptions& options);
    JobId train(const TrainOptions& options);
    JobId resume(std::int64_t run);
    JobId predict(std::int64_t run, const SequenceFile& file);  ///< answered by predictionsReady
    /// Answered by attentionReady. Of the run in training: at the next batch border, with the weights of that moment.
    JobId attention(std::int64_t run, const AttentionRequest& request);
    /// A small change of the project (rename, remove, settings): run on the engine thread between jobs or at a batch border.
    /// Without a title it is bookkeeping: not shown among the tasks, and projectEdited is not sent.
    JobId edit(const QString& title, std::function<Result<void>(ProjectFile&)> change);
    /// A longer change: with progress, can be cancelled; projectEdited when it is done.
    using Work = std::function<Result<void>(ProjectFile&, const ProgressFn&, std::stop_token)>;
    JobId work(const QString& title, Work change);

    void setPaused(bool paused);  ///< training waits at the next batch border; questions are still answered
    void stopTraining();          ///< save, can be resumed
    void finishTraining();        ///< end now and keep: best weights, test read
    void discardTraining();
    void cancel(JobId job);

    [[nodiscard]] bool isTraining() const;  ///< from the call of train() or resume() to runEnded()
    [[nodiscard]] bool isPaused() const;
    [[nodiscard]] bool isStopping() const;           ///< asked to stop, finish or discard; waits for a batch border
    [[nodiscard]] bool isBusy() const;               ///< any job queued or running
    [[nodiscard]] std::int64_t trainingRun() const;  ///< id, 0 = none
    void setDevice(const DeviceOptions& device);
    [[nodiscard]] const DeviceOptions& device() const;

signals:
    void ready();
    void devicesFound();
    void engineFailed(const QString& sentence);
    void jobQueued(const strand::JobInfo& job);
    void jobStarted(const strand::JobInfo& job);
    void jobProgress(strand::JobId job, const strand::Progress& progress, double rate, double secondsLeft);
    void jobFinished(strand::JobId job);
    void jobFailed(strand::JobId job, const strand::Error& error);

    void projectAboutToClose();  ///< before anything else happens: other connections to the file are given up here
    void projectOpened(const QString& path);
    void projectClosed();
    void datasetImported(strand::JobId job, const strand::DatasetRecord& dataset);
    void projectEdited();
    void estimateReady(strand::JobId job, const strand::TrainEstimate& estimate);

    void runStarted(const strand::RunRecord& run);
    void runWarned(std::int64_t run, const strand::Warning& warning);
    void stepsAdded(std::int64_t run, const std::vector<strand::StepPoint>& steps);
    void epochAdded(const strand::RunRecord& run, const strand::EpochReport& epoch);
    void attentionSnapshot(std::int64_t run, const strand::SharedMap& map);  ///< of the watched sequence, each epoch
    void runEnded(const strand::RunRecord& run);                             ///< any end; id 0 = discarded
    void trainingStateChanged();                                             ///< started, paused, stopping, ended

    void attentionReady(strand::JobId job, std::int64_t run, const strand::SharedMap& map);
    void predictionsReady(strand::JobId job, const strand::SharedPredictions& table);
    void logged(int level, const QString& line);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace strand

Q_DECLARE_METATYPE(strand::JobInfo)
Q_DECLARE_METATYPE(strand::Error)
