#include "ui/theme/theme.hpp"

#include <gtest/gtest.h>

#include <QApplication>
#include <QFontInfo>
#include <QSignalSpy>

#include <string>

namespace strand {
namespace {

constexpr ThemeName kAll[] = {ThemeName::Light, ThemeName::Dark, ThemeName::HighContrast};

TEST(Theme, ContrastFollowsWcag) {
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21, 1e-6);
    EXPECT_NEAR(contrast(Qt::white, Qt::white), 1, 1e-6);
    EXPECT_NEAR(contrast(QColor("#767676"), Qt::white), 4.54, 0.01);
}

TEST(Theme, TextReadsOnEverySurface) {
    for (const ThemeName name : kAll) {
        const Theme& t = themeOf(name);
        for (const QColor& back : {t.window, t.surface, t.raised, t.sunken}) {
            for (const QColor& ink : {t.text, t.textMuted, t.accent, t.good, t.warning, t.bad}) {
                EXPECT_GE(contrast(ink, back), 4.5)
                    << static_cast<int>(name) << ink.name().toStdString() << " on " << back.name().toStdString();
            }
        }
        for (const QColor& back : {t.window, t.surface})
            EXPECT_GE(contrast(t.textFaint, back), 4.5) << static_cast<int>(name);
        EXPECT_GE(contrast(t.textOnAccent, t.accent), 4.5);
        EXPECT_GE(contrast(t.text, t.accentSoft), 4.5);
        EXPECT_GE(contrast(t.accent, t.accentSoft), 4.5);
    }
}

TEST(Theme, HighContrastReachesSevenToOne) {
    const Theme& t = themeOf(ThemeName::HighContrast);
    for (const QColor& ink : {t.text, t.textMuted, t.textFaint, t.accent, t.good, t.warning, t.bad, t.border})
        EXPECT_GE(contrast(ink, t.surface), 7);
}

TEST(Theme, CurvesStandOutFromTheirSurface) {
    for (const ThemeName name : kAll) {
        for (const QColor& colour : themeOf(name).series)
            EXPECT_GE(contrast(colour, themeOf(name).surface), 3) << colour.name().toStdString();
    }
}

TEST(Theme, LettersReadOnTheirResidueColour) {
    for (const ThemeName name : kAll) {
        const Theme& t = themeOf(name);
        for (const char letter : std::string("ACGTUNRYKMSWBDHV"))
            EXPECT_GE(contrast(t.text, t.residue(QLatin1Char(letter), false)), 4.5) << letter;
        for (const char letter : std::string("ACDEFGHIKLMNPQRSTVWYX"))
            EXPECT_GE(contrast(t.text, t.residue(QLatin1Char(letter), true)), 4.5) << letter;
    }
}

TEST(Theme, ResidueColoursAreThoseOfTheSchemeInAnyCase) {
    const Theme& t = themeOf(ThemeName::Light);
    EXPECT_EQ(t.residue('a', false), t.residue('A', false));
    EXPECT_EQ(t.residue('T', false), t.residue('U', false));
    EXPECT_NE(t.residue('A', false), t.residue('A', true));
    EXPECT_EQ(t.residue('K', true), t.residue('R', true));   // both basic in Clustal X
    EXPECT_EQ(t.residue('*', true), t.residue('N', false));  // neutral
}

TEST(Theme, UsingOneChangesPaletteAndTellsEveryone) {
    QSignalSpy changed(&ThemeManager::instance(), &ThemeManager::changed);
    ThemeManager::instance().use(ThemeName::Dark);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_TRUE(theme().dark());
    EXPECT_EQ(QApplication::palette().color(QPalette::Window), theme().window);
    EXPECT_FALSE(qApp->styleSheet().contains(QLatin1Char('@'))) << "a token without a colour";
    ThemeManager::instance().use(ThemeName::Light);
}

TEST(Theme, TheTypeScaleGrowsAsAWhole) {
    const double body = fontOf(TextStyle::Body).pointSizeF();
    EXPECT_LT(fontOf(TextStyle::Caption).pointSizeF(), body);
    EXPECT_GT(fontOf(TextStyle::Heading).pointSizeF(), body);
    EXPECT_GT(fontOf(TextStyle::Title).pointSizeF(), fontOf(TextStyle::Heading).pointSizeF());
    ThemeManager::instance().setTextScale(1.5);
    EXPECT_DOUBLE_EQ(fontOf(TextStyle::Body).pointSizeF(), body * 1.5);
    EXPECT_DOUBLE_EQ(QApplication::font().pointSizeF(), body * 1.5);
    ThemeManager::instance().setTextScale(1);
    EXPECT_TRUE(QFontInfo(residueFont()).fixedPitch());
}

}  // namespace
}  // namespace strand
