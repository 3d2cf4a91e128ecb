#include "ui/session/data_steps.hpp"

#include "storage/dataset_store.hpp"
#include "ui/text/sentences.hpp"

#include <QCoreApplication>
#include <QUndoCommand>

namespace strand {

namespace {

QString phrase(const char* source, int n = -1) { return QCoreApplication::translate("steps", source, nullptr, n); }

struct Title {
    QString operator()(const RatioStep&) const { return phrase(QT_TRANSLATE_NOOP("steps", "divide into parts")); }
    QString operator()(const FoldStep&) const { return phrase(QT_TRANSLATE_NOOP("steps", "number folds")); }
    QString operator()(const DuplicateStep&) const { return phrase(QT_TRANSLATE_NOOP("steps", "leave out copies")); }
    QString operator()(const SimilarStep&) const { return phrase(QT_TRANSLATE_NOOP("steps", "leave out similar sequences")); }
    QString operator()(const LabelStep& step) const {
        return phrase(QT_TRANSLATE_N_NOOP("steps", "set the class of %n sequence(s)"), static_cast<int>(step.ordinals.size()));
    }
    QString operator()(const PartStep& step) const {
        return step.split == Split::Excluded
                   ? phrase(QT_TRANSLATE_N_NOOP("steps", "leave out %n sequence(s)"), static_cast<int>(step.ordinals.size()))
                   : phrase(QT_TRANSLATE_N_NOOP("steps", "move %n sequence(s)"), static_cast<int>(step.ordinals.size()));
    }
};

QString capital(QString title) {
    if (!title.isEmpty()) title[0] = title[0].toUpper();
    return title;
}

Error noLongerLast() {
    return Error(ErrorCode::Usage, STRAND_TEXT("engine", "this step is not the last one of its dataset any more"), {},
                 STRAND_TEXT("engine", "Undo steps in the list of steps, last one first."));
}

}  // namespace

QString stepTitle(const StepOptions& options) { return std::visit(Title{}, options); }

/// In the history of the window. Pushed when its step is done: the first redo has nothing to do.
class StepCommand : public QUndoCommand {
public:
    StepCommand(DataSteps& steps, std::int64_t dataset, std::shared_ptr<DataSteps::Done> done)
        : QUndoCommand(stepTitle(done->options)), m_steps(steps), m_dataset(dataset), m_done(std::move(done)) {}
    void undo() override { m_steps.takeBack(m_dataset, m_done); }
    void redo() override {
        if (std::exchange(m_fresh, false)) return;
        m_steps.again(m_dataset, m_done);
    }

private:
    DataSteps& m_steps;
    std::int64_t m_dataset;
    std::shared_ptr<DataSteps::Done> m_done;
    bool m_fresh = true;
};

DataSteps::DataSteps(Session& session, QObject* parent) : QObject(parent), m_session(session) {
    EngineHost& engine = session.engine();
    connect(&engine, &EngineHost::jobFinished, this, [this](JobId job) {
        if (job != m_job || job == 0) return;
        m_job = 0;
        if (const auto then = std::exchange(m_then, {})) then();
        emit finished();
    });
    connect(&engine, &EngineHost::jobFailed, this, [this](JobId job, const Error&) {
        if (job != m_job || job == 0) return;
        m_job = 0;
        m_then = {};
        emit finished();
    });
}

JobId DataSteps::start(const QString& title, EngineHost::Work work, std::function<void()> then) {
    m_then = std::move(then);
    m_job = m_session.engine().work(title, std::move(work));
    emit started(m_job, title);
    return m_job;
}

JobId DataSteps::run(std::int64_t dataset, const StepOptions& options) {
    if (m_job != 0) return 0;
    for (const RunRecord& run : m_session.runs()) {
        if (run.datasetId != dataset) continue;
        emit inUse(dataset, options);
        return 0;
    }
    auto done = std::make_shared<Done>(Done{options, {}});
    return start(
        capital(stepTitle(options)),
        [dataset, done](ProjectFile& project, const ProgressFn& progress, std::stop_token stop) -> Result<void> {
            STRAND_ASSIGN(const PreparedDataset prepared, DatasetStore(project).prepare(dataset, done->options, progress, stop));
            done->step = prepared.step;
            return {};
        },
        [this, dataset, done] {
            if (done->step.position > 0)
                m_session.undo().push(new StepCommand(*this, dataset, done));
            else if (done->step.kind.empty())
                return;  // cancelled
            else
                m_session.say(Session::Level::Info, tr("Nothing had to be changed."));
        });
}

JobId DataSteps::runOnCopy(std::int64_t dataset, const StepOptions& options) {
    if (m_job != 0) return 0;
    auto copy = std::make_shared<std::int64_t>(0);
    return start(
        capital(stepTitle(options)),
        [dataset, options, copy](ProjectFile& project, const ProgressFn& progress, std::stop_token stop) -> Result<void> {
            DatasetStore store(project);
            STRAND_ASSIGN(const DatasetRecord original, store.get(dataset));
            STRAND_ASSIGN(const DatasetRecord made, store.copy(dataset, original.name));
            if (const auto prepared = store.prepare(made.id, options, progress, stop); !prepared) {
                STRAND_TRY(store.remove(made.id));
                return fail(prepared.error());
            }
            *copy = made.id;
            return {};
        },
        [this, copy] {
            if (*copy != 0) m_session.setDataset(*copy);
        });
}

JobId DataSteps::again(std::int64_t dataset, std::shared_ptr<Done> done) {
    return start(capital(stepTitle(done->options)),
                 [dataset, done](ProjectFile& project, const ProgressFn& progress, std::stop_token stop) -> Result<void> {
                     STRAND_ASSIGN(const PreparedDataset prepared, DatasetStore(project).prepare(dataset, done->options, progress, stop));
                     done->step = prepared.step;
                     return {};
                 },
                 {});
}

JobId DataSteps::takeBack(std::int64_t dataset, std::shared_ptr<Done> expected) {
    return start(
        tr("Undo"),
        [dataset, expected](ProjectFile& project, const ProgressFn& progress, std::stop_token stop) -> Result<void> {
            DatasetStore store(project);
            if (expected) {
                STRAND_ASSIGN(const auto steps, store.steps(dataset));
                if (steps.empty() || steps.back().position != expected->step.position || steps.back().created != expected->step.created)
                    return fail(noLongerLast());
            }
            STRAND_TRY(store.undo(dataset, progress, stop));
            return {};
        },
        {});
}

JobId DataSteps::undoLast(std::int64_t dataset) { return m_job != 0 ? 0 : takeBack(dataset, nullptr); }

}  // namespace strand
