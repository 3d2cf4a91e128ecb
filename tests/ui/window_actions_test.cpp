// ui/window_actions.cpp and ui/window_menus.cpp
#include "ui/window_actions.hpp"

#include "ui/theme/theme.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QAction>
#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>

namespace strand::test {
namespace {

struct Actions : Bench {
    explicit Actions(Script script = {}) : Bench(script), actions(session, window) {}
    ~Actions() { QSettings().clear(); }
    QWidget window;
    WindowActions actions;
};

TEST(WindowActions, WhatCannotBeDoneIsGrey) {
    Actions a(Script{.epochs = 50, .msPerStep = 3});
    EXPECT_FALSE(a.actions.train->isEnabled());
    EXPECT_FALSE(a.actions.saveCopy->isEnabled());
    EXPECT_TRUE(a.actions.openProject->isEnabled());
    EXPECT_EQ(a.actions.train->toolTip(), "Open a project and import sequences first");
    ASSERT_TRUE(a.open());
    EXPECT_TRUE(a.actions.train->isEnabled());
    EXPECT_FALSE(a.actions.pause->isEnabled());
    EXPECT_FALSE(a.actions.resume->isEnabled());
    a.actions.train->trigger();
    ASSERT_TRUE(eventually([&] { return a.engine().trainingRun() != 0; }));
    for (const QAction* action : {a.actions.pause, a.actions.stop, a.actions.finish, a.actions.discard})
        EXPECT_TRUE(action->isEnabled()) << action->text().toStdString();
    EXPECT_FALSE(a.actions.train->isEnabled());
    EXPECT_FALSE(a.actions.removeDataset->isEnabled());
    a.actions.pause->trigger();
    EXPECT_EQ(a.actions.pause->text(), "Continue");
    a.actions.stop->trigger();
    ASSERT_TRUE(eventually([&] { return !a.engine().isTraining(); }));
    EXPECT_TRUE(a.actions.resume->isEnabled());
}

TEST(WindowActions, UndoNamesWhatItTakesBack) {
    Actions a;
    ASSERT_TRUE(a.open());
    EXPECT_FALSE(a.actions.undo->isEnabled());
    TrainOptions draft = a.session.draft();
    draft.hyperparameters["epochs"] = "7";
    a.session.setDraft(draft);
    EXPECT_TRUE(a.actions.undo->isEnabled());
    EXPECT_TRUE(a.actions.undo->text().endsWith(a.session.undo().undoText()));
    a.actions.undo->trigger();
    EXPECT_TRUE(a.session.draft().hyperparameters.empty());
    EXPECT_TRUE(a.actions.redo->isEnabled());
}

TEST(WindowActions, CopyGoesToTheFieldWithTheFocus) {
    Actions a;
    auto* field = new QLineEdit("motif", &a.window);
    a.window.show();
    a.window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&a.window));
    field->setFocus();
    QGuiApplication::clipboard()->setText("before");
    a.actions.selectAll->trigger();
    a.actions.copy->trigger();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), "motif");
}

TEST(WindowActions, PastedSequencesAreImported) {
    Actions a;
    QSignalSpy asked(&a.session, &Session::importRequested), said(&a.session, &Session::said);
    QGuiApplication::clipboard()->setText("   ");
    a.actions.paste->trigger();
    EXPECT_EQ(asked.count(), 0);
    EXPECT_EQ(said.count(), 1);
    QGuiApplication::clipboard()->setText(">a\nACGT");
    a.actions.paste->trigger();
    ASSERT_EQ(asked.count(), 1);
    EXPECT_TRUE(asked[0][0].toStringList().front().endsWith(".fasta"));
}

TEST(WindowActions, NoTwoHaveTheSameKeys) {
    Actions a;
    QStringList keys;
    for (const QAction* action : a.window.actions()) {
        if (!action->shortcut().isEmpty()) keys << action->shortcut().toString();
    }
    EXPECT_GT(keys.size(), 10);
    EXPECT_EQ(keys.removeDuplicates(), 0);
}

TEST(WindowActions, TheThemeInUseIsTheOneThatIsMarked) {
    Actions a;
    for (QAction* action : a.actions.themes->actions()) {
        action->trigger();
        EXPECT_EQ(action->data().toInt(), static_cast<int>(theme().name));
        EXPECT_EQ(a.actions.themes->checkedAction(), action);
    }
    ThemeManager::instance().use(ThemeName::Light);
}

QAction* item(const QMenu& menu, const QString& begin) {
    for (QAction* action : menu.actions()) {
        if (action->text().startsWith(begin)) return action;
    }
    return nullptr;
}

TEST(WindowMenus, TheModelMenuMarksTheChosenOneAndChoosesAnother) {
    Actions a;
    QMenu menu;
    fillModelMenu(menu, a.session);
    ASSERT_EQ(menu.actions().size(), 1);
    EXPECT_FALSE(menu.actions().front()->isEnabled()) << "the engine is starting";
    ASSERT_TRUE(a.open());
    TrainOptions draft = a.session.draft();
    draft.hyperparameters["n_layers"] = "3";
    a.session.setDraft(draft);
    fillModelMenu(menu, a.session);
    EXPECT_TRUE(item(menu, "TransformerEncoder")->isChecked());
    QSignalSpy page(&a.session, &Session::pageRequested);
    item(menu, "TextCNN")->trigger();
    EXPECT_EQ(a.session.draft().model, "TextCNN");
    EXPECT_TRUE(a.session.draft().hyperparameters.empty()) << "names of another model mean other things";
    ASSERT_EQ(page.count(), 1);
    EXPECT_EQ(page[0][0].toString(), "model");
}

TEST(WindowMenus, DevicesAndDatasetsAreThoseThatThereAre) {
    Actions a;
    ASSERT_TRUE(a.open());
    ASSERT_TRUE(eventually([&] { return !a.engine().devices().empty(); }));
    QMenu devices, datasets;
    fillDeviceMenu(devices, a.session);
    ASSERT_EQ(devices.actions().size(), 2);
    EXPECT_TRUE(devices.actions().front()->isChecked());
    item(devices, "CPU")->trigger();
    EXPECT_EQ(a.engine().device().device, "cpu");
    fillDeviceMenu(devices, a.session);
    EXPECT_TRUE(item(devices, "CPU")->isChecked());
    fillDatasetMenu(datasets, a.session);
    ASSERT_EQ(datasets.actions().size(), 1);
    EXPECT_TRUE(datasets.actions().front()->text().startsWith("promoters ("));
    EXPECT_TRUE(datasets.actions().front()->isChecked());
}

TEST(WindowMenus, SamplesAndRecentProjectsCanBeOpened) {
    Actions a;
    QMenu samples, recent;
    fillSampleMenu(samples, a.session);
    EXPECT_EQ(samples.actions().size(), 3);
    fillRecentMenu(recent, a.session);
    ASSERT_EQ(recent.actions().size(), 1);
    EXPECT_FALSE(recent.actions().front()->isEnabled());
}

}  // namespace
}  // namespace strand::test
