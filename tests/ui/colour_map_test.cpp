#include "ui/plots/colour_map.hpp"

#include <gmock/gmock.h>

#include <QColor>

#include <cmath>
#include <limits>

namespace strand::test {
namespace {

constexpr float kHidden = std::numeric_limits<float>::quiet_NaN();

double luminance(QRgb colour) { return 0.2126 * qRed(colour) + 0.7152 * qGreen(colour) + 0.0722 * qBlue(colour); }

TEST(ColourMap, EndsWhereThePublishedMapsEnd) {
    const ColourTable viridis = colourTable(ColourMap::Viridis, qRgb(1, 2, 3));
    EXPECT_EQ(viridis[0], qRgb(1, 2, 3));
    EXPECT_EQ(viridis[1], qRgb(0x44, 0x01, 0x54));
    EXPECT_EQ(viridis[255], qRgb(0xfd, 0xe7, 0x25));
    const ColourTable cividis = colourTable(ColourMap::Cividis, 0);
    EXPECT_EQ(cividis[1], qRgb(0x00, 0x22, 0x4e));
    EXPECT_EQ(cividis[255], qRgb(0xfe, 0xe8, 0x38));
    // Entry 128 of the 256 of matplotlib, half way up.
    EXPECT_NEAR(qRed(viridis[128]), 0x21, 3);
    EXPECT_NEAR(qGreen(viridis[128]), 0x91, 3);
    EXPECT_NEAR(qBlue(viridis[128]), 0x8c, 3);
}

TEST(ColourMap, GetsLighterAllTheWay) {
    for (const ColourMap map : {ColourMap::Viridis, ColourMap::Cividis}) {
        const ColourTable table = colourTable(map, 0);
        for (std::size_t i = 5; i < 256; ++i)
            EXPECT_GE(luminance(table[i]), luminance(table[i - 4])) << i;
    }
}

ColourScale scaleOf(ScaleKind kind, const std::vector<float>& values) {
    ValueSummary summary(kind);
    summary.add(values);
    return ColourScale(kind, summary);
}

TEST(ColourScale, LinearIsProportional) {
    const ColourScale scale = scaleOf(ScaleKind::Linear, {0, 0.2F, 0.8F, kHidden});
    EXPECT_DOUBLE_EQ(scale.position(0), 0);
    EXPECT_NEAR(scale.position(0.4), 0.5, 1e-6);
    EXPECT_NEAR(scale.value(0.5), 0.4, 1e-6);
    EXPECT_EQ(scale.level(0), 1);
    EXPECT_EQ(scale.level(0.8F), 255);
    EXPECT_NEAR(scale.level(0.4F), 128, 1);
    EXPECT_EQ(scale.level(kHidden), 0);
    EXPECT_EQ(scale.level(-1), 1);
}

TEST(ColourScale, LogSpreadsDecades) {
    const ColourScale scale = scaleOf(ScaleKind::Log, {0, 1e-6F, 1e-2F, 1});
    EXPECT_DOUBLE_EQ(scale.position(1), 1);
    EXPECT_NEAR(scale.position(1e-2), 0.5, 1e-6);  // four decades below the top
    EXPECT_DOUBLE_EQ(scale.position(1e-6), 0);
    EXPECT_DOUBLE_EQ(scale.position(0), 0);
    EXPECT_NEAR(scale.value(0.5), 1e-2, 1e-6);
    EXPECT_NEAR(scaleOf(ScaleKind::Log, {0.1F, 1}).value(0), 0.1, 1e-6);  // nothing lower there
}

TEST(ColourScale, PercentileIsTheShareOfCellsBelow) {
    std::vector<float> values;
    for (int i = 1; i <= 1000; ++i)
        values.push_back(static_cast<float>(i * i));
    const ColourScale scale = scaleOf(ScaleKind::Percentile, values);
    EXPECT_NEAR(scale.position(250'000), 0.5, 0.005);
    EXPECT_NEAR(std::sqrt(scale.value(0.5)), 500, 3);
    EXPECT_EQ(scale.level(1'000'000), 255);
    EXPECT_EQ(scale.level(1), 1);
    // Most cells equal: they share the low end.
    const ColourScale sparse = scaleOf(ScaleKind::Percentile, {0, 0, 0, 0, 0, 0, 0, 0.5F, 0.6F, 0.7F});
    EXPECT_EQ(sparse.level(0), 1);
    EXPECT_NEAR(sparse.position(0.5), 0.7, 1e-6);
    EXPECT_EQ(sparse.level(0.7F), 255);
}

TEST(ColourScale, LevelsNeverFallAsValuesRise) {
    for (const ScaleKind kind : {ScaleKind::Linear, ScaleKind::Log, ScaleKind::Percentile}) {
        std::vector<float> values;
        for (int i = 0; i < 5000; ++i)
            values.push_back(std::exp(-static_cast<float>(i % 997) / 60));
        const ColourScale scale = scaleOf(kind, values);
        std::sort(values.begin(), values.end());
        for (std::size_t i = 1; i < values.size(); ++i)
            EXPECT_LE(scale.level(values[i - 1]), scale.level(values[i]));
    }
}

TEST(ColourScale, TicksRiseFromEndToEnd) {
    for (const ScaleKind kind : {ScaleKind::Linear, ScaleKind::Log, ScaleKind::Percentile}) {
        const auto ticks = scaleOf(kind, {0.0002F, 0.01F, 0.2F, 0.37F}).ticks();
        ASSERT_GE(ticks.size(), 3U);
        EXPECT_NEAR(ticks.back().value, 0.37, 1e-3);
        EXPECT_DOUBLE_EQ(ticks.back().position, 1);
        for (std::size_t i = 1; i < ticks.size(); ++i)
            EXPECT_GT(ticks[i].position, ticks[i - 1].position);
    }
}

TEST(ColourScale, NothingButZerosHasAScaleToo) {
    for (const ScaleKind kind : {ScaleKind::Linear, ScaleKind::Log, ScaleKind::Percentile}) {
        const ColourScale scale = scaleOf(kind, {0, 0, 0});
        EXPECT_EQ(scale.level(0), 1);
        EXPECT_FALSE(scale.ticks().empty());
    }
}

}  // namespace
}  // namespace strand::test
