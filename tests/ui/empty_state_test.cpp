#include "ui/widgets/empty_state.hpp"

#include <gtest/gtest.h>

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

namespace strand {
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

TEST(EmptyState, LowPlacesDoWithoutThePicture) {
    EmptyState state(QStringLiteral("dna"));
    state.setTexts("Nothing", "here", "Do something");
    const auto picture = [&state] {
        for (const auto* label : state.findChildren<QLabel*>()) {
            if (!label->pixmap().isNull()) return label->isVisibleTo(&state);
        }
        return false;
    };
    state.resize(500, 400);
    state.show();
    EXPECT_TRUE(picture());
    const int least = state.minimumSizeHint().height();
    EXPECT_LT(least, 200) << "the picture asks for no room";
    state.resize(500, 180);
    EXPECT_FALSE(picture());
    EXPECT_NEAR(state.minimumSizeHint().height(), least, 2);
}

TEST(EmptyState, ALongTextIsNotCut) {
    EmptyState state(QStringLiteral("dna"));
    const QString longer = QStringLiteral("many words ").repeated(30).trimmed();
    state.setTexts("Nothing", longer, "Do something");
    state.resize(460, 500);
    state.show();
    for (const auto* label : state.findChildren<QLabel*>()) {
        if (label->text() == longer) {
            EXPECT_GE(label->height(), label->heightForWidth(label->width()));
        }
    }
}

}  // namespace
}  // namespace strand
