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

/// The sequences; the import panel has a table of its own.
QTableView* sequences(const DataPage& page) {
    for (auto* table : page.findChildren<QTableView*>()) {
        if (table->accessibleName() == QLatin1String("Sequences")) return table;
    }
    return nullptr;
}

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
    const auto* table = sequences(page);
    EXPECT_EQ(table->model()->rowCount(), static_cast<int>(bench.session.dataset()->sequences));
    const auto plots = page.findChildren<BarPlot*>();
    ASSERT_EQ(plots.size(), 3);
    for (const auto* plot : plots)
        EXPECT_GT(plot->figureTable().count('\n'), 1) << plot->figureName().toStdString();
    QMenu menu;
    page.fillExportMenu(menu);
    EXPECT_EQ(menu.actions().size(), 3);
}

}  // namespace
}  // namespace strand::test
