#include "ui/widgets/page_stack.hpp"

#include <gtest/gtest.h>

namespace strand::test {
namespace {

TEST(PageStack, AWidePageThatIsNotShownTakesNoRoom) {
    PageStack stack;
    auto *narrow = new QWidget, *wide = new QWidget;
    narrow->setMinimumSize(100, 10);
    wide->setMinimumSize(900, 10);
    stack.addWidget(narrow);
    stack.addWidget(wide);
    EXPECT_EQ(stack.minimumSizeHint().width(), 100);
    stack.setCurrentWidget(wide);
    EXPECT_EQ(stack.minimumSizeHint().width(), 900);
}

}  // namespace
}  // namespace strand::test
