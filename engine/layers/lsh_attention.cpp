#include "layers/lsh_attention.hpp"

#include "layers/dropout.hpp"
#include "layers/listed_attention.hpp"
#include "layers/score_masks.hpp"
#include "layers/unit_length.hpp"

#include <ATen/CPUGeneratorImpl.h>

#include <cmath>
#include <limits>
#include <optional>

namespace strand {

namespace {

std::int64_t partsOf(std::int64_t n, std::int64_t size) { return (n + size - 1) / size; }

torch::Tensor count(std::int64_t n, const torch::Tensor& like) {
    return torch::arange(n, torch::TensorOptions(torch::kLong).device(like.device()));
}

/// Parts of `size` that the entries of each sequence fill, at least 1: [B] -> [B].
torch::Tensor filledParts(const Padding& entries, std::int64_t size) {
    return (entries.lengths + (size - 1)).floor_divide(size).clamp_min(1);
}

/// Rows and columns of padding are 0.
torch::Tensor withoutPadding(const torch::Tensor& weights, const Padding& entries) {
    if (!entries.mask.defined()) return weights;
    const torch::Tensor outside = entries.mask.narrow(1, 0, weights.size(2)).logical_not();
    return weights.masked_fill(outside.unsqueeze(1).unsqueeze(3), 0).masked_fill(outside.unsqueeze(1).unsqueeze(2), 0);
}

/// The chunk before each chunk, counted over all rounds: [B or 1, rounds * chunks].
torch::Tensor chunkBefore(const Padding& entries, std::int64_t rounds, std::int64_t chunks, std::int64_t bucketSize) {
    const torch::Tensor all = count(rounds * chunks, entries.lengths).view({1, rounds, chunks});
    const torch::Tensor lastOfRoundBefore =
        (all.narrow(2, 0, 1) - chunks).remainder(rounds * chunks) + filledParts(entries, bucketSize).view({-1, 1, 1}) - 1;
    const torch::Tensor others = all.narrow(2, 0, chunks - 1).expand({lastOfRoundBefore.size(0), -1, -1});
    return torch::cat({lastOfRoundBefore, others}, 2).flatten(1);
}

/// A value a slot: those of the queries of each chunk [B,heads,rounds,chunks,size], and those of its keys [B,heads,rounds,chunks,2 size].
struct InChunks {
    torch::Tensor query, key;
};

/// The order of the buckets, and where it puts the entries. Chunks of `size` slots hold them; what is left is empty.
class Sorting {
public:
    Sorting(const torch::Tensor& buckets, const Padding& entries, std::int64_t size)
        : m_size(size), m_rounds(buckets.size(2)), m_number(buckets.size(3)), m_chunks(partsOf(m_number, size)) {
        torch::Tensor rank = buckets * m_number + count(m_number, buckets);
        if (entries.mask.defined()) {
            rank = rank.masked_fill(entries.mask.logical_not().view({-1, 1, 1, m_number}), std::numeric_limits<std::int64_t>::max());
            m_empty = count(m_chunks * size, rank).view({1, 1, 1, -1}) >= entries.lengths.view({-1, 1, 1, 1});
        }
        m_order = rank.argsort(std::int64_t{3});
        m_slot = torch::empty_like(m_order).scatter_(3, m_order, count(m_number, m_order).expand_as(m_order));
        m_before = chunkBefore(entries, m_rounds, m_chunks, size).view({entries.lengths.size(0), 1, -1, 1});
    }

    /// Entries in their slots, -1 = empty.
    [[nodiscard]] InChunks entries() const { return arranged(m_order); }
    /// values [B,heads,rounds,E] of the entries, -1 = empty.
    [[nodiscard]] InChunks values(const torch::Tensor& values) const { return arranged(values.gather(3, m_order)); }
    /// [B,heads,rounds,E]: the slot of an entry, and its chunk.
    [[nodiscard]] const torch::Tensor& slot() const { return m_slot; }
    [[nodiscard]] torch::Tensor chunk() const { return m_slot.floor_divide(m_size); }

private:
    [[nodiscard]] InChunks arranged(const torch::Tensor& sorted) const {
        torch::Tensor slots = torch::constant_pad_nd(sorted, {0, m_chunks * m_size - m_number}, -1);
        if (m_empty.defined()) slots = slots.masked_fill(m_empty, -1);
        const torch::Tensor own = slots.reshape({slots.size(0), slots.size(1), m_rounds * m_chunks, m_size});
        const torch::Tensor both = torch::cat({own, own.gather(2, m_before.expand_as(own))}, 3);
        const auto byRounds = [&](const torch::Tensor& x) { return x.unflatten(2, {m_rounds, m_chunks}); };
        return {.query = byRounds(own), .key = byRounds(both)};
    }

