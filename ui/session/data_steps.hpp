// Steps of preparing a dataset: done on the engine thread, recorded in the project, undone from the history of the window.
#pragma once

#include "data/dataset_step.hpp"
#include "ui/session/session.hpp"

#include <QObject>

#include <memory>

namespace strand {

class DataSteps : public QObject {
    Q_OBJECT

public:
    explicit DataSteps(Session& session, QObject* parent = nullptr);

    /// Does a step; a step of Session::undo() once it is done. 0 = one is running already.
    JobId run(std::int64_t dataset, const StepOptions& options);
    /// Does a step to a copy of the dataset, which becomes the current one.
    JobId runOnCopy(std::int64_t dataset, const StepOptions& options);
    /// Takes back the last step recorded in the project, whoever did it.
    JobId undoLast(std::int64_t dataset);
    [[nodiscard]] bool isRunning() const { return m_job != 0; }

signals:
    void started(strand::JobId job, const QString& title);
    void finished();
    /// Refused because runs use the dataset: it can be done to a copy.
    void inUse(std::int64_t dataset, const strand::StepOptions& options);

private:
    friend class StepCommand;
    struct Done {
        StepOptions options;
        DatasetStep step;
    };
    /// `expected`: the step that must be the last one; null = any.
    JobId takeBack(std::int64_t dataset, std::shared_ptr<Done> expected);
    JobId again(std::int64_t dataset, std::shared_ptr<Done> done);
    JobId start(const QString& title, EngineHost::Work work, std::function<void()> then);

    Session& m_session;
    JobId m_job = 0;
    std::function<void()> m_then;
};

/// "Divide", "Set the class of 3 sequences" ... for menus and tasks.
[[nodiscard]] QString stepTitle(const StepOptions& options);

}  // namespace strand
