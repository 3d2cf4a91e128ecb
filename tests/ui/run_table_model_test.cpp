#include "ui/docks/run_table_model.hpp"

#include "ui/text/language.hpp"
#include "ui/theme/theme.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QIcon>

#include <algorithm>

namespace strand::test {
namespace {

TEST(RunTableModel, ShowsARunWithItsFigures) {
    Bench bench;
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    RunTableModel model(bench.session);
    ASSERT_EQ(model.rowCount(), 1);
    const auto text = [&](int column) { return model.index(0, column).data().toString(); };
    EXPECT_EQ(text(RunTableModel::State), "Finished");
    EXPECT_EQ(text(RunTableModel::Model), "TransformerEncoder");
    EXPECT_EQ(text(RunTableModel::Epochs), "4/4");
    EXPECT_TRUE(eventually([&] { return text(RunTableModel::ValidationAcc) != "—"; })) << "read beside the window";
    EXPECT_NE(text(RunTableModel::TestMcc), "—");
    EXPECT_GT(model.index(0, RunTableModel::TestAcc).data(RunTableModel::kSortRole).toDouble(), 0.5);
}

TEST(RunTableModel, TheColourOfAStateStaysInTheSelectedRow) {
    Bench bench;
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    RunTableModel model(bench.session);
    const auto dot = model.index(0, RunTableModel::State).data(Qt::DecorationRole).value<QIcon>();
    const QColor middle = dot.pixmap(10, 10, QIcon::Selected).toImage().pixelColor(5, 5);
    EXPECT_EQ(middle, theme().good);
}

TEST(RunTableModel, EditingTheNameRenamesTheRun) {
    Bench bench;
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    RunTableModel model(bench.session);
    EXPECT_TRUE(model.setData(model.index(0, RunTableModel::Name), "best so far", Qt::EditRole));
    EXPECT_TRUE(eventually([&] { return model.index(0, 0).data().toString() == "best so far"; }));
    EXPECT_EQ(bench.stored(1).name, "best so far");
}

/// A finished run, and one that broke off.
void breakOff(Bench& bench) {
    bench.engine().train(bench.session.draft());
    ASSERT_TRUE(eventually([&] { return bench.session.runs().size() == 2 && !bench.engine().isTraining(); }));
    bench.engine().edit("probe", [](ProjectFile& project) -> Result<void> {
        STRAND_ASSIGN(RunRecord run, RunStore(project).get(2));
        run.state = RunState::Failed;
        run.error = Error(ErrorCode::Project, "the disk is full");
        run.test.reset();
        run.epoch = 1;
        return RunStore(project).update(run);
    });
    ASSERT_TRUE(eventually([&] {
        return std::any_of(bench.session.runs().begin(), bench.session.runs().end(),
                           [](const RunRecord& run) { return run.state == RunState::Failed; });
    }));
}

TEST(RunTableModel, WhatBrokeARunOffIsToldInTheLanguageOfTheWindow) {
    Bench bench;
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    breakOff(bench);
    RunTableModel model(bench.session);
    const auto row = [&](RunState state) {
        for (int i = 0; i < model.rowCount(); ++i)
            if (model.index(i, RunTableModel::State).data() == runStateText(state)) return i;
        return -1;
    };
    ASSERT_TRUE(eventually([&] { return row(RunState::Failed) >= 0; }));
    EXPECT_EQ(model.index(row(RunState::Failed), 0).data(Qt::ToolTipRole).toString(), "The disk is full");
    EXPECT_TRUE(model.index(row(RunState::Finished), 0).data(Qt::ToolTipRole).toString().isEmpty());
    useLanguage("zh_CN");
    EXPECT_FALSE(model.index(row(RunState::Failed), 0).data(Qt::ToolTipRole).toString().contains("disk"));
    useLanguage("en");
}

TEST(RunTableModel, WhatIsNotKnownSortsBelowTheWorst) {
    Bench bench;
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    breakOff(bench);
    RunTableModel model(bench.session);
    std::vector<double> keys;
    ASSERT_TRUE(eventually([&] { return model.rowCount() == 2; }));
    for (int i = 0; i < 2; ++i)
        keys.push_back(model.index(i, RunTableModel::TestMcc).data(RunTableModel::kSortRole).toDouble());
    std::sort(keys.begin(), keys.end());
    EXPECT_LT(keys[0], -1) << "MCC goes down to -1";
    EXPECT_GE(keys[1], -1);
}

}  // namespace
}  // namespace strand::test
