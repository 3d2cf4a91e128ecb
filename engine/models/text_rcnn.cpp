// Recurrent convolutional network (Lai et al. 2015, AAAI): each token with what is read before and after it, maximum over time.
#include "models/common_hyperparameters.hpp"
#include "models/recurrent_model.hpp"
#include "models/shared_specs.hpp"
#include "models/specs.hpp"

namespace strand {

namespace {

/// The states that have read only what lies before (forward half) and after (backward half) each position.
torch::Tensor contexts(const torch::Tensor& states, std::int64_t hidden) {
    const std::int64_t rest = states.size(1) - 1;
    const torch::Tensor before = torch::constant_pad_nd(states.narrow(1, 0, rest).narrow(2, 0, hidden), {0, 0, 1, 0});
    const torch::Tensor after = torch::constant_pad_nd(states.narrow(1, 1, rest).narrow(2, hidden, hidden), {0, 0, 0, 1});
    return torch::cat({before, after}, 2);
}

class TextRcnn : public RecurrentModel {
public:
    TextRcnn(const ModelContext& context, const Hyperparameters& values)
        : RecurrentModel(context, values, {.readout = values.integer("features")}) {
        const std::int64_t inputs = 2 * hidden() + values.integer("embedding_dim");
        m_join = registerModule("join", std::make_shared<Linear>(inputs, values.integer("features")));
    }

protected:
    torch::Tensor readout(const ModelInput& input, const torch::Tensor& states, Taps*) override {
        const torch::Tensor tokens = input.embedded.defined() ? input.embedded : embed(input.ids);
        const torch::Tensor joined = m_join->forward(torch::cat({contexts(states, hidden()), tokens}, 2));
        // tanh grows with its argument: the maximum may come first.
        const TokenTable rows{.table = joined.flatten(0, 1),
                              .rows = {.index = {}, .lengths = input.lengths, .positions = input.ids.size(1)}};
        return torch::tanh(tokenConvolutionMax(rows, {1}, joined.size(2)));
    }

private:
    std::shared_ptr<Linear> m_join;
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
            placesOfTokens(),
            bothDirections(),
            {.kind = StageKind::Dense, .title = {STRAND_TEXT("engine", "Token and contexts together, tanh")}, .shows = {"features"}},
            {.kind = StageKind::Pool, .title = {STRAND_TEXT("engine", "Maximum over all positions")}},
        }),
        .hyperparameters = withWordVectors(withCommon(
            {{"dropout", "0.2"}},
            {
                embeddingDimSpec(),
                directionSizeSpec(128),
                recurrentLayersSpec(),
                tokenPositions(),
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
