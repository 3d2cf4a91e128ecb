#include "ui/session/draft_text.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

TEST(DraftText, WhatIsWrittenIsReadAgain) {
    TrainOptions draft;
    draft.dataset = "Promotoren";
    draft.model = "TextCNN";
    draft.preset = "thorough";
    draft.runName = "启动子 \"1\"";
    draft.seed = 18'446'744'073'709'551'615ULL;
    draft.hyperparameters = {{"lr", "1e-3"}, {"kernel_sizes", "3,4,5"}};
    const TrainOptions read = draftFromText(toText(draft));
    EXPECT_EQ(read.dataset, draft.dataset);
    EXPECT_EQ(read.model, draft.model);
    EXPECT_EQ(read.preset, draft.preset);
    EXPECT_EQ(read.runName, draft.runName);
    EXPECT_EQ(read.seed, draft.seed);
    EXPECT_EQ(read.hyperparameters, draft.hyperparameters);
}

TEST(DraftText, TextThatIsNoDraftGivesTheDefault) {
    for (const char* text : {"", "{", "[]", "{\"model\"", "null"})
        EXPECT_EQ(draftFromText(QString::fromLatin1(text)).model, defaultDraft().model) << text;
}

TEST(DraftText, SelectionsGoThereAndBack) {
    const Selection selection{.ordinal = 12, .layer = 3, .head = 1, .query = 40, .key = -1};
    EXPECT_EQ(selectionFromText(toText(selection)), selection);
    EXPECT_EQ(selectionFromText("1 2"), Selection{});
}

TEST(DraftText, ARunGivesBackWhatItsPresetDoesNotSay) {
    ModelEntry entry;
    entry.name = "Some";
    entry.hyperparameters = {HyperparameterSpec{.name = "lr", .defaultValue = 0.001}, {.name = "epochs", .defaultValue = std::int64_t{20}}};
    entry.presets = {{"quick", {{"epochs", "8"}}}};
    RunRecord run;
    run.model = "Some";
    run.preset = "quick";
    run.seed = 7;
    run.hyperparameters = {{"lr", "10"}, {"epochs", "8"}};
    const TrainOptions draft = draftOf(run, &entry);
    EXPECT_EQ(draft.model, "Some");
    EXPECT_EQ(draft.preset, "quick");
    EXPECT_EQ(draft.seed, 7U);
    EXPECT_EQ(draft.hyperparameters, (TextValues{{"lr", "10"}}));
    EXPECT_EQ(draftOf(run, nullptr).hyperparameters, run.hyperparameters);
}

}  // namespace
}  // namespace strand
