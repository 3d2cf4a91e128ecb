#include "models/recurrent_model.hpp"

#include "layers/dropout.hpp"
#include "layers/pooling.hpp"
#include "models/encoder_input.hpp"
#include "models/specs.hpp"

namespace strand {

RecurrentModel::RecurrentModel(const ModelContext& context, const Hyperparameters& values, const Options& options)
    : m_hidden(values.integer("hidden")), m_dropout(values.real("dropout")) {
    const std::int64_t dim = values.integer("embedding_dim");
    m_embedding = registerModule("embedding", std::make_shared<TokenEmbedding>(context.vocabularySize, dim));
    m_positions = makePositions(values, context, dim);
    if (m_positions) registerModule("positions", m_positions);
    m_recurrent = registerModule("recurrent", std::make_shared<Recurrent>(RecurrentOptions{.cell = options.cell,
                                                                                           .input = dim,
                                                                                           .hidden = m_hidden,
                                                                                           .layers = values.integer("n_layers"),
                                                                                           .bidirectional = options.bidirectional,
                                                                                           .dropout = m_dropout}));
    m_classifier = registerModule("classifier", std::make_shared<Linear>(options.readout, context.classes));
}

ModelOutput RecurrentModel::forward(const ModelInput& given, Taps* taps) {
    const ModelInput input = withPositions(given);
    const torch::Tensor states = m_recurrent->forward(*m_embedding, tokensOf(input, m_positions));
    const torch::Tensor representation = readout(input, states, taps);
    return {.logits = m_classifier->forward(applyDropout(representation, m_dropout, isTraining())), .representation = representation};
}

torch::Tensor RecurrentModel::finalStates(const ModelInput& input, const torch::Tensor& states) const {
    const torch::Tensor ahead = states.narrow(2, 0, m_hidden), back = states.narrow(2, m_hidden, m_hidden);
    return torch::cat({lastValid(ahead, paddingOf(input)), back.select(1, 0)}, 1);
}

Stage bothDirections() {
    return {.kind = StageKind::Recur,
            .title = {STRAND_TEXT("engine", "LSTM")},
            .shows = {"hidden"},
            .repeats = "n_layers",
            .paths = {{STRAND_TEXT("engine", "left to right")}, {STRAND_TEXT("engine", "right to left")}}};
}

}  // namespace strand
