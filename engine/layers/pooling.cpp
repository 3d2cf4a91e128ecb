#include "layers/pooling.hpp"

#include "layers/token_rows.hpp"

#include <limits>

namespace strand {

torch::Tensor maskedMean(const torch::Tensor& x, const Padding& padding) {
    return rowMeans(
        {.table = x.contiguous().view({-1, x.size(2)}), .rows = {.index = {}, .lengths = padding.lengths, .positions = x.size(1)}});
}

torch::Tensor maskedMax(const torch::Tensor& x, const Padding& padding) {
    if (!padding.mask.defined()) return x.amax(1);
    const torch::Tensor best = x.masked_fill(padding.mask.logical_not().unsqueeze(2), -std::numeric_limits<double>::infinity()).amax(1);
    return best.masked_fill((padding.lengths == 0).unsqueeze(1), 0);
}

torch::Tensor lastValid(const torch::Tensor& x, const Padding& padding) {
    if (!padding.mask.defined()) return x.select(1, x.size(1) - 1);
    const torch::Tensor at = (padding.lengths - 1).clamp_min(0).view({-1, 1, 1}).expand({x.size(0), 1, x.size(2)});
    return x.gather(1, at).squeeze(1).masked_fill((padding.lengths == 0).unsqueeze(1), 0);
}

}  // namespace strand
