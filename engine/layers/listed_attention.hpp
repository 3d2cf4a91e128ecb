// Attention inside groups of listed entries: each group names its queries and its keys. The buckets of a Reformer and the clusters of a
// Routing Transformer are such groups.
#pragma once

#include "layers/torch.hpp"

namespace strand {

struct ListedOptions {
    bool itselfLast = false;  ///< an entry sees itself only where it sees nothing else: its logit is -5e4 (Kitaev et al. 2020)
    bool causal = false;      ///< of the first `tokens` entries, a query sees those before it and itself; of the others, all
    std::int64_t tokens = 0;
    double dropout = 0;       ///< of the weights; pass 0 while evaluating
    torch::Tensor bias = {};  ///< added to the logits: [B,heads,groups,n,m] or undefined
};

struct ListedAttention {
    torch::Tensor out;      ///< [B,heads,groups,n,d]: softmax(q k' / sqrt(d)) v
    torch::Tensor sums;     ///< [B,heads,groups,n]: log of the sum of exponentials
    torch::Tensor weights;  ///< [B,heads,groups,n,m], where asked for
};

/// q, k, v [B,heads,E,d]; queries [B,heads,groups,n] and keys [B,heads,groups,m] name entries, -1 = none. Queries that see nothing, or
/// are none, give some finite numbers.
[[nodiscard]] ListedAttention listedAttention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v,
                                              const torch::Tensor& queries, const torch::Tensor& keys, const ListedOptions& options,
                                              bool withWeights = false);

/// Rows of x [B,heads,E,d] named by entries [B,heads,...] -> [B,heads,...,d].
[[nodiscard]] torch::Tensor listedRows(const torch::Tensor& x, const torch::Tensor& entries);

}  // namespace strand
