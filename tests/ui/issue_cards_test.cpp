#include "ui/widgets/issue_cards.hpp"

#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace strand::test {
namespace {

TEST(IssueCards, EveryRemedyIsAButton) {
    IssueCards cards;
    const std::vector<DataIssue> issues{{.kind = IssueKind::Leaks,
                                         .text = "three twins",
                                         .count = 3,
                                         .label = kNoLabel,
                                         .remedies = {Remedy::LeaveOutLeaks, Remedy::SplitByRatio}},
                                        {.kind = IssueKind::OneClass, .text = "only one class", .count = 9, .label = 0, .remedies = {}}};
    cards.show(issues);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    const auto buttons = cards.findChildren<QPushButton*>();
    ASSERT_EQ(buttons.size(), 2);
    std::vector<std::pair<Remedy, IssueKind>> chosen;
    QObject::connect(&cards, &IssueCards::remedyChosen, &cards,
                     [&](Remedy remedy, const DataIssue& issue) { chosen.emplace_back(remedy, issue.kind); });
    for (auto* button : buttons)
        button->click();
    EXPECT_EQ(chosen, (std::vector<std::pair<Remedy, IssueKind>>{{Remedy::LeaveOutLeaks, IssueKind::Leaks},
                                                                 {Remedy::SplitByRatio, IssueKind::Leaks}}));
    QStringList said;
    for (const auto* label : cards.findChildren<QLabel*>())
        said << label->text();
    EXPECT_TRUE(said.contains("Three twins"));
    EXPECT_TRUE(said.contains("Only one class"));
}

TEST(IssueCards, NoLineOfASentenceIsCut) {
    QScrollArea area;
    auto* cards = new IssueCards;
    area.setWidgetResizable(true);
    area.setWidget(cards);
    area.show();
    cards->show({{.kind = IssueKind::NoValidationPart,
                  .text = "there is no validation part: each run holds out some of the training sequences for it",
                  .count = 1,
                  .label = kNoLabel,
                  .remedies = {Remedy::SplitByRatio, Remedy::SplitByClusters}}});
    for (int width = 240; width < 420; width += 13) {
        area.resize(width, 400);
        QTest::qWait(5);
        for (const auto* label : cards->findChildren<QLabel*>()) {
            if (label->wordWrap() && label->isVisible()) {
                EXPECT_GE(label->height(), label->heightForWidth(label->width())) << width;
            }
        }
    }
}

TEST(IssueCards, SaysWhenItLooksAndWhenAllIsWell) {
    IssueCards cards;
    const auto text = [&cards] {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QString all;
        for (const auto* label : cards.findChildren<QLabel*>())
            all += label->text();
        return all;
    };
    cards.setLooking();
    const QString looking = text();
    cards.show({});
    EXPECT_NE(text(), looking);
    EXPECT_FALSE(text().isEmpty());
}

TEST(IssueCards, EveryRemedyHasAVerb) {
    for (int i = 1; i <= static_cast<int>(Remedy::RaiseMaxLength); ++i)
        EXPECT_FALSE(remedyText(static_cast<Remedy>(i)).isEmpty()) << i;
}

}  // namespace
}  // namespace strand::test
