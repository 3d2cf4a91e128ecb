#include "ui/widgets/options_panel.hpp"

#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QLabel>
#include <QVBoxLayout>

namespace strand::test {
namespace {

TEST(OptionsPanel, IsNeverNarrowerThanWhatItsFormShowsByNow) {
    OptionsPanel panel;
    auto* form = new QWidget;
    auto* wide = new QLabel(QString(120, QLatin1Char('x')));
    auto* layout = new QVBoxLayout(form);
    layout->addWidget(new QLabel(QStringLiteral("x")));
    layout->addWidget(wide);
    wide->hide();
    panel.show(form);
    panel.QWidget::show();
    const int before = panel.minimumWidth();
    ASSERT_LT(before, wide->minimumSizeHint().width());
    wide->show();
    EXPECT_TRUE(eventually([&] { return panel.minimumWidth() > form->minimumSizeHint().width(); }));
}

TEST(OptionsPanel, ShowsTheFormOfAPageAndKeepsEarlierOnes) {
    OptionsPanel panel;
    EXPECT_FALSE(panel.hasForm());
    auto* one = new QLabel("one");
    auto* two = new QLabel("two");
    panel.show(one);
    panel.show(two);
    EXPECT_TRUE(panel.hasForm());
    panel.show(one);
    QWidget holder;
    EXPECT_TRUE(one->isVisibleTo(&panel));
    EXPECT_FALSE(two->isVisibleTo(&panel));
    panel.show(nullptr);
    EXPECT_FALSE(panel.hasForm());
}

}  // namespace
}  // namespace strand::test
