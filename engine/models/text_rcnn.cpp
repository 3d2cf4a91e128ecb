// Recurrent convolutional network (Lai et al. 2015, AAAI): each token with what is read before and after it, maximum over time.
#include "models/catalogue.hpp"
#include "models/common_hyperparameters.hpp"
#include "models/model.hpp"
#include "models/specs.hpp"

#include "layers/dropout.hpp"
#include "layers/linear.hpp"
#include "layers/recurrent.hpp"

namespace strand {

namespace {

/// The states that have read only what lies before (forward half) and after (backward half) each position.
torch::Tensor contexts(const torch::Tensor& states, std::int64_t hidden) {
    const std::int64_t rest = states.size(1) - 1;
    const torch::Tensor before = torch::constant_pad_nd(states.narrow(1, 0, rest).narrow(2, 0, hidden), {0, 0, 1, 0});
    const torch::Tensor after = torch::constant_pad_nd(states.narrow(1, 1, rest).narrow(2, hidden, hidden), {0, 0, 0, 1});
    return torch::cat({before, after}, 2);
}

class TextRcnn : public Model {
public:
    TextRcnn(const ModelContext& context, const Hyperparameters& values)
        : m_hidden(values.integer("hidden")), m_features(values.integer("features")), m_dropout(values.real("dropout")) {
        const std::int64_t dim = values.integer("embedding_dim");
        m_embedding = register_module("embedding", std::make_shared<TokenEmbedding>(context.vocabularySize, dim));
        m_lstm = register_module("lstm", std::make_shared<Recurrent>(RecurrentOptions{.cell = RecurrentCell::Lstm,
                                                                                      .input = dim,
                                                                                      .hidden = m_hidden,
                                                                                      .layers = values.integer("n_layers"),
                                                                                      .bidirectional = true,
                                                                                      .dropout = m_dropout}));
        m_join = register_module("join", std::make_shared<Linear>(2 * m_hidden + dim, m_features));
        m_classifier = register_module("classifier", std::make_shared<Linear>(m_features, context.classes));
    }

    using Model::forward;
    ModelOutput forward(const ModelInput& given, Taps*) override {
        const ModelInput input = withPositions(given);
        const torch::Tensor states = m_lstm->forward(*m_embedding, input.ids, input.lengths, input.embedded);
        const torch::Tensor tokens = input.embedded.defined() ? input.embedded : m_embedding->forward(input.ids);
        const torch::Tensor joined = m_join->forward(torch::cat({contexts(states, m_hidden), tokens}, 2));
        // tanh grows with its argument: the maximum may come first.
        const TokenTable rows{.table = joined.flatten(0, 1),
                              .rows = {.index = {}, .lengths = input.lengths, .positions = input.ids.size(1)}};
        const torch::Tensor features = torch::tanh(tokenConvolutionMax(rows, {1}, m_features));
        return {.logits = m_classifier->forward(applyDropout(features, m_dropout, is_training())), .representation = features};
    }
    torch::Tensor embed(const torch::Tensor& ids) override { return m_embedding->forward(ids); }

private:
    std::int64_t m_hidden, m_features;
    double m_dropout;
    std::shared_ptr<TokenEmbedding> m_embedding;
    std::shared_ptr<Recurrent> m_lstm;
    std::shared_ptr<Linear> m_join, m_classifier;
};

}  // namespace

ModelEntry textRcnnEntry() {
    return {
        .name = "TextRCNN",
        .title = {STRAND_TEXT("engine", "Recurrent convolutional network")},
        .family = "traditional",
        .attention = "none",
        .description = {STRAND_TEXT(
            "engine",
            "Sees each token together with everything before and after it, and decides by the strongest answer of each feature. Combines "
            "the long view of a recurrent network with the sharp eye of a convolutional one.")},
        .paper = "Lai et al. 2015, AAAI 29",
        .architecture = architecture({
            {.kind = StageKind::Recur,
             .title = {STRAND_TEXT("engine", "LSTM")},
             .shows = {"hidden"},
             .repeats = "n_layers",
             .paths = {{STRAND_TEXT("engine", "left to right")}, {STRAND_TEXT("engine", "right to left")}}},
            {.kind = StageKind::Dense, .title = {STRAND_TEXT("engine", "Token and contexts together, tanh")}, .shows = {"features"}},
            {.kind = StageKind::Pool, .title = {STRAND_TEXT("engine", "Maximum over all positions")}},
        }),
        .hyperparameters = withWordVectors(withCommon(
            {{"dropout", "0.2"}},
            {
                integerSpec("embedding_dim", 128, {1, 4096}, "", STRAND_TEXT("engine", "Numbers in the vector of a token.")),
                integerSpec("hidden", 128, {1, 4096}, "units", STRAND_TEXT("engine", "Size of the memory in each direction.")),
                integerSpec("n_layers", 1, {1, 16}, "", STRAND_TEXT("engine", "Layers on top of each other.")),
                integerSpec("features", 128, {1, 8192}, "", STRAND_TEXT("engine", "Features computed from each token and its contexts.")),
            })),
        .presets = {{"quick", {{"epochs", "8"}, {"hidden", "64"}}},
                    {"balanced", {}},
                    {"thorough", {{"epochs", "40"}, {"features", "256"}}}},
        .make = [](const ModelContext& context, const Hyperparameters& values) -> std::shared_ptr<Model> {
            return std::make_shared<TextRcnn>(context, values);
        },
    };
}

}  // namespace strand
