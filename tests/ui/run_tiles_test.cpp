#include "ui/widgets/run_tiles.hpp"

#include "scripted_engine.hpp"
#include "ui/widgets/metric_tile.hpp"

#include <gtest/gtest.h>

namespace strand::test {
namespace {

struct Tiles {
    Tiles() {
        history.add(scriptedSteps(1, 31, 40));
        for (std::int64_t epoch = 1; epoch <= 3; ++epoch)
            history.add(scriptedEpoch(epoch, 10, 4));
        run.epochsPlanned = 4;
        run.stepsPlanned = 40;
        run.device = "cpu";
        run.seconds = 125;
        run.hyperparameters["batch_size"] = "64";
    }
    [[nodiscard]] const MetricTile& tile(const QString& label) const {
        for (const auto* each : tiles.findChildren<MetricTile*>()) {
            if (each->accessibleName() == label) return *each;
        }
        ADD_FAILURE() << label.toStdString();
        static const MetricTile none;
        return none;
    }
    RunTiles tiles;
    RunHistory history;
    RunRecord run;
};

TEST(RunTiles, OfARunInTrainingTheyTellWhatIsLeft) {
    Tiles t;
    t.tiles.show({.run = &t.run, .live = true, .trainingLoss = 0.25, .batchesPerSecond = 2, .secondsLeft = 61, .secondsOfEpoch = 0},
                 t.history);
    EXPECT_EQ(t.tile("Epoch").value(), "4") << "the one that is under way";
    EXPECT_EQ(t.tile("Sequences/s").value(), "128") << "two batches of 64";
    EXPECT_EQ(t.tile("Time left").value(), "1:01");
    EXPECT_EQ(t.tile("Training loss").value(), "0.250");
    EXPECT_TRUE(t.tile("Validation ACC").note().startsWith("best "));
}

TEST(RunTiles, OfAFinishedRunTheyTellTheTest) {
    Tiles t;
    t.run.test = ClassificationMetrics{};
    t.run.test->acc = 0.875;
    t.tiles.show({.run = &t.run}, t.history);
    EXPECT_EQ(t.tile("Test ACC").value(), "0.875");
    EXPECT_TRUE(t.tile("Test ACC").note().startsWith("validation "));
    EXPECT_EQ(t.tile("Epoch").value(), "3");
    EXPECT_EQ(t.tile("Training time").value(), "2:05") << "of the record, which counts what lies between the epochs";
    EXPECT_EQ(t.tile("Training time").note().left(2), "30");
}

TEST(RunTiles, BeforeThereIsARunTheyHaveDashes) {
    RunTiles tiles;
    tiles.show({}, RunHistory());
    int dashes = 0;
    for (const auto* each : tiles.findChildren<MetricTile*>())
        dashes += each->value() == QStringLiteral("—") ? 1 : 0;
    EXPECT_GE(dashes, 4);
}

TEST(RunTiles, NarrowOnesStandInTwoRows) {
    Tiles t;
    t.tiles.resize(900, 200);
    t.tiles.QWidget::show();
    const auto rows = [&] {
        QSet<int> out;
        for (const auto* each : t.tiles.findChildren<MetricTile*>())
            out.insert(each->y());
        return out.size();
    };
    EXPECT_EQ(rows(), 1);
    t.tiles.resize(500, 200);
    QCoreApplication::sendPostedEvents();
    EXPECT_EQ(rows(), 2);
}

}  // namespace
}  // namespace strand::test
