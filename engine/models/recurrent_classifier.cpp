#include "models/recurrent_classifier.hpp"

#include "layers/dropout.hpp"
#include "layers/linear.hpp"
#include "layers/pooling.hpp"
#include "layers/recurrent.hpp"
#include "models/common_hyperparameters.hpp"
#include "models/model.hpp"
#include "models/specs.hpp"

namespace strand {

namespace {

class RecurrentClassifier : public Model {
public:
    RecurrentClassifier(RecurrentCell cell, const ModelContext& context, const Hyperparameters& values)
        : m_pooling(values.text("pooling")), m_dropout(values.real("dropout")) {
        const std::int64_t dim = values.integer("embedding_dim"), hidden = values.integer("hidden");
        m_embedding = register_module("embedding", std::make_shared<TokenEmbedding>(context.vocabularySize, dim));
        m_recurrent = register_module("recurrent", std::make_shared<Recurrent>(RecurrentOptions{.cell = cell,
                                                                                                .input = dim,
                                                                                                .hidden = hidden,
                                                                                                .layers = values.integer("n_layers"),
                                                                                                .bidirectional = false,
                                                                                                .dropout = m_dropout}));
        m_classifier = register_module("classifier", std::make_shared<Linear>(hidden, context.classes));
    }

    using Model::forward;
    ModelOutput forward(const ModelInput& given, Taps*) override {
        const ModelInput input = withPositions(given);
        const torch::Tensor states = m_recurrent->forward(*m_embedding, input.ids, input.lengths, input.embedded);
        const torch::Tensor readout = pool(states, {.lengths = input.lengths, .mask = input.mask});
        return {.logits = m_classifier->forward(applyDropout(readout, m_dropout, is_training())), .representation = readout};
    }
    torch::Tensor embed(const torch::Tensor& ids) override { return m_embedding->forward(ids); }

private:
    torch::Tensor pool(const torch::Tensor& states, const Padding& padding) const {
        if (m_pooling == "last") return lastValid(states, padding);
        return m_pooling == "max" ? maskedMax(states, padding) : maskedMean(states, padding);
    }

    std::string m_pooling;
    double m_dropout;
    std::shared_ptr<TokenEmbedding> m_embedding;
    std::shared_ptr<Recurrent> m_recurrent;
    std::shared_ptr<Linear> m_classifier;
};

}  // namespace

HyperparameterTable recurrentHyperparameters() {
    return {
        integerSpec("embedding_dim", 128, {1, 4096}, "", STRAND_TEXT("engine", "Numbers in the vector of a token.")),
        integerSpec("hidden", 128, {1, 4096}, "units", STRAND_TEXT("engine", "Size of the memory that is carried along the sequence.")),
        integerSpec("n_layers", 1, {1, 16}, "", STRAND_TEXT("engine", "Layers on top of each other.")),
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
