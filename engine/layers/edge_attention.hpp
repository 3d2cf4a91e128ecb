// Attention along the edges of a graph (Velickovic et al. 2018, arXiv:1710.10903, equations 1 to 5).
#pragma once

#include "layers/linear.hpp"
#include "layers/sequence_graph.hpp"

namespace strand {

struct EdgeAttentionOptions {
    std::int64_t input = 64, heads = 8, headDim = 8;
    double slope = 0.2;    ///< of the LeakyReLU over the scores below 0
    double dropout = 0.6;  ///< of the inputs and of the coefficients
};

/// y_i = sum over the edges from j of alpha_ij W x_j, with alpha_i the softmax over these edges of LeakyReLU(a . [W x_i, W x_j]); an edge
/// that was counted n times takes part n times. Each head has its own W and a; the heads lie side by side.
class EdgeAttention : public Module {
public:
    explicit EdgeAttention(const EdgeAttentionOptions& options);
    /// x [T,input] -> [T, heads * headDim], before any activation. `coefficients`, where it is not null, becomes alpha [E,heads].
    torch::Tensor forward(const SequenceGraph& graph, const torch::Tensor& x, torch::Tensor* coefficients = nullptr);

private:
    EdgeAttentionOptions m_options;
    std::shared_ptr<Linear> m_project;
    torch::Tensor m_to, m_from;  ///< [heads, headDim]: the halves of a for i and for j
    torch::Tensor m_bias;        ///< [heads * headDim]
};

}  // namespace strand
