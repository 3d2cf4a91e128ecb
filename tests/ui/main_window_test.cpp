#include "ui/main_window.hpp"

#include "ui/docks/runs_dock.hpp"
#include "ui/session/preferences.hpp"
#include "ui/text/language.hpp"
#include "ui/widgets/message_bar.hpp"
#include "ui/widgets/options_panel.hpp"
#include "ui/widgets/status_strip.hpp"
#include "ui/window_actions.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSlider>
#include <QTableView>
#include <QToolBar>

namespace strand::test {
namespace {

/// A window at rest, with all its pages.
struct Window : Bench {
    explicit Window(Script script = {}) : Bench(script), window(session) {
        window.resize(1366, 768);
        window.show();
        window.activateWindow();
        window.makeAllPages();
        eventually([this] {
            for (const PageEntry& entry : pageTable()) {
                if (window.page(QString::fromLatin1(entry.id)) == nullptr) return false;
            }
            return true;
        });
    }
    ~Window() { QSettings().clear(); }
    MainWindow window;
};

TEST(MainWindow, TellsOnceThatItHasBeenPainted) {
    Bench bench;
    MainWindow window(bench.session);
    QSignalSpy shown(&window, &MainWindow::shown);
    window.show();
    ASSERT_TRUE(eventually([&] { return shown.count() == 1; }));
    window.resize(1000, 700);
    QTest::qWait(50);
    EXPECT_EQ(shown.count(), 1);
}

TEST(MainWindow, NoPageIsCutInAWindowOfTheSmallestUsualWidth) {
    Window w;
    w.window.resize(1280, 720);
    for (const PageEntry& entry : pageTable()) {
        w.window.showPage(QString::fromLatin1(entry.id));
        QTest::qWait(20);
        const QWidget* const page = w.window.page(QString::fromLatin1(entry.id));
        const int right = page->mapTo(&w.window, QPoint(page->width(), 0)).x();
        EXPECT_LE(right, w.window.width()) << entry.id;
        const OptionsPanel* const options = w.window.findChild<OptionsPanel*>();
        for (const QScrollArea* area : options->findChildren<QScrollArea*>()) {
            if (!area->isVisible()) continue;
            EXPECT_GE(options->minimumWidth(), area->widget()->minimumSizeHint().width()) << entry.id;
        }
        EXPECT_LE(options->mapTo(&w.window, QPoint(options->isVisible() ? options->width() : 0, 0)).x(), w.window.width()) << entry.id;
    }
}

TEST(MainWindow, NoPageScrollsSidewaysOnASmallScreenAtTwiceItsScale) {
    Window w;
    const Script script;
    ASSERT_TRUE(w.open(&script));
    w.window.resize(683, 384);  // 1366 x 768 in the pixels of a scale of 2
    for (const PageEntry& entry : pageTable()) {
        w.window.showPage(QString::fromLatin1(entry.id));
        QTest::qWait(60);
        const QWidget* const page = w.window.page(QString::fromLatin1(entry.id));
        QList<QScrollArea*> areas = page->findChildren<QScrollArea*>();
        areas << qobject_cast<QScrollArea*>(page->parentWidget()->parentWidget());
        for (const QScrollArea* area : areas) {
            if (!area->isVisible()) continue;
            EXPECT_TRUE(eventually([area] { return area->horizontalScrollBar()->maximum() == 0; }))
                << entry.id << ", " << area->widget()->metaObject()->className();
        }
    }
}

TEST(MainWindow, AnotherTextSizeIsAnotherLayoutAtOnce) {
    Window w;
    ASSERT_TRUE(w.open());
    w.window.resize(1000, 740);
    w.window.showPage(QStringLiteral("data"));
    const auto* const bar = w.window.findChild<QToolBar*>(QStringLiteral("tools"));
    const auto* const runs = w.window.findChild<QDockWidget*>(QStringLiteral("runs"));
    ASSERT_EQ(bar->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    ASSERT_FALSE(runs->isHidden());
    w.window.setTextScale(1.5);
    EXPECT_EQ(bar->toolButtonStyle(), Qt::ToolButtonIconOnly);
    EXPECT_TRUE(runs->isHidden());
    w.window.setTextScale(1);
    EXPECT_EQ(bar->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    EXPECT_FALSE(runs->isHidden());
}

TEST(MainWindow, KeysGoToEveryPage) {
    Window w;
    ASSERT_TRUE(QTest::qWaitForWindowActive(&w.window));
    const auto table = pageTable();
    for (size_t i = 0; i < table.size() && i < 9; ++i) {
        QTest::keyClick(&w.window, static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i)), Qt::ControlModifier);
        EXPECT_EQ(w.window.currentPage().toStdString(), table[i].id);
    }
}

TEST(MainWindow, ReopensAProjectOnThePageItWasLeft) {
    Window w;
    ASSERT_TRUE(w.open());
    EXPECT_EQ(w.window.currentPage(), "data");
    w.window.showPage("model");
    w.engine().closeProject();
    w.window.showPage("home");
    w.engine().openProject(w.path(), false);
    ASSERT_TRUE(eventually([&] { return w.session.hasProject(); }));
    EXPECT_EQ(w.window.currentPage(), "model");
    EXPECT_TRUE(w.window.windowTitle().startsWith("probe"));
}

TEST(MainWindow, ClosingWhileTrainingStopsSavesAndWaits) {
    Script script;
    script.epochs = 1000;
    script.msPerStep = 2;
    Window w(script);
    ASSERT_TRUE(w.open());
    w.engine().train(w.session.draft());
    ASSERT_TRUE(eventually([&] { return w.session.run() != nullptr && w.session.run()->epoch >= 1; }));
    const std::int64_t run = w.session.run()->id;
    EXPECT_FALSE(w.window.close());
    EXPECT_TRUE(w.window.isVisible());
    EXPECT_TRUE(w.window.status().text().startsWith("Stopping…"));
    ASSERT_TRUE(eventually([&] { return !w.window.isVisible(); }));
    EXPECT_EQ(w.stored(run).state, RunState::Stopped);
}

TEST(MainWindow, ClosesAtOnceWhenNothingRuns) {
    Window w;
    ASSERT_TRUE(w.open());
    ASSERT_TRUE(eventually([&] { return !w.engine().isBusy(); }));
    EXPECT_TRUE(w.window.close());
}

TEST(MainWindow, ASmallWindowLeavesItsHeightToThePage) {
    Window w;
    ASSERT_TRUE(w.open());
    const auto docks = w.window.findChildren<QDockWidget*>();
    w.window.resize(1024, 700);
    EXPECT_TRUE(eventually([&] { return docks[0]->isHidden(); }));
    w.window.showPage(QStringLiteral("model"));
    w.window.actions().docks->trigger();
    EXPECT_FALSE(docks[0]->isHidden()) << "asked for";
}

TEST(MainWindow, SimpleLayoutShowsOnlyThePage) {
    Window w;
    ASSERT_TRUE(w.open());
    const auto docks = w.window.findChildren<QDockWidget*>();
    ASSERT_EQ(docks.size(), 3);
    EXPECT_FALSE(docks[0]->isHidden());
    w.window.actions().simple->trigger();
    for (const QDockWidget* dock : docks)
        EXPECT_TRUE(dock->isHidden());
    EXPECT_FALSE(w.window.actions().docks->isChecked());
    w.window.actions().docks->trigger();
    EXPECT_FALSE(docks[0]->isHidden());
    EXPECT_FALSE(w.window.actions().simple->isChecked());
}

TEST(MainWindow, ActionsFollowWhatCanBeDone) {
    Script script;
    script.epochs = 1000;
    script.msPerStep = 2;
    Window w(script);
    WindowActions& a = w.window.actions();
    EXPECT_FALSE(a.train->isEnabled());
    EXPECT_TRUE(a.import->isEnabled()) << "says that it needs a project, and makes one";
    ASSERT_TRUE(w.open());
    EXPECT_TRUE(a.train->isEnabled());
    EXPECT_FALSE(a.pause->isEnabled());
    a.train->trigger();
    EXPECT_FALSE(a.train->isEnabled());
    ASSERT_TRUE(eventually([&] { return a.pause->isEnabled(); }));
    a.pause->trigger();
    EXPECT_EQ(a.pause->text(), "Continue");
    QTest::keyClick(&w.window, Qt::Key_Space);
    EXPECT_EQ(a.pause->text(), "Pause");
    a.stop->trigger();
    EXPECT_FALSE(a.stop->isEnabled());
    ASSERT_TRUE(eventually([&] { return a.resume->isEnabled(); }));
    EXPECT_TRUE(a.train->isEnabled());
}

TEST(MainWindow, NoMenuEntryIsDead) {
    Window w;
    ASSERT_TRUE(w.open());
    const std::function<void(QMenu&)> check = [&](QMenu& menu) {
        emit menu.aboutToShow();
        EXPECT_FALSE(menu.actions().isEmpty()) << menu.title().toStdString();
        for (QAction* action : menu.actions()) {
            if (action->menu() != nullptr) check(*action->menu());
            EXPECT_TRUE(action->isSeparator() || !action->text().isEmpty());
        }
    };
    for (QAction* top : w.window.menuBar()->actions())
        check(*top->menu());
}

TEST(MainWindow, SpeaksTheOtherLanguageAtOnce) {
    Window w;
    const QString english = w.window.menuBar()->actions().front()->text();
    for (QAction* action : w.window.actions().languages->actions()) {
        if (action->data() == "zh_CN") action->trigger();
    }
    EXPECT_TRUE(eventually([&] { return w.window.menuBar()->actions().front()->text() != english; }));
    EXPECT_EQ(Preferences::load().language, "zh_CN");
    useLanguage("en");
}

TEST(MainWindow, WithoutAProjectImportingSaysWhatToDo) {
    Window w;
    emit w.session.importRequested({QStringLiteral("/tmp/a.fasta")});
    ASSERT_EQ(w.window.messages().rows().size(), 1U);
    EXPECT_TRUE(w.window.messages().rows()[0]->asks());
}

TEST(MainWindow, DroppedFilesAreTaken) {
    Window w;
    ASSERT_TRUE(w.open());
    makeProject(w.folder.file("other.strand"));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(w.path("other.strand"))});
    const auto enter = [&w](const QMimeData& dragged) {
        QDragEnterEvent event(QPoint(10, 10), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&w.window, &event);
        EXPECT_TRUE(event.isAccepted());
    };
    enter(data);
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&w.window, &drop);
    EXPECT_TRUE(eventually([&] { return w.session.projectPath() == w.path("other.strand"); }));
    QMimeData sequences;
    sequences.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a.fasta"))});
    QSignalSpy asked(&w.session, &Session::importRequested);
    enter(sequences);
    QDropEvent second(QPointF(10, 10), Qt::CopyAction, &sequences, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&w.window, &second);
    EXPECT_EQ(asked.count(), 1);
}

