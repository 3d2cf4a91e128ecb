#include "ui/widgets/sequence_browser.hpp"

#include "ui/widgets/sequence_table_model.hpp"
#include "ui/widgets/sequence_view.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>

namespace strand::test {
namespace {

class SequenceBrowserTest : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(bench.open());
        browser = std::make_unique<SequenceBrowser>(bench.session);
        browser->resize(900, 600);
        browser->show(bench.session.dataset());
        table = browser->findChild<QTableView*>();
        search = browser->findChild<QLineEdit*>();
        QObject::connect(browser.get(), &SequenceBrowser::stepWanted, browser.get(), [this](const StepOptions& step) { wanted = step; });
        rows = DatasetStore(*bench.session.project()).page(bench.session.dataset()->id, 0, 1000).value();
        ASSERT_TRUE(shows(0, rows[0].sequence.id)) << "rows come soon";
    }
    bool shows(int row, const std::string& id) {
        return eventually([&] { return cell(row, SequenceTableModel::IdColumn).toStdString() == id; });
    }
    void selectRows(int first, int last) {
        auto* model = table->model();
        table->selectionModel()->setCurrentIndex(model->index(first, 0), QItemSelectionModel::NoUpdate);
        table->selectionModel()->select(QItemSelection(model->index(first, 0), model->index(last, 0)),
                                        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    QPushButton* button(const char* text) {
        for (auto* each : browser->findChildren<QPushButton*>())
            if (each->text() == QLatin1String(text)) return each;
        return nullptr;
    }
    static QAction* action(QMenu* menu, const char* text) {
        for (auto* each : menu->actions())
            if (each->text() == QLatin1String(text)) return each;
        return nullptr;
    }
    QString cell(int row, int column) const { return table->model()->index(row, column).data().toString(); }

    Bench bench;
    std::unique_ptr<SequenceBrowser> browser;
    QTableView* table = nullptr;
    QLineEdit* search = nullptr;
    std::optional<StepOptions> wanted;
    std::vector<SequenceRow> rows;
};

TEST_F(SequenceBrowserTest, TheSelectedRowFollowsTheSessionAndLeadsIt) {
    Selection selection = bench.session.selection();
    selection.ordinal = 7;
    bench.session.setSelection(selection);
    EXPECT_EQ(table->currentIndex().row(), 7);
    EXPECT_TRUE(table->selectionModel()->isRowSelected(7, {}));
    auto* view = browser->findChild<SequenceView*>();
    EXPECT_EQ(view->length(), static_cast<std::int64_t>(rows[7].sequence.residues.size()));
    table->selectionModel()->setCurrentIndex(table->model()->index(11, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    EXPECT_EQ(bench.session.selection().ordinal, 11);
}

TEST_F(SequenceBrowserTest, TheSelectionStaysThroughAFilterAndAnotherOrder) {
    Selection selection = bench.session.selection();
    selection.ordinal = 7;
    bench.session.setSelection(selection);
    SequenceFilter filter;
    filter.label = rows[7].sequence.label;
    browser->filterBy(filter);
    ASSERT_TRUE(eventually([&] { return table->model()->rowCount() < static_cast<int>(rows.size()); }));
    EXPECT_TRUE(shows(table->currentIndex().row(), rows[7].sequence.id));
    table->sortByColumn(SequenceTableModel::NumberColumn, Qt::DescendingOrder);
    ASSERT_TRUE(eventually([&] { return cell(0, 0).toInt() > cell(1, 0).toInt(); }));
    EXPECT_TRUE(shows(table->currentIndex().row(), rows[7].sequence.id));
}

TEST_F(SequenceBrowserTest, FindsASequenceByItsName) {
    const QString name = QString::fromStdString(rows[57].sequence.id);
    QTest::keyClicks(search, name);
    ASSERT_TRUE(eventually([&] { return table->model()->rowCount() == 1; })) << table->model()->rowCount();
    EXPECT_TRUE(shows(0, name.toStdString()));
    search->clear();
    EXPECT_TRUE(eventually([&] { return table->model()->rowCount() == static_cast<int>(rows.size()); }));
}

TEST_F(SequenceBrowserTest, SaysHowManyPassTheFilter) {
    const auto says = [this](const QString& text) {
        for (const auto* label : browser->findChildren<QLabel*>())
            if (label->text().contains(text)) return true;
        return false;
    };
    EXPECT_TRUE(says("60 "));
    QTest::keyClicks(search, "seq1");
    QTest::keyClick(search, Qt::Key_Return);
    EXPECT_TRUE(eventually([&] { return says("11 of 60"); }));
}

TEST_F(SequenceBrowserTest, SeveralSequencesGetAClassInOneStep) {
    selectRows(3, 6);
    EXPECT_EQ(browser->selectedOrdinals(), (std::vector<std::int32_t>{3, 4, 5, 6}));
    auto* menu = button("Set class")->menu();
    emit menu->aboutToShow();
    ASSERT_NE(action(menu, "1"), nullptr);
    action(menu, "1")->trigger();
    ASSERT_TRUE(wanted && std::holds_alternative<LabelStep>(*wanted));
    EXPECT_EQ(std::get<LabelStep>(*wanted).ordinals, (std::vector<std::int32_t>{3, 4, 5, 6}));
    EXPECT_EQ(std::get<LabelStep>(*wanted).label, "1");
    emit menu->aboutToShow();
    action(menu, "No class")->trigger();
    EXPECT_EQ(std::get<LabelStep>(*wanted).label, "");
    emit menu->aboutToShow();
    auto* other = menu->findChild<QLineEdit*>();
    QTest::keyClicks(other, "novel");
    QTest::keyClick(other, Qt::Key_Return);
    EXPECT_EQ(std::get<LabelStep>(*wanted).label, "novel");
}

TEST_F(SequenceBrowserTest, SeveralSequencesAreMovedOrLeftOutInOneStep) {
    selectRows(0, 9);
    auto* menu = button("Move to part")->menu();
    emit menu->aboutToShow();
    action(menu, "test")->trigger();
    ASSERT_TRUE(wanted && std::holds_alternative<PartStep>(*wanted));
    EXPECT_EQ(std::get<PartStep>(*wanted).split, Split::Test);
    EXPECT_EQ(std::get<PartStep>(*wanted).ordinals.size(), 10U);
    button("Leave out")->click();
    EXPECT_EQ(std::get<PartStep>(*wanted).split, Split::Excluded);
}

TEST_F(SequenceBrowserTest, ACellOfTheTableIsEditedAsAStep) {
    auto* model = table->model();
    const QModelIndex label = model->index(4, SequenceTableModel::ClassColumn);
    EXPECT_TRUE(model->flags(label) & Qt::ItemIsEditable);
    EXPECT_FALSE(model->flags(model->index(4, SequenceTableModel::IdColumn)) & Qt::ItemIsEditable);
    model->setData(label, label.data(Qt::EditRole), Qt::EditRole);
    EXPECT_FALSE(wanted.has_value()) << "nothing changed";
    model->setData(label, "other", Qt::EditRole);
    ASSERT_TRUE(wanted && std::holds_alternative<LabelStep>(*wanted));
    EXPECT_EQ(std::get<LabelStep>(*wanted).ordinals, std::vector<std::int32_t>{4});
    model->setData(model->index(4, SequenceTableModel::SplitColumn), static_cast<int>(Split::Excluded), Qt::EditRole);
    ASSERT_TRUE(std::holds_alternative<PartStep>(*wanted));
}

TEST_F(SequenceBrowserTest, RowsAreCopiedWithTheWholeSequence) {
    selectRows(2, 3);
    for (auto* each : table->actions())
        if (each->shortcut() == QKeySequence(QKeySequence::Copy)) each->trigger();
    EXPECT_TRUE(eventually([&] {
        const QString text = QApplication::clipboard()->text();
        return text.count('\n') == 3 && text.contains(QString::fromStdString(rows[2].sequence.residues)) &&
               text.contains(QString::fromStdString(rows[3].sequence.residues));
    }));
}

TEST_F(SequenceBrowserTest, WithoutASelectionThereIsNothingToChange) {
    table->selectionModel()->clear();
    for (const char* text : {"Set class", "Move to part", "Leave out"})
        EXPECT_FALSE(button(text)->isEnabled()) << text;
}

TEST_F(SequenceBrowserTest, TheSequenceTakesRoomOnlyWhereOneIsSelected) {
    browser->QWidget::show();
    QTest::qWait(0);
    auto* view = browser->findChild<SequenceView*>();
    EXPECT_FALSE(view->isVisible());
    const int alone = table->height();
    selectRows(3, 3);
    EXPECT_TRUE(view->isVisible());
    EXPECT_TRUE(eventually([&] { return table->height() < alone && view->height() >= 72; }));
}

TEST_F(SequenceBrowserTest, ControlFGoesToTheSearch) {
    browser->QWidget::show();
    table->setFocus();
    QTest::keyClick(browser.get(), Qt::Key_F, Qt::ControlModifier);
    EXPECT_EQ(browser->focusWidget(), search);
}

}  // namespace
}  // namespace strand::test
