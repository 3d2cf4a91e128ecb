#include "ui/window_actions.hpp"

#include "ui/docks/runs_dock.hpp"
#include "ui/session/open_project.hpp"
#include "ui/session/preferences.hpp"
#include "ui/text/language.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widgets/confirm.hpp"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QKeyEvent>

namespace strand {

WindowActions::WindowActions(Session& session, QWidget& window) : QObject(&window), m_session(session), m_window(window) {
    newProject = add("file-plus", QKeySequence::New);
    openProject = add("folder-open", QKeySequence::Open);
    saveCopy = add("copy", QKeySequence::SaveAs);
    closeProject = add("x", QKeySequence::Close);
    quit = add("log-out", QKeySequence(Qt::CTRL | Qt::Key_Q));
    undo = add("undo-2", QKeySequence::Undo);
    redo = add("redo-2", QKeySequence::Redo);
    copy = add("copy");
    selectAll = add("");
    paste = add("clipboard", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V));
    import = add("import", QKeySequence(Qt::CTRL | Qt::Key_I));
    removeDataset = add("trash-2");
    train = add("play", QKeySequence(Qt::Key_F5));
    pause = add("pause", QKeySequence(Qt::Key_F6));
    stop = add("square", QKeySequence(Qt::SHIFT | Qt::Key_F5));
    finish = add("flag");
    discard = add("trash-2");
    resume = add("circle-play");
    simple = add("");
    options = add("", QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_O));
    docks = add("", QKeySequence(Qt::CTRL | Qt::Key_J));
    fullScreen = add("", QKeySequence(Qt::Key_F11));
    largerText = add("", QKeySequence::ZoomIn);
    smallerText = add("", QKeySequence::ZoomOut);
    normalText = add("", QKeySequence(Qt::CTRL | Qt::Key_0));
    shortcuts = add("", QKeySequence(Qt::CTRL | Qt::Key_Slash));
    about = add("info");
    for (QAction* action : {simple, options, docks, fullScreen})
        action->setCheckable(true);
    makeChoices();
    connectActions();
    retranslate();
    refresh();
}

QString besideIcon(const QString& text) { return QChar(0x2009) + text; }

QAction* WindowActions::add(const char* iconName, const QKeySequence& keys) {
    auto* action = new QAction(this);
    if (*iconName != '\0') action->setIcon(icon(QString::fromLatin1(iconName)));
    action->setShortcut(keys);
    m_window.addAction(action);
    return action;
}

void WindowActions::makeChoices() {
    themes = new QActionGroup(this);
    for (const ThemeName name : {ThemeName::Light, ThemeName::Dark, ThemeName::HighContrast}) {
        QAction* action = themes->addAction(QString());
        action->setCheckable(true);
        action->setData(static_cast<int>(name));
    }
    connect(themes, &QActionGroup::triggered, this, [](const QAction* action) {
        Preferences chosen = Preferences::load();
        chosen.theme = static_cast<ThemeName>(action->data().toInt());
        chosen.save();
        ThemeManager::instance().use(chosen.theme);
    });
    languages = new QActionGroup(this);
    int count = 0;
    const LanguageEntry* table = languageTable(&count);
    for (int i = 0; i < count; ++i) {
        QAction* action = languages->addAction(QString::fromUtf8(table[i].name));
        action->setCheckable(true);
        action->setData(QString::fromLatin1(table[i].code));
    }
    connect(languages, &QActionGroup::triggered, this, [](const QAction* action) {
        Preferences chosen = Preferences::load();
        chosen.language = action->data().toString();
        chosen.save();
        useLanguage(chosen.language);
    });
}

