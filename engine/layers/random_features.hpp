// Positive orthogonal random features: attention in linear time (FAVOR+, Choromanski et al. 2021, arXiv:2009.14794).
#pragma once

#include "layers/padding.hpp"
#include "layers/torch.hpp"

namespace strand {

/// [features, dim]: orthogonal directions in blocks of `dim` rows (Gram-Schmidt of Gaussian rows), each as long as a Gaussian vector
/// would be. Drawn from torch's generator, or from `seed` where it is not 0.
[[nodiscard]] torch::Tensor orthogonalFeatures(std::int64_t features, std::int64_t dim, std::uint64_t seed = 0);

inline constexpr double kFeatureEpsilon = 1e-4;  ///< added to each; performer_pytorch 1.1.4 and the authors' JAX code

enum class FeatureSide { Query, Key };
/// exp(w x / d^(1/4) - |x|^2 / (2 sqrt(d)) - max) + 1e-4, over sqrt(m): x [B,heads,L,d], projection [m,d] -> [B,heads,L,m].
/// The maximum is that of the row (queries) or of all valid rows of the head (keys); padded keys give 0.
[[nodiscard]] torch::Tensor softmaxFeatures(const torch::Tensor& x, const torch::Tensor& projection, const Padding& padding,
                                            FeatureSide side);

/// Q (K' V) with rows divided by Q (K' 1): q, k [B,heads,L,m], v [B,heads,L,d] -> [B,heads,L,d]. 0 where no key is seen.
[[nodiscard]] torch::Tensor linearAttention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v);
/// The same where a position sees only itself and those before it, in blocks of positions: time L, memory a state a block.
[[nodiscard]] torch::Tensor causalLinearAttention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v);
/// The weights that these imply, [B,heads,L,L].
[[nodiscard]] torch::Tensor impliedWeights(const torch::Tensor& q, const torch::Tensor& k, bool causal);

}  // namespace strand
