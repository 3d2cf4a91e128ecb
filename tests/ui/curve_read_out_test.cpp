#include "ui/plots/curve_read_out.hpp"

#include "ui/plots/curve_plot.hpp"
#include "ui/theme/theme.hpp"

#include <gtest/gtest.h>

#include <QImage>

namespace strand::test {
namespace {

struct Plot {
    Plot() {
        plot.addCurve({.series = 0, .smoothed = true, .digits = 2});
        plot.addCurve({.series = 3});
        plot.setCurveName(0, QStringLiteral("loss"));
        plot.setCurveName(1, QStringLiteral("accuracy"));
        plot.setAxisTitles(QStringLiteral("step"), {});
        plot.resize(600, 300);
        plot.setData(0, {1, 2, 3, 4}, {4, 2, 2, 2});
        plot.setData(1, {2, 4}, {1, 3});
        plot.setXExtent(0, 4);
        plot.show();
        plot.flush();
        readOut = plot.findChild<CurveReadOut*>();
    }
    CurvePlot plot;
    CurveReadOut* readOut = nullptr;
};

TEST(CurveReadOut, TellsTheSmoothValueAndInBracketsTheRawOne) {
    Plot shown;
    ASSERT_NE(shown.readOut, nullptr);
    EXPECT_TRUE(shown.readOut->sentence().isEmpty()) << "nothing is under the cursor";
    shown.plot.setSmoothing(0.5);
    shown.plot.showReadOut(2);
    // The average without the bias of its start: (0.5 * 4 + 2) / 1.5.
    EXPECT_EQ(shown.readOut->sentence().toStdString(), "step 2: loss 2.67  (2.00), accuracy 1.0000");
}

TEST(CurveReadOut, IsPaintedOnlyWhereSomethingIsUnderTheCursor) {
    Plot shown;
    const QImage before = shown.readOut->grab().toImage();
    shown.plot.showReadOut(2);
    const QImage after = shown.readOut->grab().toImage();
    EXPECT_NE(before, after);
    int dots = 0;
    for (int y = 0; y < after.height(); ++y) {
        for (int x = 0; x < after.width(); ++x)
            dots += after.pixelColor(x, y) == theme().classColour(3) ? 1 : 0;
    }
    EXPECT_GT(dots, 20) << "a dot on the curve in its colour";
}

TEST(CurveReadOut, LetsTheMouseThrough) {
    Plot shown;
    EXPECT_TRUE(shown.readOut->testAttribute(Qt::WA_TransparentForMouseEvents));
}

}  // namespace
}  // namespace strand::test
