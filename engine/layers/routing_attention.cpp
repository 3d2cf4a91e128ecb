#include "layers/routing_attention.hpp"

#include "layers/attention.hpp"
#include "layers/auxiliary_loss.hpp"
#include "layers/listed_attention.hpp"
#include "layers/local_attention.hpp"
#include "layers/recompute.hpp"
#include "layers/rotary.hpp"
#include "layers/unit_length.hpp"
#include "layers/unit_sums.hpp"

#include <limits>

namespace strand {

namespace {

/// The `window` entries most similar to each centroid: similarity [B,heads,L,clusters] -> [B,heads,clusters,window] ascending,
/// -1 = none.
torch::Tensor mostSimilar(const torch::Tensor& similarity, const Padding& padding, std::int64_t window) {
    constexpr double kNone = -std::numeric_limits<double>::infinity();
    torch::Tensor all = similarity.transpose(2, 3);
    if (padding.mask.defined()) all = all.masked_fill(padding.mask.logical_not().view({all.size(0), 1, 1, -1}), kNone);
    const auto [value, entry] = all.topk(std::min(window, all.size(3)), 3, true, false);
    return std::get<0>((padding.mask.defined() ? entry.masked_fill(value == kNone, -1) : entry).sort(3));
}

/// Values [B,heads,clusters,n,w] of listed queries, summed for each token: [B,heads,tokens,w].
torch::Tensor sumForTokens(const torch::Tensor& values, const torch::Tensor& queries, std::int64_t tokens) {
    const torch::Tensor listed = queries.flatten(2).unsqueeze(3), rows = values.flatten(2, 3).masked_fill(listed < 0, 0);
    const torch::Tensor sums = torch::zeros({rows.size(0), rows.size(1), tokens, rows.size(3)}, values.options());
    return sums.scatter_add(2, listed.clamp_min(0).expand_as(rows), rows);
}

/// Weights [B,heads,clusters,n,m] of lists as [B,heads,clusters,n,tokens].
torch::Tensor spread(const torch::Tensor& weights, const torch::Tensor& keys, std::int64_t tokens) {
    const torch::Tensor shown = (keys >= 0).logical_and(keys < tokens).unsqueeze(3);
    const torch::Tensor columns = keys.unsqueeze(3).masked_fill(shown.logical_not(), 0).expand_as(weights);
    std::vector<std::int64_t> shape = weights.sizes().vec();
    shape.back() = tokens;
    return torch::zeros(shape, weights.options()).scatter_add(4, columns, weights * shown);
}

}  // namespace

RoutingAttention::RoutingAttention(const RoutingOptions& options) : m_options(options) {
    const std::int64_t inner = options.heads * options.headDim, localInner = options.localHeads * options.headDim,
                       far = options.heads - options.localHeads;
    if (localInner > 0) m_local = registerModule("local", std::make_shared<Linear>(options.dim, 3 * localInner));
    m_out = registerModule("out", std::make_shared<Linear>(inner, options.dim, false));
    if (far == 0) return;
    m_qkv = registerModule("qkv", std::make_shared<Linear>(options.dim, (options.sharedQk ? 2 : 3) * far * options.headDim, false));
    m_clusters = registerModule(
        "clusters",
        std::make_shared<Centroids>(CentroidOptions{
            .heads = far, .headDim = options.headDim, .window = options.window, .maxLength = options.maxLength, .decay = options.decay}));
    if (options.causal && !options.sharedQk) m_options.memories = std::max<std::int64_t>(1, options.memories);
    if (m_options.memories == 0) return;
    const std::vector<std::int64_t> shape{far, m_clusters->count(options.maxLength), m_options.memories, options.headDim};
    m_memoryKeys = registerParameter("memory_keys", torch::randn(shape));
    m_memoryValues = registerParameter("memory_values", torch::randn(shape));
}

void RoutingAttention::afterStep() {
    if (m_clusters) m_clusters->afterStep();
}

RoutingAttention::Heads RoutingAttention::split(const torch::Tensor& x, const Linear& map) const {
    const torch::Tensor all = map.forward(x);
    const std::int64_t parts = &map == m_qkv.get() && m_options.sharedQk ? 2 : 3;
    const auto heads = all.view({x.size(0), x.size(1), parts, -1, m_options.headDim}).permute({2, 0, 3, 1, 4}).unbind(0);
    return {.q = heads.front(), .k = parts == 2 ? heads.front() : heads[1], .v = heads.back()};
}

torch::Tensor RoutingAttention::local(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) const {
    Heads heads = split(x, *m_local);
    if (m_options.localRotary) heads = {.q = rotated(heads.q), .k = rotated(heads.k), .v = heads.v};
    const LocalAttentionOptions options{
        .window = m_options.localWindow, .causal = m_options.causal, .dropout = isTraining() ? m_options.dropout : 0};
    return localAttention(heads.q, heads.k, heads.v, padding, options, weights);
}

RoutingAttention::Lists RoutingAttention::route(const torch::Tensor& similarity, const Padding& padding, std::int64_t tokens) const {
    const auto listOf = [&](std::int64_t first) {
        return computedOnce([&] { return mostSimilar(similarity.narrow(2, first, tokens), padding, m_options.window); });
    };
    const torch::Tensor queries = listOf(0);
    return {.queries = queries, .keys = m_options.sharedQk ? queries : listOf(tokens)};
}

RoutingAttention::Heads RoutingAttention::withMemories(Heads heads, Lists& lists) const {
    if (m_options.memories == 0) return heads;
    const std::int64_t batch = heads.q.size(0), clusters = lists.keys.size(2), number = clusters * m_options.memories;
    const auto append = [&](const torch::Tensor& x, const torch::Tensor& memories) {
        return torch::cat({x, memories.narrow(1, 0, clusters).flatten(1, 2).unsqueeze(0).expand({batch, -1, -1, -1})}, 2);
    };
    const torch::Tensor own = heads.q.size(2) + torch::arange(number, lists.keys.options()).view({1, 1, clusters, -1});
    lists.keys = torch::cat({own.expand({batch, lists.keys.size(1), -1, -1}), lists.keys}, 3);
    return {.q = heads.q, .k = append(heads.k, m_memoryKeys), .v = append(heads.v, m_memoryValues)};
}

/// A single cluster takes every token: attention without lists.
torch::Tensor RoutingAttention::everywhere(const Heads& heads, const Padding& padding) const {
    const auto joined = [](const torch::Tensor& x) { return x.transpose(1, 2).flatten(2); };
    const torch::Tensor qkv = torch::cat({joined(heads.q), joined(heads.k), joined(heads.v)}, 2);
    const torch::Tensor out = fusedAttention(qkv, heads.q.size(1), padding, m_options.causal);
    return out.unflatten(2, {heads.q.size(1), m_options.headDim}).transpose(1, 2);
}

torch::Tensor RoutingAttention::insideClusters(Heads heads, Lists lists, torch::Tensor* weights) const {
    const std::int64_t tokens = heads.q.size(2);
    if (m_options.sharedQk) heads.k = unitLength(heads.q);
    heads = withMemories(std::move(heads), lists);
    const ListedOptions options{
        .itselfLast = m_options.sharedQk, .causal = m_options.causal, .tokens = tokens, .dropout = isTraining() ? m_options.dropout : 0};
    const ListedAttention found = listedAttention(heads.q, heads.k, heads.v, lists.queries, lists.keys, options, weights != nullptr);
    const torch::Tensor times = sumForTokens(torch::ones_like(found.sums.detach()).unsqueeze(4), lists.queries, tokens).clamp_min(1);
    if (weights != nullptr) *weights = sumForTokens(spread(found.weights, lists.keys, tokens), lists.queries, tokens) / times;
    return sumForTokens(found.out, lists.queries, tokens) / times;
}

RoutingAttention::Routed RoutingAttention::global(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) const {
    const std::int64_t tokens = x.size(1);
    Heads heads = split(x, *m_qkv);
    if (m_options.rotary) heads = {.q = rotated(heads.q), .k = m_options.sharedQk ? heads.k : rotated(heads.k), .v = heads.v};
    const bool whole = oneCluster(tokens, weights != nullptr);
    if (whole && !isTraining()) return {.out = everywhere(heads, padding), .loss = {}};
    const torch::Tensor routed = unitLength(m_options.sharedQk ? heads.q : torch::cat({heads.q, heads.k}, 2));
    torch::Tensor valid = padding.mask, loss;
    if (valid.defined() && !m_options.sharedQk) valid = torch::cat({valid, valid}, 1);
    if (isTraining() && !recomputing()) m_clusters->learn(routed, padding, valid, tokens);
    const torch::Tensor similarity = m_clusters->similarity(routed, padding, tokens);
    if (isTraining()) {
        // Not kept for the way back: where rounding makes another centroid the nearest one, both are equally far.
        loss = m_options.commitment * m_clusters->distance(similarity, similarity.detach().argmax(3), valid);
    }
    if (whole) return {.out = everywhere(heads, padding), .loss = loss};
    return {.out = insideClusters(heads, route(similarity.detach(), padding, tokens), weights), .loss = loss};
}

bool RoutingAttention::oneCluster(std::int64_t tokens, bool shown) const {
    return tokens <= m_options.window && m_options.memories == 0 && !m_options.sharedQk && !shown &&
           (!isTraining() || m_options.dropout == 0);
}

/// Without local heads and turned vectors: the centroid and the loss follow from the sum of the unit vectors.
torch::Tensor RoutingAttention::inOneCluster(const torch::Tensor& x, const Padding& padding) const {
    const torch::Tensor qkv = m_qkv->forward(x);
    torch::Tensor loss;
    if (isTraining()) {
        const torch::Tensor sums = unitSums(qkv, m_options.heads, padding), number = 2 * padding.lengths.sum();
        if (!recomputing()) m_clusters->learnSums(sums, number);
        loss = m_options.commitment * m_clusters->distanceOfSums(sums, number);
    }
    return finished(fusedAttention(qkv, m_options.heads, padding, m_options.causal), loss);
}

torch::Tensor RoutingAttention::finished(const torch::Tensor& joined, const torch::Tensor& loss) const {
    const torch::Tensor y = m_out->forward(joined, {.dropout = isTraining() ? m_options.postDropout : 0});
    return loss.defined() ? withAuxiliaryLoss(y, loss) : y;
}

torch::Tensor RoutingAttention::forward(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) {
    if (!m_local && !m_options.rotary && oneCluster(x.size(1), weights != nullptr) && (!isTraining() || m_clusters->begun()))
        return inOneCluster(x, padding);
    std::vector<torch::Tensor> out, shown(2);
    torch::Tensor loss;
    if (m_local) out.push_back(local(x, padding, weights != nullptr ? &shown[0] : nullptr));
    if (m_qkv) {
        const Routed routed = global(x, padding, weights != nullptr ? &shown[1] : nullptr);
        out.push_back(routed.out);
        loss = routed.loss;
    }
    if (weights != nullptr) {
        std::erase_if(shown, [](const torch::Tensor& part) { return !part.defined(); });
        *weights = torch::cat(shown, 1);
    }
    return finished(torch::cat(out, 1).transpose(1, 2).reshape({x.size(0), x.size(1), -1}), loss);
}

}  // namespace strand
