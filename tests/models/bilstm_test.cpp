#include "tests/models/toy.hpp"

#include <torch/nn/modules/rnn.h>

namespace strand {
namespace {

TEST(BiLstm, BothDirectionsHaveSeenTheWholeSequence) {
    const auto model = toyModel(entryOf("BiLSTM"), 4, 2);
    model->eval();
    const std::int64_t half = 12;
    const torch::Tensor base = model->forward(inputOf({{3, 4, 5, 6, 3, 4}, {3, 4, 5, 6, 3, 4, 5, 5}})).representation[0];
    const torch::Tensor firstChanged = model->forward(inputOf({{6, 4, 5, 6, 3, 4}})).representation[0];
    const torch::Tensor lastChanged = model->forward(inputOf({{3, 4, 5, 6, 3, 6}})).representation[0];
    for (const torch::Tensor& changed : {firstChanged, lastChanged}) {
        EXPECT_GT(largestDifference(base.narrow(0, 0, half), changed.narrow(0, 0, half)), 1e-6) << "forward";
        EXPECT_GT(largestDifference(base.narrow(0, half, half), changed.narrow(0, half, half)), 1e-6) << "backward";
    }
}

TEST(BiLstm, ReadsTheStatesOfTorchsOwnLstm) {
    const auto model = toyModel(entryOf("BiLSTM"), 4, 2, {{"n_layers", "1"}, {"positions", "none"}});
    model->eval();
    const torch::NoGradGuard frozen;
    const auto weights = model->namedParameters();
    torch::nn::LSTM reference(torch::nn::LSTMOptions(10, 12).bidirectional(true).batch_first(true));
    auto theirs = reference->named_parameters();
    for (const char* bias : {"bias_hh_l0", "bias_hh_l0_reverse"})
        theirs[bias].zero_();
    const std::pair<const char*, std::int64_t> directions[] = {{"", 0}, {"_reverse", 1}};
    for (const auto& [suffix, i] : directions) {
        const std::string end(suffix);
        theirs["weight_ih_l0" + end].copy_(weights["recurrent.input_0"].narrow(0, i * 48, 48));
        theirs["bias_ih_l0" + end].copy_(weights["recurrent.bias_0"].narrow(0, i * 48, 48));
        theirs["weight_hh_l0" + end].copy_(weights["recurrent.recurrent_0"][i]);
    }
    const ModelInput input = toyBatch({15, 15, 15}, 4, 2).input;
    const auto [states, last] = reference->forward(torch::embedding(weights["embedding.weight"], input.ids));
    const torch::Tensor h = std::get<0>(last);
    EXPECT_LT(largestDifference(model->forward(input).representation, torch::cat({h[0], h[1]}, 1)), 1e-5);
}

}  // namespace
}  // namespace strand
