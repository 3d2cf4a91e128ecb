#include "ui/widgets/epoch_slider.hpp"

#include "ui/theme/theme.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QLabel>
#include <QSlider>
#include <QToolButton>

namespace strand::test {
namespace {

const QStringList kThree{"epoch 1", "epoch 2", "epoch 10"};

TEST(EpochSlider, IsHiddenWhereThereIsNothingToSlide) {
    EpochSlider slider;
    slider.setMoments({"epoch 1"}, 0);
    EXPECT_TRUE(slider.isHidden());
    slider.setMoments(kThree, 2);
    EXPECT_FALSE(slider.isHidden());
    EXPECT_EQ(slider.count(), 3);
    EXPECT_EQ(slider.findChild<QLabel*>()->text(), "epoch 10");
}

TEST(EpochSlider, ItsMomentIsNotCutByALargerText) {
    EpochSlider slider;
    slider.setMoments(kThree, 0);
    const auto* const name = slider.findChild<QLabel*>();
    ThemeManager::instance().setTextScale(2);
    EXPECT_GE(name->minimumWidth(), name->fontMetrics().horizontalAdvance("epoch 10"));
    ThemeManager::instance().setTextScale(1);
}

TEST(EpochSlider, OnlyTheUserIsHeard) {
    EpochSlider slider;
    QSignalSpy chosen(&slider, &EpochSlider::chosen);
    slider.setMoments(kThree, 1);
    slider.setCurrent(2);
    EXPECT_EQ(chosen.count(), 0);
    EXPECT_EQ(slider.findChild<QLabel*>()->text(), "epoch 10") << "its name follows all the same";
    QTest::keyClick(slider.findChild<QSlider*>(), Qt::Key_Left);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0].toInt(), 1);
    EXPECT_EQ(slider.current(), 1);
}

TEST(EpochSlider, PlaysFromTheBeginningToTheEndAndStops) {
    EpochSlider slider;
    slider.setMoments(kThree, 2);
    QSignalSpy chosen(&slider, &EpochSlider::chosen);
    auto* play = slider.findChild<QToolButton*>();
    const QString offer = play->toolTip();
    play->click();
    EXPECT_EQ(slider.current(), 0) << "it was at the end";
    EXPECT_NE(play->toolTip(), offer);
    ASSERT_TRUE(eventually([&] { return play->toolTip() == offer; }));
    QList<int> seen;
    for (const auto& each : chosen)
        seen << each[0].toInt();
    EXPECT_EQ(seen, (QList<int>{0, 1, 2}));
}

TEST(EpochSlider, ItsNameHasTheSameRoomForEveryMoment) {
    EpochSlider slider;
    slider.setMoments(kThree, 0);
    const auto* name = slider.findChild<QLabel*>();
    EXPECT_GE(name->minimumWidth(), name->fontMetrics().horizontalAdvance("epoch 10"));
}

}  // namespace
}  // namespace strand::test
