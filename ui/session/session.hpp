// The one object every view listens to: project, dataset, run and what is selected in them. UI thread.
#pragma once

#include "storage/project_file.hpp"
#include "storage/run_store.hpp"
#include "ui/session/engine_host.hpp"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QUndoStack>

#include <optional>

namespace strand {

struct Selection {
    std::int64_t ordinal = -1;  ///< sequence of the dataset
    std::int64_t layer = 0, head = 0;
    std::int64_t query = -1, key = -1;  ///< token pair
    friend bool operator==(const Selection&, const Selection&) = default;
};

class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(QObject* parent = nullptr);
    explicit Session(EngineFactory factory, QObject* parent = nullptr);  ///< with another engine than the shipped one: tests
    ~Session() override;

    [[nodiscard]] EngineHost& engine() { return *m_engine; }
    /// A reading connection of the UI thread; null while no project is open. Only queries that take well under 16 ms.
    [[nodiscard]] const ProjectFile* project() const;
    [[nodiscard]] QString projectPath() const;
    [[nodiscard]] bool hasProject() const { return project() != nullptr; }

    // Copies kept in step with the project file.
    [[nodiscard]] const std::vector<DatasetRecord>& datasets() const { return m_datasets; }
    [[nodiscard]] const std::vector<RunRecord>& runs() const { return m_runs; }
    [[nodiscard]] const DatasetRecord* dataset() const;  ///< the current one, null = none
    [[nodiscard]] const RunRecord* run() const;          ///< the current one, null = none
    [[nodiscard]] const Selection& selection() const { return m_selection; }
    /// Model, preset and typed hyperparameters of the Model page; kept with the project.
    [[nodiscard]] const TrainOptions& draft() const { return m_draft; }

    void setDataset(std::int64_t id);
    void setRun(std::int64_t id);
    void setSelection(const Selection& selection);
    /// Another draft than the present one is a step of undo().
    void setDraft(const TrainOptions& draft);
    [[nodiscard]] QUndoStack& undo() { return m_undo; }

    /// Texts kept in the project (page, splitters ...), read at once, written through the engine thread.
    [[nodiscard]] QString setting(const QString& key) const;
    void setSetting(const QString& key, const QString& value);

    /// One line in the message bar; `action` empty = none.
    enum class Level { Info, Success, Warning, Error };
    void say(Level level, const QString& text, const QString& details = {}, const QString& action = {},
             std::function<void()> onAction = {});
    /// An Error as a sentence, with its hint as details.
    void say(const Error& error);
    /// Asks the window to show a page by its id ("data", "model", "train", "attention" ...).
    void goTo(const QString& page);

signals:
    void projectChanged();  ///< opened or closed
    void datasetsChanged();
    void datasetChanged();  ///< another current one
    void runsChanged();
    void runChanged();  ///< another current one, or its record
    void selectionChanged();
    void draftChanged();
    void said(strand::Session::Level level, const QString& text, const QString& details, const QString& action,
              std::function<void()> onAction);
    void pageRequested(const QString& page);
    void importRequested(const QStringList& files);  ///< the Data page opens its import panel; no file = asks for some

private:
    void connectEngine();
    void opened(const QString& path);
    void closing();
    void reload();
    void keepRecord(const RunRecord& run);
    void restore();
    void flushSettings();
    void announceInterrupted();
    void applyDraft(const TrainOptions& draft);
    EngineHost* m_engine;
    std::optional<ProjectFile> m_project;
    std::vector<DatasetRecord> m_datasets;
    std::vector<RunRecord> m_runs;
    std::int64_t m_dataset = 0, m_run = 0;
    Selection m_selection;
    TrainOptions m_draft;
    QUndoStack m_undo;
    QHash<QString, QString> m_settings;  ///< as the window knows them; those in m_unsaved are not written yet
    QHash<QString, QString> m_unsaved;
    QTimer m_saveSettings;
    QSet<JobId> m_shownInPlace;  ///< estimates and attention: their pages tell of failures themselves
};

}  // namespace strand
