#include "ui/widgets/message_bar.hpp"

#include <gtest/gtest.h>

#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

namespace strand {
namespace {

TEST(MessageBar, IsThereOnlyWhileThereIsSomethingToSay) {
    MessageBar bar;
    EXPECT_FALSE(bar.isVisibleTo(nullptr));
    bar.show(Session::Level::Error, QStringLiteral("It failed"), QStringLiteral("Try again"));
    ASSERT_EQ(bar.rows().size(), 1U);
    EXPECT_EQ(bar.rows()[0]->text(), "It failed");
    EXPECT_EQ(bar.rows()[0]->accessibleName(), "It failed");
    QTest::mouseClick(bar.rows()[0]->findChild<QToolButton*>(), Qt::LeftButton);
    EXPECT_TRUE(bar.rows().empty());
    EXPECT_TRUE(bar.isHidden());
}

TEST(MessageBar, TheActionIsDoneOnceAndTheMessageGoes) {
    MessageBar bar;
    int done = 0;
    bar.show(Session::Level::Warning, QStringLiteral("Interrupted"), {}, QStringLiteral("Resume"), [&] { ++done; });
    QPushButton* resume = nullptr;
    for (QPushButton* button : bar.findChildren<QPushButton*>()) {
        if (button->text() == "Resume") resume = button;
    }
    ASSERT_NE(resume, nullptr);
    resume->click();
    EXPECT_EQ(done, 1);
    EXPECT_TRUE(bar.rows().empty());
}

TEST(MessageBar, TheSameSentenceIsNotSaidTwice) {
    MessageBar bar;
    bar.show(Session::Level::Error, QStringLiteral("Same"));
    bar.show(Session::Level::Error, QStringLiteral("Same"));
    EXPECT_EQ(bar.rows().size(), 1U);
}

TEST(MessageBar, KeepsQuestionsWhenItIsFull) {
    MessageBar bar;
    bar.show(Session::Level::Warning, QStringLiteral("question"), {}, QStringLiteral("Yes"));
    for (int i = 0; i < 5; ++i)
        bar.show(Session::Level::Error, QStringLiteral("error %1").arg(i));
    ASSERT_EQ(bar.rows().size(), static_cast<size_t>(MessageBar::kRows));
    EXPECT_EQ(bar.rows()[0]->text(), "question");
    EXPECT_EQ(bar.rows()[2]->text(), "error 4");
}

TEST(MessageBar, LongDetailsOpenOnDemand) {
    MessageBar bar;
    bar.show(Session::Level::Error, QStringLiteral("It failed"), QStringLiteral("one\ntwo"));
    QLabel* details = nullptr;
    for (QLabel* label : bar.findChildren<QLabel*>()) {
        if (label->text() == "one\ntwo") details = label;
    }
    ASSERT_NE(details, nullptr);
    EXPECT_TRUE(details->isHidden());
    for (QPushButton* button : bar.findChildren<QPushButton*>())
        button->click();
    EXPECT_FALSE(details->isHidden());
}

TEST(MessageBar, ErrorsAreClearedAndOffersStay) {
    MessageBar bar;
    bar.show(Session::Level::Error, "refused");
    bar.show(Session::Level::Warning, "interrupted", {}, "Resume");
    bar.clearErrors();
    ASSERT_EQ(bar.rows().size(), 1U);
    EXPECT_EQ(bar.rows()[0]->text(), "interrupted");
}

}  // namespace
}  // namespace strand
