#include "ui/plots/matrix_raster.hpp"

#include <gmock/gmock.h>

#include <QElapsedTimer>

#include <cmath>
#include <limits>

namespace strand::test {
namespace {

ColourScale scaleOf(ScaleKind kind, const std::vector<float>& values) {
    ValueSummary summary(kind);
    summary.add(values);
    return ColourScale(kind, summary);
}

MatrixPyramid pyramidOf(std::int64_t rows, std::int64_t columns, const std::vector<float>& values, ScaleKind kind = ScaleKind::Linear) {
    return MatrixPyramid(rows, columns, values, scaleOf(kind, values));
}

TEST(MatrixPyramid, EveryCellHasItsColourWhenZoomedIn) {
    const std::vector<float> values = {0, 0.5F, 1, std::numeric_limits<float>::quiet_NaN(), 0.25F, 0.75F};
    const MatrixPyramid pyramid = pyramidOf(2, 3, values);
    const ColourTable colours = colourTable(ColourMap::Viridis, qRgb(9, 9, 9));
    QImage frame(30, 20, QImage::Format_RGB32);
    pyramid.render(frame, QRectF(0, 0, 3, 2), colours, qRgb(0, 0, 0));
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 3; ++column) {
            const QRgb wanted = colours[pyramid.level(row, column, 0)];
            EXPECT_EQ(frame.pixel(column * 10, row * 10), wanted);
            EXPECT_EQ(frame.pixel(column * 10 + 9, row * 10 + 9), wanted);
        }
    }
    EXPECT_EQ(frame.pixel(5, 15), qRgb(9, 9, 9));
}

TEST(MatrixPyramid, OutsideIsLeftBlank) {
    const MatrixPyramid pyramid = pyramidOf(2, 2, {1, 1, 1, 1});
    QImage frame(40, 40, QImage::Format_RGB32);
    pyramid.render(frame, QRectF(-1, -1, 4, 4), colourTable(ColourMap::Viridis, 0), qRgb(7, 7, 7));
    EXPECT_EQ(frame.pixel(5, 5), qRgb(7, 7, 7));
    EXPECT_EQ(frame.pixel(35, 20), qRgb(7, 7, 7));
    EXPECT_EQ(frame.pixel(20, 20), qRgb(0xfd, 0xe7, 0x25));
}

TEST(MatrixPyramid, OneBrightCellIsSeenFromFarAway) {
    std::vector<float> values(1000 * 1000, 0.0F);
    values[777 * 1000 + 123] = 1;
    for (const int pixels : {10, 100, 333, 640}) {
        QImage frame(pixels, pixels, QImage::Format_RGB32);
        pyramidOf(1000, 1000, values).render(frame, QRectF(0, 0, 1000, 1000), colourTable(ColourMap::Viridis, 0), 0);
        int bright = 0;
        for (int y = 0; y < pixels; ++y) {
            for (int x = 0; x < pixels; ++x)
                bright += frame.pixel(x, y) == qRgb(0xfd, 0xe7, 0x25) ? 1 : 0;
        }
        EXPECT_GE(bright, 1) << pixels;
        EXPECT_LE(bright, 4) << pixels;
    }
}

TEST(MatrixPyramid, PercentilesAreAveragedWhenZoomedOut) {
    std::vector<float> values;
    for (int i = 0; i < 64 * 64; ++i)
        values.push_back(static_cast<float>((i * 7919) % 4096));
    const MatrixPyramid pyramid = pyramidOf(64, 64, values, ScaleKind::Percentile);
    EXPECT_NEAR(pyramid.level(0, 0, 6), 128, 4);  // the whole matrix: the middle
    EXPECT_GT(pyramidOf(64, 64, values).level(0, 0, 6), 250);
}

TEST(MatrixPyramid, OddSizesKeepTheirLastRowAndColumn) {
    std::vector<float> values(7 * 5, 0.0F);
    values.back() = 1;
    const MatrixPyramid pyramid = pyramidOf(7, 5, values);
    EXPECT_EQ(pyramid.level(6, 4, 1), 255);
    EXPECT_EQ(pyramid.level(6, 4, 3), 255);
    EXPECT_EQ(pyramid.level(0, 0, 1), 1);
}

