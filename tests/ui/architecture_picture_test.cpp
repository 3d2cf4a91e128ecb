#include "ui/plots/architecture_picture.hpp"

#include <gtest/gtest.h>

#include <QImage>

#include <cmath>

namespace strand {
namespace {

ModelEntry entry() {
    ModelEntry out;
    out.name = "Probe";
    out.architecture = {
        {.kind = StageKind::Input, .title = "Tokens"},
        {.kind = StageKind::Convolve, .title = "Convolution", .shows = {"maps"}, .each = "widths"},
        {.kind = StageKind::Attend, .title = "Attention", .shows = {"n_heads", "norm"}, .repeats = "n_layers", .residual = true},
        {.kind = StageKind::Dense, .title = "Feed-forward", .repeats = "n_layers", .residual = true},
        {.kind = StageKind::Recur, .title = "LSTM", .paths = {"left to right", "right to left"}},
        {.kind = StageKind::Output, .title = "Classes"}};
    return out;
}

TextValues values() { return {{"maps", "64"}, {"widths", "3,5,7"}, {"n_heads", "4"}, {"norm", "pre"}, {"n_layers", "2"}}; }

TEST(ArchitecturePicture, SaysTheValuesThatAreSet) {
    const auto stages = pictureOf(entry(), values());
    ASSERT_EQ(stages.size(), 6U);
    EXPECT_EQ(stages[1].values, "maps 64");
    EXPECT_EQ(stages[1].chipsLabel, "widths");
    EXPECT_EQ(stages[1].chips, (QStringList{"3", "5", "7"}));
    EXPECT_EQ(stages[2].values, QStringLiteral("n_heads 4 · norm pre"));
    EXPECT_EQ(stages[2].block, QStringLiteral("n_layers × 2"));
    EXPECT_EQ(stages[3].block, stages[2].block) << "one frame";
    EXPECT_EQ(stages[4].chips, (QStringList{"left to right", "right to left"}));
}

TEST(ArchitecturePicture, FitsItsHeightAndItsWidthInEveryTheme) {
    const auto stages = pictureOf(entry(), values());
    const QFont body = fontOf(TextStyle::Body), caption = fontOf(TextStyle::Caption);
    const int height = static_cast<int>(std::ceil(pictureHeight(stages, 280, body, caption)));
    for (const ThemeName name : {ThemeName::Light, ThemeName::Dark, ThemeName::HighContrast}) {
        const Theme& theme = themeOf(name);
        QImage image(320, height + 40, QImage::Format_RGB32);
        image.fill(theme.surface);
        QPainter painter(&image);
        painter.translate(0, 20);
        paintArchitecture(painter, QRectF(20, 0, 280, height), stages, body, caption, theme);
        painter.end();
        const auto blank = [&](const QRect& part) {
            for (int y = part.top(); y <= part.bottom(); ++y) {
                for (int x = part.left(); x <= part.right(); ++x)
                    if (image.pixelColor(x, y) != theme.surface) return false;
            }
            return true;
        };
        EXPECT_TRUE(blank(QRect(0, 0, 18, image.height()))) << "left of it";
        EXPECT_TRUE(blank(QRect(302, 0, 18, image.height()))) << "right of it";
        EXPECT_TRUE(blank(QRect(0, height + 22, 320, 17))) << "below it";
        EXPECT_FALSE(blank(QRect(20, 20, 280, 30)));
    }
}

TEST(ArchitecturePicture, NarrowMeansHigherNotCutOff) {
    const auto stages = pictureOf(entry(), values());
    const QFont body = fontOf(TextStyle::Body), caption = fontOf(TextStyle::Caption);
    EXPECT_GT(pictureHeight(stages, 200, body, caption), pictureHeight(stages, 600, body, caption)) << "values go below their titles";
}

TEST(ArchitecturePicture, AModelWithoutAPictureTakesNoRoom) {
    EXPECT_EQ(pictureHeight(pictureOf({}, {}), 300, fontOf(TextStyle::Body), fontOf(TextStyle::Caption)), 0);
}

}  // namespace
}  // namespace strand
