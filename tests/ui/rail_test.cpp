#include "ui/widgets/rail.hpp"

#include "ui/theme/theme.hpp"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>

namespace strand {
namespace {

struct ThreePages {
    ThreePages() {
        for (const char* name : {"house", "database", "boxes"})
            rail.add(QString::fromLatin1(name));
        for (int i = 0; i < 3; ++i)
            rail.setText(i, QStringLiteral("Page %1").arg(i), {});
        rail.show();
    }
    [[nodiscard]] QList<RailButton*> buttons() const { return rail.findChildren<RailButton*>(); }
    Rail rail;
};

TEST(Rail, AClickChoosesAndOnlyOneIsChosen) {
    ThreePages pages;
    QSignalSpy chosen(&pages.rail, &Rail::chosen);
    QTest::mouseClick(pages.buttons()[2], Qt::LeftButton);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0].toInt(), 2);
    pages.rail.setCurrent(0);
    EXPECT_FALSE(pages.buttons()[2]->isChecked());
    EXPECT_EQ(chosen.count(), 1);
}

TEST(Rail, ArrowKeysWalkUpAndDown) {
    ThreePages pages;
    pages.rail.setCurrent(0);
    QSignalSpy chosen(&pages.rail, &Rail::chosen);
    QTest::keyClick(&pages.rail, Qt::Key_Down);
    QTest::keyClick(&pages.rail, Qt::Key_Down);
    QTest::keyClick(&pages.rail, Qt::Key_Down);
    ASSERT_EQ(chosen.count(), 2);
    EXPECT_EQ(chosen[1][0].toInt(), 2);
    QTest::keyClick(&pages.rail, Qt::Key_Up);
    EXPECT_TRUE(pages.buttons()[1]->isChecked());
}

TEST(Rail, ButtonsCanBeReachedAndNamed) {
    ThreePages pages;
    for (const RailButton* button : pages.buttons()) {
        EXPECT_TRUE(button->focusPolicy() & Qt::TabFocus);
        EXPECT_FALSE(button->accessibleName().isEmpty());
        EXPECT_GE(button->sizeHint().height(), 36);
    }
}

TEST(Rail, SignsGrowWithTheText) {
    ThreePages pages;
    pages.rail.setCompact(true);
    const int width = pages.buttons()[0]->sizeHint().width();
    ThemeManager::instance().setTextScale(2);
    EXPECT_GE(pages.buttons()[0]->sizeHint().width(), width + 15);
    ThemeManager::instance().setTextScale(1);
}

TEST(Rail, SignsAloneTakeLessRoomAndKeepTheirNames) {
    ThreePages pages;
    const int wide = pages.rail.sizeHint().width();
    pages.rail.setCompact(true);
    EXPECT_LT(pages.rail.sizeHint().width(), wide * 2 / 3);
    EXPECT_EQ(pages.buttons()[1]->accessibleName(), "Page 1");
    pages.rail.setCompact(false);
    EXPECT_EQ(pages.rail.sizeHint().width(), wide);
}

}  // namespace
}  // namespace strand
