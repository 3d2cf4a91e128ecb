#include "models/encoder_input.hpp"

#include <cmath>

namespace strand {

std::optional<PositionKind> parsePositionKind(const std::string& name) {
    if (name == "sinusoidal") return PositionKind::Sinusoidal;
    if (name == "learned") return PositionKind::Learned;
    if (name == "axial") return PositionKind::Axial;
    return name == "none" ? std::optional(PositionKind::None) : std::nullopt;
}

EncoderInput::EncoderInput(std::int64_t vocabulary, const EncoderInputOptions& options)
    : m_width(options.convolutionWidth), m_concat(options.concat && options.positions != PositionKind::None) {
    const std::int64_t dim = options.dim, positionDim = m_concat ? dim / 2 : dim, tokenDim = m_concat ? dim - positionDim : dim;
    m_embedding = register_module("embedding", std::make_shared<TokenEmbedding>(vocabulary, tokenDim));
    if (options.positions != PositionKind::None) {
        m_positions = register_module("positions",
                                      std::make_shared<Positions>(options.positions, options.maxLength, positionDim, options.axialColumns));
    }
    if (m_width > 0) {
        const double bound = std::sqrt(6.0 / static_cast<double>(m_width * tokenDim));
        m_convolution = register_parameter("convolution", torch::empty({m_width * tokenDim, tokenDim}).uniform_(-bound, bound));
        m_bias = register_parameter("bias", torch::zeros({tokenDim}));
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
    const TokenTable projected = m_embedding->project(input.ids, input.lengths, input.embedded, m_convolution, {});
    return torch::relu(tokenConvolution(projected, m_bias, m_width));
}

}  // namespace strand