TEST(MainWindow, EverythingThatTakesKeysHasAName) {
    Window w;
    const Script script;
    ASSERT_TRUE(w.open(&script));
    for (const PageEntry& entry : pageTable())
        w.window.showPage(QString::fromLatin1(entry.id));
    QSet<const QWidget*> labelled;
    for (const QLabel* label : w.window.findChildren<QLabel*>())
        labelled.insert(label->buddy());
    for (const QWidget* widget : w.window.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&w.window)) continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool interactive = button != nullptr || qobject_cast<const QLineEdit*>(widget) != nullptr ||
                                 qobject_cast<const QComboBox*>(widget) != nullptr || qobject_cast<const QTableView*>(widget) != nullptr ||
                                 qobject_cast<const QSlider*>(widget) != nullptr;
        if (!interactive) continue;
        const bool named = labelled.contains(widget) || !widget->accessibleName().isEmpty() ||
                           (button != nullptr && !button->text().isEmpty()) || !widget->toolTip().isEmpty() ||
                           widget->parent()->inherits("QComboBox") || widget->parent()->inherits("QAbstractSpinBox");
        EXPECT_TRUE(named) << widget->metaObject()->className() << " in " << widget->parent()->metaObject()->className();
    }
}

TEST(MainWindow, FitsASmallScreen) {
    Window w;
    const Script script;
    ASSERT_TRUE(w.open(&script));
    for (const PageEntry& entry : pageTable()) {
        w.window.showPage(QString::fromLatin1(entry.id));
        EXPECT_LE(w.window.minimumSizeHint().width(), 1366) << entry.id;
        EXPECT_LE(w.window.minimumSizeHint().height(), 768) << entry.id;
    }
}

