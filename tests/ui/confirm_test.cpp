#include "ui/widgets/confirm.hpp"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace strand {
namespace {

TEST(Confirm, OnlyTheVerbDoesIt) {
    QWidget owner;
    int done = 0;
    confirm(owner, "Delete it?", "It is gone then.", "Delete", [&] { ++done; });
    auto* box = owner.findChild<QMessageBox*>();
    ASSERT_NE(box, nullptr);
    EXPECT_EQ(box->defaultButton()->text(), "Keep");
    box->defaultButton()->click();
    EXPECT_EQ(done, 0);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    confirm(owner, "Delete it?", "It is gone then.", "Delete", [&] { ++done; });
    for (auto* button : owner.findChildren<QPushButton*>()) {
        if (button->text() == "Delete") button->click();
    }
    EXPECT_EQ(done, 1);
}

}  // namespace
}  // namespace strand
