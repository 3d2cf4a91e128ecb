// The window with the shipped engine: a sample is opened, trained, paused, asked, stopped, resumed and closed.
#include "ui/main_window.hpp"
#include "ui/session/open_project.hpp"
#include "ui/session/samples.hpp"
#include "ui/window_actions.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace strand::test {
namespace {

constexpr int kLongMs = 240'000;

template <typename Condition>
bool inTime(Condition done) {
    return QTest::qWaitFor(done, kLongMs);
}

TEST(WithEngine, ASampleIsTrainedAskedStoppedAndResumed) {
    const TempDir folder;
    setSampleFolder(QString::fromStdString(folder.path()));
    Session session;
    MainWindow window(session);
    window.show();
    EngineHost& engine = session.engine();
    engine.setDevice({.device = "cpu", .threads = 1});
    engine.start();
    openSampleNamed(session, "motif");
    ASSERT_TRUE(inTime([&] { return engine.isReady() && session.dataset() != nullptr; }));
    EXPECT_EQ(session.dataset()->sequences, 4000);

    TrainOptions draft = session.draft();
    draft.model = "TransformerEncoder";
    draft.preset = "quick";
    draft.hyperparameters = {{"epochs", "3"}, {"d_model", "32"}, {"d_ff", "32"}, {"n_layers", "1"}};
    session.setDraft(draft);
    std::vector<AttentionMap> answers;
    QObject::connect(&engine, &EngineHost::attentionReady, [&](JobId, std::int64_t, const SharedMap& map) { answers.push_back(*map); });
    std::vector<RunRecord> ended;
    QObject::connect(&engine, &EngineHost::runEnded, [&](const RunRecord& run) { ended.push_back(run); });

    window.actions().train->trigger();
    ASSERT_TRUE(inTime([&] { return session.run() != nullptr && session.run()->epoch >= 1; }));
    engine.setPaused(true);
    engine.attention(session.run()->id, {.ordinal = 0, .id = {}, .residues = {}});
    ASSERT_TRUE(inTime([&] { return answers.size() == 1; }));
    EXPECT_EQ(answers[0].layers, 1);
    double sum = 0;
    for (std::int64_t key = 0; key < answers[0].length; ++key)
        sum += answers[0].head(0, 0)[key];
    EXPECT_NEAR(sum, 1, 1e-4);
    EXPECT_EQ(ended.size(), 0U);

    window.actions().stop->trigger();
    ASSERT_TRUE(inTime([&] { return ended.size() == 1; }));
    EXPECT_EQ(ended[0].state, RunState::Stopped);
    window.actions().resume->trigger();
    ASSERT_TRUE(inTime([&] { return ended.size() == 2; }));
    EXPECT_EQ(ended[1].state, RunState::Finished);
    EXPECT_EQ(ended[1].epoch, 3);
    ASSERT_TRUE(ended[1].test.has_value());
    EXPECT_TRUE(std::isfinite(ended[1].test->acc));

    engine.attention(session.run()->id, {.ordinal = 1, .id = {}, .residues = {}});
    ASSERT_TRUE(inTime([&] { return answers.size() == 2; }));
    EXPECT_EQ(answers[1].ordinal, 1);
}

}  // namespace
}  // namespace strand::test
