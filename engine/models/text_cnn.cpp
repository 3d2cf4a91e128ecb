// Convolutions of several widths over token embeddings, maximum over time (Kim 2014, arXiv:1408.5882).
#include "models/catalogue.hpp"
#include "models/common_hyperparameters.hpp"
#include "models/encoder_input.hpp"
#include "models/model.hpp"
#include "models/shared_specs.hpp"
#include "models/specs.hpp"

#include "layers/dropout.hpp"
#include "layers/linear.hpp"
#include "layers/token_rows.hpp"

#include <cmath>
#include <numeric>

namespace strand {

namespace {

class TextCnn : public Model {
public:
    TextCnn(const ModelContext& context, const Hyperparameters& values)
        : m_widths(values.integers("widths")),
          m_maps(values.integer("maps")),
          m_dropout(values.real("dropout")),
          m_maxNorm(values.real("max_norm")) {
        const std::int64_t dim = values.integer("embedding_dim"), features = m_maps * static_cast<std::int64_t>(m_widths.size());
        m_embedding = registerModule("embedding", std::make_shared<TokenEmbedding>(context.vocabularySize, dim));
        m_positions = makePositions(values, context, dim);
        if (m_positions) registerModule("positions", m_positions);
        m_convolution = registerParameter("convolution", initialMaps(dim));
        m_bias = registerParameter("bias", torch::zeros({features}));
        m_classifier = registerModule("classifier", std::make_shared<Linear>(features, context.classes));
    }

    using Model::forward;
    ModelOutput forward(const ModelInput& input, Taps*) override {
        const TokenTable projected = m_embedding->project(tokensOf(input, m_positions), m_convolution, {});
        const torch::Tensor features = torch::relu(tokenConvolutionMax(projected, m_widths, m_maps) + m_bias);
        return {.logits = m_classifier->forward(applyDropout(features, m_dropout, isTraining())), .representation = features};
    }
    torch::Tensor embed(const torch::Tensor& ids) override { return m_embedding->forward(ids); }

    /// Kim 2014, section 2.1: a class vector longer than the limit is shortened to it.
    void afterStep() override {
        if (m_maxNorm <= 0) return;
        const torch::NoGradGuard frozen;
        m_classifier->weight.copy_(torch::renorm(m_classifier->weight, 2, 0, m_maxNorm));
    }

private:
    /// [sum of widths * maps, dim], He et al. 2015: variance 2 / (width * dim) in the maps of each width.
    torch::Tensor initialMaps(std::int64_t dim) const {
        std::vector<torch::Tensor> blocks;
        for (const std::int64_t width : m_widths) {
            const double bound = std::sqrt(6.0 / static_cast<double>(width * dim));
            blocks.push_back(torch::empty({width * m_maps, dim}).uniform_(-bound, bound));
        }
        return torch::cat(blocks);
    }

    std::vector<std::int64_t> m_widths;
    std::int64_t m_maps;
    double m_dropout, m_maxNorm;
    std::shared_ptr<TokenEmbedding> m_embedding;
    std::shared_ptr<Positions> m_positions;
    std::shared_ptr<Linear> m_classifier;
    torch::Tensor m_convolution, m_bias;
};

}  // namespace

ModelEntry textCnnEntry() {
    return {
        .name = "TextCNN",
        .title = {STRAND_TEXT("engine", "Convolutional network for text")},
        .family = "traditional",
        .attention = "none",
        .description = {STRAND_TEXT(
            "engine",
            "Looks for short patterns of a few widths anywhere in the sequence and decides by the strongest match of each. Fast and hard "
            "to beat where a motif decides; it does not see how two of them are arranged, and where one stands only with positions.")},
        .paper = "Kim 2014, arXiv:1408.5882",
        .architecture = architecture({
            placesOfTokens(),
            {.kind = StageKind::Convolve, .title = {STRAND_TEXT("engine", "Convolution with ReLU")}, .shows = {"maps"}, .each = "widths"},
            {.kind = StageKind::Pool, .title = {STRAND_TEXT("engine", "Maximum over all positions")}},
        }),
        .hyperparameters = withWordVectors(
            withCommon({{"dropout", "0.5"}},
                       {
                           embeddingDimSpec(),
                           listSpec("widths", {3, 4, 5}, {1, 64}, "tokens", STRAND_TEXT("engine", "Widths of the patterns looked for.")),
                           integerSpec("maps", 100, {1, 4096}, "", STRAND_TEXT("engine", "Patterns of each width.")),
                           tokenPositions(),
                           expert(realSpec("max_norm", 3, {0, 1000}, "",
                                           STRAND_TEXT("engine", "Greatest length of the weight vector of a class; 0 sets no limit."))),
                       })),
        .presets = {{"quick", {{"epochs", "8"}}},
                    {"balanced", {}},
                    {"thorough", {{"epochs", "60"}, {"widths", "3,5,7,9"}, {"maps", "128"}}}},
        .make = [](const ModelContext& context, const Hyperparameters& values) -> std::shared_ptr<Model> {
            return std::make_shared<TextCnn>(context, values);
        },
    };
}

}  // namespace strand
