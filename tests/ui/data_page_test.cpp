#include "ui/pages/data_page.hpp"

#include "ui/plots/bar_plot.hpp"
#include "ui/widgets/import_panel.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QTableView>

namespace strand::test {
namespace {

TEST(DataPage, WithoutAProjectItSaysWhatToDo) {
    Bench bench;
    DataPage page(bench.session);
    bool said = false;
    for (const auto* label : page.findChildren<QLabel*>())
        said = said || label->text() == QLatin1String("No project is open");
    EXPECT_TRUE(said);
}

TEST(DataPage, ShowsTableAndPlotsOfTheDataset) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    DataPage page(bench.session);
    const auto* table = page.findChild<QTableView*>();
    EXPECT_EQ(table->model()->rowCount(), static_cast<int>(bench.session.dataset()->sequences));
    const auto plots = page.findChildren<BarPlot*>();
    ASSERT_EQ(plots.size(), 3);
    for (const auto* plot : plots)
        EXPECT_GT(plot->figureTable().count('\n'), 1) << plot->figureName().toStdString();
    QMenu menu;
    page.fillExportMenu(menu);
    EXPECT_EQ(menu.actions().size(), 3);
}

TEST(DataPage, TheSelectedRowIsTheSelectionOfTheSession) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    DataPage page(bench.session);
    auto* table = page.findChild<QTableView*>();
    table->selectRow(5);
    EXPECT_EQ(bench.session.selection().ordinal, 5);
    bench.session.setSelection({.ordinal = 9});
    EXPECT_EQ(table->currentIndex().row(), 9);
}

TEST(DataPage, SearchingLeavesTheRowsThatHoldTheMotif) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    DataPage page(bench.session);
    auto* table = page.findChild<QTableView*>();
    const QString name = table->model()->index(3, 1).data().toString();
    auto* search = page.findChild<QLineEdit*>();
    for (auto* each : page.findChildren<QLineEdit*>())
        if (each->placeholderText() == QLatin1String("Find a name or a motif")) search = each;
    QTest::keyClicks(search, name);
    ASSERT_TRUE(eventually([&] { return table->model()->rowCount() < static_cast<int>(bench.session.dataset()->sequences); }));
    ASSERT_GT(table->model()->rowCount(), 0);
    for (int row = 0; row < table->model()->rowCount(); ++row)
        EXPECT_TRUE(table->model()->index(row, 1).data().toString().contains(name));
}

}  // namespace
}  // namespace strand::test
