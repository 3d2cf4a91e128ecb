#include "tests/models/classic_reference.hpp"

namespace strand {
namespace {

TEST(LstmAttention, LogitsAndGradientsAreThoseOfPyTorch) { expectPyTorch("LSTMAttention", 3); }

std::shared_ptr<Model> attending(const char* score) {
    auto model = toyModel(entryOf("LSTMAttention"), 4, 2, {{"score", score}, {"positions", "none"}});
    model->eval();
    return model;
}

/// [B,L]
torch::Tensor weightsOf(Model& model, const ModelInput& input) {
    Taps taps({Taps::attention(0)});
    (void)model.forward(input, &taps);
    return taps.taken().at(Taps::attention(0)).flatten(1);
}

TEST(LstmAttention, ScoresThatSayNothingWeighAllStepsAlike) {
    const torch::NoGradGuard frozen;
    for (const auto& [score, parameter] : {std::pair("general", "scores.general.weight"), std::pair("additive", "scores.out.weight")}) {
        const auto model = attending(score);
        model->namedParameters()[parameter].zero_();
        const torch::Tensor weights = weightsOf(*model, inputOf({{3, 4, 5, 6}, {5, 3}, {}}));
        const torch::Tensor expected = torch::tensor({{0.25, 0.25, 0.25, 0.25}, {0.5, 0.5, 0.0, 0.0}, {0.0, 0.0, 0.0, 0.0}});
        EXPECT_LT(largestDifference(weights, expected), 1e-6) << score;
        EXPECT_LT(largestDifference(weightsOf(*model, inputOf({{3, 4}, {5, 3}, {6, 6}})), torch::full({3, 2}, 0.5)), 1e-6) << "no padding";
    }
}

TEST(LstmAttention, AScoreFarAboveTheOthersTakesItsStepAlone) {
    const auto model = attending("general");
    const ModelInput input = inputOf(toyRows({12, 7, 1, 0}, 4, 2, 5));
    {
        const torch::NoGradGuard frozen;
        model->namedParameters()["scores.general.weight"].mul_(1e8);
        const torch::Tensor weights = weightsOf(*model, input);
        EXPECT_LT(largestDifference(weights.amax(1), torch::tensor({1.0, 1.0, 1.0, 0.0})), 1e-6);
        EXPECT_EQ((weights * input.mask.logical_not()).sum().item<double>(), 0);
    }
    model->forward(input).logits.sum().backward();
    for (const auto& item : model->namedParameters())
        EXPECT_TRUE(item.value().grad().isfinite().all().item<bool>()) << item.key();
}

TEST(LstmAttention, JoinsTheWeightedSumAndTheFinalState) {
    const torch::NoGradGuard frozen;
    for (const char* score : {"dot", "general", "additive"}) {
        const auto model = attending(score);
        auto weights = model->namedParameters();
        const torch::Tensor same = torch::eye(24);
        weights["join.weight"].copy_(torch::cat({same, -same}, 1));
        weights["join.bias"].fill_(0.5);
        const torch::Tensor read = model->forward(inputOf({{3, 4, 5, 6, 4, 3}, {4}, {}})).representation;
        EXPECT_GT(largestDifference(read[0], torch::full({24}, std::tanh(0.5))), 1e-3) << score;
        EXPECT_LT(largestDifference(read[1], torch::full({24}, std::tanh(0.5))), 1e-6)
            << score << ": the sum of one step is the final state";
        EXPECT_LT(largestDifference(read[2], torch::full({24}, std::tanh(0.5))), 1e-6) << score << ": of none, both are 0";
    }
}

}  // namespace
}  // namespace strand
