#include "analysis/attention.hpp"

#include "layers/torch.hpp"

#include <fmt/format.h>

#include <numeric>
#include <stdexcept>

namespace strand {
namespace {

/// [layers, heads, Q, L], sharing the memory of `map`, which must outlive it.
torch::Tensor view(const AttentionMap& map) {
    return torch::from_blob(const_cast<float*>(map.values.data()), {map.layers, map.heads, map.queries(), map.length}, torch::kFloat);
}

/// `map` with other values of shape [layers, heads, Q, L].
AttentionMap withValues(const AttentionMap& map, const torch::Tensor& values) {
    AttentionMap result = map;
    result.layers = values.size(0);
    result.heads = values.size(1);
    const torch::Tensor flat = values.contiguous();
    result.values.assign(flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel());
    return result;
}

/// Residual connections count half: 0.5 A + 0.5 I, rows renormalised, multiplied over the layers from the input up. [L, L]
torch::Tensor rollout(const torch::Tensor& attention) {
    const torch::Tensor identity = torch::eye(attention.size(2));
    const torch::Tensor mixed = 0.5 * attention.mean(1) + 0.5 * identity;
    const torch::Tensor layers = mixed / mixed.sum(-1, true);
    torch::Tensor flow = identity;
    for (std::int64_t i = 0; i < layers.size(0); ++i)
        flow = torch::matmul(layers[i], flow);
    return flow;
}

std::vector<std::int64_t> orAll(std::span<const std::int64_t> wanted, std::int64_t count, const char* what) {
    std::vector<std::int64_t> indices(wanted.begin(), wanted.end());
    if (indices.empty()) {
        indices.resize(static_cast<std::size_t>(count));
        std::iota(indices.begin(), indices.end(), std::int64_t{0});
    }
    for (const std::int64_t index : indices) {
        if (index < 0 || index >= count) throw std::out_of_range(fmt::format("attention: {} {} of {}", what, index, count));
    }
    return indices;
}

}  // namespace

AttentionMap aggregate(const AttentionMap& map, HeadAggregate how) {
    if (how == HeadAggregate::None || map.values.empty()) return map;
    const torch::NoGradGuard noGradient;
    const torch::Tensor attention = view(map);
    if (how == HeadAggregate::Mean) return withValues(map, attention.mean(1, true));
    if (how == HeadAggregate::Max) return withValues(map, attention.amax(1, true));
    if (map.queries() != map.length) throw std::invalid_argument("attention: a vector has no rollout");
    return withValues(map, rollout(attention).unsqueeze(0).unsqueeze(0));
}

AttentionMap select(const AttentionMap& map, std::span<const std::int64_t> layers, std::span<const std::int64_t> heads) {
    const auto keptLayers = orAll(layers, map.layers, "layer");
    const auto keptHeads = orAll(heads, map.heads, "head");
    const auto size = static_cast<std::size_t>(map.queries() * map.length);
    AttentionMap result = map;
    result.layers = static_cast<std::int64_t>(keptLayers.size());
    result.heads = static_cast<std::int64_t>(keptHeads.size());
    result.values.clear();
    result.values.reserve(keptLayers.size() * keptHeads.size() * size);
    for (const std::int64_t layer : keptLayers) {
        for (const std::int64_t head : keptHeads) {
            const float* values = map.head(layer, head);
            result.values.insert(result.values.end(), values, values + size);
        }
    }
    return result;
}

}  // namespace strand
