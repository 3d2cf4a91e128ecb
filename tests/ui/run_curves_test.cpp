#include "ui/plots/run_curves.hpp"

#include "scripted_engine.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace strand::test {
namespace {

RunHistory history(std::int64_t epochs) {
    RunHistory out;
    out.add(scriptedSteps(1, epochs * 10 + 1, 40));
    for (std::int64_t epoch = 1; epoch <= epochs; ++epoch)
        out.add(scriptedEpoch(epoch, 10, 4));
    return out;
}

TEST(RunCurves, PutsLossQualityAndRateIntoTheirPlots) {
    RunCurves curves;
    EXPECT_TRUE(std::isnan(curves.trainingLoss()));
    const RunHistory three = history(3);
    curves.fill(three);
    const auto& loss = curves.loss().curves();
    ASSERT_EQ(loss.size(), 2U);
    EXPECT_EQ(loss[0].x.size(), 30U);
    EXPECT_EQ(loss[0].y.front(), three.steps().front().loss);
    EXPECT_EQ(loss[1].y.back(), three.epochs().back().validation.loss);
    EXPECT_EQ(curves.metrics().curves()[1].y.back(), three.epochs().back().validation.mcc);
    EXPECT_EQ(curves.metrics().curves()[4].y.back(), three.epochs().back().trainAcc);
    EXPECT_EQ(curves.rate().curves()[0].y.back(), three.steps().back().lr);
    EXPECT_FALSE(std::isnan(curves.trainingLoss()));
}

TEST(RunCurves, WhatGrewIsWhatWouldHaveBeenFilledAtOnce) {
    for (const XKind kind : {XKind::Step, XKind::Epoch, XKind::Time}) {
        RunCurves grown, filled;
        RunHistory live;
        grown.setXKind(kind, live);
        for (std::int64_t epoch = 1; epoch <= 3; ++epoch) {
            const auto steps = scriptedSteps((epoch - 1) * 10 + 1, epoch * 10 + 1, 40);
            live.add(steps);
            grown.append(live, steps);
            live.add(scriptedEpoch(epoch, 10, 4));
            grown.appendEpoch(live);
        }
        filled.setXKind(kind, history(3));
        for (const auto& [one, other] : {std::pair(&grown.loss(), &filled.loss()), std::pair(&grown.metrics(), &filled.metrics()),
                                         std::pair(&grown.rate(), &filled.rate())}) {
            for (std::size_t i = 0; i < one->curves().size(); ++i) {
                EXPECT_EQ(one->curves()[i].x, other->curves()[i].x) << static_cast<int>(kind) << " " << i;
                EXPECT_EQ(one->curves()[i].y, other->curves()[i].y) << static_cast<int>(kind) << " " << i;
            }
        }
    }
}

TEST(RunCurves, PlotsStandWhereThereIsRoom) {
    RunCurves curves;
    curves.QWidget::show();
    const auto place = [&](CurvePlot& plot) { return plot.mapTo(&curves, QPoint(0, 0)); };
    curves.resize(1000, 600);
    EXPECT_EQ(place(curves.loss()).y(), place(curves.metrics()).y());
    EXPECT_GT(place(curves.rate()).y(), place(curves.loss()).y() + 200) << "below the two";
    curves.resize(1000, 320);
    EXPECT_EQ(place(curves.rate()).y(), place(curves.loss()).y()) << "beside them on a low page";
    curves.resize(400, 700);
    EXPECT_LT(place(curves.loss()).y(), place(curves.metrics()).y());
    EXPECT_LT(place(curves.metrics()).y(), place(curves.rate()).y());
    EXPECT_GE(curves.minimumHeight(), 600);
}

TEST(RunCurves, NamesItsFiguresAfterTheRun) {
    RunCurves curves;
    curves.retranslate();
    curves.setFigureTexts("cnn-3", "Run cnn-3");
    EXPECT_EQ(curves.loss().figureName(), "loss-cnn-3");
    EXPECT_EQ(curves.metrics().figureName(), "quality-cnn-3");
    EXPECT_EQ(curves.rate().figureName(), "learning-rate-cnn-3");
}

}  // namespace
}  // namespace strand::test
