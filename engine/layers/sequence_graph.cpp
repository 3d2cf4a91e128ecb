#include "layers/sequence_graph.hpp"

#include <algorithm>
#include <vector>

namespace strand {

namespace {

template <typename T>
torch::Tensor tensorOf(const std::vector<T>& values) {
    return torch::tensor(at::ArrayRef<T>(values), torch::CppTypeToScalarType<T>::value);
}

/// Collects the graphs of a batch, one sequence after the other. Time and memory grow with length * window.
class GraphBuilder {
public:
    GraphBuilder(const GraphOptions& options, std::int64_t positions, std::int64_t largestId)
        : m_options(options), m_positions(positions), m_nodeOfId(static_cast<std::size_t>(largestId) + 1, kNone) {}

    void add(const std::int64_t* ids, std::int64_t length) {
        const std::int64_t base = m_first.back(), row = static_cast<std::int64_t>(m_first.size()) - 1;
        const std::int64_t nodes = nameNodes(ids, length);
        groupPositions(nodes, length);
        for (std::int64_t node = 0; node < nodes; ++node)
            addNode(node, base, row * m_positions, length);
        for (std::int64_t p = 0; p < m_positions; ++p)
            addPosition(p < length ? m_node[static_cast<std::size_t>(p)] : kNone, base);
        m_first.push_back(base + nodes);
    }

    [[nodiscard]] SequenceGraph graph() const {
        const auto batch = static_cast<std::int64_t>(m_first.size()) - 1;
        SequenceGraph graph{.first = tensorOf(m_first),
                            .nodeAt = tensorOf(m_nodeAt).view({batch, m_positions}),
                            .nodes = {},
                            .edges = {tensorOf(m_edgeStart), tensorOf(m_neighbour), tensorOf(m_count)},
                            .occurrences = {tensorOf(m_occurrenceStart), tensorOf(m_occurrence), tensorOf(m_share)},
                            .nodeOfPosition = {tensorOf(m_positionStart), tensorOf(m_positionNode), tensorOf(m_positionShare)}};
        const torch::Tensor sizes = graph.first.diff(), begin = graph.first.narrow(0, 0, batch);
        const std::int64_t most = std::max<std::int64_t>(sizes.max().item<std::int64_t>(), 1);
        const torch::Tensor places = torch::arange(most).unsqueeze(0);
        graph.nodes = {
            .index = (begin.unsqueeze(1) + places).masked_fill(places >= sizes.unsqueeze(1), 0), .lengths = sizes, .positions = most};
        return graph;
    }

private:
    static constexpr std::int64_t kNone = -1;

    /// Fills m_node; the number of nodes.
    std::int64_t nameNodes(const std::int64_t* ids, std::int64_t length) {
        m_node.resize(static_cast<std::size_t>(length));
        std::int64_t nodes = 0;
        for (std::int64_t p = 0; p < length; ++p) {
            std::int64_t& known = m_nodeOfId[static_cast<std::size_t>(ids[p])];
            if (known == kNone || m_options.nodes == GraphNodes::Positions) known = nodes++;
            m_node[static_cast<std::size_t>(p)] = known;
        }
        for (std::int64_t p = 0; p < length; ++p)
            m_nodeOfId[static_cast<std::size_t>(ids[p])] = kNone;
        return nodes;
    }

    /// Positions sorted by their nodes: those of a node are m_grouped [m_groupStart[node], m_groupStart[node + 1]).
    void groupPositions(std::int64_t nodes, std::int64_t length) {
        m_groupStart.assign(static_cast<std::size_t>(nodes) + 2, 0);
        for (const std::int64_t node : m_node)
            ++m_groupStart[static_cast<std::size_t>(node) + 2];
        for (std::size_t i = 2; i < m_groupStart.size(); ++i)
            m_groupStart[i] += m_groupStart[i - 1];
        m_grouped.resize(static_cast<std::size_t>(length));
        for (std::int64_t p = 0; p < length; ++p)
            m_grouped[static_cast<std::size_t>(m_groupStart[static_cast<std::size_t>(m_node[static_cast<std::size_t>(p)]) + 1]++)] = p;
        m_edgeOf.assign(static_cast<std::size_t>(nodes), kNone);
    }

    void addNode(std::int64_t node, std::int64_t base, std::int64_t firstPosition, std::int64_t length) {
        const auto rowBegin = static_cast<std::int64_t>(m_neighbour.size());
        countEdge(node, base, rowBegin);
        const auto begin = m_groupStart[static_cast<std::size_t>(node)], end = m_groupStart[static_cast<std::size_t>(node) + 1];
        for (std::int64_t i = begin; i < end; ++i) {
            const std::int64_t p = m_grouped[static_cast<std::size_t>(i)];
            m_occurrence.push_back(firstPosition + p);
            m_share.push_back(1.0F / static_cast<float>(end - begin));
            const std::int64_t from = std::max<std::int64_t>(p - m_options.window + 1, 0), to = std::min(p + m_options.window, length);
            for (std::int64_t q = from; q < to; ++q) {
                if (q != p) countEdge(m_node[static_cast<std::size_t>(q)], base, rowBegin);
            }
        }
        m_occurrenceStart.push_back(static_cast<std::int64_t>(m_occurrence.size()));
        m_edgeStart.push_back(static_cast<std::int64_t>(m_neighbour.size()));
    }

