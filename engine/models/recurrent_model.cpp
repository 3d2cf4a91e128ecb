#include "models/recurrent_model.hpp"

#include "layers/dropout.hpp"
#include "layers/pooling.hpp"
#include "models/encoder_input.hpp"
#include "models/specs.hpp"

namespace strand {

RecurrentModel::RecurrentModel(const ModelContext& context, const Hyperparameters& values, const Options& options)
    : m_hidden(values.integer("hidden")), m_dropout(values.real("dropout")) {
    const std::int64_t dim = values.integer("embedding_dim");
    m_embedding = register_module("embedding", std::make_shared<TokenEmbedding>(context.vocabularySize, dim));
    if (const PositionKind kind = *parsePositionKind(values.text("positions")); kind != PositionKind::None)
        m_positions = register_module("positions", std::make_shared<Positions>(kind, context.maxLength, dim));
    m_recurrent = register_module("recurrent", std::make_shared<Recurrent>(RecurrentOptions{.cell = options.cell,
                                                                                            .input = dim,
                                                                                            .hidden = m_hidden,
                                                                                            .layers = values.integer("n_layers"),
                                                                                            .bidirectional = options.bidirectional,
                                                                                            .dropout = m_dropout}));
    m_classifier = register_module("classifier", std::make_shared<Linear>(options.readout, context.classes));
}

ModelOutput RecurrentModel::forward(const ModelInput& given, Taps* taps) {
    const ModelInput input = withPositions(given);
    const torch::Tensor states = m_recurrent->forward(*m_embedding, input.ids, input.lengths, placed(input));
    const torch::Tensor representation = readout(input, states, taps);
    return {.logits = m_classifier->forward(applyDropout(representation, m_dropout, is_training())), .representation = representation};
}

torch::Tensor RecurrentModel::placed(const ModelInput& input) const {
    if (!m_positions) return input.embedded;
    const torch::Tensor tokens = input.embedded.defined() ? input.embedded : m_embedding->forward(input.ids);
    return tokens + m_positions->forward(tokens.size(1), tokens.options());
}

torch::Tensor RecurrentModel::finalStates(const ModelInput& input, const torch::Tensor& states) const {
    const torch::Tensor ahead = states.narrow(2, 0, m_hidden), back = states.narrow(2, m_hidden, m_hidden);
    return torch::cat({lastValid(ahead, paddingOf(input)), back.select(1, 0)}, 1);
}

HyperparameterSpec recurrentPositions(const std::string& defaultKind) {
    return choiceSpec(
        "positions", defaultKind, {"none", "sinusoidal", "learned"},
        STRAND_TEXT("engine",
                    "Whether each token is told where it stands, by waves of different length or by a learned vector for each "
                    "place. Helps where sequences are aligned, such as windows around a site."));
}

Stage placesOfTokens() { return {.kind = StageKind::Position, .title = {STRAND_TEXT("engine", "Positions")}, .shows = {"positions"}}; }

Stage bothDirections() {
    return {.kind = StageKind::Recur,
            .title = {STRAND_TEXT("engine", "LSTM")},
            .shows = {"hidden"},
            .repeats = "n_layers",
            .paths = {{STRAND_TEXT("engine", "left to right")}, {STRAND_TEXT("engine", "right to left")}}};
}

}  // namespace strand
