// Long short-term memory whose states are searched by a convolution, maximum over time (C-LSTM turned round: Zhou et al. 2015; Wang et
// al. 2016).
#include "models/common_hyperparameters.hpp"
#include "models/recurrent_model.hpp"
#include "models/shared_specs.hpp"
#include "models/specs.hpp"

#include <cmath>

namespace strand {

namespace {

class RnnCnn : public RecurrentModel {
public:
    RnnCnn(const ModelContext& context, const Hyperparameters& values)
        : RecurrentModel(context, values, {.bidirectional = false, .readout = values.integer("maps")}),
          m_width(values.integer("width")),
          m_maps(values.integer("maps")) {
        const double bound = std::sqrt(6.0 / static_cast<double>(m_width * hidden()));  // He et al. 2015
        m_convolution = registerParameter("convolution", torch::empty({m_width * m_maps, hidden()}).uniform_(-bound, bound));
        m_bias = registerParameter("bias", torch::zeros({m_maps}));
    }

protected:
    torch::Tensor readout(const ModelInput& input, const torch::Tensor& states, Taps*) override {
        const TokenTable projected{.table = linearMap(states.flatten(0, 1), m_convolution, {}),
                                   .rows = {.index = {}, .lengths = input.lengths, .positions = input.ids.size(1)}};
        return torch::relu(tokenConvolutionMax(projected, {m_width}, m_maps) + m_bias);
    }

private:
    std::int64_t m_width, m_maps;
    torch::Tensor m_convolution, m_bias;  ///< [width * maps, hidden], the block of each offset after the other
};

}  // namespace

ModelEntry rnnCnnEntry() {
    return {
        .name = "RNN_CNN",
        .title = {STRAND_TEXT("engine", "Recurrent network under a convolution")},
        .family = "traditional",
        .attention = "none",
        .description = {STRAND_TEXT(
            "engine",
            "Reads the sequence with a long short-term memory and looks for short patterns in what it remembers. Useful where a pattern "
            "counts only after something else was seen.")},
        .paper = "Wang et al. 2016, COLING 26",
        .architecture = architecture({
            placesOfTokens(),
            {.kind = StageKind::Recur, .title = {STRAND_TEXT("engine", "LSTM")}, .shows = {"hidden"}, .repeats = "n_layers"},
            {.kind = StageKind::Convolve, .title = {STRAND_TEXT("engine", "Convolution with ReLU")}, .shows = {"maps", "width"}},
            {.kind = StageKind::Pool, .title = {STRAND_TEXT("engine", "Maximum over all positions")}},
        }),
        .hyperparameters = withWordVectors(
            withCommon({{"dropout", "0.2"}},
                       {
                           embeddingDimSpec(),
                           integerSpec("hidden", 64, {1, 4096}, "units",
                                       STRAND_TEXT("engine", "Size of the memory that is carried along the sequence.")),
                           integerSpec("n_layers", 1, {1, 16}, "", STRAND_TEXT("engine", "Recurrent layers on top of each other.")),
                           tokenPositions(),
                           integerSpec("maps", 256, {1, 4096}, "", STRAND_TEXT("engine", "Patterns looked for.")),
                           integerSpec("width", 4, {1, 64}, "tokens", STRAND_TEXT("engine", "Width of the patterns looked for.")),
                       })),
        .presets = {{"quick", {{"epochs", "8"}, {"maps", "128"}}}, {"balanced", {}}, {"thorough", {{"epochs", "40"}, {"hidden", "128"}}}},
        .make = [](const ModelContext& context, const Hyperparameters& values) -> std::shared_ptr<Model> {
            return std::make_shared<RnnCnn>(context, values);
        },
    };
}

}  // namespace strand