TEST(MatrixTransform, PixelsAndCellsAgree) {
    MatrixTransform transform;
    transform.setSizes(100, 100, {400, 300});
    EXPECT_DOUBLE_EQ(transform.cellWidth(), 3);
    EXPECT_EQ(transform.size(), QSizeF(300, 300));
    EXPECT_EQ(transform.columnAt(0), 0);
    EXPECT_EQ(transform.columnAt(299.9), 99);
    EXPECT_EQ(transform.columnAt(300), -1);
    EXPECT_EQ(transform.rowAt(-1), -1);
    for (std::int64_t cell : {0, 17, 99}) {
        EXPECT_EQ(transform.columnAt(transform.xOf(static_cast<double>(cell) + 0.5)), cell);
        EXPECT_EQ(transform.rowAt(transform.yOf(static_cast<double>(cell) + 0.5)), cell);
    }
}

TEST(MatrixTransform, ZoomKeepsTheCellUnderTheCursor) {
    MatrixTransform transform;
    transform.setSizes(4096, 4096, {600, 600});
    const QPointF at(411, 95);
    for (int i = 0; i < 40; ++i) {
        const double column = transform.visibleCells().left() + at.x() / transform.cellWidth();
        transform.zoom(1.25, at);
        EXPECT_NEAR(transform.visibleCells().left() + at.x() / transform.cellWidth(), column, 1e-6);
    }
    EXPECT_DOUBLE_EQ(transform.cellWidth(), MatrixTransform::kLargestCell);
    for (int i = 0; i < 60; ++i)
        transform.zoom(0.8, at);
    EXPECT_TRUE(transform.isFitted());
    EXPECT_EQ(transform.visibleCells(), QRectF(0, 0, 4096, 4096));
}

TEST(MatrixTransform, PanStopsAtTheBorders) {
    MatrixTransform transform;
    transform.setSizes(100, 100, {100, 100});
    transform.zoom(10, {0, 0});
    transform.pan({1e6, 1e6});
    EXPECT_EQ(transform.visibleCells().topLeft(), QPointF(0, 0));
    transform.pan({-1e6, -1e6});
    EXPECT_EQ(transform.visibleCells().bottomRight(), QPointF(100, 100));
}

TEST(MatrixTransform, ShowsACellByScrollingAsLittleAsNeeded) {
    MatrixTransform transform;
    transform.setSizes(100, 100, {100, 100});
    transform.zoom(10, {0, 0});  // ten cells of ten pixels
    transform.show(3, 3);
    EXPECT_EQ(transform.visibleCells().topLeft(), QPointF(0, 0));
    transform.show(50, 12);
    EXPECT_EQ(transform.visibleCells().topLeft(), QPointF(3, 41));
}

// A measurement, not a limit: what a frame of a map of 4,096 tokens costs at any zoom.
TEST(MatrixPyramid, TimeOfAFrame) {
    constexpr int kSize = 4096;
    std::vector<float> values(std::size_t{kSize} * kSize);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>((i * 2654435761U) % 1000) / 1e6F;
    QElapsedTimer clock;
    clock.start();
    const MatrixPyramid pyramid = pyramidOf(kSize, kSize, values);
    std::printf("pyramid of 4096 x 4096: %.1f ms (off the window's thread)\n", static_cast<double>(clock.nsecsElapsed()) / 1e6);
    QImage frame(1000, 1000, QImage::Format_RGB32);
    const ColourTable colours = colourTable(ColourMap::Viridis, 0);
    for (const double part : {1.0, 0.3, 0.02}) {
        clock.restart();
        constexpr int kFrames = 20;
        for (int i = 0; i < kFrames; ++i)
            pyramid.render(frame, QRectF(i, i, kSize * part - kFrames, kSize * part - kFrames), colours, 0);
        std::printf("frame of 1000 x 1000 pixels, %4.0f %% of the map: %.2f ms\n", part * 100,
                    static_cast<double>(clock.nsecsElapsed()) / 1e6 / kFrames);
    }
}

}  // namespace
}  // namespace strand::test
