// The parts of the window and their texts.
#include "ui/docks/log_dock.hpp"
#include "ui/docks/runs_dock.hpp"
#include "ui/docks/tasks_dock.hpp"
#include "ui/main_window.hpp"
#include "ui/session/preferences.hpp"
#include "ui/text/language.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widgets/about.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/message_bar.hpp"
#include "ui/widgets/options_panel.hpp"
#include "ui/widgets/rail.hpp"
#include "ui/widgets/status_strip.hpp"
#include "ui/window_actions.hpp"

#include <QCoreApplication>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>

namespace strand {

namespace {

constexpr double kTextStep = 1.1;
constexpr int kWordsFrom = 800;

QToolButton* toolButton(QToolBar& bar, QAction* action) {
    bar.addAction(action);
    return qobject_cast<QToolButton*>(bar.widgetForAction(action));
}

}  // namespace

void MainWindow::buildCentre() {
    m_rail = new Rail;
    for (const PageEntry& entry : pageTable())
        m_rail->add(QString::fromLatin1(entry.icon));
    connect(m_rail, &Rail::chosen, this, [this](int index) { showPage(QString::fromLatin1(pageTable()[static_cast<size_t>(index)].id)); });
    m_messages = new MessageBar;
    m_pages = new QStackedWidget;
    m_options = new OptionsPanel;
    m_splitter = new QSplitter;
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_pages);
    m_splitter->addWidget(m_options);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setHandleWidth(3);
    auto* middle = new QWidget;
    auto* column = flushLayout<QVBoxLayout>(middle);
    column->addWidget(m_messages);
    column->addWidget(m_splitter, 1);
    auto* centre = new QWidget;
    auto* row = flushLayout<QHBoxLayout>(centre);
    row->addWidget(m_rail);
    row->addWidget(middle, 1);
    setCentralWidget(centre);
}

QDockWidget* MainWindow::addDock(const char* name, QWidget* content) {
    auto* dock = new QDockWidget(this);
    dock->setObjectName(QString::fromLatin1(name));
    dock->setWidget(content);
    // The tab is the title while docked; a floating one gets the usual title bar.
    dock->setTitleBarWidget(new QWidget(dock));
    connect(dock, &QDockWidget::topLevelChanged, this, [dock](bool floating) {
        QWidget* old = dock->titleBarWidget();
        dock->setTitleBarWidget(floating ? nullptr : new QWidget(dock));
        delete old;
    });
    addDockWidget(Qt::BottomDockWidgetArea, dock);
    if (!m_docks.empty()) tabifyDockWidget(m_docks.back(), dock);
    m_docks.push_back(dock);
    return dock;
}

void MainWindow::buildDocks() {
    setDockOptions(AnimatedDocks | AllowTabbedDocks | GroupedDragging);
    setTabPosition(Qt::BottomDockWidgetArea, QTabWidget::North);
    m_runs = new RunsDock(m_session);
    m_tasks = new TasksDock(m_session);
    addDock("runs", m_runs);
    addDock("tasks", m_tasks);
    addDock("log", new LogDock(m_session));
    m_docks.front()->raise();
    connect(m_tasks, &TasksDock::countChanged, this, &MainWindow::refreshPanels);
}

