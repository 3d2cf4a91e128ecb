#include "layers/rotary.hpp"

#include "layers/positions.hpp"

namespace strand {

torch::Tensor rotated(const torch::Tensor& x) {
    const std::int64_t length = x.size(2), dim = x.size(3);
    const torch::Tensor table = sinusoidalPositions(length, dim, x.options()).view({length, dim / 2, 2});
    const torch::Tensor sin = table.select(2, 0), cos = table.select(2, 1), pairs = x.unflatten(3, {dim / 2, 2});
    const torch::Tensor a = pairs.select(4, 0), b = pairs.select(4, 1);
    return torch::stack({a * cos - b * sin, b * cos + a * sin}, 4).flatten(3);
}

}  // namespace strand
