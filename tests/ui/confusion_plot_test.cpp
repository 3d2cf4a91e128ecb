#include "ui/plots/confusion_plot.hpp"

#include <gtest/gtest.h>

#include <QPainter>
#include <QTest>

namespace strand {
namespace {

TEST(ConfusionPlot, ItsTableHasTrueClassesDownAndPredictedOnesAcross) {
    ConfusionPlot plot;
    plot.setCounts({{8, 2}, {1, 9}}, {"no", "yes"});
    EXPECT_EQ(plot.figureTable(), "true \\ predicted\tno\tyes\nno\t8\t2\nyes\t1\t9\n");
}

TEST(ConfusionPlot, ClassesWithoutANameHaveTheirNumber) {
    ConfusionPlot plot;
    plot.setCounts({{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, {"first"});
    EXPECT_TRUE(plot.figureTable().startsWith("true \\ predicted\tfirst\t1\t2\n"));
}

TEST(ConfusionPlot, KeysWalkOverTheCellsAndSayThem) {
    ConfusionPlot plot;
    plot.resize(400, 400);
    plot.setCounts({{8, 2}, {1, 9}}, {"no", "yes"});
    plot.show();
    QTest::keyClick(&plot, Qt::Key_Right);
    EXPECT_EQ(plot.accessibleDescription(), "true no, predicted yes: 2 of 10 (20.0 %)");
    QTest::keyClick(&plot, Qt::Key_Right);
    EXPECT_TRUE(plot.accessibleDescription().startsWith("true no, predicted yes")) << "the edge holds";
    QTest::keyClick(&plot, Qt::Key_Down);
    EXPECT_TRUE(plot.accessibleDescription().startsWith("true yes, predicted yes: 9 of 10"));
}

TEST(ConfusionPlot, ALargerShareIsAStrongerColour) {
    ConfusionPlot plot;
    plot.resize(400, 400);
    plot.setCounts({{9, 1}, {5, 5}}, {"a", "b"});
    const QImage image = plot.grab().toImage();
    // Off the middle of a cell, where no figure stands.
    const auto depth = [&](double x, double y) {
        const QColor at = image.pixelColor(qRound(x * image.width()), qRound(y * image.height()));
        return contrast(at, theme().surface);
    };
    EXPECT_GT(depth(0.18, 0.2), depth(0.18, 0.6));
    EXPECT_GT(depth(0.18, 0.6), depth(0.6, 0.2));
}

TEST(ConfusionPlot, ItsFigureIsPaintedWithoutCountsToo) {
    ConfusionPlot plot;
    plot.setFigureTexts("confusion-run", "Confusion matrix", "Test set.");
    QImage image(plot.figureSize().toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    plot.paintFigure(painter, image.rect(), themeOf(ThemeName::Light));
    painter.end();
    EXPECT_EQ(plot.figureName(), "confusion-run");
    int title = 0, caption = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            (y < image.height() / 2 ? title : caption) += image.pixelColor(x, y).value() < 160 ? 1 : 0;
    }
    EXPECT_GT(title, 50);
    EXPECT_GT(caption, 10);
}

}  // namespace
}  // namespace strand
