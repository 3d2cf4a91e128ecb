#include "ui/widgets/metric_tile.hpp"

#include "ui/theme/theme.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

int inkRightOf(const QImage& image, int from) {
    int ink = 0;
    for (int y = 12; y < image.height() - 12; ++y) {
        for (int x = from; x < image.width() - 2; ++x)
            ink += contrast(image.pixelColor(x, y), theme().surface) > 2 ? 1 : 0;
    }
    return ink;
}

TEST(MetricTile, SaysNumberUnitAndRemarkToAScreenReader) {
    MetricTile tile;
    tile.setLabel("Epoch");
    tile.setValue("7", "of 20");
    tile.setNote("best: 5");
    EXPECT_EQ(tile.accessibleName(), "Epoch");
    EXPECT_EQ(tile.accessibleDescription(), "7 of 20. best: 5");
}

TEST(MetricTile, ANumberThatIsTooLongIsMadeSmaller) {
    MetricTile tile;
    tile.resize(tile.minimumSizeHint());
    tile.setValue("1,234,567");
    EXPECT_EQ(inkRightOf(tile.grab().toImage(), tile.width() - 8), 0) << "it stays inside";
}

TEST(MetricTile, ALongRemarkGivesWayToTheShortOne) {
    MetricTile tile, narrow;
    for (MetricTile* each : {&tile, &narrow})
        each->setNote("validation 0.987", "valid. 0.987");
    tile.resize(300, 80);
    narrow.resize(96, 80);
    MetricTile shortOne;
    shortOne.setNote("valid. 0.987");
    shortOne.resize(96, 80);
    EXPECT_EQ(narrow.grab().toImage(), shortOne.grab().toImage());
    shortOne.resize(300, 80);
    EXPECT_NE(tile.grab().toImage(), shortOne.grab().toImage());
}

TEST(MetricTile, TheBarIsAsLongAsTheProgress) {
    MetricTile tile;
    tile.resize(220, 80);
    const auto bar = [&tile](double progress) {
        tile.setProgress(progress);
        const QImage image = tile.grab().toImage();
        int length = 0;
        for (int x = 0; x < image.width(); ++x)
            length += image.pixelColor(x, image.height() - 3) == theme().accent ? 1 : 0;
        return length;
    };
    EXPECT_EQ(bar(-1), 0);
    EXPECT_NEAR(bar(0.5), 100, 4);
    EXPECT_NEAR(bar(1), 200, 4);
    EXPECT_NEAR(bar(3), 200, 4) << "never beyond the tile";
}

}  // namespace
}  // namespace strand
