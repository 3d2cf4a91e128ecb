#include "ui/plots/bar_plot.hpp"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

namespace strand {
namespace {

BarData histogram() {
    BarData data;
    data.title = QStringLiteral("Length");
    data.xLabel = QStringLiteral("residues");
    data.yLabel = QStringLiteral("sequences");
    data.first = 40;
    data.width = 10;
    data.values = {{5, 0, 12}};
    return data;
}

TEST(BarPlot, TicksAreRoundNumbers) {
    EXPECT_DOUBLE_EQ(tickStep(100, 5), 20);
    EXPECT_DOUBLE_EQ(tickStep(97, 5), 20);
    EXPECT_DOUBLE_EQ(tickStep(3, 3), 1);
    EXPECT_DOUBLE_EQ(tickStep(1100, 4), 500);
    EXPECT_DOUBLE_EQ(tickStep(0, 4), 1) << "nothing to divide";
}

TEST(BarPlot, FollowsTheTextSizeOnTheScreenButNotInAFigure) {
    BarPlot plot(QStringLiteral("lengths"));
    plot.resize(400, 240);
    plot.show(histogram());
    const auto titleWidth = [](const QImage& image) {
        int right = 0;
        for (int y = 0; y < 14; ++y) {
            for (int x = 0; x < 200; ++x) {
                if (contrast(image.pixelColor(x, y), Qt::white) > 4) right = std::max(right, x);
            }
        }
        return right;
    };
    ThemeManager::instance().use(ThemeName::Light);
    const int screen = titleWidth(plot.grab().toImage());
    const QImage figure = renderFigure(plot, 1);
    ThemeManager::instance().setTextScale(2);
    EXPECT_GT(titleWidth(plot.grab().toImage()), screen * 3 / 2);
    EXPECT_EQ(renderFigure(plot, 1), figure);
    ThemeManager::instance().setTextScale(1);
}

TEST(BarPlot, TheTableHoldsEveryBar) {
    BarPlot plot(QStringLiteral("lengths"));
    plot.show(histogram());
    EXPECT_EQ(plot.figureTable(), QStringLiteral("residues\tsequences\n40 to 49\t5\n50 to 59\t0\n60 to 69\t12\n"));
    EXPECT_EQ(plot.accessibleName(), QStringLiteral("Length"));
}

TEST(BarPlot, StackedSeriesHaveAColumnEach) {
    BarData data;
    data.title = QStringLiteral("Classes");
    data.categories = {QStringLiteral("EI"), QStringLiteral("N")};
    data.series = {QStringLiteral("train"), QStringLiteral("test")};
    data.values = {{10, 20}, {3, 4}};
    BarPlot plot(QStringLiteral("classes"));
    plot.show(data);
    EXPECT_EQ(plot.figureTable(), QStringLiteral("Classes\ttrain\ttest\nEI\t10\t3\nN\t20\t4\n"));
}

TEST(BarPlot, TheTallestBarIsPaintedTallestInTheAccentColour) {
    BarPlot plot(QStringLiteral("lengths"));
    plot.show(histogram());
    const QImage image = renderFigure(plot, 1.0);
    const QRgb accent = themeOf(ThemeName::Light).accent.rgb();
    const int width = image.width();
    std::array<int, 3> painted{};
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < width; ++x)
            if (image.pixel(x, y) == accent) ++painted[static_cast<size_t>(std::min(2, (x * 3) / width))];
    EXPECT_GT(painted[2], painted[0]);
    EXPECT_GT(painted[0], 0);
    EXPECT_EQ(painted[1], 0) << "an empty bin has no bar";
}

TEST(BarPlot, ExportsAsSvgWithItsTexts) {
    BarPlot plot(QStringLiteral("lengths"));
    plot.show(histogram());
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("lengths.svg"));
    QString error;
    ASSERT_TRUE(exportFigure(plot, FigureFormat::Svg, path, &error)) << error.toStdString();
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().contains("residues"));
}

}  // namespace
}  // namespace strand
