#include "ui/widgets/inline_confirm.hpp"

#include <gtest/gtest.h>

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace strand {
namespace {

QPushButton* button(const InlineConfirm& from, const QString& text) {
    for (auto* each : from.findChildren<QPushButton*>()) {
        if (each->text() == text) return each;
    }
    return nullptr;
}

TEST(InlineConfirm, AsksInThePageAndOnlyTheVerbAgrees) {
    QWidget page;
    InlineConfirm confirm(&page);
    page.show();
    EXPECT_TRUE(confirm.isHidden());
    QSignalSpy agreed(&confirm, &InlineConfirm::agreed);
    confirm.ask("Discard it?", "Discard", "Keep");
    EXPECT_TRUE(confirm.isVisible());
    button(confirm, "Keep")->click();
    EXPECT_TRUE(confirm.isHidden());
    EXPECT_EQ(agreed.count(), 0);
    confirm.ask("Discard it?", "Discard", "Keep");
    button(confirm, "Discard")->click();
    EXPECT_TRUE(confirm.isHidden());
    EXPECT_EQ(agreed.count(), 1);
}

TEST(InlineConfirm, EscapeAndEnterKeepThingsAsTheyAre) {
    QWidget page;
    InlineConfirm confirm(&page);
    page.show();
    page.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&page));
    QSignalSpy agreed(&confirm, &InlineConfirm::agreed);
    confirm.ask("Discard it?", "Discard", "Keep");
    EXPECT_EQ(page.focusWidget(), button(confirm, "Keep")) << "the harmless one has the focus";
    QTest::keyClick(page.focusWidget(), Qt::Key_Escape);
    EXPECT_TRUE(confirm.isHidden());
    EXPECT_EQ(agreed.count(), 0);
}

}  // namespace
}  // namespace strand
