#include "ui/docks/runs_dock.hpp"

#include "ui/docks/run_table_model.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>

namespace strand::test {
namespace {

QAction* actionOf(QMenu& menu, const QString& text) {
    for (QAction* action : menu.actions()) {
        if (action->text() == text) return action;
    }
    return nullptr;
}

TEST(RunsDock, AnEmptyProjectSaysWhatComesNext) {
    Bench bench;
    RunsDock dock(bench.session);
    QSignalSpy asked(&bench.session, &Session::pageRequested);
    ASSERT_TRUE(bench.open());
    EXPECT_FALSE(dock.table()->isVisibleTo(&dock));
    dock.findChild<QPushButton*>()->click();
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked[0][0].toString(), "model");
}

TEST(RunsDock, AClickOpensARunAndTheTableFollows) {
    Bench bench;
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    bench.engine().train(bench.session.draft());
    ASSERT_TRUE(eventually([&] { return bench.session.runs().size() == 2 && !bench.engine().isTraining(); }));
    RunsDock dock(bench.session);
    dock.resize(900, 200);
    dock.show();
    bench.session.setRun(bench.session.runs()[1].id);
    EXPECT_EQ(dock.table()->currentIndex().row(), 1);
    QTest::mouseClick(dock.table()->viewport(), Qt::LeftButton, {}, dock.table()->visualRect(dock.table()->model()->index(0, 0)).center());
    EXPECT_EQ(bench.session.run()->id, bench.session.runs()[0].id);
    EXPECT_EQ(dock.table()->currentIndex().row(), 0);
}

TEST(RunsDock, TheStateIsReadWholeWhenARunEnds) {
    Bench bench;
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    RunRecord run = bench.session.runs().front();
    const auto state = [&](RunState now) {
        bench.engine().edit("probe", [run, now](ProjectFile& project) mutable -> Result<void> {
            run.state = now;
            return RunStore(project).update(run);
        });
        return eventually([&] { return bench.session.runs().front().state == now; });
    };
    ASSERT_TRUE(state(RunState::Failed));
    RunsDock dock(bench.session);
    dock.resize(900, 200);
    dock.show();
    const int shortWord = dock.table()->columnWidth(RunTableModel::State);
    ASSERT_TRUE(state(RunState::Interrupted));
    EXPECT_GT(dock.table()->columnWidth(RunTableModel::State), shortWord);
}

TEST(RunsDock, TheMenuOffersWhatFitsTheRun) {
    Bench bench;
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    RunsDock dock(bench.session);
    QMenu menu;
    RunRecord run = bench.session.runs().front();
    dock.fillMenu(menu, run);
    EXPECT_FALSE(actionOf(menu, "Resume")->isEnabled());
    EXPECT_FALSE(actionOf(menu, "Make it the current run")->isEnabled());
    EXPECT_TRUE(actionOf(menu, "Delete…")->isEnabled());
    menu.clear();
    run.state = RunState::Interrupted;
    dock.fillMenu(menu, run);
    EXPECT_TRUE(actionOf(menu, "Resume")->isEnabled());
}

TEST(RunsDock, DeletingAsksWithAVerbAndKeepsOnEscape) {
    Bench bench;
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    RunsDock dock(bench.session);
    dock.show();
    QMenu menu;
    dock.fillMenu(menu, bench.session.runs().front());
    actionOf(menu, "Delete…")->trigger();
    auto* box = dock.findChild<QMessageBox*>();
    ASSERT_NE(box, nullptr);
    QTest::keyClick(box, Qt::Key_Escape);
    QTest::qWait(50);
    EXPECT_EQ(bench.session.runs().size(), 1U);
    actionOf(menu, "Delete…")->trigger();
    for (QPushButton* button : dock.findChildren<QPushButton*>()) {
        if (button->text() == "Delete run") button->click();
    }
    EXPECT_TRUE(eventually([&] { return bench.session.runs().empty(); }));
}

}  // namespace
}  // namespace strand::test
