#include "layers/centroids.hpp"

#include "layers/unit_length.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace strand {

namespace {

constexpr int kFirstRounds = 10;  // routing_transformer 1.6.1

}  // namespace

Centroids::Centroids(const CentroidOptions& options) : m_options(options) {
    const std::int64_t clusters = (options.maxLength + options.window - 1) / options.window;
    m_centroids = registerBuffer("centroids", unitLength(torch::randn({options.heads, clusters, options.headDim})));
    m_begun = registerBuffer("begun", torch::zeros({1}, torch::kLong));
}

std::int64_t Centroids::count(std::int64_t length) const {
    return std::clamp<std::int64_t>((length + m_options.window - 1) / m_options.window, 1, m_centroids.size(1));
}

torch::Tensor Centroids::similarity(const torch::Tensor& x, const Padding& padding, std::int64_t tokens) const {
    const std::int64_t clusters = count(tokens);
    const torch::Tensor all = torch::matmul(x, m_centroids.narrow(1, 0, clusters).transpose(1, 2));
    if (!padding.mask.defined()) return all;
    const torch::Tensor own = ((padding.lengths + (m_options.window - 1)).floor_divide(m_options.window)).clamp_min(1).view({-1, 1, 1, 1});
    return all.masked_fill(torch::arange(clusters, own.options()) >= own, -std::numeric_limits<double>::infinity());
}

torch::Tensor Centroids::distance(const torch::Tensor& similarity, const torch::Tensor& nearest, const torch::Tensor& valid) const {
    const std::int64_t batch = nearest.size(0), heads = nearest.size(1);
    const torch::Tensor squares = m_centroids.pow(2).sum(2).unsqueeze(0).expand({batch, -1, -1}).gather(2, nearest);
    // |x - c|^2 for |x| = 1
    const torch::Tensor distances = 1 + squares - 2 * similarity.gather(3, nearest.unsqueeze(3)).squeeze(3);
    const auto dim = static_cast<double>(m_options.headDim);
    if (!valid.defined()) return distances.mean() / dim;
    const torch::Tensor number = (valid.sum() * heads).clamp_min(1);
    return distances.masked_fill(valid.logical_not().unsqueeze(1), 0).sum() / (number * dim);
}

/// Mean directions of the vectors nearest to each centroid; centroids of none stay.
torch::Tensor Centroids::means(const torch::Tensor& x, const torch::Tensor& similarity, const torch::Tensor& valid) const {
    const std::int64_t clusters = similarity.size(3), heads = x.size(1), dim = x.size(3);
    const torch::Tensor nearest = similarity.argmax(3).transpose(0, 1).reshape({heads, -1, 1});
    torch::Tensor ones = torch::ones(nearest.sizes(), x.options());
    if (valid.defined()) ones = ones * valid.view({1, -1, 1});
    const torch::Tensor all = x.transpose(0, 1).reshape({heads, -1, dim}), vectors = valid.defined() ? all * ones : all;
    const auto summed = [&](const torch::Tensor& values) {
        if (clusters == 1) return values.sum(1, true);
        return torch::zeros({heads, clusters, values.size(2)}, x.options()).scatter_add(1, nearest.expand_as(values), values);
    };
    const torch::Tensor sums = summed(vectors), counts = summed(ones);
    torch::Tensor moved = m_centroids.clone();
    moved.narrow(1, 0, clusters).copy_(torch::where(counts > 0, unitLength(sums), moved.narrow(1, 0, clusters)));
    return moved;
}

void Centroids::begin(const torch::Tensor& x, const Padding& padding, const torch::Tensor& valid, std::int64_t tokens) {
    const torch::Tensor vectors = x.transpose(0, 1).flatten(1, 2);
    torch::Tensor choice = valid.defined() ? valid.flatten().nonzero().squeeze(1) : torch::arange(vectors.size(1), m_begun.options());
    if (choice.size(0) == 0) return;
    choice = choice.index_select(0, torch::randperm(choice.size(0), choice.options()));
    const torch::Tensor cyclic = torch::arange(m_centroids.size(1), choice.options()).remainder(choice.size(0));
    m_centroids.copy_(vectors.index_select(1, choice.index_select(0, cyclic)));
    for (int round = 0; round < kFirstRounds; ++round)
        m_centroids.copy_(means(x, similarity(x, padding, tokens), valid));
    m_begun.fill_(1);
    m_knownBegun = true;
}

void Centroids::learn(const torch::Tensor& x, const Padding& padding, const torch::Tensor& valid, std::int64_t tokens) {
    const torch::NoGradGuard frozen;
    if (!begun()) begin(x.detach(), padding, valid, tokens);
    m_next = means(x.detach(), similarity(x.detach(), padding, tokens), valid);
}

bool Centroids::begun() {
    m_knownBegun = m_knownBegun || m_begun.item<std::int64_t>() != 0;
    return m_knownBegun;
}

void Centroids::learnSums(const torch::Tensor& sums, const torch::Tensor& number) {
    const torch::NoGradGuard frozen;
    m_next = m_centroids.clone();
    m_next.select(1, 0).copy_(torch::where(number > 0, unitLength(sums.detach()), m_centroids.select(1, 0)));
}

torch::Tensor Centroids::distanceOfSums(const torch::Tensor& sums, const torch::Tensor& number) const {
    const torch::Tensor own = m_centroids.select(1, 0), squares = own.pow(2).sum() + own.size(0);
    return (number * squares - 2 * (own * sums).sum()) / (number.clamp_min(1) * own.numel());
}

void Centroids::afterStep() {
    if (!m_next.defined()) return;
    const torch::NoGradGuard frozen;
    m_centroids.mul_(m_options.decay).add_(std::exchange(m_next, {}), 1 - m_options.decay);
}

}  // namespace strand
