// Long short-term memory (Hochreiter & Schmidhuber 1997), one or two directions, correct for sequences of different lengths.
#pragma once

#include "layers/token_rows.hpp"

#include <torch/torch.h>

namespace strand {

/// One layer. `input` holds the input part of the gates [N, directions * 4H] (i f g o for each direction, biases included);
/// recurrent [directions, 4H, H]. -> states [B, L, directions * H], 0 at padded positions. The backward direction begins at
/// the last valid position.
[[nodiscard]] torch::Tensor lstm(const TokenTable& input, const torch::Tensor& recurrent);

struct LstmOptions {
    std::int64_t input = 128, hidden = 128;  ///< hidden is for each direction
    std::int64_t layers = 1;
    bool bidirectional = true;
    double dropout = 0;  ///< between layers
};

/// Input weights after Glorot & Bengio 2010, recurrent weights orthogonal, bias 0, that of the forget gate 1.
class Lstm : public torch::nn::Module {
public:
    explicit Lstm(const LstmOptions& options);
    /// States of the last layer [B, L, directions * H].
    torch::Tensor forward(const TokenEmbedding& embedding, const torch::Tensor& ids, const torch::Tensor& lengths,
                          const torch::Tensor& embedded);

private:
    LstmOptions m_options;
    std::vector<torch::Tensor> m_input, m_recurrent, m_bias;  ///< [layer]
};

}  // namespace strand