void MainWindow::buildToolBar() {
    auto* bar = m_tools = new QToolBar;
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    for (QAction* action : {m_actions->newProject, m_actions->openProject, m_actions->import})
        toolButton(*bar, action);
    bar->addSeparator();
    for (QAction* action : {m_actions->undo, m_actions->redo})
        toolButton(*bar, action)->setToolButtonStyle(Qt::ToolButtonIconOnly);
    bar->addSeparator();
    bar->addWidget(makeTrainButton());
    toolButton(*bar, m_actions->pause);
    m_stopMenu = new QMenu(this);
    m_stopMenu->setToolTipsVisible(true);
    m_stopMenu->addActions({m_actions->stop, m_actions->finish, m_actions->discard});
    m_stopButton = new QToolButton;
    m_stopButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_stopButton->setDefaultAction(m_actions->stop);
    m_stopButton->setPopupMode(QToolButton::MenuButtonPopup);
    m_stopButton->setMenu(m_stopMenu);
    bar->addWidget(m_stopButton);
    bar->addSeparator();
    m_exportMenu = new QMenu(this);
    m_exportButton = new QToolButton;
    m_exportButton->setObjectName(QStringLiteral("export"));
    m_exportButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_exportButton->setIcon(icon(QStringLiteral("download")));
    m_exportButton->setPopupMode(QToolButton::InstantPopup);
    m_exportButton->setMenu(m_exportMenu);
    bar->addWidget(m_exportButton);
    connect(m_exportMenu, &QMenu::aboutToShow, this, &MainWindow::refreshExport);
    for (QToolButton* button : bar->findChildren<QToolButton*>())
        button->setFocusPolicy(Qt::TabFocus);
    addToolBar(bar);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    applyLayout();
    fitWidth();
}

/// Words beside the icons where there is room for them.
void MainWindow::fitWidth() {
    const bool roomy = width() > kWordsFrom * ThemeManager::instance().textScale();
    m_rail->setCompact(!roomy);
    const auto style = roomy ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly;
    if (m_tools->toolButtonStyle() == style) return;
    m_tools->setToolButtonStyle(style);
    m_stopButton->setToolButtonStyle(style);
    m_exportButton->setToolButtonStyle(style);
    for (QAction* action : {m_actions->undo, m_actions->redo})
        qobject_cast<QToolButton*>(m_tools->widgetForAction(action))->setToolButtonStyle(Qt::ToolButtonIconOnly);
}

/// The one filled button of the tool bar; its icon has another colour than in the menu.
QPushButton* MainWindow::makeTrainButton() {
    auto* button = new QPushButton;
    button->setProperty("kind", "primary");
    button->setIcon(iconOnAccent(QStringLiteral("play")));
    button->setFocusPolicy(Qt::TabFocus);
    const auto follow = [button, train = m_actions->train] {
        button->setText(train->iconText());
        button->setToolTip(train->toolTip());
        button->setEnabled(train->isEnabled());
    };
    connect(m_actions->train, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, m_actions->train, &QAction::trigger);
    follow();
    return button;
}

void MainWindow::refreshExport() {
    m_exportMenu->clear();
    if (Page* shown = page(currentPage())) shown->fillExportMenu(*m_exportMenu);
    if (m_exportMenu->isEmpty()) m_exportMenu->addAction(tr("This page has nothing to export"))->setEnabled(false);
}

void MainWindow::connectActions() {
    connect(m_actions->simple, &QAction::triggered, this, &MainWindow::setSimple);
    connect(m_actions->options, &QAction::triggered, this, [this](bool on) {
        m_optionsWanted = on;
        m_insist = on;
        if (on && m_simple) setSimple(false);
        applyLayout();
    });
    connect(m_actions->docks, &QAction::triggered, this, [this](bool on) {
        m_docksWanted = on;
        m_insist = on;
        if (on && m_simple) setSimple(false);
        applyLayout();
    });
    connect(m_actions->fullScreen, &QAction::triggered, this, [this](bool on) { on ? showFullScreen() : showNormal(); });
    const auto scale = [] { return ThemeManager::instance().textScale(); };
    connect(m_actions->largerText, &QAction::triggered, this, [this, scale] { setTextScale(scale() * kTextStep); });
    connect(m_actions->smallerText, &QAction::triggered, this, [this, scale] { setTextScale(scale() / kTextStep); });
    connect(m_actions->normalText, &QAction::triggered, this, [this] { setTextScale(1); });
    connect(m_actions->shortcuts, &QAction::triggered, this, [this] { showShortcuts(*this); });
    connect(m_actions->about, &QAction::triggered, this, [this] { showAbout(*this, m_session.engine()); });
}

