// The attention branch of a Reformer: hashing where a sequence is long, all tokens where it is short (Kitaev et al. 2020,
// arXiv:2001.04451; options as in reformer_pytorch 1.4.4).
#pragma once

#include "layers/linear.hpp"
#include "layers/lsh_attention.hpp"
#include "layers/residual_stack.hpp"

namespace strand {

struct ReformerOptions {
    std::int64_t dim = 128, heads = 4, headDim = 32;
    std::int64_t bucketSize = 64, rounds = 4;
    std::int64_t maxLength = 512;  ///< longest sequence
    bool full = false;             ///< never hash
    std::int64_t fullUpTo = 128;   ///< sequences with this many entries and fewer are not hashed
    std::int64_t localHeads = 0;   ///< the first ones, which see a window of two buckets' size and its neighbours
    std::int64_t memories = 0;     ///< learned vectors that every token may see
    std::int64_t chunks = 1;       ///< parts of the heads whose scores are never in memory together
    bool causal = false, rotary = true;
    bool oneValueHead = false;                          ///< all heads share one head of values
    bool rotationsPerHead = false;                      ///< each head hashes by directions of its own
    bool acrossBuckets = true, allowDuplicates = true;  ///< see LshOptions
    double dropout = 0;                                 ///< of the weights
    double postDropout = 0;                             ///< of the result
    std::int64_t layer = 0;
};

/// Directions of hashing are a buffer, drawn anew after each training step. Shown weights: those of all rounds joined, [B,heads,L,L];
/// memories are not shown.
class ReformerAttention : public Branch {
public:
    explicit ReformerAttention(const ReformerOptions& options);
    torch::Tensor forward(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) override;
    void afterStep() override;

private:
    struct Heads {
        torch::Tensor hashed;  ///< [B,heads,E,d]: qk without positions
        torch::Tensor qk, v;   ///< [B,heads,E,d]
        Padding entries;
        std::int64_t tokens = 0;
    };
    [[nodiscard]] Heads split(const torch::Tensor& x, const Padding& padding) const;
    [[nodiscard]] torch::Tensor global(const Heads& heads, torch::Tensor* weights) const;
    [[nodiscard]] torch::Tensor byLength(const Heads& heads, std::int64_t threshold, torch::Tensor* weights) const;
    [[nodiscard]] torch::Tensor everywhere(const Heads& heads, torch::Tensor* weights) const;
    [[nodiscard]] torch::Tensor hashing(const Heads& heads, torch::Tensor* weights) const;
    [[nodiscard]] torch::Tensor inParts(const Heads& heads, const torch::Tensor& buckets, const LshOptions& options) const;

    ReformerOptions m_options;
    std::shared_ptr<Linear> m_qk, m_v, m_out;
    torch::Tensor m_memories;   ///< [memories, dim]
    torch::Tensor m_rotations;  ///< buffer, see lshRotations
};

}  // namespace strand
