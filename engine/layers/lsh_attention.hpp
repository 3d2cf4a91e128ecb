// Attention among similar vectors, found by hashing, with keys that are the queries at unit length (Reformer, Kitaev et al. 2020,
// arXiv:2001.04451).
//
// Entries [B,E] are L tokens and then, perhaps, memories: vectors of the layer that every token may see. `Padding` says which entries are
// there. The number of buckets and the chunks of a sequence follow from the number of its own entries alone, and what is not there is
// sorted behind them: neither padding nor companions change a result.
#pragma once

#include "layers/padding.hpp"
#include "layers/torch.hpp"

namespace strand {

struct SharedQkOptions {
    std::int64_t tokens = 0;  ///< L
    bool causal = false;      ///< a token sees the tokens before it, and all memories
    double dropout = 0;       ///< of the weights; pass 0 while evaluating
};

/// softmax(q k' / sqrt(d)) v with k = q / |q|, where an entry sees itself only if it sees nothing else (its logit is -5e4).
/// qk, v [B,heads,E,d] -> [B,heads,L,d]. `weights` receives [B,heads,L,L] where it is not null.
[[nodiscard]] torch::Tensor sharedQkAttention(const torch::Tensor& qk, const torch::Tensor& v, const Padding& entries,
                                              const SharedQkOptions& options, torch::Tensor* weights = nullptr);

struct LshOptions {
    SharedQkOptions shared;
    std::int64_t bucketSize = 64;  ///< entries in a chunk
    bool acrossBuckets = true;     ///< an entry may see those of other buckets in its chunk and the chunk before
    bool allowDuplicates = true;   ///< what is seen in several rounds counts each time
};

struct LshRotationOptions {
    std::int64_t heads = 1;  ///< 1 = the same directions for all
    std::int64_t headDim = 32, rounds = 4, bucketSize = 64;
    std::int64_t entries = 512;  ///< most of a sequence
};
/// Random directions [heads, d, rounds, entries / (2 bucketSize)]; drawn from torch's generator, or from `seed` where it is not 0.
[[nodiscard]] torch::Tensor lshRotations(const LshRotationOptions& options, std::uint64_t seed = 0);
/// argmax [xR; -xR] among entries / bucketSize buckets: qk [B,heads,E,d] -> [B,heads,rounds,E] int64, without gradient.
[[nodiscard]] torch::Tensor lshBuckets(const torch::Tensor& qk, const torch::Tensor& rotations, const Padding& entries,
                                       std::int64_t bucketSize);
/// sharedQkAttention among the entries of a chunk and of the chunk before, in the order of their buckets; rounds are joined in
/// proportion to their sums of exponentials. In each round, the first chunk looks back to the last one of the round before.
[[nodiscard]] torch::Tensor lshAttention(const torch::Tensor& qk, const torch::Tensor& v, const torch::Tensor& buckets,
                                         const Padding& entries, const LshOptions& options, torch::Tensor* weights = nullptr);

}  // namespace strand
