#include "ui/widgets/state_pill.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

TEST(StatePill, EveryToneLooksDifferent) {
    using Tone = StatePill::Tone;
    std::vector<QImage> seen;
    for (const Tone tone : {Tone::Neutral, Tone::Active, Tone::Good, Tone::Warning, Tone::Bad}) {
        StatePill pill;
        pill.setState("State", tone);
        pill.resize(pill.sizeHint());
        const QImage image = pill.grab().toImage();
        for (const QImage& other : seen)
            EXPECT_NE(image, other) << static_cast<int>(tone);
        seen.push_back(image);
    }
}

TEST(StatePill, HasRoomForItsTextAndIsGoneWithoutOne) {
    StatePill pill;
    pill.setState("Finished", StatePill::Tone::Good);
    EXPECT_EQ(pill.text(), "Finished");
    EXPECT_GT(pill.sizeHint().width(), pill.fontMetrics().horizontalAdvance(QStringLiteral("Finished")));
    EXPECT_EQ(pill.accessibleName(), "Finished");
    pill.setState({}, StatePill::Tone::Neutral);
    EXPECT_TRUE(pill.isHidden());
}

}  // namespace
}  // namespace strand
