#include "ui/plots/attention_grid.hpp"

#include <gtest/gtest.h>

#include <QPainter>
#include <QSignalSpy>
#include <QTest>

namespace strand {
namespace {

/// Layers x heads of side x side; the head's number is the level of all its cells.
std::vector<AttentionThumbnail> thumbnails(int layers, int heads, int side = 8) {
    std::vector<AttentionThumbnail> out;
    for (int layer = 0; layer < layers; ++layer) {
        for (int head = 0; head < heads; ++head)
            out.push_back({.layer = layer,
                           .head = head,
                           .title = QStringLiteral("Layer %1 · Head %2").arg(layer + 1).arg(head + 1),
                           .rows = side,
                           .columns = side,
                           .levels = std::vector<std::uint8_t>(static_cast<std::size_t>(side * side), static_cast<std::uint8_t>(60 * head)),
                           .top = 0.5F});
    }
    return out;
}

TEST(AttentionGrid, RowsAreLayersAndColumnsHeads) {
    AttentionGrid grid;
    grid.resize(640, 600);
    grid.setThumbnails(thumbnails(2, 4), 4);
    EXPECT_EQ(grid.thumbnailCentre(0).y(), grid.thumbnailCentre(3).y());
    EXPECT_EQ(grid.thumbnailCentre(0).x(), grid.thumbnailCentre(4).x());
    EXPECT_LT(grid.thumbnailCentre(0).y(), grid.thumbnailCentre(4).y());
    EXPECT_LT(grid.thumbnailCentre(3).x(), 640);
}

TEST(AttentionGrid, RowsThatAlmostFitAreMadeTo) {
    AttentionGrid grid;
    grid.setThumbnails(thumbnails(2, 4), 4);
    const int wanted = grid.heightForWidth(740);
    grid.setRoom(wanted + 50);
    EXPECT_EQ(grid.heightForWidth(740), wanted) << "never larger than the width asks for";
    grid.setRoom(wanted - 20);
    EXPECT_LE(grid.heightForWidth(740), wanted - 20);
    EXPECT_GT(grid.heightForWidth(740), wanted - 30);
    grid.setRoom(wanted / 2);
    EXPECT_EQ(grid.heightForWidth(740), wanted) << "what is far too high scrolls at its full size";
}

TEST(AttentionGrid, HeadsOfALayerWrapWhereTheyDoNotFit) {
    AttentionGrid grid;
    grid.resize(150, 900);
    grid.setThumbnails(thumbnails(1, 4), 4);
    EXPECT_LT(grid.thumbnailCentre(1).x(), 150);
    EXPECT_GT(grid.thumbnailCentre(3).y(), grid.thumbnailCentre(0).y());
    EXPECT_GT(grid.heightForWidth(150), grid.heightForWidth(600) / 2);
}

TEST(AttentionGrid, AClickAndTheKeysOpenAHead) {
    AttentionGrid grid;
    grid.resize(640, 600);
    grid.setThumbnails(thumbnails(2, 4), 4);
    grid.show();
    QSignalSpy opened(&grid, &AttentionGrid::opened);
    QTest::mouseClick(&grid, Qt::LeftButton, {}, grid.thumbnailCentre(5));
    ASSERT_EQ(opened.count(), 1);
    EXPECT_EQ(opened[0][0].toInt(), 5);
    QTest::keyClick(&grid, Qt::Key_Up);
    EXPECT_EQ(grid.current(), 1);
    QTest::keyClick(&grid, Qt::Key_Up);
    EXPECT_EQ(grid.current(), 1) << "no row above the first";
    QTest::keyClick(&grid, Qt::Key_End);
    QTest::keyClick(&grid, Qt::Key_Return);
    EXPECT_EQ(opened.back()[0].toInt(), 7);
    EXPECT_TRUE(grid.accessibleDescription().startsWith("Layer 2 · Head 4"));
}

TEST(AttentionGrid, PaintsEachHeadInItsColours) {
    AttentionGrid grid;
    grid.resize(640, 400);
    grid.setThumbnails(thumbnails(1, 4), 4);
    const QImage viridis = grid.grab().toImage();
    const QRgb first = viridis.pixel(grid.thumbnailCentre(0)), last = viridis.pixel(grid.thumbnailCentre(3));
    EXPECT_NE(first, last);
    grid.setColourMap(ColourMap::Cividis);
    EXPECT_NE(grid.grab().toImage().pixel(grid.thumbnailCentre(3)), last);
}

TEST(AttentionGrid, TheFigureHoldsEveryHeadAndItsCaption) {
    AttentionGrid grid;
    grid.setRoom(90);
    grid.setThumbnails(thumbnails(3, 4), 4);
    grid.setFigureTexts("heads", "All heads", "One sentence.");
    const QSizeF size = grid.figureSize();
    QImage image(size.toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    grid.paintFigure(painter, QRectF({}, size), themeOf(ThemeName::Light));
    painter.end();
    // The last row of maps ends above the caption, and both are inside.
    int maps = 0, inked = 0;
    for (int y = 0; y < image.height(); ++y) {
        const QColor left = image.pixelColor(300, y);  // in the second head
        if (left.value() < 250 && left.saturation() > 40) maps = y;
        for (int x = 0; x < 200; ++x)
            if (image.pixelColor(x, y).value() < 150) inked = y;
    }
    EXPECT_GT(maps, image.height() * 3 / 4);
    EXPECT_GT(inked, maps);
    EXPECT_LT(inked, image.height() - 4);
}

}  // namespace
}  // namespace strand
