// Long short-term memory in both directions (Hochreiter & Schmidhuber 1997; Graves & Schmidhuber 2005).
#include "models/catalogue.hpp"
#include "models/common_hyperparameters.hpp"
#include "models/model.hpp"
#include "models/specs.hpp"

#include "layers/dropout.hpp"
#include "layers/linear.hpp"
#include "layers/pooling.hpp"
#include "layers/recurrent.hpp"

namespace strand {

namespace {

class BiLstm : public Model {
public:
    BiLstm(const ModelContext& context, const Hyperparameters& values)
        : m_hidden(values.integer("hidden")), m_dropout(values.real("dropout")) {
        const std::int64_t dim = values.integer("embedding_dim");
        m_embedding = register_module("embedding", std::make_shared<TokenEmbedding>(context.vocabularySize, dim));
        m_lstm = register_module("lstm", std::make_shared<Recurrent>(RecurrentOptions{.cell = RecurrentCell::Lstm,
                                                                                      .input = dim,
                                                                                      .hidden = m_hidden,
                                                                                      .layers = values.integer("n_layers"),
                                                                                      .bidirectional = true,
                                                                                      .dropout = m_dropout}));
        m_classifier = register_module("classifier", std::make_shared<Linear>(2 * m_hidden, context.classes));
    }

    using Model::forward;
    ModelOutput forward(const ModelInput& given, Taps*) override {
        const ModelInput input = withPositions(given);
        const torch::Tensor states = m_lstm->forward(*m_embedding, input.ids, input.lengths, input.embedded);
        const torch::Tensor ahead = states.narrow(2, 0, m_hidden), back = states.narrow(2, m_hidden, m_hidden);
        const torch::Tensor readout = torch::cat({lastValid(ahead, {input.lengths, input.mask}), back.select(1, 0)}, 1);
        return {.logits = m_classifier->forward(applyDropout(readout, m_dropout, is_training())), .representation = readout};
    }
    torch::Tensor embed(const torch::Tensor& ids) override { return m_embedding->forward(ids); }

private:
    std::int64_t m_hidden;
    double m_dropout;
    std::shared_ptr<TokenEmbedding> m_embedding;
    std::shared_ptr<Recurrent> m_lstm;
    std::shared_ptr<Linear> m_classifier;
};

}  // namespace

ModelEntry bilstmEntry() {
    return {
        .name = "BiLSTM",
        .title = {STRAND_TEXT("engine", "Long short-term memory, both directions")},
        .family = "traditional",
        .attention = "none",
        .description = {STRAND_TEXT(
            "engine",
            "Reads the sequence letter by letter from both ends and decides by what it remembers when it is through. Sees the order of "
            "letters over long distances; slower than the convolutional networks.")},
        .paper = "Graves & Schmidhuber 2005, Neural Networks 18",
        .architecture = architecture({
            {.kind = StageKind::Recur,
             .title = {STRAND_TEXT("engine", "LSTM")},
             .shows = {"hidden"},
             .repeats = "n_layers",
             .paths = {{STRAND_TEXT("engine", "left to right")}, {STRAND_TEXT("engine", "right to left")}}},
            {.kind = StageKind::Pool, .title = {STRAND_TEXT("engine", "Last state of both directions")}},
        }),
        .hyperparameters = withWordVectors(
            withCommon({{"dropout", "0.2"}},
                       {
                           integerSpec("embedding_dim", 128, {1, 4096}, "", STRAND_TEXT("engine", "Numbers in the vector of a token.")),
                           integerSpec("hidden", 128, {1, 4096}, "units", STRAND_TEXT("engine", "Size of the memory in each direction.")),
                           integerSpec("n_layers", 1, {1, 16}, "", STRAND_TEXT("engine", "Layers on top of each other.")),
                       })),
        .presets = {{"quick", {{"epochs", "8"}, {"hidden", "64"}}}, {"balanced", {}}, {"thorough", {{"epochs", "40"}, {"n_layers", "2"}}}},
        .make = [](const ModelContext& context, const Hyperparameters& values) -> std::shared_ptr<Model> {
            return std::make_shared<BiLstm>(context, values);
        },
    };
}

}  // namespace strand