void WindowActions::connectActions() {
    EngineHost& engine = m_session.engine();
    connect(newProject, &QAction::triggered, this, [this] { askNewProject(m_session, m_window); });
    connect(openProject, &QAction::triggered, this, [this] { askOpenProject(m_session, m_window); });
    connect(saveCopy, &QAction::triggered, this, [this] { askSaveCopy(m_session, m_window); });
    connect(closeProject, &QAction::triggered, &engine, &EngineHost::closeProject);
    connect(quit, &QAction::triggered, &m_window, &QWidget::close);
    connect(undo, &QAction::triggered, &m_session.undo(), &QUndoStack::undo);
    connect(redo, &QAction::triggered, &m_session.undo(), &QUndoStack::redo);
    connect(&m_session.undo(), &QUndoStack::indexChanged, this, &WindowActions::refresh);
    connect(copy, &QAction::triggered, this, [this] { sendKey(QKeySequence::Copy); });
    connect(selectAll, &QAction::triggered, this, [this] { sendKey(QKeySequence::SelectAll); });
    connect(paste, &QAction::triggered, this, &WindowActions::pasteSequences);
    connect(import, &QAction::triggered, this, [this] { emit m_session.importRequested({}); });
    connect(removeDataset, &QAction::triggered, this, [this] { askRemoveDataset(m_session, m_window); });
    connect(train, &QAction::triggered, this, &WindowActions::startTraining);
    connect(pause, &QAction::triggered, this, [&engine] { engine.setPaused(!engine.isPaused()); });
    connect(stop, &QAction::triggered, &engine, &EngineHost::stopTraining);
    connect(finish, &QAction::triggered, &engine, &EngineHost::finishTraining);
    connect(discard, &QAction::triggered, this, [this] {
        confirm(m_window, tr("Discard this run?"),
                tr("Its curves and weights are thrown away. To keep what it has learned, finish it now instead."), tr("Discard run"),
                [this] { m_session.engine().discardTraining(); });
    });
    connect(resume, &QAction::triggered, this, [this] {
        if (const RunRecord* run = resumable()) {
            m_session.engine().resume(run->id);
            m_session.goTo(QStringLiteral("train"));
        }
    });
    connect(&engine, &EngineHost::trainingStateChanged, this, &WindowActions::refresh);
    connect(&engine, &EngineHost::ready, this, &WindowActions::refresh);
    for (const auto signal :
         {&Session::projectChanged, &Session::datasetsChanged, &Session::datasetChanged, &Session::runsChanged, &Session::runChanged}) {
        connect(&m_session, signal, this, &WindowActions::refresh);
    }
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, &WindowActions::refresh);
}

const RunRecord* WindowActions::resumable() const {
    const RunRecord* run = m_session.run();
    return run != nullptr && canResume(*run) && !m_session.engine().isTraining() ? run : nullptr;
}

void WindowActions::refresh() {
    const EngineHost& engine = m_session.engine();
    const bool training = engine.trainingRun() != 0;
    const bool project = m_session.hasProject();
    undo->setEnabled(m_session.undo().canUndo());
    redo->setEnabled(m_session.undo().canRedo());
    undo->setText(undo->isEnabled() ? tr("&Undo %1").arg(m_session.undo().undoText()) : tr("&Undo"));
    redo->setText(redo->isEnabled() ? tr("&Redo %1").arg(m_session.undo().redoText()) : tr("&Redo"));
    saveCopy->setEnabled(project);
    closeProject->setEnabled(project);
    removeDataset->setEnabled(m_session.dataset() != nullptr && !engine.isTraining());
    train->setEnabled(m_session.dataset() != nullptr && engine.isReady() && !engine.isTraining());
    pause->setEnabled(training && !engine.isStopping());
    pause->setIcon(icon(engine.isPaused() ? QStringLiteral("play") : QStringLiteral("pause")));
    stop->setEnabled(engine.isTraining() && !engine.isStopping());
    finish->setEnabled(training && !engine.isStopping());
    discard->setEnabled(training && !engine.isStopping());
    resume->setEnabled(resumable() != nullptr && engine.isReady());
    for (QAction* action : themes->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(theme().name));
    for (QAction* action : languages->actions())
        action->setChecked(action->data().toString() == currentLanguage());
    pause->setText(engine.isPaused() ? tr("Continue") : tr("Pause"));
    pause->setIconText(besideIcon(pause->text()));
    pause->setToolTip(engine.isPaused() ? tr("Let the training go on")
                                        : tr("The training waits at the next batch; questions to the model are still answered"));
    if (!project) {
        train->setToolTip(tr("Open a project and import sequences first"));
    } else if (m_session.dataset() == nullptr) {
        train->setToolTip(tr("Import sequences first"));
    } else {
        train->setToolTip(tr("Train the chosen model on the current dataset"));
    }
}

