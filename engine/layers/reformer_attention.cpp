#include "layers/reformer_attention.hpp"

#include "core/random.hpp"
#include "layers/dropout.hpp"
#include "layers/local_attention.hpp"
#include "layers/recompute.hpp"
#include "layers/rotary.hpp"

#include <limits>

namespace strand {

namespace {

LshRotationOptions rotationOptions(const ReformerOptions& options) {
    return {.heads = options.rotationsPerHead ? options.heads - options.localHeads : 1,
            .headDim = options.headDim,
            .rounds = options.rounds,
            .bucketSize = options.bucketSize,
            .entries = options.maxLength + options.memories};
}

/// The first `tokens` entries and the memories behind position `length`.
torch::Tensor shortened(const torch::Tensor& x, std::int64_t dim, std::int64_t tokens, std::int64_t length) {
    return torch::cat({x.narrow(dim, 0, tokens), x.narrow(dim, length, x.size(dim) - length)}, dim);
}

}  // namespace

ReformerAttention::ReformerAttention(const ReformerOptions& options) : m_options(options) {
    const std::int64_t inner = options.heads * options.headDim;
    m_qk = registerModule("qk", std::make_shared<Linear>(options.dim, inner, false));
    m_v = registerModule("v", std::make_shared<Linear>(options.dim, options.oneValueHead ? options.headDim : inner, false));
    m_out = registerModule("out", std::make_shared<Linear>(inner, options.dim));
    if (options.memories > 0) m_memories = registerParameter("memories", torch::randn({options.memories, options.dim}));
    if (!options.full) m_rotations = registerBuffer("rotations", lshRotations(rotationOptions(options)));
}

void ReformerAttention::afterStep() {
    if (!m_rotations.defined()) return;
    const torch::NoGradGuard frozen;
    const std::uint64_t seed = deriveSeed(dropoutState().key, "rotations", static_cast<std::uint64_t>(m_options.layer));
    m_rotations.copy_(lshRotations(rotationOptions(m_options), seed));
}

ReformerAttention::Heads ReformerAttention::split(const torch::Tensor& x, const Padding& padding) const {
    const std::int64_t batch = x.size(0), number = x.size(1) + m_options.memories;
    torch::Tensor all = x;
    Padding entries = padding;
    if (m_options.memories > 0) {
        all = torch::cat({x, m_memories.unsqueeze(0).expand({batch, -1, -1})}, 1);
        entries.lengths = padding.lengths + m_options.memories;
        if (padding.mask.defined()) entries.mask = torch::constant_pad_nd(padding.mask, {0, m_options.memories}, true);
    }
    const auto heads = [&](const torch::Tensor& y) { return y.view({batch, number, -1, m_options.headDim}).transpose(1, 2); };
    const torch::Tensor qk = heads(m_qk->forward(all)), v = heads(m_v->forward(all)).expand({-1, m_options.heads, -1, -1});
    if (!m_options.rotary) return {.hashed = qk, .qk = qk, .v = v, .entries = entries, .tokens = x.size(1)};
    const torch::Tensor turned = torch::cat({rotated(qk.narrow(2, 0, x.size(1))), qk.narrow(2, x.size(1), m_options.memories)}, 2);
    return {.hashed = qk, .qk = turned, .v = v, .entries = entries, .tokens = x.size(1)};
}

torch::Tensor ReformerAttention::everywhere(const Heads& heads, torch::Tensor* weights) const {
    return sharedQkAttention(heads.qk, heads.v, heads.entries,
                             {.tokens = heads.tokens, .causal = m_options.causal, .dropout = isTraining() ? m_options.dropout : 0},
                             weights);
}

torch::Tensor ReformerAttention::hashing(const Heads& heads, torch::Tensor* weights) const {
    const LshOptions options{
        .shared = {.tokens = heads.tokens, .causal = m_options.causal, .dropout = isTraining() ? m_options.dropout : 0},
        .bucketSize = m_options.bucketSize,
        .acrossBuckets = m_options.acrossBuckets,
        .allowDuplicates = m_options.allowDuplicates};
    const torch::Tensor buckets = computedOnce([&] { return lshBuckets(heads.hashed, m_rotations, heads.entries, m_options.bucketSize); });
    if (m_options.chunks > 1 && weights == nullptr) return inParts(heads, buckets, options);
    return lshAttention(heads.qk, heads.v, buckets, heads.entries, options, weights);
}

torch::Tensor ReformerAttention::inParts(const Heads& heads, const torch::Tensor& buckets, const LshOptions& options) const {
    const std::int64_t parts = std::min(m_options.chunks, heads.qk.size(1));
    const auto qk = heads.qk.chunk(parts, 1), v = heads.v.chunk(parts, 1), bucket = buckets.chunk(parts, 1);
    std::vector<torch::Tensor> out;
    for (std::size_t i = 0; i < qk.size(); ++i) {
        const auto attend = [entries = heads.entries, own = bucket[i], options](const torch::Tensor& both) {
            const auto halves = both.chunk(2, 3);
            return lshAttention(halves[0], halves[1], own, entries, options);
        };
        out.push_back(recomputed(attend, torch::cat({qk[i], v[i]}, 3)));
    }
    return torch::cat(out, 1);
}

torch::Tensor ReformerAttention::global(const Heads& heads, torch::Tensor* weights) const {
    // A single bucket holds every entry.
    const std::int64_t threshold = std::max(m_options.fullUpTo, m_options.acrossBuckets ? m_options.bucketSize : 1);
    if (m_options.full || heads.qk.size(2) <= threshold) return everywhere(heads, weights);
    return heads.entries.mask.defined() ? byLength(heads, threshold, weights) : hashing(heads, weights);
}

torch::Tensor ReformerAttention::byLength(const Heads& heads, std::int64_t threshold, torch::Tensor* weights) const {
    const torch::Tensor small = heads.entries.lengths <= threshold;
    const torch::Tensor rows[] = {small.nonzero().squeeze(1), small.logical_not().nonzero().squeeze(1)};
    const auto rowsOnly = [&](const torch::Tensor& which) -> Heads {
        const auto pick = [&](const torch::Tensor& x) { return x.index_select(0, which); };
        return {.hashed = pick(heads.hashed),
                .qk = pick(heads.qk),
                .v = pick(heads.v),
                .entries = {.lengths = pick(heads.entries.lengths), .mask = pick(heads.entries.mask)},
                .tokens = heads.tokens};
    };
    if (rows[0].size(0) == 0) return hashing(heads, weights);
    torch::Tensor shown[2];
    Heads brief = rowsOnly(rows[0]);
    brief.tokens = std::min(heads.tokens, threshold);
    for (torch::Tensor* x : {&brief.qk, &brief.v})
        *x = shortened(*x, 2, brief.tokens, heads.tokens);
    brief.entries.mask = shortened(brief.entries.mask, 1, brief.tokens, heads.tokens);
    const std::int64_t missing = heads.tokens - brief.tokens;
    torch::Tensor out = torch::constant_pad_nd(everywhere(brief, weights != nullptr ? &shown[0] : nullptr), {0, 0, 0, missing});
    if (weights != nullptr) *weights = torch::constant_pad_nd(shown[0], {0, missing, 0, missing});
    if (rows[1].size(0) == 0) return out;
    const torch::Tensor place = torch::cat({rows[0], rows[1]}).argsort();
    const torch::Tensor others = hashing(rowsOnly(rows[1]), weights != nullptr ? &shown[1] : nullptr);
    if (weights != nullptr) *weights = torch::cat({*weights, shown[1]}).index_select(0, place);
    return torch::cat({out, others}).index_select(0, place);
}

torch::Tensor ReformerAttention::forward(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) {
    Heads heads = split(x, padding);
    const std::int64_t local = m_options.localHeads, far = m_options.heads - local;
    std::vector<torch::Tensor> out, shown;
    const auto attend = [&](auto&& attention) {
        torch::Tensor given;
        out.push_back(attention(weights != nullptr ? &given : nullptr));
        if (given.defined()) shown.push_back(given);
    };
    if (local > 0) {
        const auto tokensOf = [&](const torch::Tensor& y) { return y.narrow(1, 0, local).narrow(2, 0, heads.tokens); };
        const LocalAttentionOptions options{.window = 2 * m_options.bucketSize,
                                            .causal = m_options.causal,
                                            .sharedQk = true,
                                            .dropout = isTraining() ? m_options.dropout : 0};
        const torch::Tensor qk = tokensOf(heads.qk), v = tokensOf(heads.v);
        attend([&](torch::Tensor* given) { return localAttention(qk, qk, v, padding, options, given); });
        for (torch::Tensor* y : {&heads.hashed, &heads.qk, &heads.v})
            *y = y->narrow(1, local, far);
    }
    attend([&](torch::Tensor* given) { return global(heads, given); });
    if (weights != nullptr) *weights = torch::cat(shown, 1);
    const torch::Tensor joined = torch::cat(out, 1).transpose(1, 2).reshape({x.size(0), x.size(1), -1});
    return m_out->forward(joined, {.dropout = isTraining() ? m_options.postDropout : 0});
}

}  // namespace strand
