// From an attention map and what was chosen to pictures, thumbnails and the sentences that say what they show. Any thread.
#pragma once

#include "ui/plots/attention_grid.hpp"
#include "ui/plots/matrix_view.hpp"

namespace strand {

struct AttentionOptions {
    HeadView view = HeadView::Single;
    ColourMap colours = ColourMap::Viridis;
    ScaleKind scale = ScaleKind::Linear;
    bool shared = false;  ///< one colour scale for all heads
    bool hideDiagonal = false, hideSpecial = false, renormalise = false;
    friend bool operator==(const AttentionOptions&, const AttentionOptions&) = default;
};

/// "2 1 0 1 0 0 1": kept as a setting; an unreadable text gives the defaults.
[[nodiscard]] QString toText(const AttentionOptions& options);
[[nodiscard]] AttentionOptions attentionOptions(const QString& text);

[[nodiscard]] AttentionChoice choiceOf(const AttentionOptions& options, std::int64_t layer, std::int64_t head);
/// Null where stopped.
[[nodiscard]] std::shared_ptr<const MatrixPicture> makePicture(const std::shared_ptr<const AttentionMap>& map,
                                                               const AttentionOptions& options, std::int64_t layer, std::int64_t head,
                                                               const std::stop_token& stop = {});
/// One a layer and head, one a layer where heads are aggregated, one in all for the rollout. Empty where stopped.
[[nodiscard]] std::vector<AttentionThumbnail> makeThumbnails(const AttentionMap& map, const AttentionOptions& options,
                                                             const std::stop_token& stop = {});

/// "Layer 1 · Head 2", "Layer 1 · mean of 4 heads", "Rollout over 4 layers".
[[nodiscard]] QString choiceTitle(const AttentionMap& map, const AttentionChoice& choice);
/// What the numbers of a kind ("exact" "sparse" "implied" "vector" "edges") are, one sentence.
[[nodiscard]] QString kindSentence(const std::string& kind);
/// What is hidden, renormalised and on which scale: for captions.
[[nodiscard]] QString optionsSentence(const AttentionOptions& options);
/// "Attention shows where a model looks, not why it decides."
[[nodiscard]] QString notAnExplanation();

}  // namespace strand
