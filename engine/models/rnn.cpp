// Plain recurrent network (Elman 1990).
#include "models/common_hyperparameters.hpp"
#include "models/model.hpp"
#include "models/recurrent_classifier.hpp"
#include "models/recurrent_model.hpp"

namespace strand {

ModelEntry rnnEntry() {
    return {
        .name = "RNN",
        .title = {STRAND_TEXT("engine", "Plain recurrent network")},
        .family = "traditional",
        .attention = "none",
        .description = {STRAND_TEXT(
            "engine",
            "Reads the sequence letter by letter and carries one memory along, rewritten at each step. The simplest network that sees "
            "order; what lay far back fades quickly, so prefer LSTM or GRU for long sequences.")},
        .paper = "Elman 1990, Cognitive Science 14",
        .architecture = architecture({
            placesOfTokens(),
            {.kind = StageKind::Recur, .title = {STRAND_TEXT("engine", "Recurrent layer")}, .shows = {"hidden"}, .repeats = "n_layers"},
            {.kind = StageKind::Pool, .title = {STRAND_TEXT("engine", "One vector for the sequence")}, .shows = {"pooling"}},
        }),
        .hyperparameters = withWordVectors(withCommon({{"dropout", "0.2"}}, recurrentHyperparameters())),
        .presets = recurrentPresets(),
        .make = [](const ModelContext& context, const Hyperparameters& values) -> std::shared_ptr<Model> {
            return makeRecurrentClassifier(RecurrentCell::Rnn, context, values);
        },
    };
}

}  // namespace strand
