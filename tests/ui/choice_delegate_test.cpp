#include "ui/widgets/choice_delegate.hpp"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

namespace strand {
namespace {

QComboBox* edit(QTableView& view) {
    view.setCurrentIndex(view.model()->index(0, 0));
    view.edit(view.currentIndex());
    return view.viewport()->findChild<QComboBox*>();
}

TEST(ChoiceDelegate, AChoiceIsTakenAtOnce) {
    QStandardItemModel model(1, 1);
    model.setData(model.index(0, 0), 2, Qt::EditRole);
    QTableView view;
    view.setModel(&model);
    view.setItemDelegate(new ChoiceDelegate([] { return QList<std::pair<QString, QVariant>>{{"one", 1}, {"two", 2}}; }, false, &view));
    auto* combo = edit(view);
    ASSERT_NE(combo, nullptr);
    EXPECT_EQ(combo->currentText(), "two");
    combo->setCurrentIndex(0);
    emit combo->activated(0);
    EXPECT_EQ(model.data(model.index(0, 0), Qt::EditRole).toInt(), 1);
}

TEST(ChoiceDelegate, ANewNameCanBeTyped) {
    QStandardItemModel model(1, 1);
    model.setData(model.index(0, 0), "a", Qt::EditRole);
    QTableView view;
    view.setModel(&model);
    view.setItemDelegate(new ChoiceDelegate([] { return QList<std::pair<QString, QVariant>>{{"a", "a"}}; }, true, &view));
    auto* combo = edit(view);
    ASSERT_NE(combo, nullptr);
    combo->setEditText("novel");
    QTest::keyClick(static_cast<QWidget*>(combo), Qt::Key_Return);
    EXPECT_EQ(model.data(model.index(0, 0), Qt::EditRole).toString(), "novel");
}

}  // namespace
}  // namespace strand
