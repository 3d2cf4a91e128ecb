#include "tests/models/classic_reference.hpp"
#include "tests/models/torch_recurrent.hpp"

namespace strand {
namespace {

TEST(Lstm, LogitsAndGradientsAreThoseOfPyTorch) { expectPyTorch("LSTM", 1); }

TEST(Lstm, ReadsTheStatesOfTorchsOwnLstmAtValidSteps) {
    expectReads(torchNetwork<torch::nn::LSTM, torch::nn::LSTMOptions>(), "LSTM", {0, 1, 2, 3});
}

/// The cell is a memory of its own, which the output gate only lets out: with a forget gate that is open and no gate else that listens, the
/// first token is as present at the end of a long sequence as of a short one.
TEST(Lstm, AnOpenForgetGateCarriesTheFirstTokenToTheEnd) {
    const auto model = toyModel(entryOf("LSTM"), 4, 2, {{"positions", "none"}, {"n_layers", "1"}});
    model->eval();
    const torch::NoGradGuard frozen;
    auto weights = model->namedParameters();
    weights["recurrent.recurrent_0"].zero_();
    torch::Tensor input = weights["recurrent.input_0"], bias = weights["recurrent.bias_0"];  // gates i f g o of 12
    for (const std::int64_t gate : {0, 1, 3})
        input.narrow(0, gate * 12, 12).zero_();
    bias.fill_(20);                  // gates open
    bias.narrow(0, 24, 12).zero_();  // g follows the token
    weights["embedding.weight"][4].zero_();
    const auto end = [&](std::int64_t first, std::size_t length) {
        std::vector<std::int64_t> row(length, 4);
        row[0] = first;
        return model->forward(inputOf({row})).representation;
    };
    EXPECT_LT(largestDifference(end(3, 2), end(3, 60)), 1e-5);
    EXPECT_GT(largestDifference(end(3, 60), end(5, 60)), 1e-2);
}

}  // namespace
}  // namespace strand