    std::int64_t m_size, m_rounds, m_number, m_chunks;
    torch::Tensor m_order, m_slot;  ///< [B,heads,rounds,E]
    torch::Tensor m_empty;          ///< [B,1,1,slots], undefined where only the last chunk has empty slots
    torch::Tensor m_before;         ///< [B,1,rounds * chunks,1]
};

torch::Tensor sameValue(const torch::Tensor& query, const torch::Tensor& key) { return query.unsqueeze(5) == key.unsqueeze(4); }

/// How many times, over all rounds, each query of a chunk sees each of its keys, at least 1.
torch::Tensor timesSeen(const Sorting& sorting, const torch::Tensor& buckets, const Padding& entries, const LshOptions& options) {
    const std::int64_t rounds = buckets.size(2), beyond = buckets.size(3) + 1;
    const torch::Tensor chunk = sorting.chunk(), last = filledParts(entries, options.bucketSize).view({-1, 1, 1}) - 1;
    torch::Tensor times;
    const auto add = [&](const torch::Tensor& ofQuery, const torch::Tensor& ofKey) {
        const auto spread = [&](const torch::Tensor& x) { return sorting.values(x.unsqueeze(2).expand({-1, -1, rounds, -1})); };
        const torch::Tensor same = sameValue(spread(ofQuery).query, spread(ofKey).key).to(torch::kFloat);
        times = times.defined() ? times + same : same;
    };
    for (std::int64_t round = 0; round < rounds; ++round) {
        const torch::Tensor own = chunk.select(2, round);
        if (options.acrossBuckets) {
            const torch::Tensor before = chunk.select(2, (round + rounds - 1) % rounds);
            add(own, own);
            add(own, torch::where(own == last, -1, own + 1));
            add(own, torch::where(before == last, 0, -1));
        } else {
            const torch::Tensor bucket = buckets.select(2, round) * beyond;
            add(bucket + own, bucket + own);
            add(bucket + own, bucket + own + 1);
        }
    }
    return times.clamp_min(1);
}

/// What is added to the logits [B,heads,rounds,chunks,size,2 size] because of buckets and of what is seen several times.
torch::Tensor biasOf(const Sorting& sorting, const torch::Tensor& buckets, const Padding& entries, const LshOptions& options) {
    torch::Tensor bias;
    if (!options.allowDuplicates) bias = -timesSeen(sorting, buckets, entries, options).log();
    if (options.acrossBuckets) return bias;
    const torch::Tensor ofRound = buckets + count(buckets.size(2), buckets).view({-1, 1}) * buckets.size(3);
    const InChunks bucket = sorting.values(ofRound);
    const torch::Tensor other = sameValue(bucket.query, bucket.key).logical_not();
    return (bias.defined() ? bias : torch::zeros(other.sizes(), torch::TensorOptions().device(other.device()))).masked_fill(other, kHidden);
}

/// Rows [B,heads,rounds * chunks,size,n] of slots -> [B,heads,rounds,L,n]: those of the tokens in their own order.
torch::Tensor tokenRows(const torch::Tensor& chunked, const Sorting& sorting, std::int64_t tokens) {
    const torch::Tensor slot = sorting.slot().narrow(3, 0, tokens);
    const std::int64_t slots = chunked.size(2) * chunked.size(3) / slot.size(2);
    const torch::Tensor first = count(slot.size(2), slot).unsqueeze(1) * slots;
    return listedRows(chunked.flatten(2, 3), slot + first);
}

/// Weights in chunks, joined over the rounds in these shares [B,heads,rounds,L,1], as one matrix [B,heads,L,L].
torch::Tensor asMatrix(const torch::Tensor& weights, const Sorting& sorting, const torch::Tensor& shares, std::int64_t tokens) {
    const torch::Tensor rows = tokenRows(weights, sorting, tokens) * shares, keys = sorting.entries().key.flatten(2, 3).unsqueeze(3);
    const torch::Tensor columns = tokenRows(keys.expand_as(weights), sorting, tokens);
    const torch::Tensor shown = (columns >= 0).logical_and(columns < tokens);
    torch::Tensor matrix = torch::zeros({weights.size(0), weights.size(1), tokens, tokens}, weights.options());
    for (std::int64_t round = 0; round < rows.size(2); ++round) {
        const torch::Tensor inside = shown.select(2, round);
        matrix = matrix.scatter_add(3, columns.select(2, round).masked_fill(inside.logical_not(), 0), rows.select(2, round) * inside);
    }
    return matrix;
}

}  // namespace

torch::Tensor sharedQkAttention(const torch::Tensor& qk, const torch::Tensor& v, const Padding& entries, const SharedQkOptions& options,
                                torch::Tensor* weights) {
    const std::int64_t number = qk.size(2), tokens = options.tokens;
    const torch::Tensor query = count(tokens, qk).unsqueeze(1), key = count(number, qk);
    torch::Tensor scores =
        torch::matmul(qk.narrow(2, 0, tokens) / std::sqrt(static_cast<double>(qk.size(3))), unitLength(qk).transpose(2, 3));
    scores = scores.masked_fill(query == key, kItself);
    torch::Tensor hidden;
    if (options.causal) hidden = (key > query).logical_and(key < tokens);
    if (entries.mask.defined()) {
        const torch::Tensor outside = entries.mask.logical_not().view({-1, 1, 1, number});
        hidden = hidden.defined() ? hidden.logical_or(outside) : outside;
    }
    if (hidden.defined()) scores = scores.masked_fill(hidden, kHidden);
    const torch::Tensor given = torch::softmax(scores, 3);
    if (weights != nullptr) *weights = withoutPadding(given.narrow(3, 0, tokens), entries);
    return torch::matmul(applyDropout(given, options.dropout, options.dropout > 0), v);
}

torch::Tensor lshRotations(const LshRotationOptions& options, std::uint64_t seed) {
    const std::optional<at::Generator> generator = seed == 0 ? std::nullopt : std::optional(at::make_generator<at::CPUGeneratorImpl>(seed));
    return torch::randn({options.heads, options.headDim, options.rounds, partsOf(options.entries, 2 * options.bucketSize)}, generator,
                        torch::TensorOptions());
}

torch::Tensor lshBuckets(const torch::Tensor& qk, const torch::Tensor& rotations, const Padding& entries, std::int64_t bucketSize) {
    const torch::NoGradGuard frozen;
    const std::int64_t rounds = rotations.size(2), columns = std::min(rotations.size(3), partsOf(qk.size(2), 2 * bucketSize));
    const torch::Tensor directions = rotations.narrow(3, 0, columns).flatten(2);
    const torch::Tensor along = torch::matmul(qk.detach(), directions).unflatten(3, {rounds, columns});
    const torch::Tensor half = filledParts(entries, 2 * bucketSize).clamp_max(columns).view({-1, 1, 1, 1, 1});
    torch::Tensor size = along.abs();
    if (entries.mask.defined()) size = size.masked_fill(count(columns, qk) >= half, -1);
    const torch::Tensor best = size.argmax(4, true);
    const torch::Tensor bucket = best + half * (along.gather(4, best) < 0);
    return bucket.squeeze(4).transpose(2, 3).contiguous();
}

torch::Tensor lshAttention(const torch::Tensor& qk, const torch::Tensor& v, const torch::Tensor& buckets, const Padding& entries,
                           const LshOptions& options, torch::Tensor* weights) {
    const Sorting sorting(buckets, entries, options.bucketSize);
    const InChunks entry = sorting.entries();
    const torch::Tensor bias = biasOf(sorting, buckets, entries, options);
    const ListedOptions listed{.itselfLast = true,
                               .causal = options.shared.causal,
                               .tokens = options.shared.tokens,
                               .dropout = options.shared.dropout,
                               .bias = bias.defined() ? bias.flatten(2, 3) : bias};
    const ListedAttention found =
        listedAttention(qk, unitLength(qk), v, entry.query.flatten(2, 3), entry.key.flatten(2, 3), listed, weights != nullptr);
    const std::int64_t tokens = options.shared.tokens;
    const torch::Tensor shares = torch::softmax(tokenRows(found.sums.unsqueeze(4), sorting, tokens), 2);
    if (weights != nullptr) *weights = withoutPadding(asMatrix(found.weights, sorting, shares, tokens), entries);
    return (tokenRows(found.out, sorting, tokens) * shares).sum(2);
}

}  // namespace strand
