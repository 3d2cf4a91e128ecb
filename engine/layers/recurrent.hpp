// Recurrent layers, one or two directions, correct for sequences of different lengths: plain (Elman 1990), gated recurrent unit
// (Cho et al. 2014, arXiv:1406.1078, reset applied after the product), long short-term memory (Hochreiter & Schmidhuber 1997).
#pragma once

#include "layers/kernels/kernels.hpp"
#include "layers/module.hpp"
#include "layers/token_rows.hpp"

namespace strand {

struct RecurrentWeights {
    torch::Tensor recurrent;  ///< [directions, R H, H]: R = 1 (RNN), gates r z n (GRU) or i f g o (LSTM)
    torch::Tensor past;       ///< [directions, H], GRU only: bias of the recurrent part of n
};

/// One layer. `input` holds the input part of the gates [N, directions * R H] (n r z for the GRU, else as above; biases included).
/// -> states [B, L, directions * H], 0 at padded positions. The backward direction begins at the last valid position.
[[nodiscard]] torch::Tensor recurrent(RecurrentCell cell, const TokenTable& input, const RecurrentWeights& weights);

struct RecurrentOptions {
    RecurrentCell cell = RecurrentCell::Lstm;
    std::int64_t input = 128, hidden = 128;  ///< hidden is for each direction
    std::int64_t layers = 1;
    bool bidirectional = true;
    double dropout = 0;  ///< between layers
};

/// Input weights after Glorot & Bengio 2010 (a tenth of that for a plain RNN), recurrent weights orthogonal, bias 0, that of the gate which keeps the state 1.
class Recurrent : public Module {
public:
    explicit Recurrent(const RecurrentOptions& options);
    /// States of the last layer [B, L, directions * H].
    torch::Tensor forward(const TokenEmbedding& embedding, const Tokens& tokens);

private:
    RecurrentOptions m_options;
    std::vector<torch::Tensor> m_input, m_bias;  ///< [layer]
    std::vector<RecurrentWeights> m_recurrent;   ///< [layer]
};

}  // namespace strand
