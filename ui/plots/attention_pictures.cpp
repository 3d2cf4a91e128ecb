#include "ui/plots/attention_pictures.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace strand {

namespace {

constexpr std::int64_t kThumbnailCells = 160;  ///< blocks along a side
constexpr std::size_t kPairs = 200, kRegions = 50;
constexpr double kRegionFold = 1.5;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Attention)
};

/// Every (layer, head) that a grid of these options shows.
std::vector<std::pair<std::int64_t, std::int64_t>> shownHeads(const AttentionMap& map, HeadView view) {
    std::vector<std::pair<std::int64_t, std::int64_t>> out;
    const std::int64_t layers = view == HeadView::Rollout ? 1 : map.layers;
    const std::int64_t heads = view == HeadView::Single ? map.heads : 1;
    for (std::int64_t layer = 0; layer < layers; ++layer) {
        for (std::int64_t head = 0; head < heads; ++head)
            out.emplace_back(layer, head);
    }
    return out;
}

ValueSummary summaryOfAll(const AttentionMap& map, const AttentionOptions& options, const std::stop_token& stop) {
    ValueSummary summary(options.scale);
    for (const auto& [layer, head] : shownHeads(map, options.view)) {
        if (stop.stop_requested()) break;
        summary.add(makeMatrix(map, choiceOf(options, layer, head), stop).values);
    }
    return summary;
}

}  // namespace

QString toText(const AttentionOptions& options) {
    const std::array<int, 7> values = {static_cast<int>(options.view),
                                       static_cast<int>(options.colours),
                                       static_cast<int>(options.scale),
                                       options.shared,
                                       options.hideDiagonal,
                                       options.hideSpecial,
                                       options.renormalise};
    QStringList words;
    for (const int value : values)
        words << QString::number(value);
    return words.join(QLatin1Char(' '));
}

AttentionOptions attentionOptions(const QString& text) {
    const QStringList words = text.split(QLatin1Char(' '));
    if (words.size() != 7) return {};
    const auto value = [&](int i, int highest) { return std::clamp(words[i].toInt(), 0, highest); };
    return {static_cast<HeadView>(value(0, 3)),
            static_cast<ColourMap>(value(1, kColourMaps - 1)),
            static_cast<ScaleKind>(value(2, 2)),
            value(3, 1) == 1,
            value(4, 1) == 1,
            value(5, 1) == 1,
            value(6, 1) == 1};
}

AttentionChoice choiceOf(const AttentionOptions& options, std::int64_t layer, std::int64_t head) {
    return {layer, head, options.view, options.hideDiagonal, options.hideSpecial, options.renormalise};
}

std::shared_ptr<const MatrixPicture> makePicture(const std::shared_ptr<const AttentionMap>& map, const AttentionOptions& options,
                                                 std::int64_t layer, std::int64_t head, const std::stop_token& stop) {
    auto picture = std::make_shared<MatrixPicture>();
    picture->map = map;
    picture->choice = choiceOf(options, layer, head);
    picture->matrix = makeMatrix(*map, picture->choice, stop);
    if (stop.stop_requested()) return nullptr;
    const AttentionMatrix& matrix = picture->matrix;
    if (options.shared && options.view != HeadView::Rollout) {
        picture->scale = ColourScale(options.scale, summaryOfAll(*map, options, stop));
    } else {
        ValueSummary summary(options.scale);
        summary.add(matrix.values);
        picture->scale = ColourScale(options.scale, summary);
    }
    if (stop.stop_requested()) return nullptr;
    picture->pyramid = MatrixPyramid(matrix.rows, matrix.columns, matrix.values, picture->scale);
    const std::vector<float> given = received(*map, matrix);
    for (const std::int32_t key : matrix.keys)
        picture->mean.push_back(given[static_cast<std::size_t>(key)]);
    picture->pairs = topPairs(matrix, kPairs);
    picture->regions = topRegions(*map, matrix, kRegionFold, kRegions);
    return stop.stop_requested() ? nullptr : picture;
}

