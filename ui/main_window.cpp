#include "ui/main_window.hpp"

#include "ui/docks/runs_dock.hpp"
#include "ui/docks/tasks_dock.hpp"
#include "ui/session/open_project.hpp"
#include "ui/session/preferences.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widgets/message_bar.hpp"
#include "ui/widgets/options_panel.hpp"
#include "ui/widgets/rail.hpp"
#include "ui/widgets/status_strip.hpp"
#include "ui/window_actions.hpp"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

#include <utility>

namespace strand {

namespace {

// Smaller windows show the page alone, at the normal text size.
constexpr int kOptionsFrom = 1100, kDocksFrom = 720;

QString pageKey() { return QStringLiteral("page"); }
QString splitterKey() { return QStringLiteral("splitter"); }

QStringList localFiles(const QMimeData& data) {
    QStringList files;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile()) files << url.toLocalFile();
    }
    return files;
}

}  // namespace

MainWindow::MainWindow(Session& session) : m_session(session), m_made(pageTable().size(), nullptr) {
    setObjectName(QStringLiteral("window"));
    setAcceptDrops(true);
    m_simple = Preferences::load().simple;
    m_actions = new WindowActions(session, *this);
    buildCentre();
    buildDocks();
    buildToolBar();
    m_status = new StatusStrip(session);
    setStatusBar(m_status);
    connectSession();
    connectActions();
    retranslate();
    restoreWindow();
    showPage(QStringLiteral("home"));
}

MainWindow::~MainWindow() {
    // Pages before the panel that shows their forms.
    for (const Page* page : m_made)
        delete page;
}

int MainWindow::indexOf(const QString& id) const {
    const auto table = pageTable();
    for (size_t i = 0; i < table.size(); ++i) {
        if (id == QLatin1String(table[i].id)) return static_cast<int>(i);
    }
    return -1;
}

Page* MainWindow::page(const QString& id) {
    const int index = indexOf(id);
    if (index < 0) return nullptr;
    Page*& made = m_made[static_cast<size_t>(index)];
    if (made == nullptr) {
        made = pageTable()[static_cast<size_t>(index)].make(m_session);
        connect(made, &Page::optionsChanged, this, [this, index, shown = made] {
            if (index != m_current) return;
            m_options->show(shown->optionsPanel());
            applyLayout();
        });
        // On a screen too small for a page, it scrolls.
        auto* area = new QScrollArea;
        area->setWidgetResizable(true);
        area->setFocusPolicy(Qt::NoFocus);
        area->setWidget(made);
        m_pages->addWidget(area);
    }
    return made;
}

void MainWindow::makeAllPages() {
    for (size_t i = 0; i < m_made.size(); ++i) {
        if (m_made[i] != nullptr) continue;
        page(QString::fromLatin1(pageTable()[i].id));
        QTimer::singleShot(0, this, &MainWindow::makeAllPages);
        return;
    }
}

void MainWindow::showPage(const QString& id) {
    Page* wanted = page(id);
    if (wanted == nullptr) return;
    m_current = indexOf(id);
    m_pages->setCurrentWidget(wanted->parentWidget()->parentWidget());
    m_rail->setCurrent(m_current);
    m_options->show(wanted->optionsPanel());
    applyLayout();
    m_session.setSetting(pageKey(), id);
}

QString MainWindow::currentPage() const { return QString::fromLatin1(pageTable()[static_cast<size_t>(m_current)].id); }

void MainWindow::connectSession() {
    EngineHost& engine = m_session.engine();
    connect(&m_session, &Session::said, m_messages, &MessageBar::show);
    connect(&m_session, &Session::pageRequested, this, &MainWindow::showPage);
    connect(&m_session, &Session::projectChanged, this, &MainWindow::projectChanged);
    connect(&m_session, &Session::importRequested, this, [this](const QStringList& files) {
        // The Data page listens too: it must be there.
        if (m_session.hasProject()) {
            showPage(QStringLiteral("data"));
        } else {
            m_messages->show(Session::Level::Info, tr("Sequences belong to a project."),
                             tr("Open a project or create one, then import into it."), tr("New project…"), [this, files] {
                                 if (askNewProject(m_session, *this)) m_importNext = files;
                             });
        }
    });
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, [this] {
        applyLayout();
        fitWidth();
    });
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { m_session.setSetting(splitterKey(), QString::fromLatin1(m_splitter->saveState().toBase64())); });
    connect(&engine, &EngineHost::projectClosed, this, [this] {
        if (m_closing == Closing::Waiting) finishClosing();
    });
    // What was wrong with the last training is of no use beside the next one.
    connect(&engine, &EngineHost::jobQueued, this, [this](const JobInfo& job) {
        if (job.kind == JobKind::Train) m_messages->clearErrors();
    });
    connect(&engine, &EngineHost::trainingStateChanged, this, [this] {
        if (const int train = indexOf(QStringLiteral("train")); train >= 0) m_rail->setBusy(train, m_session.engine().isTraining());
    });
}

