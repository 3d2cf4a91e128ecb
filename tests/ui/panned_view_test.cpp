#include "ui/plots/panned_view.hpp"

#include <gtest/gtest.h>

#include <QMouseEvent>
#include <QPainter>
#include <QTest>
#include <QWheelEvent>

namespace strand {
namespace {

/// Writes down what it is asked for.
class Probe : public PannedView {
public:
    Probe() { resize(200, 100); }
    void zoom(double factor, QPointF at) override {
        factors.push_back(factor);
        places.push_back(at);
    }
    void fit() override { ++fits; }
    void pan(QPointF by) override { moved += by; }
    void hover(std::optional<QPointF> at) override { last = at; }
    void click() override { ++clicks; }
    [[nodiscard]] QRectF zoomArea() const override { return area; }
    [[nodiscard]] QPointF zoomCentre() const override { return {100, 50}; }
    [[nodiscard]] QString figureName() const override { return {}; }
    [[nodiscard]] QSizeF figureSize() const override { return {1, 1}; }
    void paintFigure(QPainter&, const QRectF&, const Theme&) override {}

    bool wheel(QPointF at, int delta) {
        QWheelEvent event(at, mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        event.ignore();
        QApplication::sendEvent(this, &event);
        return event.isAccepted();
    }

    std::vector<double> factors;
    std::vector<QPointF> places;
    QRectF area{0, 0, 100, 100};
    QPointF moved;
    std::optional<QPointF> last;
    int fits = 0, clicks = 0;
};

TEST(PannedView, ADragPansAndIsNoClick) {
    Probe view;
    QTest::mousePress(&view, Qt::LeftButton, {}, {20, 20});
    QTest::mouseMove(&view, {22, 21});
    EXPECT_EQ(view.moved, QPointF()) << "a hand is never quite still";
    QTest::mouseMove(&view, {50, 35});
    QTest::mouseMove(&view, {60, 40});
    QTest::mouseRelease(&view, Qt::LeftButton, {}, {60, 40});
    EXPECT_EQ(view.moved, QPointF(40, 20));
    EXPECT_EQ(view.clicks, 0);
    QTest::mouseClick(&view, Qt::LeftButton, {}, {20, 20});
    EXPECT_EQ(view.clicks, 1);
    QTest::mouseClick(&view, Qt::RightButton, {}, {20, 20});
    EXPECT_EQ(view.clicks, 1);
}

TEST(PannedView, TheWheelZoomsWhereItStandsAndOnlyInItsArea) {
    Probe view;
    EXPECT_TRUE(view.wheel({40, 30}, 120));
    EXPECT_TRUE(view.wheel({40, 30}, -120));
    ASSERT_EQ(view.factors.size(), 2U);
    EXPECT_GT(view.factors[0], 1);
    EXPECT_DOUBLE_EQ(view.factors[0] * view.factors[1], 1) << "one step back is where it was";
    EXPECT_EQ(view.places[0], QPointF(40, 30));
    EXPECT_EQ(view.last, QPointF(40, 30));
    EXPECT_FALSE(view.wheel({150, 30}, 120)) << "the page may scroll there";
    EXPECT_EQ(view.factors.size(), 2U);
}

TEST(PannedView, KeysZoomAroundTheCentreAndShowEverything) {
    Probe view;
    QTest::keyClick(&view, Qt::Key_Plus);
    QTest::keyClick(&view, Qt::Key_Minus);
    ASSERT_EQ(view.factors.size(), 2U);
    EXPECT_GT(view.factors[0], 1);
    EXPECT_LT(view.factors[1], 1);
    EXPECT_EQ(view.places[0], QPointF(100, 50));
    QTest::keyClick(&view, Qt::Key_Home);
    EXPECT_EQ(view.fits, 1);
    QTest::mouseDClick(&view, Qt::LeftButton, {}, {20, 20});
    EXPECT_EQ(view.fits, 2);
    view.area = {};
    QTest::keyClick(&view, Qt::Key_Plus);
    EXPECT_EQ(view.factors.size(), 2U) << "nothing is shown";
}

TEST(PannedView, TellsWhenTheCursorLeaves) {
    Probe view;
    QMouseEvent move(QEvent::MouseMove, QPointF(30, 30), QPointF(30, 30), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&view, &move);
    EXPECT_EQ(view.last, QPointF(30, 30));
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&view, &leave);
    EXPECT_FALSE(view.last.has_value());
}

}  // namespace
}  // namespace strand
