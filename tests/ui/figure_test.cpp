#include "ui/plots/figure.hpp"

#include "scripted_engine.hpp"
#include "ui/plots/attention_pictures.hpp"
#include "ui/plots/confusion_plot.hpp"
#include "ui/plots/curve_plot.hpp"

#include <gmock/gmock.h>

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QImageReader>
#include <QMenu>
#include <QTemporaryDir>
#include <QXmlStreamReader>

namespace strand::test {
namespace {

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// All character data of an SVG, and whether it is well-formed.
struct SvgText {
    explicit SvgText(const QByteArray& bytes) {
        QXmlStreamReader reader(bytes);
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isCharacters()) text += reader.text().toString().trimmed() + QLatin1Char('\n');
        }
        valid = !reader.hasError();
    }
    QString text;
    bool valid = false;
};

std::unique_ptr<CurvePlot> lossPlot() {
    auto plot = std::make_unique<CurvePlot>();
    plot->addCurve({.series = 0, .smoothed = true});
    plot->addCurve({.series = 1, .line = Qt::DashLine, .marker = CurvePlot::Marker::Circle});
    plot->setCurveName(0, QStringLiteral("training"));
    plot->setCurveName(1, QStringLiteral("validation"));
    plot->setTitle(QStringLiteral("Loss"));
    plot->setAxisTitles(QStringLiteral("step"), QStringLiteral("cross-entropy"));
    plot->setFigureTexts(QStringLiteral("loss-run1"), QStringLiteral("Run 1 on promoters"));
    plot->setSmoothing(0.5);
    std::vector<double> x, y;
    for (const StepPoint& point : scriptedSteps(1, 500, 500)) {
        x.push_back(static_cast<double>(point.step));
        y.push_back(point.loss);
    }
    plot->setData(0, x, y);
    plot->setData(1, {100, 300, 499}, {0.5, 0.3, 0.2});
    plot->setXExtent(0, 499);
    plot->resize(500, 300);
    return plot;
}

class FigureOnDark : public testing::Test {
protected:
    void SetUp() override { ThemeManager::instance().use(ThemeName::Dark); }
    void TearDown() override { ThemeManager::instance().use(ThemeName::Light); }
    QTemporaryDir folder;
    QString error;
    QString file(const char* name) const { return folder.filePath(QString::fromLatin1(name)); }
};

TEST_F(FigureOnDark, PngIsOnWhiteAtTwiceTheSize) {
    const auto plot = lossPlot();
    ASSERT_TRUE(exportFigure(*plot, FigureFormat::Png, file("a.png"), &error)) << error.toStdString();
    const QImage image(file("a.png"));
    EXPECT_EQ(QSizeF(image.size()), plot->figureSize() * 2);
    EXPECT_EQ(image.pixel(0, 0), qRgb(255, 255, 255));
    EXPECT_EQ(image.pixel(image.width() - 1, image.height() - 1), qRgb(255, 255, 255));
    qint64 light = 0, ink = 0;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            (qGray(image.pixel(x, y)) > 230 ? light : ink)++;
    }
    EXPECT_GT(light, ink * 3);
    EXPECT_GT(ink, 500);
    // What is on the screen is dark again.
    EXPECT_LT(qGray(plot->grab().toImage().pixel(250, 290)), 80);
}

TEST_F(FigureOnDark, SvgSaysWhatItShows) {
    const auto plot = lossPlot();
    ASSERT_TRUE(exportFigure(*plot, FigureFormat::Svg, file("a.svg"), &error)) << error.toStdString();
    const QByteArray bytes = contents(file("a.svg"));
    const SvgText svg(bytes);
    EXPECT_TRUE(svg.valid);
    for (const char* text : {"Loss", "training", "validation", "step", "cross-entropy", "Run 1 on promoters", "200"}) {
        EXPECT_TRUE(svg.text.contains(QLatin1String(text))) << text;
    }
    EXPECT_TRUE(bytes.contains("polyline"));
    EXPECT_TRUE(bytes.contains("stroke-dasharray"));  // validation is told apart without colours
    const Theme& dark = themeOf(ThemeName::Dark);
    for (const QColor& colour : {dark.surface, dark.text, dark.series[0]})
        EXPECT_FALSE(bytes.contains(colour.name().toLatin1())) << colour.name().toStdString();
    EXPECT_TRUE(bytes.contains(themeOf(ThemeName::Light).series[0].name().toLatin1()));
}

