// Attention inside clusters of tokens (Routing Transformer, Roy et al. 2021, arXiv:2003.05997; options as in routing_transformer 1.6.1).
#pragma once

#include "layers/centroids.hpp"
#include "layers/linear.hpp"
#include "layers/residual_stack.hpp"

namespace strand {

struct RoutingOptions {
    std::int64_t dim = 128, heads = 4, headDim = 32;
    std::int64_t window = 64;      ///< queries, and keys, that a cluster takes
    std::int64_t maxLength = 512;  ///< longest sequence
    std::int64_t localHeads = 0;   ///< the first ones, which see a window and its neighbours
    std::int64_t localWindow = 64;
    std::int64_t memories = 0;  ///< learned keys and values of each cluster; at least 1 where a query may see nothing else
    bool causal = false, rotary = true;
    bool localRotary = true;   ///< positions for the local heads
    bool sharedQk = false;     ///< keys are the queries at unit length
    double decay = 0.999;      ///< CentroidOptions
    double commitment = 1e-4;  ///< weight of the mean squared distance from the centroids, as an auxiliary loss
    double dropout = 0;        ///< of the weights
    double postDropout = 0;    ///< of the result
};

/// The clusters of a sequence take the `window` queries and the `window` keys that are most similar to their centroid. A token's result
/// is the mean over the clusters that took it, 0 where none did. Shown weights likewise, [B,heads,L,L]; memories are not shown.
class RoutingAttention : public Branch {
public:
    explicit RoutingAttention(const RoutingOptions& options);
    torch::Tensor forward(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) override;
    void afterStep() override;

private:
    struct Heads {
        torch::Tensor q, k, v;  ///< [B,heads,L,d]
    };
    struct Lists {
        torch::Tensor queries, keys;  ///< [B,heads,clusters,window], -1 = none
    };
    [[nodiscard]] Heads split(const torch::Tensor& x, const Linear& map) const;
    [[nodiscard]] torch::Tensor local(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) const;
    struct Routed {
        torch::Tensor out;   ///< [B,heads,L,d]
        torch::Tensor loss;  ///< the commitment loss while training
    };
    [[nodiscard]] bool oneCluster(std::int64_t tokens, bool shown) const;
    [[nodiscard]] torch::Tensor inOneCluster(const torch::Tensor& x, const Padding& padding) const;
    [[nodiscard]] torch::Tensor finished(const torch::Tensor& joined, const torch::Tensor& loss) const;
    [[nodiscard]] torch::Tensor everywhere(const Heads& heads, const Padding& padding) const;
    [[nodiscard]] torch::Tensor insideClusters(Heads heads, Lists lists, torch::Tensor* weights) const;
    [[nodiscard]] Routed global(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) const;
    [[nodiscard]] Lists route(const torch::Tensor& similarity, const Padding& padding, std::int64_t tokens) const;
    [[nodiscard]] Heads withMemories(Heads heads, Lists& lists) const;

    RoutingOptions m_options;
    std::shared_ptr<Linear> m_local, m_qkv, m_out;
    std::shared_ptr<Centroids> m_clusters;
    torch::Tensor m_memoryKeys, m_memoryValues;  ///< [heads, clusters, memories, d]
};

}  // namespace strand
