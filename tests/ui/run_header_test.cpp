#include "ui/widgets/run_header.hpp"

#include "ui/widgets/inline_confirm.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/state_pill.hpp"
#include "window_support.hpp"

#include <gmock/gmock.h>

#include <QPushButton>

namespace strand::test {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> offered(const RunHeader& header) {
    std::vector<std::string> out;
    for (const auto* button : header.findChildren<QPushButton*>()) {
        if (button->isVisibleTo(&header)) out.push_back(button->text().trimmed().toStdString());
    }
    return out;
}

QString pill(const RunHeader& header) { return header.findChild<StatePill*>()->text(); }

TEST(RunHeader, AFinishedRunCanOnlyBeFollowedByAnother) {
    Bench bench;
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    RunHeader header(bench.session);
    header.retranslate();
    header.refresh(false, false);
    EXPECT_EQ(pill(header), "Finished");
    EXPECT_THAT(offered(header), ElementsAre("Start a new run"));
    QSignalSpy started(&bench.engine(), &EngineHost::runStarted);
    header.findChildren<QPushButton*>().front()->click();
    EXPECT_TRUE(eventually([&] { return started.count() == 1; }));
}

TEST(RunHeader, ARunInTrainingIsPausedStoppedFinishedOrDiscarded) {
    Bench bench(Script{.epochs = 50, .msPerStep = 3});
    ASSERT_TRUE(bench.open());
    RunHeader header(bench.session);
    header.retranslate();
    bench.engine().train(bench.session.draft());
    header.refresh(false, true);
    EXPECT_EQ(pill(header), "Starting…");
    ASSERT_TRUE(eventually([&] { return bench.engine().trainingRun() != 0; }));
    header.refresh(true, false);
    EXPECT_THAT(offered(header), ElementsAre("Pause", "Finish now and keep", "Stop", "Discard…"));
    bench.engine().setPaused(true);
    header.refresh(true, false);
    EXPECT_EQ(pill(header), "Paused");
    EXPECT_EQ(offered(header).front(), "Continue");
    bench.engine().stopTraining();
    header.refresh(true, false);
    EXPECT_EQ(pill(header), "Stopping…");
    for (const auto* button : header.findChildren<QPushButton*>()) {
        if (button->isVisibleTo(&header)) {
            EXPECT_FALSE(button->isEnabled()) << button->text().toStdString();
        }
    }
    ASSERT_TRUE(eventually([&] { return !bench.engine().isTraining(); }));
    header.refresh(false, false);
    EXPECT_EQ(pill(header), "Stopped");
    EXPECT_THAT(offered(header), ElementsAre("Start a new run", "Resume"));
}

TEST(RunHeader, DiscardingAsksFirst) {
    Bench bench(Script{.epochs = 50, .msPerStep = 3});
    ASSERT_TRUE(bench.open());
    RunHeader header(bench.session);
    header.retranslate();
    header.setTexts("probe", "about it");
    EXPECT_EQ(header.about(), "about it");
    bench.engine().train(bench.session.draft());
    ASSERT_TRUE(eventually([&] { return bench.engine().trainingRun() != 0; }));
    header.refresh(true, false);
    auto* const question = header.findChild<InlineConfirm*>();
    const auto press = [&](const QString& text) {
        for (auto* button : header.findChildren<QPushButton*>()) {
            if (button->text() == text && button->isVisibleTo(&header)) return button->click();
        }
        ADD_FAILURE() << text.toStdString();
    };
    press("Discard…");
    EXPECT_FALSE(question->isHidden());
    header.hideQuestion();
    EXPECT_TRUE(bench.engine().isTraining());
    press("Discard…");
    press("Discard run");
    EXPECT_TRUE(eventually([&] { return bench.session.runs().empty() && !bench.engine().isTraining(); }));
}

}  // namespace
}  // namespace strand::test
