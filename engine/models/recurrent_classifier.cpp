#include "models/recurrent_classifier.hpp"

#include "layers/pooling.hpp"
#include "models/common_hyperparameters.hpp"
#include "models/recurrent_model.hpp"
#include "models/shared_specs.hpp"
#include "models/specs.hpp"

namespace strand {

namespace {

class RecurrentClassifier : public RecurrentModel {
public:
    RecurrentClassifier(RecurrentCell cell, const ModelContext& context, const Hyperparameters& values)
        : RecurrentModel(context, values, {.cell = cell, .bidirectional = false, .readout = values.integer("hidden")}),
          m_pooling(values.text("pooling")) {}

protected:
    torch::Tensor readout(const ModelInput& input, const torch::Tensor& states, Taps*) override {
        if (m_pooling == "last") return lastValid(states, paddingOf(input));
        return m_pooling == "max" ? maskedMax(states, paddingOf(input)) : maskedMean(states, paddingOf(input));
    }

private:
    std::string m_pooling;
};

}  // namespace

HyperparameterTable recurrentHyperparameters() {
    return {
        embeddingDimSpec(),
        integerSpec("hidden", 128, {1, 4096}, "units", STRAND_TEXT("engine", "Size of the memory that is carried along the sequence.")),
        recurrentLayersSpec(),
        tokenPositions(),
        choiceSpec(
            "pooling", "last", {"last", "mean", "max"},
            STRAND_TEXT("engine",
                        "What the decision is made from: the memory after the last token, or the mean or the maximum over all tokens.")),
    };
}

std::vector<Preset> recurrentPresets() {
    return {{"quick", {{"epochs", "8"}, {"hidden", "64"}}}, {"balanced", {}}, {"thorough", {{"epochs", "40"}, {"n_layers", "2"}}}};
}

std::shared_ptr<Model> makeRecurrentClassifier(RecurrentCell cell, const ModelContext& context, const Hyperparameters& values) {
    return std::make_shared<RecurrentClassifier>(cell, context, values);
}

}  // namespace strand
