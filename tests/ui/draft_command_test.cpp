#include "ui/session/draft_command.hpp"

#include "window_support.hpp"

#include <gtest/gtest.h>

namespace strand::test {
namespace {

TrainOptions with(const char* name, const char* value) {
    TrainOptions out;
    out.model = "TextCNN";
    out.hyperparameters[name] = value;
    return out;
}

TEST(DraftCommand, NamesTheOneThingThatChanged) {
    EXPECT_EQ(changedField(with("lr", "1"), with("lr", "2")), "lr");
    EXPECT_EQ(changedField(with("lr", "1"), with("lr", "1")), "");
    TrainOptions other = with("lr", "1");
    other.model = "DNN";
    EXPECT_EQ(changedField(with("lr", "1"), other), "model");
    other = with("lr", "1");
    other.preset = "quick";
    EXPECT_EQ(changedField(with("lr", "1"), other), "preset");
    EXPECT_EQ(changedField(with("lr", "1"), with("epochs", "1")), "") << "two things";
}

TEST(DraftCommand, ChangesAreUndoneAndDoneAgain) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    const std::string first = bench.session.draft().model;
    TrainOptions draft = bench.session.draft();
    draft.model = "TextCNN";
    bench.session.setDraft(draft);
    EXPECT_EQ(bench.session.undo().undoText(), "model TextCNN");
    QSignalSpy changed(&bench.session, &Session::draftChanged);
    bench.session.undo().undo();
    EXPECT_EQ(bench.session.draft().model, first);
    bench.session.undo().redo();
    EXPECT_EQ(bench.session.draft().model, "TextCNN");
    EXPECT_EQ(changed.count(), 2);
    bench.engine().closeProject();
    EXPECT_FALSE(bench.session.undo().canUndo());
}

TEST(DraftCommand, ASliderOnItsWayIsOneStep) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    for (const char* value : {"0.1", "0.2", "0.3"}) {
        TrainOptions draft = bench.session.draft();
        draft.hyperparameters["dropout"] = value;
        bench.session.setDraft(draft);
    }
    EXPECT_EQ(bench.session.undo().count(), 1);
    bench.session.setDraft(bench.session.draft());
    EXPECT_EQ(bench.session.undo().count(), 1) << "nothing changed";
    bench.session.undo().undo();
    EXPECT_TRUE(bench.session.draft().hyperparameters.empty());
}

}  // namespace
}  // namespace strand::test
