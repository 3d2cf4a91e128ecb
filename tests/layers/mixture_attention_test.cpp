#include "layers/mixture_attention.hpp"

#include "compare.hpp"
#include "layers/dropout.hpp"

#include <cmath>

namespace strand {
namespace {

struct Sizes {
    std::int64_t heads, dim, mixtures;
};
class MixtureSizes : public testing::TestWithParam<Sizes> {};
INSTANTIATE_TEST_SUITE_P(MixtureAttention, MixtureSizes,
                         testing::Values(Sizes{1, 1, 1}, Sizes{3, 5, 7}, Sizes{4, 32, 32}, Sizes{2, 16, 45}));

TEST_P(MixtureSizes, IsAttentionToMixedKeysAndValues) {
    const auto& [heads, dim, mixtures] = GetParam();
    torch::manual_seed(3);
    const torch::Tensor lengths = torch::full({5}, 33, torch::kLong);
    for (const Padding& padding : {padded(), Padding{.lengths = lengths, .mask = {}}}) {
        const LayerFunction layer = [&](const std::vector<torch::Tensor>& in) {
            return mixtureAttention(in[0], heads, in[1], in[2], padding, 0);
        };
        const double bound = 1 / std::sqrt(static_cast<double>(mixtures));
        expectPathsAgree(
            layer, {torch::randn({5, 33, 3 * heads * dim}), torch::randn({40, mixtures}) * bound, torch::randn({40, mixtures}) * bound});
    }
}

TEST(MixtureAttention, BlocksOfALongSequenceAreJoined) {
    torch::manual_seed(3);
    const torch::Tensor lengths = torch::tensor({300, 97});
    const Padding padding{.lengths = lengths, .mask = torch::arange(300).unsqueeze(0) < lengths.unsqueeze(1)};
    const LayerFunction layer = [&](const std::vector<torch::Tensor>& in) { return mixtureAttention(in[0], 2, in[1], in[2], padding, 0); };
    expectPathsAgree(layer, {torch::randn({2, 300, 48}), torch::randn({300, 20}) * 0.2, torch::randn({300, 20}) * 0.2}, 5e-5);
}

/// The mask is that of applyDropout() on all weights [B,heads,L,k], so torch's operators with this mask give the same.
TEST(MixtureAttention, DropoutSwitchesOffWeights) {
    torch::manual_seed(3);
    setDropoutKey(4, 1);
    const torch::Tensor mask = applyDropout(torch::ones({2, 2, 33, 20}), 0.3, true);
    const Padding whole{.lengths = torch::full({2}, 33, torch::kLong), .mask = {}};
    const LayerFunction layer = [&](const std::vector<torch::Tensor>& in) {
        if (in[0].scalar_type() == torch::kFloat) {
            setDropoutKey(4, 1);
            return mixtureAttention(in[0], 2, in[1], in[2], whole, 0.3);
        }
        const auto parts = in[0].unflatten(2, {3, 2, 8}).permute({2, 0, 3, 1, 4}).unbind(0);
        const torch::Tensor k = torch::matmul(in[1].t(), parts[1]), v = torch::matmul(in[2].t(), parts[2]);
        const torch::Tensor weights = torch::softmax(torch::matmul(parts[0], k.transpose(2, 3)) / std::sqrt(8.0), 3);
        return torch::matmul(weights * mask, v).transpose(1, 2).flatten(2);
    };
    expectPathsAgree(layer, {torch::randn({2, 33, 48}), torch::randn({33, 20}) * 0.2, torch::randn({33, 20}) * 0.2});
}

TEST(MixtureAttention, PaddingChangesNoBit) {
    torch::manual_seed(3);
    const torch::Tensor qkv = torch::randn({5, 33, 48}), e = torch::randn({40, 7}), f = torch::randn({40, 7});
    const torch::Tensor out = mixtureAttention(qkv, 2, e, f, padded(), 0);
    const torch::Tensor alone =
        mixtureAttention(qkv.narrow(0, 2, 1).narrow(1, 0, 17), 2, e, f, {.lengths = torch::tensor({17}), .mask = {}}, 0);
    EXPECT_TRUE(sameBits(alone[0], out[2].narrow(0, 0, 17)));
    EXPECT_EQ(out[2].narrow(0, 17, 16).abs().sum().item<double>(), 0);
}

}  // namespace
}  // namespace strand
