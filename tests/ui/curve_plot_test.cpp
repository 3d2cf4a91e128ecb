#include "ui/plots/curve_plot.hpp"

#include "ui/plots/curve_legend.hpp"
#include "ui/plots/data_table_window.hpp"
#include "ui/plots/qcustomplot.hpp"

#include <gmock/gmock.h>

#include <QDialog>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

namespace strand::test {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

struct TwoCurves {
    TwoCurves() {
        plot.addCurve({.series = 0, .smoothed = true});
        plot.addCurve({.series = 1, .line = Qt::DashLine, .marker = CurvePlot::Marker::Circle});
        plot.setCurveName(0, QStringLiteral("training"));
        plot.setCurveName(1, QStringLiteral("validation"));
        plot.setAxisTitles(QStringLiteral("step"), QStringLiteral("loss"));
        plot.setTitle(QStringLiteral("Loss"));
        plot.resize(500, 300);
        plot.setData(0, {1, 2, 3, 4}, {4, 3, 2, 1});
        plot.setData(1, {2, 4}, {3.5, 1.5});
        plot.setXExtent(0, 4);
        plot.show();
        plot.flush();
    }
    CurvePlot plot;
};

TEST(CurvePlot, ReadsOutTheNearestPoints) {
    TwoCurves two;
    EXPECT_TRUE(two.plot.readOutText().isEmpty());
    two.plot.showReadOut(2.9);
    EXPECT_EQ(two.plot.readOutText(), QStringLiteral("step 3: training 2.0000, validation 3.5000"));
    two.plot.setSmoothing(0.5);
    two.plot.showReadOut(1);
    EXPECT_TRUE(two.plot.readOutText().contains(QStringLiteral("training 4.0000  (4.0000)")));
    two.plot.showReadOut(kNan);
    EXPECT_TRUE(two.plot.readOutText().isEmpty());
}

TEST(CurvePlot, HiddenCurvesAreNotReadOut) {
    TwoCurves two;
    auto items = two.plot.findChildren<CurveLegendItem*>();
    ASSERT_EQ(items.size(), 2);
    items[0]->click();
    EXPECT_FALSE(two.plot.curves()[0].visible);
    two.plot.showReadOut(3);
    EXPECT_EQ(two.plot.readOutText(), QStringLiteral("step 3: validation 3.5000"));
}

TEST(CurvePlot, AppendingIsTheSameAsSettingAll) {
    CurvePlot one, other;
    for (CurvePlot* plot : {&one, &other}) {
        plot->addCurve({.smoothed = true});
        plot->setSmoothing(0.9);
    }
    std::vector<double> x, y;
    for (int i = 0; i < 1000; ++i) {
        x.push_back(i);
        y.push_back(std::sin(i));
    }
    one.setData(0, x, y);
    for (std::size_t i = 0; i < x.size(); i += 100)
        other.append(0, std::span(x).subspan(i, 100), std::span(y).subspan(i, 100));
    EXPECT_EQ(one.curves()[0].smooth, other.curves()[0].smooth);
    EXPECT_EQ(one.curves()[0].y, other.curves()[0].y);
}

TEST(CurvePlot, LinkedPlotsZoomAndReadTogether) {
    TwoCurves a, b;
    a.plot.linkTo(b.plot);
    a.plot.zoom(0.5, 2);
    QSignalSpy moved(&b.plot, &CurvePlot::readOutMoved);
    QTest::keyClick(&a.plot, Qt::Key_Right);
    EXPECT_FALSE(b.plot.readOutText().isEmpty());
    EXPECT_EQ(moved.count(), 0);  // told, not telling
    QTest::keyClick(&a.plot, Qt::Key_Home);
    a.plot.flush();
    EXPECT_EQ(a.plot.accessibleName(), QStringLiteral("Loss"));
    EXPECT_FALSE(a.plot.accessibleDescription().isEmpty());
}

TEST(CurvePlot, TheLogarithmicAxisIsInTheMenu) {
    TwoCurves two;
    ASSERT_FALSE(two.plot.menu()->actions().isEmpty());
    two.plot.menu()->actions().front()->trigger();
    EXPECT_TRUE(two.plot.isLogarithmic());
    two.plot.flush();
    two.plot.setData(0, {1, 2}, {0, -1});  // nothing to draw there, and no harm
    two.plot.flush();
}

TEST(CurvePlot, TheDataCanBeReadAsATable) {
    TwoCurves two;
    showDataTable(two.plot, QStringLiteral("Loss"), two.plot.figureTable());
    const auto windows = two.plot.findChildren<QDialog*>();
    ASSERT_EQ(windows.size(), 1);
    TsvModel model(two.plot.figureTable());
    EXPECT_EQ(model.rowCount(), 6);
    EXPECT_EQ(model.columnCount(), 3);
    EXPECT_EQ(model.index(0, 2).data().toString(), QStringLiteral("4"));
    EXPECT_EQ(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("step"));
}

TEST(CurvePlot, AMillionPointsAreDrawnInAFrame) {
    CurvePlot plot;
    plot.addCurve({.smoothed = true});
    plot.setSmoothing(0.9);
    plot.resize(700, 400);
    std::vector<double> x, y;
    for (int i = 0; i < 1'000'000; ++i) {
        x.push_back(i);
        y.push_back(std::sin(i * 1e-5) + 1e-3 * (i % 97));
    }
    plot.setData(0, x, y);
    plot.setXExtent(0, 1e6);
    plot.show();
    plot.flush();
    plot.grab();
    QElapsedTimer clock;
    clock.start();
    constexpr int kFrames = 20;
    for (int i = 0; i < kFrames; ++i) {
        const double nx = 1e6 + i, ny = 0;
        plot.append(0, std::span(&nx, 1), std::span(&ny, 1));
        plot.flush();
        plot.grab();
    }
    std::printf("frame with 1,000,000 points: %.2f ms\n", static_cast<double>(clock.nsecsElapsed()) / 1e6 / kFrames);
}

TEST(CurvePlot, TheHighestLabelHasRoom) {
    TwoCurves two;
    for (const double scale : {1.0, 1.5}) {
        ThemeManager::instance().setTextScale(scale);
        two.plot.flush();
        const auto* const plot = two.plot.findChild<QCustomPlot*>();
        EXPECT_GE(plot->axisRect()->minimumMargins().top(), QFontMetrics(plot->yAxis->tickLabelFont()).height() / 2) << scale;
    }
    ThemeManager::instance().setTextScale(1);
}

TEST(CurvePlot, TheLastMarkerIsSeenWhole) {
    TwoCurves two;
    two.plot.resize(180, 200);
    two.plot.flush();
    const auto* const plot = two.plot.findChild<QCustomPlot*>();
    EXPECT_GE(plot->axisRect()->right() - plot->xAxis->coordToPixel(4), 5);
}

}  // namespace
}  // namespace strand::test
