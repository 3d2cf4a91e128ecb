#include "ui/widgets/results_view.hpp"

#include "scripted_engine.hpp"
#include "ui/plots/confusion_plot.hpp"
#include "ui/widgets/segmented.hpp"

#include <gtest/gtest.h>

#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

namespace strand::test {
namespace {

bool says(const QWidget& within, const QString& part) {
    for (const auto* each : within.findChildren<QLabel*>())
        if (each->text().contains(part)) return true;
    return false;
}

ClassificationMetrics figures(double acc) {
    ClassificationMetrics out = scriptedEpoch(3, 25, 4).validation;
    out.acc = acc;
    out.perClass.resize(2);
    out.perClass[1].sn = 0.125;
    return out;
}

TEST(ResultsView, NoColumnIsHiddenInTheNarrowestWindow) {
    ResultsView view;
    view.show(figures(0.9), figures(0.8), {"EI", "neither"}, "probe", {});
    view.resize(770, 360);  // beside the rail of a window 960 wide
    view.QWidget::show();
    QTest::qWait(20);
    const auto* const table = view.findChild<QTableView*>();
    EXPECT_EQ(table->horizontalScrollBar()->maximum(), 0);
    const auto* const header = table->horizontalHeader();
    EXPECT_GE(header->sectionSize(0), header->sectionSizeHint(0)) << "the names of classes";
}

TEST(ResultsView, TheTestSetComesFirstAndTheValidationSetOnAsking) {
    ResultsView view;
    auto* const split = view.findChild<Segmented*>();
    view.show(std::nullopt, figures(0.875), {"no", "yes"}, "probe", {});
    EXPECT_EQ(split->current(), 1) << "before a test there is validation only";
    EXPECT_TRUE(says(view, "0.875"));
    view.show(figures(0.75), figures(0.875), {"no", "yes"}, "probe", {});
    EXPECT_EQ(split->current(), 0);
    EXPECT_TRUE(says(view, "0.750"));
    EXPECT_FALSE(says(view, "0.875"));
    split->setCurrent(1);
    emit split->chosen(1);
    EXPECT_TRUE(says(view, "0.875"));
}

TEST(ResultsView, EachClassHasItsRow) {
    ResultsView view;
    view.show(figures(0.75), std::nullopt, {"no", "yes"}, "probe", {});
    const auto* const rows = view.findChild<QTableView*>()->model();
    ASSERT_EQ(rows->rowCount(), 2);
    EXPECT_EQ(rows->index(1, 0).data().toString(), "yes");
    EXPECT_EQ(rows->index(1, 2).data().toString(), "0.125");
}

TEST(ResultsView, WithoutFiguresItSaysWhenTheyCome) {
    ResultsView view;
    view.show(std::nullopt, std::nullopt, {}, {}, {});
    EXPECT_TRUE(says(view, "the test set is read once"));
    EXPECT_EQ(view.findChild<QTableView*>()->model()->rowCount(), 0);
}

}  // namespace
}  // namespace strand::test
