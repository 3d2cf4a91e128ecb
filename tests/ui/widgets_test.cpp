// The small widgets around the pages: empty states, the options panel, questions, boxes of the Help menu.
#include "ui/main_window.hpp"
#include "ui/widgets/about.hpp"
#include "ui/widgets/confirm.hpp"
#include "ui/widgets/empty_state.hpp"
#include "ui/widgets/options_panel.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace strand::test {
namespace {

TEST(EmptyState, OffersOneActionOrNone) {
    EmptyState state(QStringLiteral("dna"));
    QSignalSpy triggered(&state, &EmptyState::actionTriggered);
    state.setTexts("Nothing", "here");
    EXPECT_TRUE(state.findChild<QPushButton*>()->isHidden());
    state.setTexts("Nothing", "here", "Do something");
    EXPECT_FALSE(state.findChild<QPushButton*>()->isHidden());
    state.findChild<QPushButton*>()->click();
    EXPECT_EQ(triggered.count(), 1);
}

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
