// ui/theme/icons.cpp
#include "ui/pages/page.hpp"
#include "ui/theme/theme.hpp"

#include <gtest/gtest.h>

#include <QFile>
#include <QPushButton>

namespace strand {
namespace {

TEST(Icons, AreTintedFromTheThemeOfTheMoment) {
    const QIcon play = icon("play");
    ASSERT_FALSE(play.isNull());
    const QImage light = play.pixmap(32, 32).toImage();
    ThemeManager::instance().use(ThemeName::HighContrast);
    const QImage dark = play.pixmap(32, 32).toImage();
    ThemeManager::instance().use(ThemeName::Light);
    EXPECT_NE(light, dark);
    EXPECT_NE(play.pixmap(32, 32, QIcon::Disabled).toImage(), light);
}

TEST(Icons, KeepAwayFromTheWordsOfTheirButton) {
    QPushButton button("Import");
    button.setIcon(icon("import"));
    button.ensurePolished();
    const QSize size = button.iconSize();
    EXPECT_GE(size.width(), size.height() + 4);
    const QImage image = button.icon().pixmap(size).toImage();
    for (int x = size.height(); x < size.width(); ++x) {
        for (int y = 0; y < size.height(); ++y)
            EXPECT_EQ(qAlpha(image.pixel(x, y)), 0) << x << "," << y;
    }
}

TEST(Icons, EveryPageOfTheRailHasOneAndAnUnknownNameHasNone) {
    for (const PageEntry& entry : pageTable())
        EXPECT_TRUE(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(QString::fromLatin1(entry.icon)))) << entry.icon;
    EXPECT_FALSE(QFile::exists(QStringLiteral(":/icons/no such.svg")));
}

TEST(Icons, APictureHasTheColourAndTheSizeThatWereAskedFor) {
    const QImage image = iconPixmap("play", QColor(Qt::red), 24, 2).toImage();
    EXPECT_EQ(image.size(), QSize(48, 48));
    int inked = 0;
    for (int y = 0; y < 48; ++y) {
        for (int x = 0; x < 48; ++x) {
            const QColor at = image.pixelColor(x, y);
            if (at.alpha() < 128) continue;
            ++inked;
            EXPECT_EQ(at.rgb() & 0xFFFFU, 0U) << "nothing but red";
        }
    }
    EXPECT_GT(inked, 50);
}

}  // namespace
}  // namespace strand