void WindowActions::retranslate() {
    newProject->setText(tr("&New project…"));
    newProject->setIconText(besideIcon(tr("New")));
    openProject->setText(tr("&Open project…"));
    openProject->setIconText(besideIcon(tr("Open")));
    saveCopy->setText(tr("Save a &copy…"));
    closeProject->setText(tr("C&lose project"));
    quit->setText(tr("&Quit"));
    undo->setIconText(besideIcon(tr("Undo")));
    redo->setIconText(besideIcon(tr("Redo")));
    copy->setText(tr("&Copy") + QLatin1Char('\t') + QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText));
    selectAll->setText(tr("Select &all") + QLatin1Char('\t') + QKeySequence(QKeySequence::SelectAll).toString(QKeySequence::NativeText));
    paste->setText(tr("&Paste sequences"));
    import->setText(tr("&Import…"));
    import->setIconText(besideIcon(tr("Import")));
    removeDataset->setText(tr("&Delete dataset…"));
    train->setText(tr("&Train"));
    train->setIconText(besideIcon(tr("Train")));
    stop->setText(tr("&Stop, can be resumed"));
    stop->setIconText(besideIcon(tr("Stop")));
    stop->setToolTip(tr("Save a checkpoint and stop; the run can be resumed later"));
    finish->setText(tr("&Finish now and keep"));
    finish->setToolTip(tr("End here: the best weights so far are kept and tested"));
    discard->setText(tr("&Discard…"));
    resume->setText(tr("&Resume the current run"));
    simple->setText(tr("&Simple layout"));
    options->setText(tr("&Options"));
    docks->setText(tr("&Runs, tasks and log"));
    fullScreen->setText(tr("&Full screen"));
    largerText->setText(tr("&Larger text"));
    smallerText->setText(tr("S&maller text"));
    normalText->setText(tr("&Normal text"));
    shortcuts->setText(tr("&Keyboard shortcuts"));
    about->setText(tr("&About Strandlab"));
    const QStringList names{tr("&Light"), tr("&Dark"), tr("&High contrast")};
    for (int i = 0; i < names.size(); ++i)
        themes->actions().at(i)->setText(names[i]);
    refresh();
}

/// Copy and Select all are keys that the widget with the focus knows what to do with.
void WindowActions::sendKey(QKeySequence::StandardKey keys) {
    QWidget* focus = QApplication::focusWidget();
    if (focus == nullptr) return;
    const QKeyCombination combination = QKeySequence(keys)[0];
    QKeyEvent press(QEvent::KeyPress, combination.key(), combination.keyboardModifiers());
    QApplication::sendEvent(focus, &press);
}

void WindowActions::pasteSequences() {
    const QString text = QGuiApplication::clipboard()->text();
    const QString path = pastedFile(text);
    if (path.isEmpty()) {
        m_session.say(Session::Level::Info, tr("There are no sequences on the clipboard."),
                      tr("Copy FASTA text or lines of residues first."));
        return;
    }
    emit m_session.importRequested({path});
}

void WindowActions::startTraining() {
    if (m_session.dataset() == nullptr || m_session.engine().isTraining()) return;
    m_session.engine().train(m_session.draft());
    m_session.goTo(QStringLiteral("train"));
}

}  // namespace strand
