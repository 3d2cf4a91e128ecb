#include "ui/widgets/segmented.hpp"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTest>

namespace strand {
namespace {

QAbstractButton* choice(const Segmented& from, const QString& text) {
    for (auto* each : from.findChildren<QAbstractButton*>()) {
        if (each->text() == text) return each;
    }
    return nullptr;
}

TEST(Segmented, OneChoiceIsTakenAndOnlyAClickTellsIt) {
    Segmented segmented(3);
    segmented.setTexts({"Step", "Epoch", "Time"});
    QSignalSpy chosen(&segmented, &Segmented::chosen);
    EXPECT_EQ(segmented.current(), 0);
    segmented.setCurrent(2);
    EXPECT_EQ(segmented.current(), 2);
    EXPECT_EQ(chosen.count(), 0);
    choice(segmented, "Epoch")->click();
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0].toInt(), 1);
    EXPECT_FALSE(choice(segmented, "Time")->isChecked());
    segmented.setCurrent(7);
    EXPECT_EQ(segmented.current(), 1) << "there is no such choice";
}

TEST(Segmented, WhatIsNotThereCannotBeChosen) {
    Segmented segmented(2);
    segmented.setTexts({"Curves", "Results"});
    segmented.setChoiceEnabled(1, false);
    QSignalSpy chosen(&segmented, &Segmented::chosen);
    choice(segmented, "Results")->click();
    EXPECT_EQ(chosen.count(), 0);
    EXPECT_EQ(segmented.current(), 0);
}

TEST(Segmented, ArrowKeysMoveBetweenTheChoices) {
    Segmented segmented(3);
    segmented.setTexts({"Step", "Epoch", "Time"});
    segmented.show();
    segmented.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&segmented));
    choice(segmented, "Step")->setFocus();
    QTest::keyClick(choice(segmented, "Step"), Qt::Key_Right);
    EXPECT_EQ(segmented.current(), 1);
}

}  // namespace
}  // namespace strand