    /// One more pair that joins the node of the row, which began at `rowBegin`, with `other`.
    void countEdge(std::int64_t other, std::int64_t base, std::int64_t rowBegin) {
        std::int64_t& edge = m_edgeOf[static_cast<std::size_t>(other)];
        if (edge < rowBegin) {  // of an earlier row
            edge = static_cast<std::int64_t>(m_neighbour.size());
            m_neighbour.push_back(base + other);
            m_count.push_back(0);
        }
        m_count[static_cast<std::size_t>(edge)] += 1;
    }

    void addPosition(std::int64_t node, std::int64_t base) {
        m_nodeAt.push_back(node == kNone ? kNone : base + node);
        if (node != kNone) {
            const auto n = m_groupStart[static_cast<std::size_t>(node) + 1] - m_groupStart[static_cast<std::size_t>(node)];
            m_positionNode.push_back(base + node);
            m_positionShare.push_back(1.0F / static_cast<float>(n));
        }
        m_positionStart.push_back(static_cast<std::int64_t>(m_positionNode.size()));
    }

    GraphOptions m_options;
    std::int64_t m_positions;
    std::vector<std::int64_t> m_first{0}, m_nodeAt;
    std::vector<std::int64_t> m_edgeStart{0}, m_neighbour, m_occurrenceStart{0}, m_occurrence, m_positionStart{0}, m_positionNode;
    std::vector<float> m_count, m_share, m_positionShare;
    std::vector<std::int64_t> m_nodeOfId, m_node, m_groupStart, m_grouped, m_edgeOf;  // of the sequence at hand
};

SparseRows onDevice(const SparseRows& rows, torch::Device device) {
    return {rows.start.to(device), rows.column.to(device), rows.weight.to(device)};
}

}  // namespace

SequenceGraph sequenceGraph(const torch::Tensor& ids, const torch::Tensor& lengths, const GraphOptions& options) {
    const torch::Tensor tokens = ids.cpu().contiguous(), valid = lengths.cpu().contiguous();
    const std::int64_t batch = tokens.size(0), positions = tokens.size(1);
    GraphBuilder builder(options, positions, tokens.numel() > 0 ? tokens.max().item<std::int64_t>() : 0);
    for (std::int64_t b = 0; b < batch; ++b)
        builder.add(tokens.const_data_ptr<std::int64_t>() + b * positions, valid.const_data_ptr<std::int64_t>()[b]);
    SequenceGraph graph = builder.graph();
    graph.nodeAt = graph.nodeAt.to(ids.device());
    graph.nodes.index = graph.nodes.index.to(ids.device());
    graph.nodes.lengths = graph.nodes.lengths.to(ids.device());
    for (SparseRows* rows : {&graph.edges, &graph.occurrences, &graph.nodeOfPosition})
        *rows = onDevice(*rows, ids.device());
    return graph;
}

torch::Tensor nodeMeans(const SequenceGraph& graph, const torch::Tensor& x) {
    return sparseProduct(graph.occurrences, graph.nodeOfPosition, x.flatten(0, 1));
}

SparseRows normalised(const SparseRows& edges) {
    const torch::Tensor row = edges.row(), zero = torch::zeros({edges.start.size(0) - 1}, edges.weight.options());
    const torch::Tensor scale = zero.index_add(0, row, edges.weight).rsqrt();
    return {edges.start, edges.column, edges.weight * scale.index_select(0, row) * scale.index_select(0, edges.column)};
}

torch::Tensor meanAndMaximum(const SequenceGraph& graph, const torch::Tensor& x) {
    const TokenTable table{.table = x, .rows = graph.nodes};
    return torch::cat({rowMeans(table), tokenConvolutionMax(table, {1}, x.size(1))}, 1);
}

torch::Tensor edgesAtPositions(const SequenceGraph& graph, const torch::Tensor& coefficients) {
    const std::int64_t batch = graph.nodeAt.size(0), most = graph.nodes.positions;
    const torch::Tensor first = graph.first.narrow(0, 0, batch).to(graph.nodeAt.device());
    const torch::Tensor row = graph.edges.row(), sequence = torch::searchsorted(graph.first.to(row.device()), row, false, true) - 1;
    const torch::Tensor begin = first.index_select(0, sequence);
    // The last row and column stand for padding.
    torch::Tensor dense = torch::zeros({batch, most + 1, most + 1, coefficients.size(1)}, coefficients.options());
    dense.index_put_({sequence, row - begin, graph.edges.column - begin}, coefficients);
    const torch::Tensor at = torch::where(graph.nodeAt < 0, most, graph.nodeAt - first.unsqueeze(1));
    const torch::Tensor b = torch::arange(batch, at.options()).view({batch, 1, 1});
    return dense.index({b, at.unsqueeze(2), at.unsqueeze(1)}).permute({0, 3, 1, 2}).contiguous();
}

}  // namespace strand