void MainWindow::projectChanged() {
    refreshTitle();
    applyLayout();
    if (!m_session.hasProject()) return;
    m_messages->clear();
    addRecentProject(m_session.projectPath());
    m_splitter->restoreState(QByteArray::fromBase64(m_session.setting(splitterKey()).toLatin1()));
    if (const QString last = m_session.setting(pageKey()); indexOf(last) > 0) {
        showPage(last);
    } else if (currentPage() == QLatin1String("home")) {
        showPage(QStringLiteral("data"));
    }
    if (m_importNext) emit m_session.importRequested(*std::exchange(m_importNext, std::nullopt));
}

void MainWindow::refreshTitle() {
    const QString name = QFileInfo(m_session.projectPath()).completeBaseName();
    setWindowTitle(name.isEmpty() ? QStringLiteral("Strandlab") : QStringLiteral("%1 — Strandlab").arg(name));
}

void MainWindow::setSimple(bool simple) {
    m_simple = simple;
    Preferences chosen = Preferences::load();
    chosen.simple = simple;
    chosen.save();
    applyLayout();
}

void MainWindow::setTextScale(double scale) {
    Preferences chosen = Preferences::load();
    chosen.textScale = scale;
    chosen.save();
    ThemeManager::instance().setTextScale(Preferences::load().textScale);
}

/// Options and docks are shown where they are wanted, have something to show, and the layout is not the simple one. On a small window
/// the page comes first: they wait until they are asked for.
void MainWindow::applyLayout() {
    const double scale = ThemeManager::instance().textScale();
    const bool wide = m_insist || width() >= kOptionsFrom * scale || m_options->isEssential();
    const bool high = m_insist || height() >= kDocksFrom * scale;
    m_options->setVisible(m_optionsWanted && !m_simple && wide && m_options->hasForm());
    const bool docks = m_docksWanted && !m_simple && high && m_session.hasProject();
    const bool appear = docks && m_docks.front()->isHidden();
    for (QDockWidget* dock : m_docks)
        dock->setVisible(docks);
    if (appear && !m_docks.front()->isFloating()) m_docks.front()->raise();
    m_actions->simple->setChecked(m_simple);
    m_actions->options->setChecked(m_optionsWanted && !m_simple && wide);
    m_actions->docks->setChecked(m_docksWanted && !m_simple && high);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    saveWindow();
    if (m_closing == Closing::Done || !m_session.engine().isBusy()) {
        event->accept();
        return;
    }
    // What runs stops at its next batch border and is saved; the window stays, says so, and closes itself.
    event->ignore();
    if (m_closing == Closing::Waiting) return;
    m_closing = Closing::Waiting;
    m_status->setClosing(true);
    m_messages->show(Session::Level::Info, tr("Stopping and saving. The window closes by itself."), {}, {}, {});
    centralWidget()->setEnabled(false);
    m_session.engine().closeProject();
}

void MainWindow::finishClosing() {
    m_closing = Closing::Done;
    close();
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    // Space reaches the window only where no field, button or table wanted it.
    if (event->key() == Qt::Key_Space && m_actions->pause->isEnabled()) {
        m_actions->pause->trigger();
    } else {
        QMainWindow::keyPressEvent(event);
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!localFiles(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QStringList files = localFiles(*event->mimeData());
    if (files.isEmpty()) return;
    event->acceptProposedAction();
    if (files.size() == 1 && files.front().endsWith(QStringLiteral(".strand"))) {
        openProjectAt(m_session, files.front());
    } else {
        emit m_session.importRequested(files);
    }
}

void MainWindow::paintEvent(QPaintEvent* event) {
    QMainWindow::paintEvent(event);
    if (m_painted) return;
    m_painted = true;
    QMetaObject::invokeMethod(this, &MainWindow::shown, Qt::QueuedConnection);
}

void MainWindow::restoreWindow() {
    const QSettings settings;
    resize(1280, 800);
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    restoreState(settings.value(QStringLiteral("window/state")).toByteArray());
    m_optionsWanted = settings.value(QStringLiteral("window/options"), true).toBool();
    m_docksWanted = settings.value(QStringLiteral("window/docks"), true).toBool();
    applyLayout();
}

void MainWindow::saveWindow() const {
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/state"), saveState());
    settings.setValue(QStringLiteral("window/options"), m_optionsWanted);
    settings.setValue(QStringLiteral("window/docks"), m_docksWanted);
}

}  // namespace strand
