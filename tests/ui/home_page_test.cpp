#include "ui/pages/home_page.hpp"

#include "ui/session/preferences.hpp"
#include "ui/session/samples.hpp"
#include "ui/text/language.hpp"
#include "ui/widgets/sample_card.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QFileInfo>
#include <QPushButton>

namespace strand::test {
namespace {

TEST(HomePage, OneClickOpensASample) {
    Bench bench;
    setSampleFolder(QString::fromStdString(bench.folder.path()));
    HomePage page(bench.session);
    bench.engine().start();
    const auto cards = page.findChildren<SampleCard*>();
    ASSERT_EQ(cards.size(), 3);
    QSignalSpy asked(&bench.session, &Session::pageRequested);
    QTest::mouseClick(cards[2], Qt::LeftButton);
    ASSERT_TRUE(eventually([&] { return bench.session.dataset() != nullptr; }));
    EXPECT_EQ(bench.session.dataset()->sequences, 4000);
    EXPECT_EQ(asked.last()[0].toString(), "data");
    EXPECT_TRUE(QFileInfo::exists(bench.path("motif.strand")));
}

TEST(HomePage, ListsProjectsOpenedLately) {
    Bench bench;
    HomePage page(bench.session);
    ASSERT_TRUE(bench.open());
    addRecentProject(bench.path());
    emit bench.session.projectChanged();
    bool found = false;
    for (const QPushButton* button : page.findChildren<QPushButton*>())
        found = found || button->text().endsWith("probe");
    EXPECT_TRUE(found);
    forgetRecentProject(bench.path());
}

TEST(HomePage, CardsSayWhatTheyAreInTheLanguageOfTheWindow) {
    Bench bench;
    HomePage page(bench.session);
    const QString english = page.findChildren<SampleCard*>().front()->accessibleName();
    EXPECT_FALSE(english.isEmpty());
    useLanguage("zh_CN");
    QTest::qWait(10);
    EXPECT_NE(page.findChildren<SampleCard*>().front()->accessibleName(), english);
    useLanguage("en");
}

TEST(SampleCard, GrowsWithItsTextAndPaintsInEveryTheme) {
    SampleCard card(QStringLiteral("splice"));
    card.setTexts(QStringLiteral("Splice"), QStringLiteral("short"));
    const int before = card.heightForWidth(240);
    card.setTexts(QStringLiteral("Splice"),
                  QStringLiteral("a description that is so long that it needs more than a single line of the card"));
    EXPECT_GT(card.heightForWidth(240), before);
    card.resize(240, card.heightForWidth(240));
    QImage last;
    for (const ThemeName name : {ThemeName::Dark, ThemeName::HighContrast, ThemeName::Light}) {
        ThemeManager::instance().use(name);
        const QImage image = card.grab().toImage();
        EXPECT_NE(image, last);
        last = image;
    }
}

}  // namespace
}  // namespace strand::test
