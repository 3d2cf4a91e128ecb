#include "layers/gated_graph.hpp"

namespace strand {

GatedGraph::GatedGraph(std::int64_t dim) : m_dim(dim) {
    m_message = registerModule("message", std::make_shared<Linear>(dim, 3 * dim));
    m_gates = registerModule("gates", std::make_shared<Linear>(dim, 2 * dim, false));
    m_candidate = registerModule("candidate", std::make_shared<Linear>(dim, dim, false));
}

torch::Tensor GatedGraph::forward(const SparseRows& edges, const torch::Tensor& h) const {
    const torch::Tensor message = m_message->forward(sparseProduct(edges, edges, h));
    const torch::Tensor gates = torch::sigmoid(message.narrow(1, 0, 2 * m_dim) + m_gates->forward(h));
    const torch::Tensor update = gates.narrow(1, 0, m_dim), reset = gates.narrow(1, m_dim, m_dim);
    const torch::Tensor candidate = torch::tanh(message.narrow(1, 2 * m_dim, m_dim) + m_candidate->forward(reset * h));
    return h + update * (candidate - h);
}

}  // namespace strand
