#include "ui/session/session.hpp"

#include "storage/setting_store.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

namespace strand::test {
namespace {

struct Said {
    explicit Said(Session& session) {
        QObject::connect(&session, &Session::said,
                         [this](Session::Level level, const QString& text, const QString&, const QString& action,
                                const std::function<void()>& onAction) {
                             levels.push_back(level);
                             texts << text;
                             actions << action;
                             last = onAction;
                         });
    }
    std::vector<Session::Level> levels;
    QStringList texts, actions;
    std::function<void()> last;
};

TEST(Session, OpeningGivesTheListsAndTheFirstDataset) {
    Bench bench;
    EXPECT_EQ(bench.session.dataset(), nullptr);
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    ASSERT_NE(bench.session.dataset(), nullptr);
    EXPECT_EQ(bench.session.dataset()->name, "promoters");
    ASSERT_EQ(bench.session.runs().size(), 1U);
    ASSERT_NE(bench.session.run(), nullptr);
    EXPECT_EQ(bench.session.run()->state, RunState::Finished);
    EXPECT_EQ(bench.session.draft().dataset, "promoters");
}

TEST(Session, ClosingForgetsEverything) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    QSignalSpy changed(&bench.session, &Session::projectChanged);
    bench.engine().closeProject();
    EXPECT_EQ(changed.count(), 1);
    EXPECT_FALSE(bench.session.hasProject());
    EXPECT_TRUE(bench.session.datasets().empty());
    EXPECT_EQ(bench.session.run(), nullptr);
}

TEST(Session, WhatWasChosenIsThereAgain) {
    Bench bench;
    const Script script;
    ASSERT_TRUE(bench.open(&script));
    TrainOptions draft = bench.session.draft();
    draft.model = "TextCNN";
    draft.hyperparameters["lr"] = "0.01";
    bench.session.setDraft(draft);
    bench.session.setSelection({.ordinal = 7, .layer = 1, .head = 2, .query = 3, .key = 4});
    bench.session.setSetting("page", "attention");
    bench.engine().closeProject();
    bench.engine().openProject(bench.path(), false);
    ASSERT_TRUE(eventually([&] { return bench.session.hasProject(); }));
    EXPECT_EQ(bench.session.draft().model, "TextCNN");
    EXPECT_EQ(bench.session.draft().hyperparameters.at("lr"), "0.01");
    EXPECT_EQ(bench.session.selection(), (Selection{.ordinal = 7, .layer = 1, .head = 2, .query = 3, .key = 4}));
    EXPECT_EQ(bench.session.setting("page"), "attention");
}

TEST(Session, SettingsReachTheFileSoonWithoutReloadingTheLists) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    QSignalSpy reloaded(&bench.session, &Session::runsChanged);
    bench.session.setSetting("page", "train");
    EXPECT_EQ(bench.session.setting("page"), "train");
    ASSERT_TRUE(eventually([&] {
        const auto file = ProjectFile::open(bench.path().toStdString(), ProjectFile::Access::Read);
        const auto value = SettingStore(*file).get("page");
        return value && *value && **value == "train";
    }));
    EXPECT_EQ(reloaded.count(), 0);
}

TEST(Session, ALiveRunBecomesTheCurrentOneAndItsRecordFollows) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    QSignalSpy ended(&bench.engine(), &EngineHost::runEnded);
    bench.engine().train(bench.session.draft());
    ASSERT_TRUE(eventually([&] { return ended.count() == 1; }));
    ASSERT_NE(bench.session.run(), nullptr);
    EXPECT_EQ(bench.session.run()->state, RunState::Finished);
    EXPECT_EQ(bench.session.run()->epoch, 4);
}

TEST(Session, AnInterruptedRunIsOfferedAndResumes) {
    Bench bench;
    const Script script;
    makeProject(bench.folder.file("probe.strand"), &script);
    {
        auto file = ProjectFile::open(bench.folder.file("probe.strand"), ProjectFile::Access::Write);
        RunRecord run = *RunStore(*file).get(1);
        run.state = RunState::Running;
        run.epoch = 2;
        ASSERT_TRUE(RunStore(*file).update(run));
    }
    Said said(bench.session);
    bench.engine().start();
    bench.engine().openProject(bench.path(), false);
    ASSERT_TRUE(eventually([&] { return !said.texts.isEmpty(); }));
    EXPECT_EQ(said.levels[0], Session::Level::Warning);
    EXPECT_EQ(said.actions[0], "Resume");
    QSignalSpy ended(&bench.engine(), &EngineHost::runEnded);
    said.last();
    ASSERT_TRUE(eventually([&] { return ended.count() == 1; }));
    EXPECT_EQ(bench.session.run()->state, RunState::Finished);
}

TEST(Session, FailuresAreSaidButThoseOfEstimatesAreShownInPlace) {
    Bench bench;
    Said said(bench.session);
    bench.engine().start();
    bench.engine().attention(1, {});
    bench.engine().train({});
    ASSERT_TRUE(eventually([&] { return !bench.engine().isBusy() && !said.texts.isEmpty(); }));
    EXPECT_EQ(said.texts.size(), 1);
    EXPECT_EQ(said.levels[0], Session::Level::Error);
}

TEST(Session, ATrainingThatIsRefusedSaysWhereToMendIt) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    Said said(bench.session);
    TrainOptions nothing = bench.session.draft();
    nothing.dataset = "nowhere";
    bench.engine().train(nothing);
    ASSERT_TRUE(eventually([&] { return !said.texts.isEmpty(); }));
    EXPECT_EQ(said.actions[0], "Change settings");
    QSignalSpy asked(&bench.session, &Session::pageRequested);
    said.last();
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked[0][0].toString(), "model");
}

TEST(Session, UnknownIdsChangeNothing) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    QSignalSpy changed(&bench.session, &Session::datasetChanged);
    bench.session.setDataset(99);
    bench.session.setRun(99);
    EXPECT_EQ(changed.count(), 0);
    EXPECT_EQ(bench.session.run(), nullptr);
}

}  // namespace
}  // namespace strand::test
