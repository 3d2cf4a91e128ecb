// ui/pages/pages.cpp and ui/pages/page.cpp
#include "ui/pages/page.hpp"

#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QMenu>
#include <QSet>

namespace strand::test {
namespace {

class Probe : public Page {
public:
    explicit Probe(Session& session) : Page(session) {}
    void retranslate() override { ++translated; }
    int translated = 0;
};

TEST(Page, SetsItsTextsAgainInAnotherLanguage) {
    Bench bench;
    Probe page(bench.session);
    QEvent other(QEvent::EnabledChange), language(QEvent::LanguageChange);
    QApplication::sendEvent(&page, &other);
    EXPECT_EQ(page.translated, 0);
    QApplication::sendEvent(&page, &language);
    EXPECT_EQ(page.translated, 1);
    EXPECT_EQ(page.optionsPanel(), nullptr);
}

TEST(Pages, EachHasItsNameAndIsMadeWithoutAProjectOrAnEngine) {
    Bench bench;
    QSet<QString> ids, titles;
    for (const PageEntry& entry : pageTable()) {
        ids.insert(QString::fromLatin1(entry.id));
        titles.insert(QString::fromLatin1(entry.title));
        const std::unique_ptr<Page> page(entry.make(bench.session));
        ASSERT_NE(page, nullptr) << entry.id;
        QMenu menu;
        page->fillExportMenu(menu);
        EXPECT_TRUE(menu.isEmpty() || entry.id == std::string("train")) << entry.id << " has nothing to export yet";
        page->resize(800, 600);
        page->grab();
    }
    EXPECT_EQ(ids.size(), static_cast<qsizetype>(pageTable().size()));
    EXPECT_EQ(titles.size(), ids.size());
    EXPECT_STREQ(pageTable().front().id, "home");
}

}  // namespace
}  // namespace strand::test
