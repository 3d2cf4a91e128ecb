#include "ui/session/preferences.hpp"

#include "support/synthetic.hpp"
#include "ui/text/language.hpp"

#include <gtest/gtest.h>

#include <QSettings>

namespace strand {
namespace {

class PreferencesTest : public testing::Test {
protected:
    ~PreferencesTest() override {
        m_before.save();
        m_before.apply();
    }
    Preferences m_before = Preferences::load();
};

TEST_F(PreferencesTest, AreKeptAndApplied) {
    Preferences chosen{.theme = ThemeName::Dark, .language = "zh_CN", .textScale = 1.25, .simple = true};
    chosen.save();
    const Preferences read = Preferences::load();
    EXPECT_EQ(read.theme, ThemeName::Dark);
    EXPECT_EQ(read.language, "zh_CN");
    EXPECT_TRUE(read.simple);
    read.apply();
    EXPECT_EQ(theme().name, ThemeName::Dark);
    EXPECT_EQ(currentLanguage(), "zh_CN");
    EXPECT_DOUBLE_EQ(ThemeManager::instance().textScale(), 1.25);
}

TEST_F(PreferencesTest, NonsenseIsBroughtIntoBounds) {
    QSettings settings;
    settings.setValue("theme", 99);
    settings.setValue("language", "tlh");
    settings.setValue("textScale", 40);
    const Preferences read = Preferences::load();
    EXPECT_EQ(read.theme, ThemeName::HighContrast);
    EXPECT_EQ(read.language, "en");
    EXPECT_LE(read.textScale, 2);
}

TEST_F(PreferencesTest, RecentProjectsAreThoseThatExistNewestFirst) {
    const test::TempDir folder;
    const QString one = QString::fromStdString(folder.write("one.strand", "1")),
                  two = QString::fromStdString(folder.write("two.strand", "2"));
    addRecentProject(one);
    addRecentProject(QString::fromStdString(folder.file("gone.strand")));
    addRecentProject(two);
    addRecentProject(one);
    EXPECT_EQ(recentProjects().mid(0, 2), (QStringList{one, two}));
    forgetRecentProject(one);
    EXPECT_EQ(recentProjects().front(), two);
    forgetRecentProject(two);
}

}  // namespace
}  // namespace strand
