// The window answers while the shipped engine trains: work of each turn of the event loop, with the pages that follow a run.
#include "mouse_driver.hpp"
#include "support/synthetic.hpp"
#include "ui/main_window.hpp"
#include "ui/pages/attention_page.hpp"
#include "ui/session/open_project.hpp"
#include "ui/session/samples.hpp"
#include "ui/session/stall_watch.hpp"

#include <gtest/gtest.h>

#include <QEventLoop>

namespace strand::test {
namespace {

constexpr double kStallMs = 50, kFrameMs = 16;

/// The loop as the program runs it, until `done`.
template <typename Condition>
bool runUntil(Condition done) {
    QEventLoop loop;
    QTimer check;
    QObject::connect(&check, &QTimer::timeout, &loop, [&] {
        if (done()) loop.quit();
    });
    check.start(20);
    QTimer::singleShot(kHangMs, &loop, &QEventLoop::quit);
    loop.exec();
    return done();
}

void report(const char* what, const StallWatch& watch) {
    std::printf("[          ] %s: %d turns; longest work %.1f ms, over 16 ms: %d, over 50 ms: %d (longest wait for the loop %.0f ms)\n",
                what, watch.turns(), watch.longestWorkMs(), watch.turnsOver(kFrameMs), watch.turnsOver(kStallMs), watch.longestGapMs());
    EXPECT_EQ(watch.turnsOver(kStallMs), 0) << what;
}

TEST(TrainingStalls, NoTurnOfTheLoopWorksFor50Ms) {
    const TempDir folder;
    setSampleFolder(QString::fromStdString(folder.path()));
    Session session;
    MainWindow window(session);
    window.resize(1366, 768);
    window.show();
    EngineHost& engine = session.engine();
    engine.setDevice({.device = "cpu", .threads = 1});
    engine.start();
    window.makeAllPages();
    openSampleNamed(session, QStringLiteral("motif"));
    ASSERT_TRUE(runUntil([&] { return engine.isReady() && session.dataset() != nullptr && !engine.isBusy(); }));
    TrainOptions draft = session.draft();
    draft.model = "TransformerEncoder";
    draft.preset = "quick";
    draft.hyperparameters = {{"epochs", "6"}, {"d_model", "64"}, {"batch_size", "32"}};
    session.setDraft(draft);
    const auto epoch = [&session] { return session.run() != nullptr ? session.run()->epoch : 0; };
    settle();

    StallWatch watch;
    engine.train(draft);
    window.showPage(QStringLiteral("train"));
    ASSERT_TRUE(runUntil([&] { return epoch() >= 2; }));
    report("Train", watch);

    window.showPage(QStringLiteral("attention"));
    watch.restart();
    ASSERT_TRUE(runUntil([&] { return epoch() >= 4; }));
    report("Attention, all heads", watch);

    qobject_cast<AttentionPage*>(window.page(QStringLiteral("attention")))->openHead(0, 0);
    watch.restart();
    ASSERT_TRUE(runUntil([&] { return !engine.isTraining(); }));
    report("Attention, one head", watch);
    EXPECT_EQ(session.run()->state, RunState::Finished);
}

}  // namespace
}  // namespace strand::test
