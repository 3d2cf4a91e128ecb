#include "layers/local_attention.hpp"

#include "layers/dropout.hpp"
#include "layers/score_masks.hpp"
#include "layers/unit_length.hpp"

#include <algorithm>
#include <cmath>

namespace strand {

namespace {

/// [B,heads,L,d] -> [B,heads,windows,w,d], zeros behind the end.
torch::Tensor windowed(const torch::Tensor& x, std::int64_t window) {
    const std::int64_t missing = (window - x.size(2) % window) % window;
    const torch::Tensor whole = missing == 0 ? x : torch::constant_pad_nd(x, {0, 0, 0, missing});
    return whole.unflatten(2, {-1, window});
}

/// Each window with the one before and, unless causal, the one after: [B,heads,windows,w,d] -> [B,heads,windows,reach * w,d].
torch::Tensor withNeighbours(const torch::Tensor& x, bool causal, double outside = 0) {
    const std::int64_t windows = x.size(2), reach = causal ? 2 : 3;
    const torch::Tensor wide = torch::constant_pad_nd(x, {0, 0, 0, 0, 1, causal ? 0 : 1}, outside);
    std::vector<torch::Tensor> parts;
    for (std::int64_t i = 0; i < reach; ++i)
        parts.push_back(wide.narrow(2, i, windows));
    return torch::cat(parts, 3);
}

/// Positions as [1,1,windows,w,1], those behind the end of their sequence -1 in `valid`.
torch::Tensor places(std::int64_t length, std::int64_t window, const torch::Device& device) {
    return windowed(torch::arange(length, torch::TensorOptions(torch::kLong).device(device)).view({1, 1, length, 1}) + 1, window) - 1;
}

/// What a query may not see: [B or 1,1,windows,w,reach * w].
torch::Tensor hidden(const Padding& padding, std::int64_t length, const LocalAttentionOptions& options, const torch::Device& device) {
    const torch::Tensor query = places(length, options.window, device);
    const torch::Tensor key = withNeighbours(query, options.causal, -1).transpose(3, 4);
    torch::Tensor out = key < 0;
    if (options.causal) out = out.logical_or(key > query);
    if (!padding.mask.defined()) return out.expand({1, 1, query.size(2), options.window, -1});
    const torch::Tensor valid = windowed(padding.mask.view({-1, 1, length, 1}).to(torch::kLong), options.window);
    return out.logical_or(withNeighbours(valid, options.causal).transpose(3, 4) == 0);
}

/// Weights of the windows as one matrix: [B,heads,windows,w,reach * w] -> [B,heads,L,L].
torch::Tensor asMatrix(const torch::Tensor& weights, std::int64_t length, const LocalAttentionOptions& options) {
    const torch::Tensor query = places(length, options.window, weights.device());
    const torch::Tensor key = withNeighbours(query, options.causal, -1).transpose(3, 4).expand({1, 1, -1, options.window, -1});
    const torch::Tensor flat = weights.flatten(2, 3).narrow(2, 0, length), columns = key.flatten(2, 3).narrow(2, 0, length);
    const torch::Tensor inside = columns >= 0;
    const torch::Tensor matrix = torch::zeros({weights.size(0), weights.size(1), length, length}, weights.options());
    return matrix.scatter_add(3, columns.clamp_min(0).expand_as(flat), flat.masked_fill(inside.logical_not(), 0));
}

}  // namespace

torch::Tensor localAttention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v, const Padding& padding,
                             const LocalAttentionOptions& given, torch::Tensor* weights) {
    const std::int64_t length = q.size(2);
    LocalAttentionOptions options = given;
    options.window = std::clamp<std::int64_t>(length, 1, given.window);  // one window either way, without the zeros behind the end
    const torch::Tensor unit = options.sharedQk ? unitLength(k) : k;
    const torch::Tensor queries = windowed(q, options.window), keys = withNeighbours(windowed(unit, options.window), options.causal),
                        values = withNeighbours(windowed(v, options.window), options.causal);
    torch::Tensor scores = torch::matmul(queries, keys.transpose(3, 4)) / std::sqrt(static_cast<double>(q.size(3)));
    if (options.sharedQk) {
        const torch::Tensor query = places(length, options.window, q.device());
        scores = scores.masked_fill(withNeighbours(query, options.causal, -1).transpose(3, 4) == query, kItself);
    }
    scores = scores.masked_fill(hidden(padding, length, options, q.device()), kHidden);
    const torch::Tensor shares = torch::softmax(scores, 4);
    if (weights != nullptr) {
        *weights = asMatrix(shares, length, options);
        if (padding.mask.defined()) {
            const torch::Tensor outside = padding.mask.logical_not();
            *weights = weights->masked_fill(outside.view({-1, 1, length, 1}), 0).masked_fill(outside.view({-1, 1, 1, length}), 0);
        }
    }
    const torch::Tensor out = torch::matmul(applyDropout(shares, options.dropout, options.dropout > 0), values);
    return out.flatten(2, 3).narrow(2, 0, length);
}

}  // namespace strand
