#include "ui/session/data_steps.hpp"

#include "window_support.hpp"

#include <gtest/gtest.h>

namespace strand::test {
namespace {

class DataStepsTest : public testing::Test {
protected:
    void start(const Script* done = nullptr) {
        ASSERT_TRUE(bench.open(done));
        steps = std::make_unique<DataSteps>(bench.session);
        id = bench.session.dataset()->id;
        before = bench.session.dataset()->fingerprint;
    }
    bool finished() {
        return eventually([this] { return !steps->isRunning(); });
    }
    [[nodiscard]] std::string fingerprint() const { return bench.session.dataset()->fingerprint; }
    [[nodiscard]] size_t recorded() const { return DatasetStore(*bench.session.project()).steps(id).value().size(); }
    [[nodiscard]] Sequence sequence(std::int64_t ordinal) const {
        return DatasetStore(*bench.session.project()).page(id, ordinal, 1).value().front().sequence;
    }

    Bench bench;
    std::unique_ptr<DataSteps> steps;
    std::int64_t id = 0;
    std::string before;
};

TEST_F(DataStepsTest, AStepIsRecordedAndUndoneFromTheHistoryOfTheWindow) {
    start();
    const auto old = sequence(2);
    steps->run(id, LabelStep{.ordinals = {2}, .label = "novel"});
    EXPECT_TRUE(steps->isRunning());
    ASSERT_TRUE(finished());
    EXPECT_EQ(recorded(), 1U);
    EXPECT_EQ(bench.session.dataset()->classes[static_cast<size_t>(sequence(2).label)], "novel");
    ASSERT_TRUE(bench.session.undo().canUndo());
    EXPECT_FALSE(bench.session.undo().undoText().isEmpty());
    bench.session.undo().undo();
    ASSERT_TRUE(finished());
    EXPECT_EQ(recorded(), 0U);
    EXPECT_EQ(fingerprint(), before) << "bit for bit";
    EXPECT_EQ(sequence(2).label, old.label);
    bench.session.undo().redo();
    ASSERT_TRUE(finished());
    EXPECT_EQ(recorded(), 1U);
    EXPECT_NE(fingerprint(), before);
}

TEST_F(DataStepsTest, WhatIsNoLongerTheLastStepIsNotUndone) {
    start();
    steps->run(id, PartStep{.ordinals = {1}, .split = Split::Excluded});
    ASSERT_TRUE(finished());
    steps->run(id, PartStep{.ordinals = {2}, .split = Split::Excluded});
    ASSERT_TRUE(finished());
    steps->undoLast(id);
    ASSERT_TRUE(finished());
    EXPECT_EQ(recorded(), 1U);
    QSignalSpy failed(&bench.engine(), &EngineHost::jobFailed);
    bench.session.undo().undo();  // the second step, which is gone already
    ASSERT_TRUE(finished());
    EXPECT_EQ(failed.count(), 1);
    EXPECT_EQ(recorded(), 1U) << "the first step is untouched";
}

TEST_F(DataStepsTest, AStepThatChangesNothingIsNoStep) {
    start();
    const Split now = sequence(0).split;
    QSignalSpy said(&bench.session, &Session::said);
    steps->run(id, PartStep{.ordinals = {0}, .split = now});
    ASSERT_TRUE(finished());
    EXPECT_EQ(said.count(), 1);
    EXPECT_FALSE(bench.session.undo().canUndo());
    EXPECT_EQ(recorded(), 0U);
}

TEST_F(DataStepsTest, OneAtATime) {
    start();
    const JobId first = steps->run(id, RatioStep{.seed = 5});
    EXPECT_NE(first, 0U);
    EXPECT_EQ(steps->run(id, RatioStep{.seed = 6}), 0U);
    ASSERT_TRUE(finished());
}

TEST_F(DataStepsTest, WhatRunsUseStaysAsItIsAndACopyIsChanged) {
    const Script script;
    start(&script);
    std::int64_t asked = 0;
    QObject::connect(steps.get(), &DataSteps::inUse, steps.get(), [&](std::int64_t dataset, const StepOptions&) { asked = dataset; });
    EXPECT_EQ(steps->run(id, RatioStep{.seed = 5}), 0U);
    EXPECT_EQ(asked, id);
    steps->runOnCopy(id, RatioStep{.seed = 5});
    ASSERT_TRUE(finished());
    EXPECT_EQ(bench.session.datasets().size(), 2U);
    EXPECT_NE(bench.session.dataset()->id, id) << "the copy is the current one";
    EXPECT_NE(fingerprint(), before);
    EXPECT_EQ(DatasetStore(*bench.session.project()).get(id).value().fingerprint, before);
}

TEST(StepTitle, SaysWhatAStepDoes) {
    EXPECT_TRUE(stepTitle(LabelStep{.ordinals = {1, 2, 3}, .label = "a"}).contains("3"));
    EXPECT_NE(stepTitle(PartStep{.ordinals = {1}, .split = Split::Excluded}), stepTitle(PartStep{.ordinals = {1}, .split = Split::Test}));
    EXPECT_NE(stepTitle(RatioStep{}), stepTitle(FoldStep{}));
}

}  // namespace
}  // namespace strand::test
