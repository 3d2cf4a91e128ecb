#include "layers/layer_norm.hpp"

#include "compare.hpp"

namespace strand {
namespace {

TEST(LayerNorm, GivesTorchsNormAndJoinsTheGradientsOfBothWays) {
    torch::manual_seed(3);
    for (const std::int64_t columns : {1, 5, 16, 37, 128}) {
        const torch::Tensor x = torch::randn({5, 33, columns}) + 3, weight = torch::randn({columns}), bias = torch::randn({columns});
        const LayerFunction both = [](const std::vector<torch::Tensor>& in) {
            const auto [normal, same] = layerNormAndSkip(in[0], in[1], in[2]);
            return normal * same + 0.3 * normal;
        };
        const LayerFunction normOnly = [](const std::vector<torch::Tensor>& in) { return layerNormAndSkip(in[0], in[1], in[2]).first; };
        const LayerFunction skipOnly = [](const std::vector<torch::Tensor>& in) {
            const auto [normal, same] = layerNormAndSkip(in[0], in[1], in[2]);
            return 2 * same + 0 * in[1] + 0 * in[2];
        };
        expectPathsAgree(both, {x, weight, bias}, 2e-4);
        expectPathsAgree(normOnly, {x, weight, bias}, 2e-4);
        expectPathsAgree(skipOnly, {x, weight, bias});
    }
}

}  // namespace
}  // namespace strand
