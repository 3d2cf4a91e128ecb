// Spherical k-means whose centroids follow the vectors of an attention layer while it learns (Roy et al. 2021, arXiv:2003.05997).
//
// A sequence of n tokens uses the first n / window centroids: what it is routed by does not depend on padding or companions.
#pragma once

#include "layers/module.hpp"
#include "layers/padding.hpp"

namespace strand {

struct CentroidOptions {
    std::int64_t heads = 4, headDim = 32;
    std::int64_t window = 64;      ///< tokens of a cluster
    std::int64_t maxLength = 512;  ///< of a sequence
    double decay = 0.999;          ///< of the centroids, a training step
};

class Centroids : public Module {
public:
    explicit Centroids(const CentroidOptions& options);

    /// Number of clusters for `length` tokens, at least 1.
    [[nodiscard]] std::int64_t count(std::int64_t length) const;
    /// How well unit vectors x [B,heads,E,d] go with the centroids, -infinity where a sequence does not use one: [B,heads,E,count(L)].
    [[nodiscard]] torch::Tensor similarity(const torch::Tensor& x, const Padding& padding, std::int64_t tokens) const;
    /// Mean squared distance of the numbers of the valid vectors from those of their centroids; `nearest` [B,heads,E] are these. The
    /// gradient goes through `similarity`.
    [[nodiscard]] torch::Tensor distance(const torch::Tensor& similarity, const torch::Tensor& nearest, const torch::Tensor& valid) const;

    /// To be called with the unit vectors of a training batch, valid [B,E]: the first ones become the centroids after ten rounds of
    /// k-means; others are kept until afterStep() moves the centroids a little.
    void learn(const torch::Tensor& x, const Padding& padding, const torch::Tensor& valid, std::int64_t tokens);
    /// The same from the sum [heads,d] of `number` unit vectors, where a single centroid is used and begun().
    void learnSums(const torch::Tensor& sums, const torch::Tensor& number);
    [[nodiscard]] torch::Tensor distanceOfSums(const torch::Tensor& sums, const torch::Tensor& number) const;
    /// Whether a batch has set the centroids.
    [[nodiscard]] bool begun();
    void afterStep();

private:
    [[nodiscard]] torch::Tensor means(const torch::Tensor& x, const torch::Tensor& similarity, const torch::Tensor& valid) const;
    void begin(const torch::Tensor& x, const Padding& padding, const torch::Tensor& valid, std::int64_t tokens);

    CentroidOptions m_options;
    torch::Tensor m_centroids;  ///< [heads, clusters, d] buffer
    torch::Tensor m_begun;      ///< [1] int64 buffer: whether centroids were set
    bool m_knownBegun = false;  ///< m_begun as it was last seen
    torch::Tensor m_next;       ///< means of this step's batch, until afterStep()
};

}  // namespace strand
