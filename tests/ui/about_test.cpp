#include "ui/widgets/about.hpp"

#include "ui/main_window.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QDialog>
#include <QLabel>

namespace strand::test {
namespace {

TEST(About, ListsEveryKeyOfTheMenus) {
    Bench bench;
    MainWindow window(bench.session);
    showShortcuts(window);
    const auto* box = window.findChild<QDialog*>();
    ASSERT_NE(box, nullptr);
    QStringList texts;
    for (const QLabel* label : box->findChildren<QLabel*>())
        texts << label->text();
    EXPECT_TRUE(texts.contains("Ctrl+O"));
    EXPECT_TRUE(texts.contains("F5"));
}

}  // namespace
}  // namespace strand::test
