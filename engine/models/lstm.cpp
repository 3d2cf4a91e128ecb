// Long short-term memory (Hochreiter & Schmidhuber 1997).
#include "models/common_hyperparameters.hpp"
#include "models/model.hpp"
#include "models/recurrent_classifier.hpp"
#include "models/recurrent_model.hpp"

namespace strand {

ModelEntry lstmEntry() {
    return {
        .name = "LSTM",
        .title = {STRAND_TEXT("engine", "Long short-term memory")},
        .family = "traditional",
        .attention = "none",
        .description = {STRAND_TEXT("engine",
                                    "Reads the sequence letter by letter; gates decide what is remembered, forgotten and shown. Keeps what "
                                    "lay far back better than a plain recurrent network, and needs more time.")},
        .paper = "Hochreiter & Schmidhuber 1997, Neural Computation 9",
        .architecture = architecture({
            placesOfTokens(),
            {.kind = StageKind::Recur, .title = {STRAND_TEXT("engine", "LSTM")}, .shows = {"hidden"}, .repeats = "n_layers"},
            {.kind = StageKind::Pool, .title = {STRAND_TEXT("engine", "One vector for the sequence")}, .shows = {"pooling"}},
        }),
        .hyperparameters = withWordVectors(withCommon({{"dropout", "0.2"}}, recurrentHyperparameters())),
        .presets = recurrentPresets(),
        .make = [](const ModelContext& context, const Hyperparameters& values) -> std::shared_ptr<Model> {
            return makeRecurrentClassifier(RecurrentCell::Lstm, context, values);
        },
    };
}

}  // namespace strand
