#include "tests/models/classic_reference.hpp"
#include "tests/models/torch_recurrent.hpp"

namespace strand {
namespace {

TEST(Rnn, LogitsAndGradientsAreThoseOfPyTorch) { expectPyTorch("RNN", 1); }

TEST(Rnn, ReadsTheStatesOfTorchsOwnRnnAtValidSteps) { expectReads(torchNetwork<torch::nn::RNN, torch::nn::RNNOptions>(), "RNN", {0}); }

TEST(Rnn, HasAQuarterOfTheWeightsOfAnLstm) { EXPECT_EQ(4 * recurrentNumbers("RNN"), recurrentNumbers("LSTM")); }

}  // namespace
}  // namespace strand
