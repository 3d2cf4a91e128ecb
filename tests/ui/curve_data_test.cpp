#include "ui/plots/curve_data.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <random>

namespace strand::test {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

TEST(Smoother, IsTheBiasCorrectedMovingAverage) {
    Smoother smoother(0.5);
    EXPECT_DOUBLE_EQ(smoother.next(4), 4);  // no pull towards 0 at the start
    EXPECT_DOUBLE_EQ(smoother.next(1), (0.25 * 4 + 0.5 * 1) / 0.75);
    EXPECT_TRUE(std::isnan(smoother.next(kNan)));
    EXPECT_DOUBLE_EQ(smoother.next(1), (0.125 * 4 + 0.25 * 1 + 0.5 * 1) / 0.875);  // the gap was not counted
}

TEST(Smoother, GoesOnWhereItStopped) {
    const std::vector<double> values = {3, 1, 4, 1, 5, 9, 2, 6};
    std::vector<double> whole, parts;
    Smoother one(0.9), two(0.9);
    one.extend(values, whole);
    two.extend(std::span(values).first(3), parts);
    two.extend(std::span(values).subspan(3), parts);
    EXPECT_EQ(whole, parts);
}

TEST(Smoother, WithoutWeightIsTheCurveItself) {
    const std::vector<double> values = {3, 1, 4};
    std::vector<double> out;
    Smoother(0).extend(values, out);
    EXPECT_EQ(out, values);
}

struct Curve {
    explicit Curve(std::size_t n) {
        std::mt19937 random(1);
        for (std::size_t i = 0; i < n; ++i) {
            x.push_back(static_cast<double>(i));
            y.push_back(static_cast<double>(random() % 1000));
        }
        blocks.extend(y);
    }
    std::vector<double> x, y;
    BlockExtremes blocks;
};

TEST(Decimated, KeepsTheExtremesOfEveryColumn) {
    Curve curve(100'000);
    curve.y[31'415] = 5000;
    curve.y[92'653] = -5000;
    curve.blocks.clear();
    curve.blocks.extend(curve.y);
    const int columns = 400;
    const auto points = decimated(curve.x, curve.y, curve.blocks, 0, 99'999, columns);
    EXPECT_LE(points.size(), 4U * (columns + 2));
    EXPECT_TRUE(std::is_sorted(points.begin(), points.end(), [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); }));
    EXPECT_THAT(points, testing::Contains(QPointF(31'415, 5000)));
    EXPECT_THAT(points, testing::Contains(QPointF(92'653, -5000)));
    EXPECT_EQ(points.front(), QPointF(0, curve.y.front()));
    EXPECT_EQ(points.back(), QPointF(99'999, curve.y.back()));
    // Column by column, against a plain search.
    for (int column = 0; column < columns; column += 37) {
        const double low = column * 99'999.0 / columns, high = (column + 1) * 99'999.0 / columns;
        double most = -1e9, drawn = -1e9;
        for (std::size_t i = 0; i < curve.x.size(); ++i) {
            if (curve.x[i] >= low && curve.x[i] < high) most = std::max(most, curve.y[i]);
        }
        for (const QPointF& point : points) {
            if (point.x() >= low && point.x() < high) drawn = std::max(drawn, point.y());
        }
        EXPECT_EQ(drawn, most) << column;
    }
}

TEST(Decimated, LeavesAFewPointsAlone) {
    const Curve curve(100);
    EXPECT_EQ(decimated(curve.x, curve.y, curve.blocks, 0, 99, 200).size(), 100U);
}

TEST(Decimated, TakesOnePointBeyondEachSide) {
    const Curve curve(100);
    const auto points = decimated(curve.x, curve.y, curve.blocks, 10.5, 20.5, 200);
    EXPECT_EQ(points.front().x(), 10);
    EXPECT_EQ(points.back().x(), 21);
}

TEST(Decimated, GapsDoNotHideExtremes) {
    Curve curve(50'000);
    for (std::size_t i = 0; i < curve.y.size(); i += 2)
        curve.y[i] = kNan;
    curve.y[25'001] = 9999;
    curve.blocks.clear();
    curve.blocks.extend(curve.y);
    const auto points = decimated(curve.x, curve.y, curve.blocks, 0, 49'999, 100);
    EXPECT_TRUE(std::any_of(points.begin(), points.end(), [](const QPointF& point) { return point.y() == 9999; }));
}

TEST(Clipped, CutsAtTheBordersAndLeavesGaps) {
    const std::vector<QPointF> points = {{-1, 0}, {1, 0}, {1, 4}, {2, 0}};
    const auto out = clipped(points, QRectF(QPointF(0, -1), QPointF(3, 2)));
    ASSERT_GE(out.size(), 6U);
    EXPECT_EQ(out[0], QPointF(0, 0));
    EXPECT_EQ(out[1], QPointF(1, 0));
    EXPECT_EQ(out[2], QPointF(1, 2));
    EXPECT_TRUE(std::isnan(out[3].y()));
    EXPECT_EQ(out[4], QPointF(1.5, 2));
    EXPECT_EQ(out[5], QPointF(2, 0));
}

TEST(NearestIndex, SkipsGaps) {
    const std::vector<double> x = {0, 1, 2, 3}, y = {5, kNan, kNan, 6};
    EXPECT_EQ(nearestIndex(x, y, 1.2), 0U);
    EXPECT_EQ(nearestIndex(x, y, 1.9), 3U);
    EXPECT_EQ(nearestIndex(x, y, 99), 3U);
    EXPECT_EQ(nearestIndex({}, {}, 1), 0U);
}

}  // namespace
}  // namespace strand::test
