// Sparse matrices by rows, and their products with dense ones.
#pragma once

#include "layers/torch.hpp"

namespace strand {

/// A sparse matrix [R,C] by rows, on the CPU while it is made: row i has the entries [start[i], start[i+1]).
struct SparseRows {
    torch::Tensor start;                      ///< [R+1] int64
    torch::Tensor column;                     ///< [E] int64
    torch::Tensor weight;                     ///< [E] float32
    [[nodiscard]] torch::Tensor row() const;  ///< [E] int64, the row of each entry
};

/// a x for x [C,D] -> [R,D]. `transposed` is a' (a itself where it is symmetric): the gradient of x is a' dy. The weights have none.
[[nodiscard]] torch::Tensor sparseProduct(const SparseRows& a, const SparseRows& transposed, const torch::Tensor& x);

}  // namespace strand
