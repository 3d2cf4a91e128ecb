#include "ui/widgets/folding_row.hpp"

#include <gtest/gtest.h>

#include <QHBoxLayout>
#include <QTest>

namespace strand::test {
namespace {

QHBoxLayout* holding(QWidget* widget, int width) {
    widget->setMinimumSize(width, 20);
    auto* layout = new QHBoxLayout;
    layout->addWidget(widget);
    return layout;
}

struct Row {
    Row() {
        row.setParent(&holder);  // a window of its own could not be narrower than its layout
        holder.show();
        row.show();
    }
    void resize(int width) {
        row.resize(width, 80);
        QTest::qWait(10);
    }
    QWidget holder;
    QWidget *first = new QWidget, *second = new QWidget;
    FoldingRow& row = *new FoldingRow(holding(first, 100), holding(second, 150), 10);
};

TEST(FoldingRow, FoldsWhereTheTwoDoNotFit) {
    Row r;
    r.resize(260);
    EXPECT_FALSE(r.row.isFolded());
    EXPECT_EQ(r.first->width() + r.second->width(), 250);
    r.resize(259);
    EXPECT_TRUE(r.row.isFolded());
    EXPECT_EQ(r.second->x(), r.first->x());
    EXPECT_GE(r.second->y(), r.first->geometry().bottom());
    r.resize(400);
    EXPECT_FALSE(r.row.isFolded());
    EXPECT_EQ(r.second->width(), 150) << "the first takes what is left";
}

TEST(FoldingRow, IsNeverWiderThanTheWiderOfTheTwo) {
    Row r;
    r.resize(400);
    EXPECT_EQ(r.row.minimumSizeHint().width(), 150);
}

TEST(FoldingRow, FollowsWhatStandsInIt) {
    Row r;
    r.resize(300);
    ASSERT_FALSE(r.row.isFolded());
    r.second->setMinimumWidth(250);
    QTest::qWait(10);
    EXPECT_TRUE(r.row.isFolded());
    r.second->hide();
    QTest::qWait(10);
    EXPECT_FALSE(r.row.isFolded());
}

}  // namespace
}  // namespace strand::test
