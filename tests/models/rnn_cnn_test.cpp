#include "tests/models/classic_reference.hpp"

namespace strand {
namespace {

TEST(RnnCnn, LogitsAndGradientsAreThoseOfPyTorch) { expectPyTorch("RNN_CNN", 1); }

std::shared_ptr<Model> rnnCnn(const char* width, const TextValues& more = {}) {
    TextValues given{{"width", width}, {"positions", "none"}, {"n_layers", "1"}};
    given.insert(more.begin(), more.end());
    auto model = toyModel(entryOf("RNN_CNN"), 4, 2, given);
    model->eval();
    return model;
}

/// Without a memory the states are the tokens, and only what stands in one window counts.
TEST(RnnCnn, AWindowSeesItsWidthAndTheMemoryWhatLiesBefore) {
    // The same pairs of neighbours, but other triples.
    const std::vector<std::int64_t> row{3, 4, 3, 5, 3}, other{3, 5, 3, 4, 3};
    const auto difference = [&](const char* width, bool memory) {
        const auto model = rnnCnn(width, {{"maps", "32"}});
        const torch::NoGradGuard frozen;
        auto weights = model->namedParameters();
        if (!memory) {
            weights["recurrent.recurrent_0"].zero_();
            torch::Tensor bias = weights["recurrent.bias_0"];
            bias.narrow(0, 12, 12).fill_(-30);  // gates i f g o of 12: forgets
        }
        return largestDifference(model->forward(inputOf({row})).representation, model->forward(inputOf({other})).representation);
    };
    EXPECT_LT(difference("2", false), 1e-6);
    EXPECT_GT(difference("3", false), 1e-4);
    EXPECT_GT(difference("2", true), 1e-4);
}

TEST(RnnCnn, ASequenceShorterThanTheWindowIsRead) {
    const auto model = rnnCnn("7");
    const torch::NoGradGuard frozen;
    const torch::Tensor read = model->forward(inputOf({{3, 4}, {4, 3}, {}})).representation;
    EXPECT_GT(largestDifference(read[0], read[1]), 1e-4);
    EXPECT_EQ(read[2].abs().max().item<double>(), 0) << "the bias begins at 0";
}

TEST(RnnCnn, TheBiasIsAddedBeforeNegativeAnswersAreCutOff) {
    const auto model = rnnCnn("3");
    const torch::NoGradGuard frozen;
    torch::Tensor bias = model->namedParameters()["bias"];
    const ModelInput input = inputOf({{3, 4, 5, 6, 3, 3}});
    bias.fill_(100);
    const torch::Tensor above = model->forward(input).representation - 100;
    EXPECT_LT(above.abs().max().item<double>(), 10);
    bias.copy_(-above[0]);
    EXPECT_LT(model->forward(input).representation.abs().max().item<double>(), 1e-4);
    bias.fill_(-100);
    EXPECT_EQ(model->forward(input).representation.abs().max().item<double>(), 0);
}

/// He et al. 2015: a variance of 2 over the numbers that a window sees.
TEST(RnnCnn, InitialWeightsKeepTheSpreadThroughReLU) {
    const auto model = rnnCnn("5", {{"hidden", "40"}, {"maps", "100"}});
    const torch::Tensor weights = model->namedParameters()["convolution"];
    EXPECT_NEAR(weights.var().item<double>() * 5 * 40 / 2, 1, 0.05);
    EXPECT_EQ(weights.numel(), 5 * 40 * 100);
}

}  // namespace
}  // namespace strand
