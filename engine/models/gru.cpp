// Gated recurrent unit (Cho et al. 2014).
#include "models/common_hyperparameters.hpp"
#include "models/model.hpp"
#include "models/recurrent_classifier.hpp"
#include "models/recurrent_model.hpp"

namespace strand {

ModelEntry gruEntry() {
    return {
        .name = "GRU",
        .title = {STRAND_TEXT("engine", "Gated recurrent unit")},
        .family = "traditional",
        .attention = "none",
        .description = {STRAND_TEXT("engine",
                                    "Reads the sequence letter by letter; two gates decide how much of the memory is kept and renewed. "
                                    "Does what LSTM does with a quarter fewer weights.")},
        .paper = "Cho et al. 2014, arXiv:1406.1078",
        .architecture = architecture({
            placesOfTokens(),
            {.kind = StageKind::Recur, .title = {STRAND_TEXT("engine", "GRU")}, .shows = {"hidden"}, .repeats = "n_layers"},
            {.kind = StageKind::Pool, .title = {STRAND_TEXT("engine", "One vector for the sequence")}, .shows = {"pooling"}},
        }),
        .hyperparameters = withWordVectors(withCommon({{"dropout", "0.2"}}, recurrentHyperparameters())),
        .presets = recurrentPresets(),
        .make = [](const ModelContext& context, const Hyperparameters& values) -> std::shared_ptr<Model> {
            return makeRecurrentClassifier(RecurrentCell::Gru, context, values);
        },
    };
}

}  // namespace strand
