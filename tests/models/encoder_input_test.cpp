#include "models/encoder_input.hpp"

#include "tests/models/toy.hpp"

namespace strand {
namespace {

TEST(EncoderInput, AddsPositionsToTokensOrPutsThemBesideThem) {
    torch::manual_seed(1);
    const ModelInput input = inputOf(toyRows({6, 6}, 4, 2, 1));
    EncoderInput added(7, {.dim = 8}), beside(7, {.dim = 8, .concat = true}), alone(7, {.dim = 8, .positions = PositionKind::None});
    const torch::Tensor places = sinusoidalPositions(6, 8);
    EXPECT_LT(largestDifference(added.forward(input), added.embed(input.ids) + places), 1e-6);
    EXPECT_LT(largestDifference(beside.forward(input).narrow(2, 4, 4), sinusoidalPositions(6, 4).expand({2, -1, -1})), 1e-6);
    EXPECT_LT(largestDifference(beside.forward(input).narrow(2, 0, 4), beside.embed(input.ids)), 1e-6);
    EXPECT_TRUE(torch::equal(alone.forward(input), alone.embed(input.ids)));
}

TEST(EncoderInput, AConvolutionSeesTheNeighboursAlone) {
    torch::manual_seed(2);
    const EncoderInput layer(7, {.dim = 8, .positions = PositionKind::None, .convolutionWidth = 3});
    const ModelInput input = inputOf({{3, 4, 5, 6, 3, 4}}), changed = inputOf({{3, 4, 5, 6, 3, 5}});
    const torch::Tensor a = layer.forward(input), b = layer.forward(changed);
    EXPECT_TRUE(torch::equal(a.narrow(1, 0, 4), b.narrow(1, 0, 4)));
    EXPECT_GT(largestDifference(a.narrow(1, 4, 2), b.narrow(1, 4, 2)), 0);
    EXPECT_GE(a.min().item<double>(), 0);
}

TEST(EncoderInput, NamesOfPositionsAreKnown) {
    EXPECT_EQ(parsePositionKind("sinusoidal"), PositionKind::Sinusoidal);
    EXPECT_EQ(parsePositionKind("learned"), PositionKind::Learned);
    EXPECT_EQ(parsePositionKind("none"), PositionKind::None);
    EXPECT_EQ(parsePositionKind("rotary"), std::nullopt);
}

}  // namespace
}  // namespace strand
