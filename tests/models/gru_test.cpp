#include "tests/models/classic_reference.hpp"
#include "tests/models/torch_recurrent.hpp"

namespace strand {
namespace {

TEST(Gru, LogitsAndGradientsAreThoseOfPyTorch) { expectPyTorch("GRU", 1); }

TEST(Gru, ReadsTheStatesOfTorchsOwnGruAtValidSteps) {
    // Ours are n r z, torch's r z n.
    expectReads(torchNetwork<torch::nn::GRU, torch::nn::GRUOptions>(), "GRU", {1, 2, 0});
}

/// What the description says; one vector more belongs to the reset gate.
TEST(Gru, HasAQuarterFewerWeightsThanAnLstm) { EXPECT_EQ(4 * (recurrentNumbers("GRU") - 2 * 12), 3 * recurrentNumbers("LSTM")); }

TEST(Gru, AnOpenUpdateGateKeepsTheState) {
    const auto model = toyModel(entryOf("GRU"), 4, 2, {{"positions", "none"}, {"n_layers", "1"}});
    model->eval();
    const torch::NoGradGuard frozen;
    torch::Tensor bias = model->namedParameters()["recurrent.bias_0"];
    const auto read = [&](std::size_t length) { return model->forward(inputOf({std::vector<std::int64_t>(length, 3)})).representation; };
    EXPECT_GT(largestDifference(read(1), read(20)), 1e-2);
    bias.narrow(0, 24, 12).fill_(30);
    EXPECT_LT(read(20).abs().max().item<double>(), 1e-5) << "the state stays the 0 with which it began";
}

}  // namespace
}  // namespace strand
