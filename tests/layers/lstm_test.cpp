#include "layers/lstm.hpp"

#include "tests/layers/compare.hpp"

namespace strand {
namespace {

TokenTable gatesOf(const torch::Tensor& table, const torch::Tensor& index, const std::vector<std::int64_t>& lengths,
                   std::int64_t positions) {
    return {.table = table, .rows = {.index = index, .lengths = torch::tensor(lengths, torch::kInt64), .positions = positions}};
}

TEST(LstmLayer, PathsAgreeInValueAndGradient) {
    torch::manual_seed(1);
    const std::vector<std::int64_t> lengths{7, 1, 0, 4, 7};
    for (const std::int64_t directions : {1, 2}) {
        for (const std::int64_t hidden : {3, 16, 37}) {
            const torch::Tensor ids = torch::randint(0, 6, {5, 7});
            const torch::Tensor recurrent = torch::randn({directions, 4 * hidden, hidden}) * 0.3;
            expectPathsAgree([&](const auto& in) { return lstm(gatesOf(in[0], ids, lengths, 7), in[1]); },
                             {torch::randn({6, directions * 4 * hidden}), recurrent});
            expectPathsAgree([&](const auto& in) { return lstm(gatesOf(in[0], {}, lengths, 7), in[1]); },
                             {torch::randn({35, directions * 4 * hidden}), recurrent});
        }
    }
}

TEST(LstmLayer, AgreesWithTorchOnSequencesOfDifferentLengths) {
    torch::manual_seed(2);
    const std::int64_t hidden = 20;
    torch::nn::LSTM reference(torch::nn::LSTMOptions(12, hidden).bidirectional(true).batch_first(true));
    const auto weights = reference->named_parameters();
    const torch::Tensor x = torch::randn({4, 9, 12}), lengths = torch::tensor({9, 9, 5, 1}, torch::kInt64);
    const auto packed = torch::nn::utils::rnn::pack_padded_sequence(x, lengths, true);
    const auto [states, last] = reference->forward_with_packed_input(packed);
    const torch::Tensor expected = std::get<0>(torch::nn::utils::rnn::pad_packed_sequence(states, true));

    const torch::Tensor input = torch::cat({weights["weight_ih_l0"], weights["weight_ih_l0_reverse"]});
    const torch::Tensor bias =
        torch::cat({weights["bias_ih_l0"] + weights["bias_hh_l0"], weights["bias_ih_l0_reverse"] + weights["bias_hh_l0_reverse"]});
    const torch::Tensor recurrent = torch::stack({weights["weight_hh_l0"], weights["weight_hh_l0_reverse"]});
    const torch::Tensor table = torch::linear(x.flatten(0, 1), input, bias);
    const torch::Tensor found = lstm({.table = table, .rows = {.index = {}, .lengths = lengths, .positions = 9}}, recurrent);
    EXPECT_LT(largestDifference(found, expected), 1e-5);
}

TEST(LstmLayer, TheNumberOfThreadsChangesNothing) {
    torch::manual_seed(3);
    const torch::Tensor table = torch::randn({6, 2 * 4 * 16}), ids = torch::randint(0, 6, {9, 11}),
                        recurrent = torch::randn({2, 64, 16}) * 0.2;
    const std::vector<std::int64_t> lengths{11, 2, 3, 4, 5, 6, 7, 8, 9};
    const int threads = at::get_num_threads();
    at::set_num_threads(1);
    const torch::Tensor one = lstm(gatesOf(table, ids, lengths, 11), recurrent);
    at::set_num_threads(5);
    EXPECT_TRUE(sameBits(one, lstm(gatesOf(table, ids, lengths, 11), recurrent)));
    at::set_num_threads(threads);
}

TEST(LstmModule, SeveralLayersAndPaddingInvariance) {
    torch::manual_seed(4);
    const TokenEmbedding embedding(8, 10);
    Lstm module({.input = 10, .hidden = 6, .layers = 2, .bidirectional = true, .dropout = 0.5});
    module.eval();
    const torch::Tensor ids = torch::randint(1, 8, {1, 5});
    const torch::Tensor longer = torch::constant_pad_nd(ids, {0, 4});
    const torch::Tensor lengths = torch::tensor({5}, torch::kInt64);
    const torch::Tensor states = module.forward(embedding, longer, lengths, {});
    EXPECT_TRUE(sameBits(states.narrow(1, 0, 5).contiguous(), module.forward(embedding, ids, lengths, {})));
    EXPECT_EQ(states.narrow(1, 5, 4).abs().sum().item<double>(), 0);
    EXPECT_LT(largestDifference(states, module.forward(embedding, longer, lengths, embedding.forward(longer))), 1e-6);
}

TEST(LstmModule, ForgetGateStartsOpenAndRecurrentWeightsOrthogonal) {
    const Lstm module({.input = 10, .hidden = 8, .layers = 1, .bidirectional = false, .dropout = 0});
    const auto weights = module.named_parameters();
    const torch::Tensor bias = weights["bias_0"].view({4, 8});
    EXPECT_EQ(bias[1].min().item<float>(), 1);
    EXPECT_EQ(bias[0].abs().max().item<float>(), 0);
    const torch::Tensor forget = weights["recurrent_0"][0].narrow(0, 8, 8);
    EXPECT_LT(largestDifference(torch::mm(forget, forget.t()), torch::eye(8)), 1e-5);
}

}  // namespace
}  // namespace strand
