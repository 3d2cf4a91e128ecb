// Loops of the efficient transformers: attention by random features (Performer), over mixtures of positions (Linformer), sums of unit
// vectors (Routing Transformer), and the norm in front of each branch. Same rules as kernels.hpp.
#pragma once

#include "layers/kernels/kernels.hpp"

namespace strand::kernels {

/// One head of attention by features exp(w x / d^(1/4) - |x|^2 / (2 sqrt(d)) - max) + epsilon, times ratio (Choromanski et al. 2021).
struct FavorHead {
    const float *q = nullptr, *k = nullptr, *v = nullptr;
    std::int64_t stride = 0, dim = 0, length = 0;  ///< between rows; numbers of a row; valid rows
    const float* across = nullptr;                 ///< [dim,width]: projection / d^(1/4); columns behind the features are 0
    const float* along = nullptr;                  ///< [width,dim]: the same, transposed
    std::int64_t features = 0, width = 0;          ///< width: features as whole vectors, favorWidth()
    float halfScale = 0;                           ///< 1 / (2 sqrt(d))
    float ratio = 1, epsilon = 0;
    float* out = nullptr;  ///< rows of `outStride`; only read on the way back
    std::int64_t outStride = 0;
};

/// Attention of one sequence over mixtures of its positions, all heads (Wang et al. 2020). Rows of q, k, v lie `stride` apart.
struct MixtureRows {
    const float *q = nullptr, *k = nullptr, *v = nullptr;
    std::int64_t stride = 0, heads = 0, dim = 0, length = 0;  ///< dim: of a head; length: valid rows
    const float *e = nullptr, *f = nullptr;                   ///< [positions, mixtures]
    std::int64_t mixtures = 0;
    float scale = 1;
    DropoutStream dropout;  ///< of the weights; their first one has the number `firstWeight`, one head is `positions` rows
    std::int64_t firstWeight = 0, positions = 0;
    float* out = nullptr;  ///< rows of heads * dim; only read on the way back
};
struct MixtureGradient {
    const float* dOut = nullptr;
    float *dq = nullptr, *dk = nullptr, *dv = nullptr;  ///< like q, k, v
    float *dKeys = nullptr, *dValues = nullptr;         ///< [heads * dim, mixtures]: gradients of the mixed keys and values, transposed
};

/// Rows of heads, each head a vector that is used at unit length.
struct UnitRows {
    const float* x = nullptr;
    std::int64_t stride = 0, heads = 0, dim = 0, length = 0;
};

/// Rows [R,columns] to be normalised.
struct LayerNormRows {
    const float* x = nullptr;
    std::int64_t columns = 0;
    const float *weight = nullptr, *bias = nullptr;  ///< [columns]
    float epsilon = 0;
};

struct EfficientTable {
    /// Features as whole vectors of this instruction set.
    std::int64_t (*favorWidth)(std::int64_t features);
    std::int64_t (*favorScratch)(std::int64_t length, std::int64_t dim, std::int64_t width);
    void (*favor)(const FavorHead&, float* scratch);
    void (*favorBackward)(const FavorHead&, const AttentionHeadGradient&, float* scratch);
    std::int64_t (*mixtureScratch)(std::int64_t length, std::int64_t inner, std::int64_t mixtures);
    void (*mixture)(const MixtureRows&, float* scratch);
    void (*mixtureBackward)(const MixtureRows&, const MixtureGradient&, float* scratch);
    /// sums[heads,dim] += unit vectors of all rows.
    void (*unitSums)(const UnitRows&, float* sums);
    /// dx of these rows, from dSums [heads,dim].
    void (*unitSumsBackward)(const UnitRows&, const float* dSums, float* dx);
    /// Rows [begin, end); mean and inverse deviation [R] are for the way back.
    void (*layerNorm)(const LayerNormRows&, float* y, float* mean, float* inverse, std::int64_t begin, std::int64_t end);
    /// dx, to which `past` is added where it is not null; dWeight and dBias [columns] get the sums over these rows added.
    void (*layerNormBackward)(const LayerNormRows&, const float* dy, const float* past, const float* mean, const float* inverse, float* dx,
                              float* dWeight, float* dBias, std::int64_t begin, std::int64_t end);
};

/// That of the widest instruction set that this computer has.
[[nodiscard]] const EfficientTable& efficientTable();

}  // namespace strand::kernels
