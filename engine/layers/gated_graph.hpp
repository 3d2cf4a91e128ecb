// Gated steps along the edges of a graph (Li et al. 2016, arXiv:1511.05493) as TextING takes them (Zhang et al. 2020, arXiv:2004.13826,
// equations 2 to 6).
#pragma once

#include "layers/linear.hpp"
#include "layers/sequence_graph.hpp"

namespace strand {

/// a = A h; z = sigmoid(W_z a + U_z h + b_z); r = sigmoid(W_r a + U_r h + b_r); h~ = tanh(W_h a + U_h (r * h) + b_h);
/// h <- z * h~ + (1 - z) * h. The weights of all steps are the same. The paper's W_a is part of W_z, W_r and W_h.
class GatedGraph : public Module {
public:
    explicit GatedGraph(std::int64_t dim);
    /// h [T,D] after one step; `edges` is symmetric.
    [[nodiscard]] torch::Tensor forward(const SparseRows& edges, const torch::Tensor& h) const;

private:
    std::int64_t m_dim;
    std::shared_ptr<Linear> m_message;    ///< z r h from a, with their biases
    std::shared_ptr<Linear> m_gates;      ///< z r from h
    std::shared_ptr<Linear> m_candidate;  ///< h~ from r * h
};

}  // namespace strand
