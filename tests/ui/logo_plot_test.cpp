#include "ui/plots/logo_plot.hpp"

#include "support/synthetic.hpp"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

namespace strand::test {
namespace {

LogoData logoOf(const std::vector<std::string>& residues) {
    return {.title = "class 1", .logo = makeLogo(datasetOf(residues)), .protein = false, .top = 0};
}

int inked(LogoPlot& plot, const QColor& colour) {
    const QImage image = renderFigure(plot, 1);
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) == colour.rgb() ? 1 : 0;
    return count;
}

TEST(LogoPlot, ALetterThatIsAlwaysThereFillsItsColumn) {
    const std::vector<std::string> always(200, "AC");
    std::vector<std::string> half(always);
    for (size_t i = 0; i < half.size(); i += 2)
        half[i] = "CC";
    const QColor green = themeOf(ThemeName::Light).residueInk('A', false);
    LogoPlot plot("logo");
    plot.show(logoOf(always));
    EXPECT_NEAR(plot.top(), 2, 0.02);
    const int full = inked(plot, green);
    EXPECT_GT(full, 1000);
    plot.show(logoOf(half));
    const int quarter = inked(plot, green);
    EXPECT_LT(quarter, full / 3) << "half the sequences and half the information";
    EXPECT_GT(quarter, full / 8);
}

TEST(LogoPlot, TellsItsFiguresAsATableAndInWords) {
    LogoPlot plot("logo");
    plot.show(logoOf(std::vector<std::string>(50, "ACGT")));
    const QStringList lines = plot.figureTable().split('\n', Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), 5);
    EXPECT_EQ(lines[0].split('\t').size(), 5);
    EXPECT_TRUE(lines[1].startsWith("1\t1.9"));
    EXPECT_TRUE(plot.accessibleName().contains("class 1"));
}

TEST(LogoPlot, ExportsAsVectorsAndDrawsNothingWithoutData) {
    LogoPlot plot("logo");
    plot.grab();
    plot.show(logoOf(std::vector<std::string>(50, "ACGT")));
    const QTemporaryDir folder;
    QString error;
    ASSERT_TRUE(exportFigure(plot, FigureFormat::Svg, folder.filePath("logo.svg"), &error)) << error.toStdString();
    QFile file(folder.filePath("logo.svg"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray svg = file.readAll();
    EXPECT_GE(svg.count("<path"), 4) << "a letter is an outline";
    EXPECT_TRUE(svg.contains("position"));
}

}  // namespace
}  // namespace strand::test
