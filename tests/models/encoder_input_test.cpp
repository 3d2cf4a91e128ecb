#include "models/encoder_input.hpp"

#include "models/specs.hpp"
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

TEST(TokenPositions, AutoTellsTokensOfAlignedSequencesWhereTheyStand) {
    const HyperparameterTable table{tokenPositions(), integerSpec("max_len", 6, {1, 64}, "tokens", "")};
    const auto made = [&](const char* asked, bool aligned) {
        const auto values = makeHyperparameters(table, {{"positions", asked}});
        return makePositions(*values, {.vocabularySize = 7, .classes = 2, .maxLength = 6, .aligned = aligned}, 8);
    };
    const auto vectors = [&](const char* asked, bool aligned) { return made(asked, aligned)->forward(6, torch::kFloat); };
    EXPECT_LT(largestDifference(vectors("auto", true), sinusoidalPositions(6, 8)), 1e-6);
    EXPECT_EQ(made("auto", false), nullptr);
    EXPECT_EQ(made("none", true), nullptr);
    EXPECT_LT(largestDifference(vectors("sinusoidal", false), sinusoidalPositions(6, 8)), 1e-6);
    EXPECT_TRUE(vectors("learned", false).requires_grad());
    EXPECT_EQ(formatValue(table[0].defaultValue), "auto");
}

TEST(TokenPositions, ASequenceReadBackwardsIsAnotherOneOnlyWithThem) {
    for (const char* name : {"TextCNN", "TextRCNN"}) {
        const auto differs = [&](const char* asked) {
            const auto model = toyModel(entryOf(name), 4, 2, {{"positions", asked}});
            model->eval();
            // One letter in a row of another: without positions every place inside looks alike to a maximum over time.
            return largestDifference(model->forward(inputOf({{4, 4, 4, 4, 4, 4, 4, 4, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4}})).logits,
                                     model->forward(inputOf({{4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 3, 4, 4, 4, 4, 4, 4, 4, 4}})).logits);
        };
        EXPECT_GT(differs("sinusoidal"), 1e-4) << name;
        if (std::string(name) == "TextCNN") {
            EXPECT_LT(differs("none"), 1e-6);
        }
    }
}

TEST(EncoderInput, NamesOfPositionsAreKnown) {
    EXPECT_EQ(parsePositionKind("sinusoidal"), PositionKind::Sinusoidal);
    EXPECT_EQ(parsePositionKind("learned"), PositionKind::Learned);
    EXPECT_EQ(parsePositionKind("none"), PositionKind::None);
    EXPECT_EQ(parsePositionKind("rotary"), std::nullopt);
}

}  // namespace
}  // namespace strand
