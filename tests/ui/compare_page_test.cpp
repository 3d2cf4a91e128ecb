#include "ui/pages/compare_page.hpp"

#include "ui/docks/run_table_model.hpp"
#include "ui/widgets/segmented.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QLabel>
#include <QListWidget>
#include <QMenu>

namespace strand::test {
namespace {

void train(Bench& bench, const char* name) {
    TrainOptions options;
    options.dataset = "promoters";
    options.model = "TransformerEncoder";
    options.runName = name;
    bench.engine().train(options);
    ASSERT_TRUE(eventually([&] { return !bench.engine().isBusy(); }));
}

QStringList names(const CurvePlot* plot) {
    QStringList out;
    for (const CurvePlot::Curve& curve : plot->curves())
        out << curve.name;
    return out;
}

struct TwoRuns : Bench {
    TwoRuns() : page(session) {}
    void begin() {
        ASSERT_TRUE(open());
        train(*this, "first");
        train(*this, "second");
        ASSERT_TRUE(eventually([&] {
            if (page.lossPlot() == nullptr || page.lossPlot()->curves().size() != 2) return false;
            const auto& curves = page.lossPlot()->curves();
            return curves[0].x.size() == 4 && curves[1].x.size() == 4;
        }));
    }
    ComparePage page;
};

TEST(ComparePage, WithoutARunItSaysWhatToDo) {
    Bench bench;
    ComparePage page(bench.session);
    ASSERT_TRUE(bench.open());
    EXPECT_EQ(page.lossPlot(), nullptr);
    bool told = false;
    for (const auto* label : page.findChildren<QLabel*>())
        told = told || (label->isVisibleTo(&page) && label->text() == QStringLiteral("Nothing to compare yet"));
    EXPECT_TRUE(told);
}

TEST(ComparePage, RunsLieOverEachOtherOnAnAxisOfEpochs) {
    TwoRuns t;
    ASSERT_NO_FATAL_FAILURE(t.begin());
    EXPECT_EQ(names(t.page.lossPlot()), (QStringList{"first", "second"}));
    const auto& curve = t.page.lossPlot()->curves()[0];
    EXPECT_EQ(curve.x, (std::vector<double>{1, 2, 3, 4}));
    EXPECT_EQ(curve.y.back(), scriptedEpoch(4, 25, 4).validation.loss);
    auto* const figure = t.page.findChild<Segmented*>();
    figure->setCurrent(1);
    emit figure->chosen(1);
    EXPECT_EQ(t.page.qualityPlot()->curves()[0].y.back(), scriptedEpoch(4, 25, 4).validation.mcc);
    QMenu menu;
    t.page.fillExportMenu(menu);
    EXPECT_EQ(menu.actions().size(), 2);
}

TEST(ComparePage, ARunThatIsNotCheckedIsNotDrawn) {
    TwoRuns t;
    ASSERT_NO_FATAL_FAILURE(t.begin());
    auto* const list = t.page.findChild<QListWidget*>();
    ASSERT_EQ(list->count(), 2);
    EXPECT_EQ(list->item(0)->text(), "second") << "the latest first";
    list->item(0)->setCheckState(Qt::Unchecked);
    ASSERT_TRUE(eventually([&] { return t.page.lossPlot() != nullptr && names(t.page.lossPlot()) == QStringList{"first"}; }));
    train(t, "third");
    ASSERT_TRUE(eventually([&] {
        return names(t.page.lossPlot()) == QStringList({"first", "third"});
    })) << "a new run is chosen by itself, the other stays as it was";
    for (int row = 0; row < list->count(); ++row)
        list->item(row)->setCheckState(Qt::Unchecked);
    EXPECT_TRUE(eventually([&] { return t.page.lossPlot() == nullptr; }));
}

TEST(ComparePage, ARunInTrainingGrows) {
    TwoRuns t;
    ASSERT_NO_FATAL_FAILURE(t.begin());
    const RunRecord run = t.session.runs().back();
    emit t.engine().epochAdded(run, scriptedEpoch(5, 25, 8));
    EXPECT_EQ(t.page.lossPlot()->curves()[1].x.size(), 5U);
    emit t.engine().epochAdded(run, scriptedEpoch(5, 25, 8));
    EXPECT_EQ(t.page.lossPlot()->curves()[1].x.size(), 5U) << "the same epoch is told once";
}

TEST(ComparePage, ARenamedRunIsRenamedInThePlots) {
    TwoRuns t;
    ASSERT_NO_FATAL_FAILURE(t.begin());
    renameRun(t.session, t.session.runs().front().id, QStringLiteral("renamed"));
    EXPECT_TRUE(eventually([&] { return names(t.page.lossPlot()) == QStringList({"renamed", "second"}); }));
    EXPECT_EQ(t.page.lossPlot()->curves()[0].x.size(), 4U) << "its curve stays";
}

TEST(ComparePage, TheListStaysWhileOnlyItsTextsChange) {
    TwoRuns t;
    ASSERT_NO_FATAL_FAILURE(t.begin());
    auto* const list = t.page.findChild<QListWidget*>();
    list->setCurrentRow(1);
    const QListWidgetItem* item = list->item(1);
    renameRun(t.session, t.session.runs().front().id, QStringLiteral("renamed"));
    ASSERT_TRUE(eventually([&] { return list->item(1)->text() == QStringLiteral("renamed"); }));
    EXPECT_EQ(list->currentItem(), item);
}

TEST(ComparePage, InANarrowWindowThePlotsStandBelowEachOther) {
    TwoRuns t;
    ASSERT_NO_FATAL_FAILURE(t.begin());
    t.page.resize(1140, 500);
    t.page.show();
    const auto below = [&] {
        QTest::qWait(10);
        return t.page.qualityPlot()->mapTo(&t.page, QPoint()).y() > t.page.lossPlot()->mapTo(&t.page, QPoint()).y();
    };
    EXPECT_FALSE(below());
    t.page.resize(820, 540);
    EXPECT_TRUE(below());
}

TEST(ComparePage, AnotherProjectHasItsOwnRuns) {
    TwoRuns t;
    ASSERT_NO_FATAL_FAILURE(t.begin());
    t.engine().closeProject();
    ASSERT_TRUE(eventually([&] { return !t.session.hasProject(); }));
    EXPECT_EQ(t.page.lossPlot(), nullptr);
    EXPECT_EQ(t.page.findChild<QListWidget*>()->count(), 0);
}

}  // namespace
}  // namespace strand::test
