#include "ui/widgets/status_strip.hpp"

#include "ui/docks/run_table_model.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

namespace strand::test {
namespace {

TEST(StatusStrip, CountsInTheSingularAndThePlural) {
    DatasetRecord data;
    data.kind = SequenceKind::Dna;
    data.sequences = 1204;
    EXPECT_EQ(sequencesText(data), "1,204 DNA sequences");
    data.kind = SequenceKind::Protein;
    data.sequences = 1;
    EXPECT_EQ(sequencesText(data), "1 protein sequence");
}

TEST(StatusStrip, NamesDevices) {
    EXPECT_EQ(deviceName("cpu"), "CPU");
    EXPECT_EQ(deviceName("cuda:0"), "CUDA:0");
}

TEST(StatusStrip, TellsOfProjectRunAndTraining) {
    Script script;
    script.epochs = 100;
    script.msPerStep = 2;
    Bench bench(script);
    StatusStrip strip(bench.session);
    EXPECT_TRUE(strip.text().contains("Starting the engine"));
    ASSERT_TRUE(bench.open());
    ASSERT_TRUE(eventually([&] { return strip.text() == "Ready · 60 DNA sequences · CPU · All changes saved"; }))
        << strip.text().toStdString();
    bench.engine().train(bench.session.draft());
    ASSERT_TRUE(eventually([&] { return strip.text().contains(" left"); })) << strip.text().toStdString();
    EXPECT_TRUE(strip.text().startsWith("Training · 60 DNA sequences · ")) << strip.text().toStdString();
    EXPECT_TRUE(strip.text().contains("/100"));
    bench.engine().setPaused(true);
    EXPECT_TRUE(strip.text().startsWith("Paused"));
    bench.engine().stopTraining();
    EXPECT_TRUE(strip.text().startsWith("Stopping…"));
    EXPECT_TRUE(eventually([&] { return strip.text().startsWith("Ready"); })) << strip.text().toStdString();
}

TEST(StatusStrip, GivesWayInANarrowWindow) {
    Bench bench;
    const Script script;
    StatusStrip strip(bench.session);
    ASSERT_TRUE(bench.open(&script));
    ASSERT_TRUE(eventually([&] { return strip.text().contains("epoch"); }));
    const int before = strip.minimumSizeHint().width();
    renameRun(bench.session, bench.session.run()->id, QString(200, 'w'));
    ASSERT_TRUE(eventually([&] { return strip.text().contains("wwww"); }));
    EXPECT_EQ(strip.minimumSizeHint().width(), before);
}

}  // namespace
}  // namespace strand::test
