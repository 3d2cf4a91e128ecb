// A graph for each sequence of a batch: what stands in it, and how often two of these stand near each other. The graphs of a batch lie one
// after the other without padding, as sparse rows, so that 4,096 tokens need no more memory than their edges.
#pragma once

#include "layers/sparse_rows.hpp"
#include "layers/token_rows.hpp"
#include "layers/torch.hpp"

namespace strand {

enum class GraphNodes {
    Types,     ///< one node for each token that occurs, however often
    Positions  ///< one node for each position
};

struct GraphOptions {
    GraphNodes nodes = GraphNodes::Types;
    std::int64_t window = 3;  ///< an edge joins what stands fewer than this many positions apart
};

/// T nodes and E edges, those of all B sequences together. No edge joins two sequences, so none joins training and test.
struct SequenceGraph {
    torch::Tensor first;     ///< [B+1] int64 on the CPU: sequence b has the nodes [first[b], first[b+1]), in order of first occurrence
    torch::Tensor nodeAt;    ///< [B,L] int64: the node at each position, -1 where there is padding
    TokenRows nodes;         ///< the nodes of each sequence as rows of a table [T,D], for the readout
    SparseRows edges;        ///< [T,T] symmetric: pairs of positions within the window; 1 more from each node to itself, first of its row
    SparseRows occurrences;  ///< [T, B*L]: 1 / n at each of the n positions of a node
    SparseRows nodeOfPosition;  ///< its transpose
};

/// ids [B,L] and lengths [B], valid tokens; what lies beyond them is not read. Ids that are on another device come to the CPU first.
[[nodiscard]] SequenceGraph sequenceGraph(const torch::Tensor& ids, const torch::Tensor& lengths, const GraphOptions& options);

/// x [B,L,D] -> [T,D]: the mean over the positions of each node.
[[nodiscard]] torch::Tensor nodeMeans(const SequenceGraph& graph, const torch::Tensor& x);
/// D^-1/2 A D^-1/2 for the edges A and their row sums D (Kipf & Welling 2017, arXiv:1609.02907, equation 2).
[[nodiscard]] SparseRows normalised(const SparseRows& edges);
/// x [T,D] -> [B,2D]: mean and maximum over the nodes of each sequence, side by side; 0 for an empty sequence.
[[nodiscard]] torch::Tensor meanAndMaximum(const SequenceGraph& graph, const torch::Tensor& x);
/// One number for each edge and head [E,H] -> [B,H,L,L]: at row p and column q the edge from the node that stands at q to the one at p.
/// A node that stands at several positions shows the same numbers at each of them, near or not; 0 where there is no edge or padding.
[[nodiscard]] torch::Tensor edgesAtPositions(const SequenceGraph& graph, const torch::Tensor& coefficients);

}  // namespace strand
