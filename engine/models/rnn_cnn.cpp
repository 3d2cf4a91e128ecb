// Long short-term memory whose states are searched by a convolution, maximum over time (C-LSTM turned round: Zhou et al. 2015; Wang et
// al. 2016).
#include "models/catalogue.hpp"
#include "models/common_hyperparameters.hpp"
#include "models/model.hpp"
#include "models/specs.hpp"

#include "layers/dropout.hpp"
#include "layers/linear.hpp"
#include "layers/recurrent.hpp"

#include <cmath>

namespace strand {

namespace {

class RnnCnn : public Model {
public:
    RnnCnn(const ModelContext& context, const Hyperparameters& values)
        : m_width(values.integer("width")), m_maps(values.integer("maps")), m_dropout(values.real("dropout")) {
        const std::int64_t dim = values.integer("embedding_dim"), hidden = values.integer("hidden");
        m_embedding = register_module("embedding", std::make_shared<TokenEmbedding>(context.vocabularySize, dim));
        m_lstm = register_module("lstm", std::make_shared<Recurrent>(RecurrentOptions{.cell = RecurrentCell::Lstm,
                                                                                      .input = dim,
                                                                                      .hidden = hidden,
                                                                                      .layers = values.integer("n_layers"),
                                                                                      .bidirectional = false,
                                                                                      .dropout = m_dropout}));
        const double bound = std::sqrt(6.0 / static_cast<double>(m_width * hidden));  // He et al. 2015
        m_convolution = register_parameter("convolution", torch::empty({m_width * m_maps, hidden}).uniform_(-bound, bound));
        m_bias = register_parameter("bias", torch::zeros({m_maps}));
        m_classifier = register_module("classifier", std::make_shared<Linear>(m_maps, context.classes));
    }

    using Model::forward;
    ModelOutput forward(const ModelInput& given, Taps*) override {
        const ModelInput input = withPositions(given);
        const torch::Tensor states = m_lstm->forward(*m_embedding, input.ids, input.lengths, input.embedded);
        const TokenTable projected{.table = linearMap(states.flatten(0, 1), m_convolution, {}),
                                   .rows = {.index = {}, .lengths = input.lengths, .positions = input.ids.size(1)}};
        const torch::Tensor features = torch::relu(tokenConvolutionMax(projected, {m_width}, m_maps) + m_bias);
        return {.logits = m_classifier->forward(applyDropout(features, m_dropout, is_training())), .representation = features};
    }
    torch::Tensor embed(const torch::Tensor& ids) override { return m_embedding->forward(ids); }

private:
    std::int64_t m_width, m_maps;
    double m_dropout;
    std::shared_ptr<TokenEmbedding> m_embedding;
    std::shared_ptr<Recurrent> m_lstm;
    torch::Tensor m_convolution, m_bias;  ///< [width * maps, hidden], the block of each offset after the other
    std::shared_ptr<Linear> m_classifier;
};

}  // namespace

ModelEntry rnnCnnEntry() {
    return {
        .name = "RNN_CNN",
        .title = {STRAND_TEXT("engine", "Recurrent network under a convolution")},
        .family = "traditional",
        .attention = "none",
        .description = {STRAND_TEXT(
            "engine",
            "Reads the sequence with a long short-term memory and looks for short patterns in what it remembers. Useful where a pattern "
            "counts only after something else was seen.")},
        .paper = "Wang et al. 2016, COLING 26",
        .architecture = architecture({
            {.kind = StageKind::Recur, .title = {STRAND_TEXT("engine", "LSTM")}, .shows = {"hidden"}, .repeats = "n_layers"},
            {.kind = StageKind::Convolve, .title = {STRAND_TEXT("engine", "Convolution with ReLU")}, .shows = {"maps", "width"}},
            {.kind = StageKind::Pool, .title = {STRAND_TEXT("engine", "Maximum over all positions")}},
        }),
        .hyperparameters = withWordVectors(
            withCommon({{"dropout", "0.2"}},
                       {
                           integerSpec("embedding_dim", 128, {1, 4096}, "", STRAND_TEXT("engine", "Numbers in the vector of a token.")),
                           integerSpec("hidden", 64, {1, 4096}, "units",
                                       STRAND_TEXT("engine", "Size of the memory that is carried along the sequence.")),
                           integerSpec("n_layers", 1, {1, 16}, "", STRAND_TEXT("engine", "Recurrent layers on top of each other.")),
                           integerSpec("maps", 256, {1, 4096}, "", STRAND_TEXT("engine", "Patterns looked for.")),
                           integerSpec("width", 4, {1, 64}, "tokens", STRAND_TEXT("engine", "Width of the patterns looked for.")),
                       })),
        .presets = {{"quick", {{"epochs", "8"}, {"maps", "128"}}}, {"balanced", {}}, {"thorough", {{"epochs", "40"}, {"hidden", "128"}}}},
        .make = [](const ModelContext& context, const Hyperparameters& values) -> std::shared_ptr<Model> {
            return std::make_shared<RnnCnn>(context, values);
        },
    };
}

}  // namespace strand
