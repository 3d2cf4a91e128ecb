#include "models/encoder_input.hpp"

#include "models/specs.hpp"

#include <cmath>

namespace strand {

std::optional<PositionKind> parsePositionKind(const std::string& name) {
    if (name == "sinusoidal") return PositionKind::Sinusoidal;
    if (name == "learned") return PositionKind::Learned;
    if (name == "axial") return PositionKind::Axial;
    return name == "none" ? std::optional(PositionKind::None) : std::nullopt;
}

HyperparameterSpec tokenPositions() {
    return choiceSpec("positions", "auto", {"auto", "sinusoidal", "learned", "none"},
                      STRAND_TEXT("engine",
                                  "Whether each token is told where it stands: by waves of different length (sinusoidal), by a learned "
                                  "vector for each place, or not at all. auto takes waves where the sequences have one length, such as "
                                  "windows around a site, and none otherwise."));
}

std::shared_ptr<Positions> makePositions(const Hyperparameters& values, const ModelContext& context, std::int64_t dim) {
    const std::string& asked = values.text("positions");
    if (asked == "none" || (asked == "auto" && !context.aligned)) return nullptr;
    return std::make_shared<Positions>(asked == "learned" ? PositionKind::Learned : PositionKind::Sinusoidal, values.integer("max_len"),
                                       dim);
}

Stage placesOfTokens() { return {.kind = StageKind::Position, .title = {STRAND_TEXT("engine", "Positions")}, .shows = {"positions"}}; }

Tokens tokensOf(const ModelInput& input, const std::shared_ptr<Positions>& positions) {
    Tokens tokens{.ids = input.ids, .lengths = input.lengths, .embedded = input.embedded, .places = {}};
    if (positions) tokens.places = positions->forward(input.ids.size(1), torch::TensorOptions(input.ids.device()).dtype(torch::kFloat));
    return tokens;
}

EncoderInput::EncoderInput(std::int64_t vocabulary, const EncoderInputOptions& options)
    : m_width(options.convolutionWidth), m_concat(options.concat && options.positions != PositionKind::None) {
    const std::int64_t dim = options.dim, positionDim = m_concat ? dim / 2 : dim, tokenDim = m_concat ? dim - positionDim : dim;
    m_embedding = registerModule("embedding", std::make_shared<TokenEmbedding>(vocabulary, tokenDim));
    if (options.positions != PositionKind::None) {
        m_positions = registerModule("positions",
                                     std::make_shared<Positions>(options.positions, options.maxLength, positionDim, options.axialColumns));
    }
    if (m_width > 0) {
        const double bound = std::sqrt(6.0 / static_cast<double>(m_width * tokenDim));
        m_convolution = registerParameter("convolution", torch::empty({m_width * tokenDim, tokenDim}).uniform_(-bound, bound));
        m_bias = registerParameter("bias", torch::zeros({tokenDim}));
    }
}

torch::Tensor EncoderInput::forward(const ModelInput& input) const {
    torch::Tensor x = tokens(input);
    if (!m_positions) return x;
    const torch::Tensor places = m_positions->forward(x.size(1), x.options());
    return m_concat ? torch::cat({x, places.unsqueeze(0).expand({x.size(0), -1, -1})}, 2) : x + places;
}

torch::Tensor EncoderInput::tokens(const ModelInput& input) const {
    if (m_width == 0) return input.embedded.defined() ? input.embedded : m_embedding->forward(input.ids);
    const TokenTable projected = m_embedding->project(tokensOf(input), m_convolution, {});
    return torch::relu(tokenConvolution(projected, m_bias, m_width));
}

}  // namespace strand
