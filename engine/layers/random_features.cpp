#include "layers/random_features.hpp"

#include <ATen/CPUGeneratorImpl.h>

#include <cmath>
#include <limits>
#include <optional>

namespace strand {

namespace {

constexpr double kSmallest = 1e-30;  // of a divisor: a row that sees no key gives 0

torch::Tensor keyMask(const Padding& padding) { return padding.mask.view({padding.mask.size(0), 1, -1, 1}); }

}  // namespace

torch::Tensor orthogonalFeatures(std::int64_t features, std::int64_t dim, std::uint64_t seed) {
    const std::optional<at::Generator> generator = seed == 0 ? std::nullopt : std::optional(at::make_generator<at::CPUGeneratorImpl>(seed));
    const torch::TensorOptions wide(torch::kDouble);
    std::vector<torch::Tensor> blocks;
    for (std::int64_t left = features; left > 0; left -= dim) {
        // The signs make the directions even (Mezzadri 2007, arXiv:math-ph/0609050): as the QR algorithm leaves them, they bias the estimate.
        const auto [q, r] = torch::linalg_qr(torch::randn({dim, dim}, generator, wide));
        blocks.push_back((q * r.diagonal().sign()).t().narrow(0, 0, std::min(left, dim)));
    }
    const torch::Tensor lengths = torch::randn({features, dim}, generator, wide).norm(2, 1, true);
    return (torch::cat(blocks) * lengths).to(torch::kFloat);
}

torch::Tensor softmaxFeatures(const torch::Tensor& x, const torch::Tensor& projection, const Padding& padding, FeatureSide side) {
    const auto dim = static_cast<double>(x.size(3));
    const torch::Tensor scaled = x * std::pow(dim, -0.25);
    const torch::Tensor along = torch::matmul(scaled, projection.t()), half = scaled.pow(2).sum(-1, true) / 2;
    const double ratio = 1 / std::sqrt(static_cast<double>(projection.size(0)));
    if (side == FeatureSide::Query) return (torch::exp(along - half - along.detach().amax(-1, true)) + kFeatureEpsilon) * ratio;
    if (!padding.mask.defined()) return (torch::exp(along - half - along.detach().amax({-1, -2}, true)) + kFeatureEpsilon) * ratio;
    const torch::Tensor outside = keyMask(padding).logical_not();
    const torch::Tensor largest = along.detach().masked_fill(outside, std::numeric_limits<float>::lowest()).amax({-1, -2}, true);
    return ((torch::exp((along - half - largest).masked_fill(outside, 0)) + kFeatureEpsilon) * ratio).masked_fill(outside, 0);
}

torch::Tensor linearAttention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v) {
    const torch::Tensor seen = torch::matmul(q, k.sum(2).unsqueeze(3));
    return torch::matmul(q, torch::matmul(k.transpose(2, 3), v)) / seen.clamp_min(kSmallest);
}

torch::Tensor causalLinearAttention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v) {
    constexpr std::int64_t kBlock = 128;
    const std::int64_t length = q.size(2);
    torch::Tensor state, sum;  // of the blocks before: [B,heads,m,d], [B,heads,m,1]
    std::vector<torch::Tensor> out;
    for (std::int64_t begin = 0; begin < length; begin += kBlock) {
        const std::int64_t size = std::min(kBlock, length - begin);
        const torch::Tensor queries = q.narrow(2, begin, size), keys = k.narrow(2, begin, size), values = v.narrow(2, begin, size);
        const torch::Tensor inside = torch::matmul(queries, keys.transpose(2, 3)).tril();
        torch::Tensor total = torch::matmul(inside, values), seen = inside.sum(3, true);
        if (state.defined()) {
            total = total + torch::matmul(queries, state);
            seen = seen + torch::matmul(queries, sum);
        }
        out.push_back(total / seen.clamp_min(kSmallest));
        const torch::Tensor added = torch::matmul(keys.transpose(2, 3), values), more = keys.sum(2).unsqueeze(3);
        state = state.defined() ? state + added : added;
        sum = sum.defined() ? sum + more : more;
    }
    return torch::cat(out, 2);
}

torch::Tensor impliedWeights(const torch::Tensor& q, const torch::Tensor& k, bool causal) {
    torch::Tensor products = torch::matmul(q, k.transpose(2, 3));
    if (causal) products = products.tril();
    return products / products.sum(3, true).clamp_min(kSmallest);
}

}  // namespace strand
