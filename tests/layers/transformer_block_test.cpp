#include "layers/transformer_block.hpp"

#include "tests/layers/compare.hpp"

#include <torch/nn/modules/transformerlayer.h>

namespace strand {
namespace {

TransformerBlockOptions options(bool normFirst, double dropout) {
    return {.attention = {.dim = 16, .heads = 4, .bias = true, .causal = false, .dropout = 0},
            .feedForward = 24,
            .activation = Activation::Gelu,
            .normFirst = normFirst,
            .dropout = dropout};
}

Padding noPadding(std::int64_t batch, std::int64_t length) { return {.lengths = torch::full({batch}, length, torch::kLong), .mask = {}}; }

/// The block's weights put into torch's own layer.
torch::Tensor byTorch(TransformerBlock& block, const torch::Tensor& x) {
    torch::nn::TransformerEncoderLayer layer(
        torch::nn::TransformerEncoderLayerOptions(16, 4).dim_feedforward(24).dropout(0).activation(torch::kGELU));
    layer->eval();
    const std::pair<const char*, const char*> names[] = {{"self_attn.in_proj_weight", "attention.qkv.weight"},
                                                         {"self_attn.in_proj_bias", "attention.qkv.bias"},
                                                         {"self_attn.out_proj.weight", "attention.out.weight"},
                                                         {"self_attn.out_proj.bias", "attention.out.bias"},
                                                         {"linear1.weight", "feed_forward_in.weight"},
                                                         {"linear1.bias", "feed_forward_in.bias"},
                                                         {"linear2.weight", "feed_forward_out.weight"},
                                                         {"linear2.bias", "feed_forward_out.bias"},
                                                         {"norm1.weight", "norm1.weight"},
                                                         {"norm1.bias", "norm1.bias"},
                                                         {"norm2.weight", "norm2.weight"},
                                                         {"norm2.bias", "norm2.bias"}};
    auto theirs = layer->named_parameters();
    const auto ours = block.namedParameters();
    const torch::NoGradGuard frozen;
    for (const auto& [their, our] : names)
        theirs[their].copy_(ours[our]);
    return layer->forward(x.transpose(0, 1)).transpose(0, 1);
}

void randomise(Module& module) {
    const torch::NoGradGuard frozen;
    for (torch::Tensor& parameter : module.parameters())
        parameter.normal_(0, 0.5);
}

TEST(TransformerBlockModule, PostNormIsTorchsLayer) {
    torch::manual_seed(1);
    TransformerBlock block(options(false, 0.3));
    randomise(block);
    block.eval();
    const torch::Tensor x = torch::randn({3, 7, 16});
    EXPECT_LT(relativeDifference(block.forward(x, noPadding(3, 7)), byTorch(block, x)), 1e-5);
}

TEST(TransformerBlockModule, PreNormLeavesAStraightWayThrough) {
    torch::manual_seed(2);
    TransformerBlock block(options(true, 0));
    const torch::NoGradGuard frozen;
    for (auto& item : block.namedParameters()) {
        if (item.key().find("out") != std::string::npos) item.value().zero_();
    }
    const torch::Tensor x = torch::randn({2, 5, 16});
    EXPECT_TRUE(sameBits(block.forward(x, noPadding(2, 5)), x));
}

TEST(TransformerBlockModule, DropoutWorksOnlyWhileTraining) {
    TransformerBlock block(options(true, 0.5));
    const torch::Tensor x = torch::randn({2, 5, 16});
    EXPECT_GT(largestDifference(block.forward(x, noPadding(2, 5)), block.forward(x, noPadding(2, 5))), 1e-3);
    block.eval();
    EXPECT_TRUE(sameBits(block.forward(x, noPadding(2, 5)), block.forward(x, noPadding(2, 5))));
}

}  // namespace
}  // namespace strand
