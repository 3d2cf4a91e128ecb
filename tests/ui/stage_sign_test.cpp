#include "ui/plots/stage_sign.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

QImage drawn(StageKind kind, ThemeName name, QRectF box = {10, 10, 40, 40}) {
    QImage image(60, 60, QImage::Format_RGB32);
    image.fill(themeOf(name).surface);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawStageSign(painter, box, kind, themeOf(name));
    EXPECT_TRUE(painter.transform().isIdentity()) << "the painter is given back as it was";
    return image;
}

TEST(StageSign, EveryKindOfStageHasItsOwnInsideItsBox) {
    std::vector<QImage> signs;
    for (int kind = 0; kind <= static_cast<int>(StageKind::Output); ++kind) {
        const QImage image = drawn(static_cast<StageKind>(kind), ThemeName::Light);
        for (const QImage& other : signs)
            EXPECT_NE(image, other) << kind;
        signs.push_back(image);
        for (int i = 0; i < 60; ++i) {
            for (const QPoint at : {QPoint(i, 8), QPoint(i, 52), QPoint(8, i), QPoint(52, i)})
                EXPECT_EQ(image.pixelColor(at), themeOf(ThemeName::Light).surface) << kind;
        }
    }
    EXPECT_EQ(signs.size(), 10U);
}

TEST(StageSign, StandsOutInEveryTheme) {
    for (const ThemeName name : {ThemeName::Light, ThemeName::Dark, ThemeName::HighContrast}) {
        const QImage image = drawn(StageKind::Attend, name);
        double best = 1;
        for (int y = 10; y < 50; ++y) {
            for (int x = 10; x < 50; ++x)
                best = std::max(best, contrast(image.pixelColor(x, y), themeOf(name).surface));
        }
        EXPECT_GE(best, 2.5) << static_cast<int>(name);
    }
}

}  // namespace
}  // namespace strand