TEST(MainWindow, NoEmptyPanelStandsBesideAPage) {
    Window w;
    ASSERT_TRUE(w.open());
    const OptionsPanel* const options = w.window.findChild<OptionsPanel*>();
    for (const char* page : {"train", "attention"}) {
        w.window.showPage(QString::fromLatin1(page));
        EXPECT_TRUE(options->isHidden()) << page;
    }
    w.engine().train(w.session.draft());
    w.window.showPage(QStringLiteral("train"));
    EXPECT_TRUE(eventually([&] { return options->isVisible(); }));
}

TEST(MainWindow, TheNextTrainingClearsTheErrorOfTheLast) {
    Window w;
    ASSERT_TRUE(w.open());
    auto* const messages = w.window.findChild<MessageBar*>();
    TrainOptions nowhere = w.session.draft();
    nowhere.dataset = "nowhere";
    w.engine().train(nowhere);
    ASSERT_TRUE(eventually([&] { return !messages->rows().empty(); }));
    w.engine().train(w.session.draft());
    EXPECT_TRUE(messages->rows().empty());
    EXPECT_TRUE(eventually([&] { return !w.engine().isBusy(); }));
}

TEST(MainWindow, MessagesHaveTheWholeWidthBesideTheRail) {
    Window w;
    ASSERT_TRUE(w.open());
    w.window.showPage(QStringLiteral("model"));
    w.session.say(Session::Level::Info, "probe");
    const auto* const messages = w.window.findChild<MessageBar*>();
    EXPECT_TRUE(eventually([&] { return messages->mapTo(&w.window, QPoint(messages->width(), 0)).x() == w.window.width(); }));
}

}  // namespace
}  // namespace strand::test
