// What the recurrent models share: embedding, recurrent layers, and a classifier over what each of them reads out of the states.
#pragma once

#include "layers/linear.hpp"
#include "layers/padding.hpp"
#include "layers/positions.hpp"
#include "layers/recurrent.hpp"
#include "models/catalogue.hpp"
#include "models/encoder_input.hpp"
#include "models/model.hpp"

namespace strand {

class RecurrentModel : public Model {
public:
    struct Options {
        RecurrentCell cell = RecurrentCell::Lstm;
        bool bidirectional = true;
        std::int64_t readout = 0;  ///< R
    };
    /// Hyperparameters: embedding_dim hidden n_layers positions dropout.
    RecurrentModel(const ModelContext& context, const Hyperparameters& values, const Options& options);

    using Model::forward;
    ModelOutput forward(const ModelInput& given, Taps* taps) final;
    torch::Tensor embed(const torch::Tensor& ids) final { return m_embedding->forward(ids); }

protected:
    /// States [B, L, directions * hidden], 0 at padded positions -> representation [B,R].
    virtual torch::Tensor readout(const ModelInput& input, const torch::Tensor& states, Taps* taps) = 0;
    /// [B, 2 hidden] of a bidirectional model: the forward state at the last valid position, the backward one at the first.
    [[nodiscard]] torch::Tensor finalStates(const ModelInput& input, const torch::Tensor& states) const;
    [[nodiscard]] static Padding paddingOf(const ModelInput& input) { return {.lengths = input.lengths, .mask = input.mask}; }
    [[nodiscard]] std::int64_t hidden() const { return m_hidden; }

private:
    std::int64_t m_hidden;
    double m_dropout;
    std::shared_ptr<TokenEmbedding> m_embedding;
    std::shared_ptr<Positions> m_positions;
    std::shared_ptr<Recurrent> m_recurrent;
    std::shared_ptr<Linear> m_classifier;
};

/// A box of the picture: LSTM layers in both directions.
[[nodiscard]] Stage bothDirections();

}  // namespace strand
