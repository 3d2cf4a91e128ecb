#include "ui/plots/attention_pictures.hpp"

#include "scripted_engine.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <numeric>

namespace strand::test {
namespace {

std::shared_ptr<const AttentionMap> map(const ScriptedMap& options = {.layers = 2, .heads = 3}) {
    return std::make_shared<const AttentionMap>(scriptedAttention("s", 0, "ACGTACGTAC", options));
}

TEST(AttentionPictures, OptionsAreReadBackAsTheyWereWritten) {
    const AttentionOptions all{.view = HeadView::Rollout,
                               .colours = ColourMap::Cividis,
                               .scale = ScaleKind::Percentile,
                               .shared = true,
                               .hideDiagonal = true,
                               .hideSpecial = true,
                               .renormalise = true};
    EXPECT_EQ(attentionOptions(toText(all)), all);
    EXPECT_EQ(attentionOptions(toText({})), AttentionOptions{});
    EXPECT_EQ(attentionOptions("nonsense"), AttentionOptions{});
    EXPECT_EQ(attentionOptions("9 99 9 1 0 0 0").view, HeadView::Rollout) << "beyond the last: the last";
}

TEST(AttentionPictures, APictureIsTheHeadThatWasAskedFor) {
    const auto source = map();
    const auto picture = makePicture(source, {}, 1, 2);
    ASSERT_EQ(picture->matrix.rows, source->length);
    EXPECT_EQ(picture->matrix.at(3, 4), source->head(1, 2)[3 * source->length + 4]);
    ASSERT_FALSE(picture->pairs.empty());
    const float highest = *std::max_element(picture->matrix.values.begin(), picture->matrix.values.end());
    EXPECT_EQ(picture->pairs.front().weight, highest);
    EXPECT_EQ(picture->mean.size(), static_cast<std::size_t>(picture->matrix.columns));
    EXPECT_NEAR(std::accumulate(picture->mean.begin(), picture->mean.end(), 0.0F), 1, 1e-4) << "rows of weights sum to 1";
}

TEST(AttentionPictures, ASharedScaleIsTheSameForEveryHead) {
    const auto source = map();
    const AttentionOptions own, shared{.shared = true};
    const auto position = [&](const AttentionOptions& options, int head) {
        return makePicture(source, options, 0, head)->scale.position(0.2);
    };
    EXPECT_EQ(position(shared, 0), position(shared, 2));
    EXPECT_NE(position(own, 0), position(own, 2));
}

TEST(AttentionPictures, ThumbnailsAreOneAHeadALayerOrARollout) {
    const auto source = map();
    EXPECT_EQ(makeThumbnails(*source, {}).size(), 6U);
    EXPECT_EQ(makeThumbnails(*source, {.view = HeadView::Mean}).size(), 2U);
    const auto rollout = makeThumbnails(*source, {.view = HeadView::Rollout});
    ASSERT_EQ(rollout.size(), 1U);
    EXPECT_TRUE(rollout.front().title.startsWith("Rollout over 2 layer"));
    const auto single = makeThumbnails(*source, {});
    EXPECT_EQ(single[4].title, "Layer 2 · Head 2");
    EXPECT_EQ(static_cast<std::int64_t>(single[4].levels.size()), single[4].rows * single[4].columns);
    const float* head = source->head(1, 1);
    EXPECT_EQ(single[4].top, *std::max_element(head, head + source->length * source->length));
}

TEST(AttentionPictures, WhatIsStoppedIsEmpty) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(makePicture(map(), {}, 0, 0, stop.get_token()), nullptr);
    EXPECT_TRUE(makeThumbnails(*map(), {}, stop.get_token()).empty());
}

TEST(AttentionPictures, TheCaptionNamesEverythingThatWasChanged) {
    EXPECT_EQ(optionsSentence({}), "Linear colour scale (Viridis).");
    const QString all = optionsSentence({.view = HeadView::Rollout,
                                         .colours = ColourMap::Cividis,
                                         .scale = ScaleKind::Log,
                                         .shared = true,
                                         .hideDiagonal = true,
                                         .hideSpecial = true,
                                         .renormalise = true});
    for (const char* part : {"Logarithmic", "Cividis", "all heads", "diagonal hidden", "special tokens hidden", "renormalised", "rollout"})
        EXPECT_TRUE(all.contains(part)) << part;
    QStringList kinds;
    for (const char* kind : {"exact", "sparse", "implied", "vector", "edges"}) {
        EXPECT_FALSE(kindSentence(kind).isEmpty()) << kind;
        kinds << kindSentence(kind);
    }
    EXPECT_EQ(kinds.removeDuplicates(), 0);
}

}  // namespace
}  // namespace strand::test