void MainWindow::buildMenus() {
    for (QAction* old : menuBar()->actions())
        old->menu()->deleteLater();
    menuBar()->clear();
    const auto lively = [this](QMenu* parent, const QString& title, void (*fill)(QMenu&, Session&)) {
        QMenu* menu = parent->addMenu(title);
        menu->setToolTipsVisible(true);
        connect(menu, &QMenu::aboutToShow, this, [this, menu, fill] { fill(*menu, m_session); });
        fill(*menu, m_session);
    };
    WindowActions& a = *m_actions;

    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addActions({a.newProject, a.openProject});
    lively(file, tr("Open &recent"), &fillRecentMenu);
    lively(file, tr("&Samples"), &fillSampleMenu);
    file->addSeparator();
    file->addActions({a.saveCopy, a.closeProject});
    file->addSeparator();
    file->addAction(a.quit);

    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({a.undo, a.redo});
    edit->addSeparator();
    edit->addActions({a.copy, a.selectAll, a.paste});

    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addMenu(tr("&Theme"))->addActions(a.themes->actions());
    // Found also by someone who cannot read the language that is set.
    const QString elsewhere = currentLanguage() == QLatin1String("en") ? QStringLiteral(" / 语言") : QStringLiteral(" / Language");
    view->addMenu(tr("&Language") + elsewhere)->addActions(a.languages->actions());
    view->addMenu(tr("Te&xt size"))->addActions({a.largerText, a.smallerText, a.normalText});
    view->addSeparator();
    view->addActions({a.options, a.docks, a.simple});
    view->addSeparator();
    view->addAction(a.fullScreen);

    QMenu* datasets = menuBar()->addMenu(tr("&Data"));
    datasets->addAction(a.import);
    lively(datasets, tr("&Current dataset"), &fillDatasetMenu);
    datasets->addAction(a.removeDataset);

    QMenu* model = menuBar()->addMenu(tr("&Model"));
    connect(model, &QMenu::aboutToShow, this, [this, model] { fillModelMenu(*model, m_session); });

    QMenu* run = menuBar()->addMenu(tr("&Run"));
    run->setToolTipsVisible(true);
    run->addActions({a.train, a.pause, a.stop, a.finish, a.discard});
    run->addSeparator();
    run->addAction(a.resume);
    lively(run, tr("De&vice"), &fillDeviceMenu);

    QMenu* inspect = menuBar()->addMenu(tr("&Inspect"));
    QMenu* window = menuBar()->addMenu(tr("&Window"));
    for (size_t i = 0; i < pageTable().size(); ++i) {
        const PageEntry& entry = pageTable()[i];
        QAction* go = window->addAction(icon(QString::fromLatin1(entry.icon)), QCoreApplication::translate("pages", entry.title), this,
                                        [this, id = QString::fromLatin1(entry.id)] { showPage(id); });
        if (i < 9) go->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i))));
        // The pages after Train look into a run.
        if (static_cast<int>(i) > indexOf(QStringLiteral("train"))) inspect->addAction(go);
    }

    menuBar()->addMenu(tr("&Help"))->addActions({a.shortcuts, a.about});
}

void MainWindow::retranslate() {
    m_actions->retranslate();
    buildMenus();
    for (size_t i = 0; i < pageTable().size(); ++i) {
        const QString title = QCoreApplication::translate("pages", pageTable()[i].title);
        const QKeySequence keys(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i)));
        m_rail->setText(static_cast<int>(i), title, QStringLiteral("%1  (%2)").arg(title, keys.toString(QKeySequence::NativeText)));
    }
    m_rail->setAccessibleName(tr("Pages"));
    m_exportButton->setText(besideIcon(tr("Export")));
    m_exportButton->setToolTip(tr("Export what this page shows"));
    refreshPanels();
    refreshTitle();
}

void MainWindow::refreshPanels() {
    const int running = m_tasks->count();
    const QStringList titles{tr("Runs"), running > 0 ? tr("Tasks (%1)").arg(running) : tr("Tasks"), tr("Log")};
    for (size_t i = 0; i < m_docks.size(); ++i)
        m_docks[i]->setWindowTitle(titles[static_cast<qsizetype>(i)]);
}

}  // namespace strand