std::vector<AttentionThumbnail> makeThumbnails(const AttentionMap& map, const AttentionOptions& options, const std::stop_token& stop) {
    std::vector<AttentionThumbnail> out;
    if (queryRows(map) == 0) return out;
    const ColourScale shared = options.shared ? ColourScale(options.scale, summaryOfAll(map, options, stop)) : ColourScale();
    for (const auto& [layer, head] : shownHeads(map, options.view)) {
        const AttentionChoice choice = choiceOf(options, layer, head);
        const AttentionMatrix matrix = makeMatrix(map, choice, stop);
        if (stop.stop_requested()) return {};
        ValueSummary summary(options.scale);
        summary.add(matrix.values);
        const ColourScale scale = options.shared ? shared : ColourScale(options.scale, summary);
        const PooledMatrix pooled = maxPooled(matrix, kThumbnailCells);
        AttentionThumbnail thumbnail{.layer = layer,
                                     .head = head,
                                     .title = choiceTitle(map, choice),
                                     .rows = pooled.rows,
                                     .columns = pooled.columns,
                                     .levels = {},
                                     .top = summary.top()};
        thumbnail.levels.reserve(pooled.values.size());
        for (const float value : pooled.values)
            thumbnail.levels.push_back(scale.level(value));
        out.push_back(std::move(thumbnail));
    }
    return out;
}

QString choiceTitle(const AttentionMap& map, const AttentionChoice& choice) {
    const QString layer = Texts::tr("Layer %1").arg(choice.layer + 1);
    switch (choice.view) {
        case HeadView::Single: return layer + QStringLiteral(" · ") + Texts::tr("Head %1").arg(choice.head + 1);
        case HeadView::Mean: return layer + QStringLiteral(" · ") + Texts::tr("mean of %n head(s)", nullptr, static_cast<int>(map.heads));
        case HeadView::Max: return layer + QStringLiteral(" · ") + Texts::tr("highest of %n head(s)", nullptr, static_cast<int>(map.heads));
        case HeadView::Rollout: return Texts::tr("Rollout over %n layer(s)", nullptr, static_cast<int>(map.layers));
    }
    return {};
}

QString kindSentence(const std::string& kind) {
    if (kind == "exact") return Texts::tr("Exact attention weights of the model: each row sums to 1.");
    if (kind == "sparse") return Texts::tr("Exact but sparse: the model compares only some pairs, the others are 0.");
    if (kind == "implied") return Texts::tr("Implied weights: the model never forms this matrix, it follows from its approximation.");
    if (kind == "vector") return Texts::tr("One weight a token: how much each position counts in the final summary.");
    if (kind == "edges") return Texts::tr("Weights of the edges of the graph: pairs without an edge are 0.");
    return {};
}

QString optionsSentence(const AttentionOptions& options) {
    QStringList parts;
    switch (options.scale) {
        case ScaleKind::Linear: parts << Texts::tr("Linear colour scale"); break;
        case ScaleKind::Log: parts << Texts::tr("Logarithmic colour scale"); break;
        case ScaleKind::Percentile: parts << Texts::tr("Colours by percentile"); break;
    }
    parts.back() += QStringLiteral(" (%1)").arg(colourMapName(options.colours));
    if (options.shared) parts << Texts::tr("the same for all heads");
    if (options.hideDiagonal) parts << Texts::tr("diagonal hidden");
    if (options.hideSpecial) parts << Texts::tr("special tokens hidden");
    if (options.renormalise) parts << Texts::tr("rows renormalised to 1 over what is shown");
    if (options.view == HeadView::Rollout) parts << Texts::tr("rollout of 0.5 A + 0.5 I (Abnar & Zuidema 2020)");
    return parts.join(Texts::tr(", ", "between parts of a sentence")) + Texts::tr(".", "end of a sentence");
}

QString notAnExplanation() { return Texts::tr("Attention shows where a model looks, not why it decides: it is not an explanation."); }

}  // namespace strand
