#include "ui/widgets/table_copy.hpp"

#include <gmock/gmock.h>

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

namespace strand::test {
namespace {

TEST(TableText, QuotesWhatNeedsIt) {
    QStandardItemModel model(1, 3);
    model.setHorizontalHeaderLabels({QStringLiteral("id"), QStringLiteral("a,b"), QStringLiteral("c")});
    model.setItem(0, 0, new QStandardItem(QStringLiteral("say \"hi\"")));
    model.setItem(0, 1, new QStandardItem(QStringLiteral("two\nlines")));
    model.setItem(0, 2, new QStandardItem(QStringLiteral("tab\there")));
    EXPECT_EQ(tableText(model, QLatin1Char(',')), QStringLiteral("id,\"a,b\",c\n\"say \"\"hi\"\"\",\"two\nlines\",tab\there\n"));
    EXPECT_EQ(tableText(model, QLatin1Char('\t')), QStringLiteral("id\ta,b\tc\nsay \"hi\"\ttwo lines\ttab here\n"));
}

TEST(TableActions, AreAddedOnceHoweverOften) {
    QTableView view;
    addTableActions(view, QStringLiteral("runs"));
    const auto count = view.actions().size();
    addTableActions(view, QStringLiteral("runs"));
    EXPECT_EQ(view.actions().size(), count);
}

TEST(TableActions, TheWholeTableIsCopied) {
    QStandardItemModel model(1, 1);
    model.setHorizontalHeaderLabels({QStringLiteral("id")});
    model.setItem(0, 0, new QStandardItem(QStringLiteral("one")));
    QTableView view;
    view.setModel(&model);
    addTableActions(view, QStringLiteral("runs"));
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    view.actions()[1]->trigger();
    EXPECT_TRUE(QTest::qWaitFor([] { return QGuiApplication::clipboard()->text() == QStringLiteral("id\none\n"); }, 20'000));
}

}  // namespace
}  // namespace strand::test
