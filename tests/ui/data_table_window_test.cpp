#include "ui/plots/data_table_window.hpp"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QDialog>
#include <QTableView>

namespace strand {
namespace {

TEST(TsvModel, CutsCellsOutOfTheText) {
    TsvModel model("step\tloss\n1\t0.5\n2\t0.25\n");
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.columnCount(), 2);
    EXPECT_EQ(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), "loss");
    EXPECT_EQ(model.index(1, 1).data(Qt::DisplayRole).toString(), "0.25");
    EXPECT_EQ(model.index(0, 0).data(Qt::DisplayRole).toString(), "1");
}

TEST(TsvModel, AShortLineHasEmptyCellsAndAnEmptyTextNoRows) {
    TsvModel ragged("a\tb\tc\n1\n");
    EXPECT_EQ(ragged.columnCount(), 3);
    EXPECT_TRUE(ragged.index(0, 2).data(Qt::DisplayRole).toString().isEmpty());
    TsvModel empty("");
    EXPECT_EQ(empty.rowCount(), 0);
    EXPECT_EQ(empty.columnCount(), 0);
}

TEST(DataTableWindow, OpensBesideItsOwnerAndGoesWithIt) {
    QPointer<QDialog> window;
    {
        QWidget owner;
        showDataTable(owner, "Loss", "step\tloss\n1\t0.5\n");
        window = owner.findChild<QDialog*>();
        ASSERT_NE(window, nullptr);
        EXPECT_FALSE(window->isModal());
        EXPECT_EQ(window->windowTitle(), "Loss");
        EXPECT_EQ(window->findChild<QTableView*>()->model()->rowCount(), 1);
    }
    EXPECT_TRUE(window.isNull());
}

}  // namespace
}  // namespace strand
