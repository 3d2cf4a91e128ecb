// Long short-term memory in both directions (Hochreiter & Schmidhuber 1997; Graves & Schmidhuber 2005).
#include "models/common_hyperparameters.hpp"
#include "models/recurrent_model.hpp"
#include "models/shared_specs.hpp"
#include "models/specs.hpp"

namespace strand {

namespace {

class BiLstm : public RecurrentModel {
public:
    BiLstm(const ModelContext& context, const Hyperparameters& values)
        : RecurrentModel(context, values, {.readout = 2 * values.integer("hidden")}) {}

protected:
    torch::Tensor readout(const ModelInput& input, const torch::Tensor& states, Taps*) override { return finalStates(input, states); }
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
            placesOfTokens(),
            bothDirections(),
            {.kind = StageKind::Pool, .title = {STRAND_TEXT("engine", "Last state of both directions")}},
        }),
        .hyperparameters = withWordVectors(withCommon({{"dropout", "0.2"}},
                                                      {
                                                          embeddingDimSpec(),
                                                          directionSizeSpec(128),
                                                          recurrentLayersSpec(),
                                                          tokenPositions(),
                                                      })),
        .presets = {{"quick", {{"epochs", "8"}, {"hidden", "64"}}}, {"balanced", {}}, {"thorough", {{"epochs", "40"}, {"n_layers", "2"}}}},
        .make = [](const ModelContext& context, const Hyperparameters& values) -> std::shared_ptr<Model> {
            return std::make_shared<BiLstm>(context, values);
        },
    };
}

}  // namespace strand