TEST_F(FigureOnDark, PdfHasThePageOfTheFigure) {
    const auto plot = lossPlot();
    ASSERT_TRUE(exportFigure(*plot, FigureFormat::Pdf, file("a.pdf"), &error)) << error.toStdString();
    const QByteArray bytes = contents(file("a.pdf"));
    EXPECT_TRUE(bytes.startsWith("%PDF-"));
    EXPECT_TRUE(bytes.trimmed().endsWith("%%EOF"));
    EXPECT_TRUE(bytes.contains("/MediaBox [0 0 630"));  // 840 CSS pixels are 630 points
}

TEST_F(FigureOnDark, TheHeatmapHasRulersBarAndCaption) {
    MatrixView view;
    const auto map = std::make_shared<const AttentionMap>(scriptedAttention("seq7", 6, "ACGTACGTAACCGGTT", {.layers = 1, .heads = 2}));
    view.setResidues(ResidueColours::Nucleotide);
    view.resize(700, 600);
    view.setPicture(makePicture(map, {.hideDiagonal = true}, 0, 1));
    view.setFigureTexts(QStringLiteral("attention-seq7"), QStringLiteral("Layer 1 · Head 2"),
                        optionsSentence({.hideDiagonal = true}) + QLatin1Char(' ') + notAnExplanation());
    view.choose({3, 8});
    ASSERT_TRUE(exportFigure(view, FigureFormat::Svg, file("m.svg"), &error)) << error.toStdString();
    const QByteArray bytes = contents(file("m.svg"));
    const SvgText svg(bytes);
    EXPECT_TRUE(svg.valid);
    EXPECT_TRUE(bytes.contains("<image"));
    QString joined = svg.text;
    joined.replace(QLatin1Char('\n'), QLatin1Char(' '));
    for (const char* text :
         {"Layer 1", "key (is asked)", "query (asks)", "diagonal hidden", "not an explanation", "what 3 'G' asks", "[CLS]"}) {
        EXPECT_TRUE(joined.contains(QLatin1String(text))) << text << "\n" << joined.toStdString();
    }
    EXPECT_FALSE(bytes.contains(themeOf(ThemeName::Dark).surface.name().toLatin1()));
}

TEST_F(FigureOnDark, EveryFigureKnowsItsTable) {
    ConfusionPlot confusion;
    confusion.setCounts({{8, 2}, {1, 9}}, {QStringLiteral("no"), QStringLiteral("yes")});
    EXPECT_TRUE(confusion.figureTable().endsWith(QStringLiteral("no\t8\t2\nyes\t1\t9\n")));
    EXPECT_EQ(lossPlot()->figureTable().count(QLatin1Char('\n')), 1 + 499 + 3);
}

TEST_F(FigureOnDark, AFailureIsASentenceAndLeavesNothing) {
    const auto plot = lossPlot();
    EXPECT_FALSE(exportFigure(*plot, FigureFormat::Png, file("none/a.png"), &error));
    EXPECT_TRUE(error.contains(QStringLiteral("none/a.png"))) << error.toStdString();
    EXPECT_FALSE(QFile::exists(file("none/a.png")));
    QFile::remove(folder.path());
}

TEST_F(FigureOnDark, TheMenuCopiesPictureAndTable) {
    const auto plot = lossPlot();
    QMenu menu;
    addExportActions(menu, *plot, [&] { return plot.get(); });
    QStringList texts;
    for (QAction* action : menu.actions()) {
        if (!action->isSeparator()) texts << action->text();
    }
    ASSERT_EQ(texts.size(), 6);
    menu.actions()[4]->trigger();
    EXPECT_EQ(QSizeF(QApplication::clipboard()->image().size()), plot->figureSize() * 2);
    menu.actions()[5]->trigger();
    EXPECT_EQ(QApplication::clipboard()->text(), plot->figureTable());
}

}  // namespace
}  // namespace strand::test
