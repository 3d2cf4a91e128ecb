#include "ui/widgets/step_list.hpp"

#include <gtest/gtest.h>

#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>

namespace strand {
namespace {

TEST(StepList, TheLastStepStandsOnTopAndCanBeUndone) {
    StepList list;
    auto* undo = list.findChild<QPushButton*>();
    EXPECT_FALSE(undo->isEnabled());
    DatasetStep split{.position = 1,
                      .kind = "split",
                      .options = {{"ratio", "0.8,0.1,0.1"}, {"seed", "1"}},
                      .summary = {{"changed", "12"}},
                      .created = "2026-05-04T03:02:01Z"};
    DatasetStep copies{.position = 2,
                       .kind = "duplicates",
                       .options = {},
                       .summary = {{"changed", "4"}, {"excluded", "4"}},
                       .created = "2026-05-04T03:03:01Z"};
    list.show({split, copies});
    const auto* steps = list.findChild<QListWidget*>();
    ASSERT_EQ(steps->count(), 2);
    EXPECT_TRUE(steps->item(0)->text().startsWith("2."));
    EXPECT_TRUE(steps->item(1)->text().contains("12"));
    QSignalSpy wanted(&list, &StepList::undoWanted);
    undo->click();
    EXPECT_EQ(wanted.count(), 1);
    list.setBusy(true);
    EXPECT_FALSE(undo->isEnabled());
    list.setBusy(false);
    list.show({});
    EXPECT_FALSE(undo->isEnabled());
}

}  // namespace
}  // namespace strand
