// What models begin with: token vectors and positions; in transformers, where asked for, each seen together with its neighbours.
#pragma once

#include "core/hyperparameter.hpp"
#include "layers/positions.hpp"
#include "layers/token_rows.hpp"
#include "models/catalogue.hpp"
#include "models/model.hpp"

#include <optional>
#include <string>

namespace strand {

struct EncoderInputOptions {
    std::int64_t dim = 128;        ///< D
    std::int64_t maxLength = 512;  ///< rows of a learned table of positions
    PositionKind positions = PositionKind::Sinusoidal;
    std::int64_t axialColumns = 64;     ///< columns of the grid of axial positions
    bool concat = false;                ///< positions take the second half of each vector instead of being added
    std::int64_t convolutionWidth = 0;  ///< tokens seen together, with ReLU; 0 = each alone
};

/// "sinusoidal" "learned" "axial" "none"
[[nodiscard]] std::optional<PositionKind> parsePositionKind(const std::string& name);

/// The hyperparameter "positions" of models that read token after token or window after window: auto, sinusoidal, learned or none.
[[nodiscard]] HyperparameterSpec tokenPositions();
/// What it asks for, auto being sinusoidal for aligned sequences and none for others; null for none.
[[nodiscard]] std::shared_ptr<Positions> makePositions(const Hyperparameters& values, const ModelContext& context, std::int64_t dim);
/// A box of the picture: what the tokens are told of where they stand.
[[nodiscard]] Stage placesOfTokens();
/// What an embedding is given; `positions` may be null.
[[nodiscard]] Tokens tokensOf(const ModelInput& input, const std::shared_ptr<Positions>& positions = {});

class EncoderInput : public Module {
public:
    EncoderInput(std::int64_t vocabulary, const EncoderInputOptions& options);
    /// [B,L,D]
    [[nodiscard]] torch::Tensor forward(const ModelInput& input) const;
    [[nodiscard]] torch::Tensor embed(const torch::Tensor& ids) const { return m_embedding->forward(ids); }

private:
    [[nodiscard]] torch::Tensor tokens(const ModelInput& input) const;

    std::int64_t m_width;
    bool m_concat;
    std::shared_ptr<TokenEmbedding> m_embedding;
    std::shared_ptr<Positions> m_positions;
    torch::Tensor m_convolution, m_bias;
};

}  // namespace strand
