#include "ui/widgets/attention_header.hpp"

#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

namespace strand {
namespace {

struct Header {
    Header() { header.retranslate(); }
    [[nodiscard]] QPushButton* button(const QString& text) const {
        for (auto* each : header.findChildren<QPushButton*>()) {
            if (each->text() == text && each->isVisibleTo(&header)) return each;
        }
        return nullptr;
    }
    [[nodiscard]] QComboBox* list(const QString& name) const {
        for (auto* each : header.findChildren<QComboBox*>()) {
            if (each->accessibleName() == name) return each;
        }
        return nullptr;
    }
    AttentionHeader header;
};

TEST(AttentionHeader, TheToolsOfTheMapComeWithIt) {
    Header h;
    h.header.setHeads({.layers = 2, .heads = 4, .layer = 1, .head = 3, .view = HeadView::Single, .map = false});
    EXPECT_EQ(h.button("All heads"), nullptr);
    h.header.setHeads({.layers = 2, .heads = 4, .layer = 1, .head = 3, .view = HeadView::Single, .map = true});
    ASSERT_NE(h.button("All heads"), nullptr);
    EXPECT_EQ(h.list("Layer")->currentText(), "Layer 2");
    EXPECT_EQ(h.list("Head")->count(), 4);
    EXPECT_EQ(h.list("Head")->currentText(), "Head 4");
    QSignalSpy head(&h.header, &AttentionHeader::headChosen), back(&h.header, &AttentionHeader::backAsked);
    emit h.list("Head")->activated(2);
    ASSERT_EQ(head.count(), 1);
    EXPECT_EQ(head[0][0].toInt(), 2);
    h.button("All heads")->click();
    EXPECT_EQ(back.count(), 1);
}

TEST(AttentionHeader, OffersOnlyWhatCanBeChosen) {
    Header h;
    h.header.setHeads({.layers = 2, .heads = 4, .view = HeadView::Mean, .map = true});
    EXPECT_TRUE(h.list("Layer")->isVisibleTo(&h.header));
    EXPECT_FALSE(h.list("Head")->isVisibleTo(&h.header)) << "the heads are one";
    h.header.setHeads({.layers = 2, .heads = 4, .view = HeadView::Rollout, .map = true});
    EXPECT_FALSE(h.list("Layer")->isVisibleTo(&h.header));
    h.header.setHeads({.layers = 1, .heads = 1, .view = HeadView::Single, .map = true});
    EXPECT_EQ(h.button("All heads"), nullptr) << "there is no other";
}

TEST(AttentionHeader, TheButtonSaysWhichWeightsItAsksFor) {
    Header h;
    h.header.setAsking({.hasMap = false, .ready = true});
    ASSERT_NE(h.button("Compute attention"), nullptr);
    h.header.setAsking({.hasMap = true, .ready = true});
    ASSERT_NE(h.button("Best weights"), nullptr);
    h.header.setAsking({.live = true, .now = true, .hasMap = true, .ready = true});
    QPushButton* ask = h.button("Ask now");
    ASSERT_NE(ask, nullptr);
    QSignalSpy asked(&h.header, &AttentionHeader::currentAsked);
    ask->click();
    EXPECT_EQ(asked.count(), 1);
    h.header.setAsking({.live = true, .now = true, .hasMap = true, .busy = true, .ready = true});
    EXPECT_FALSE(ask->isEnabled());
    h.header.setAsking({.now = true, .hasMap = true, .ready = true});
    EXPECT_FALSE(ask->isVisibleTo(&h.header)) << "the best weights are on the screen";
    h.header.setAsking({.hasMap = true, .ready = false});
    EXPECT_FALSE(ask->isEnabled());
}

TEST(AttentionHeader, FollowsATrainingUnlessToldNotTo) {
    Header h;
    EXPECT_TRUE(h.header.follows());
    auto* follow = h.header.findChild<QCheckBox*>();
    h.header.setAsking({.live = false});
    EXPECT_FALSE(follow->isVisibleTo(&h.header));
    h.header.setAsking({.live = true});
    EXPECT_TRUE(follow->isVisibleTo(&h.header));
    follow->click();
    EXPECT_FALSE(h.header.follows());
}

}  // namespace
}  // namespace strand
