#include "ui/plots/profile_view.hpp"

#include "scripted_engine.hpp"
#include "ui/plots/attention_pictures.hpp"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>

namespace strand::test {
namespace {

struct Shown {
    explicit Shown(const std::string& residues = "ACGTACGTAACCGGTTACGT")
        : map(std::make_shared<const AttentionMap>(
              scriptedAttention("s1", 4, residues, {.layers = 1, .heads = 1, .cls = false, .kind = "vector"}))) {
        view.resize(800, 300);
        view.setResidues(ResidueColours::Nucleotide);
        view.setPicture(makePicture(map, {}, 0, 0));
        view.show();
    }
    [[nodiscard]] QPoint pixelOf(std::int64_t column, double height = 0.5) const {
        const QRectF plot = view.plotArea();
        return QPointF(plot.left() + view.transform().xOf(static_cast<double>(column) + 0.5), plot.bottom() - (height * plot.height()))
            .toPoint();
    }
    std::shared_ptr<const AttentionMap> map;
    ProfileView view;
};

TEST(ProfileView, ReadsOutTheBarUnderTheCursor) {
    Shown shown;
    QTest::mouseMove(&shown.view, shown.pixelOf(4));
    const auto weight = static_cast<double>(shown.map->values[4]);
    EXPECT_TRUE(shown.view.readOut().startsWith(QStringLiteral("5 'A': %1").arg(weightText(weight)))) << shown.view.readOut().toStdString();
    EXPECT_TRUE(shown.view.readOut().contains(QLocale().toString(weight * 20, 'f', 1))) << "times an equal share of 20 tokens";
    EXPECT_EQ(shown.view.accessibleDescription(), shown.view.readOut());
}

TEST(ProfileView, BarsAreAsHighAsTheirWeights) {
    Shown shown;
    const QImage image = shown.view.grab().toImage();
    const auto heightOf = [&](std::int64_t column) {
        const QRect plot = shown.view.plotArea().toRect();
        const QRgb colour = mixed(theme().surface, theme().classColour(0), 0.62).rgb();
        int high = 0;
        for (int y = plot.top(); y < plot.bottom(); ++y)
            high += image.pixel(shown.pixelOf(column).x(), y) == colour ? 1 : 0;
        return high;
    };
    const auto& values = shown.map->values;
    const auto highest = std::max_element(values.begin(), values.end()) - values.begin();
    ASSERT_GT(heightOf(highest), 20);
    for (const std::int64_t other : {3, 11, 17}) {
        const double expected = heightOf(highest) * static_cast<double>(values[static_cast<std::size_t>(other)]) /
                                static_cast<double>(values[static_cast<std::size_t>(highest)]);
        EXPECT_NEAR(heightOf(other), expected, 3) << other;
    }
}

TEST(ProfileView, AClickAndTheKeysChooseATokenThatStays) {
    Shown shown;
    QSignalSpy chosen(&shown.view, &ProfileView::tokenChosen);
    QTest::mouseMove(&shown.view, shown.pixelOf(7));
    QTest::mouseClick(&shown.view, Qt::LeftButton, {}, shown.pixelOf(7));
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0].toInt(), 7);
    QTest::keyClick(&shown.view, Qt::Key_Right);
    EXPECT_EQ(shown.view.chosen(), 8);
    QTest::keyClick(&shown.view, Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_EQ(shown.view.chosen(), 0);
    shown.view.choose(5);
    shown.view.setPicture(makePicture(shown.map, {.renormalise = true}, 0, 0));
    EXPECT_EQ(shown.view.chosen(), 5);
}

TEST(ProfileView, TheWheelZoomsAroundTheCursor) {
    Shown shown(std::string(5000, 'A'));
    const QPoint at = shown.pixelOf(3000);
    QTest::mouseMove(&shown.view, at);
    const auto before = shown.view.column();
    for (int i = 0; i < 12; ++i) {
        QWheelEvent wheel(at, shown.view.mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&shown.view, &wheel);
    }
    EXPECT_NEAR(static_cast<double>(shown.view.column()), static_cast<double>(before), 8) << "within a pixel of the whole";
    EXPECT_FALSE(shown.view.transform().isFitted());
    QTest::keyClick(&shown.view, Qt::Key_Home);
    EXPECT_TRUE(shown.view.transform().isFitted());
}

TEST(ProfileView, IsAFigureWithATable) {
    Shown shown;
    shown.view.setFigureTexts(QStringLiteral("weights"), QStringLiteral("Attention weights"), QStringLiteral("Of a run."));
    EXPECT_EQ(shown.view.figureName(), "weights");
    EXPECT_EQ(shown.view.figureTable().count(QLatin1Char('\n')), 21);
    const QImage picture = renderFigure(shown.view, 1);
    EXPECT_EQ(picture.size(), shown.view.figureSize().toSize());
}

}  // namespace
}  // namespace strand::test
