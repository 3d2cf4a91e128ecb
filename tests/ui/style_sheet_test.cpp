#include "ui/theme/style_sheet.hpp"

#include <gtest/gtest.h>

#include <QRegularExpression>

namespace strand {
namespace {

TEST(StyleSheet, EveryTokenHasAColourInEveryTheme) {
    for (const ThemeName name : {ThemeName::Light, ThemeName::Dark, ThemeName::HighContrast}) {
        const QString sheet = styleSheet(themeOf(name));
        EXPECT_FALSE(sheet.contains(QLatin1Char('@'))) << static_cast<int>(name);
        EXPECT_EQ(sheet.count(QLatin1Char('{')), sheet.count(QLatin1Char('}')));
        EXPECT_GT(sheet.size(), 1000);
    }
}

TEST(StyleSheet, ColoursAreThoseOfTheTheme) {
    const QString light = styleSheet(themeOf(ThemeName::Light)), dark = styleSheet(themeOf(ThemeName::Dark));
    EXPECT_NE(light, dark);
    EXPECT_TRUE(light.contains(themeOf(ThemeName::Light).accent.name(), Qt::CaseInsensitive));
    EXPECT_FALSE(dark.contains(themeOf(ThemeName::Light).accent.name(), Qt::CaseInsensitive));
}

}  // namespace
}  // namespace strand
