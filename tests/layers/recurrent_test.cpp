#include "layers/recurrent.hpp"

#include "tests/layers/compare.hpp"

namespace strand {
namespace {

TokenTable gatesOf(const torch::Tensor& table, const torch::Tensor& index, const std::vector<std::int64_t>& lengths,
                   std::int64_t positions) {
    return {.table = table, .rows = {.index = index, .lengths = torch::tensor(lengths, torch::kLong), .positions = positions}};
}

class RecurrentLayer : public testing::TestWithParam<RecurrentCell> {
protected:
    [[nodiscard]] static RecurrentCell cell() { return GetParam(); }
    [[nodiscard]] static std::int64_t gates() { return kernels::shapeOf(GetParam()).input; }
    [[nodiscard]] static RecurrentWeights weights(const torch::Tensor& recurrent, const torch::Tensor& past) {
        return {.recurrent = recurrent, .past = cell() == RecurrentCell::Gru ? past : torch::Tensor()};
    }
};

std::string cellName(RecurrentCell cell) { return cell == RecurrentCell::Rnn ? "Rnn" : cell == RecurrentCell::Gru ? "Gru" : "Lstm"; }

INSTANTIATE_TEST_SUITE_P(Cells, RecurrentLayer, testing::Values(RecurrentCell::Rnn, RecurrentCell::Gru, RecurrentCell::Lstm),
                         [](const auto& test) { return cellName(test.param); });

TEST_P(RecurrentLayer, PathsAgreeInValueAndGradient) {
    torch::manual_seed(1);
    const std::vector<std::int64_t> lengths{7, 1, 0, 4, 7};
    for (const std::int64_t directions : {1, 2}) {
        for (const std::int64_t hidden : {3, 16, 37}) {
            const torch::Tensor ids = torch::randint(0, 6, {5, 7}), past = torch::randn({directions, hidden});
            const torch::Tensor recurrentPart = torch::randn({directions, gates() * hidden, hidden}) * 0.3;
            for (const bool indexed : {true, false}) {
                const auto layer = [&](const auto& in) {
                    return recurrent(cell(), gatesOf(in[0], indexed ? ids : torch::Tensor(), lengths, 7),
                                     weights(in[1], in.size() > 2 ? in[2] : torch::Tensor()));
                };
                std::vector<torch::Tensor> inputs{torch::randn({indexed ? 6 : 35, directions * gates() * hidden}), recurrentPart};
                if (cell() == RecurrentCell::Gru) inputs.push_back(past);
                expectPathsAgree(layer, inputs);
            }
        }
    }
}

TEST_P(RecurrentLayer, TheNumberOfThreadsChangesNothing) {
    torch::manual_seed(3);
    const torch::Tensor table = torch::randn({6, 2 * gates() * 16}), ids = torch::randint(0, 6, {9, 11});
    const RecurrentWeights own = weights(torch::randn({2, gates() * 16, 16}) * 0.2, torch::randn({2, 16}));
    const std::vector<std::int64_t> lengths{11, 2, 3, 4, 5, 6, 7, 8, 9};
    const int threads = at::get_num_threads();
    at::set_num_threads(1);
    const torch::Tensor one = recurrent(cell(), gatesOf(table, ids, lengths, 11), own);
    at::set_num_threads(5);
    EXPECT_TRUE(sameBits(one, recurrent(cell(), gatesOf(table, ids, lengths, 11), own)));
    at::set_num_threads(threads);
}

TEST_P(RecurrentLayer, SeveralLayersAndPaddingInvariance) {
    torch::manual_seed(4);
    const TokenEmbedding embedding(8, 10);
    for (const bool bidirectional : {true, false}) {
        Recurrent module({.cell = cell(), .input = 10, .hidden = 6, .layers = 2, .bidirectional = bidirectional, .dropout = 0.5});
        module.eval();
        const torch::Tensor ids = torch::randint(1, 8, {1, 5}), longer = torch::constant_pad_nd(ids, {0, 4});
        const torch::Tensor lengths = torch::tensor({5}, torch::kLong);
        const torch::Tensor states = module.forward(embedding, {longer, lengths, {}, {}});
        EXPECT_EQ(states.size(2), bidirectional ? 12 : 6);
        EXPECT_TRUE(sameBits(states.narrow(1, 0, 5).contiguous(), module.forward(embedding, {ids, lengths, {}, {}})));
        EXPECT_EQ(states.narrow(1, 5, 4).abs().sum().item<double>(), 0);
        EXPECT_LT(largestDifference(states, module.forward(embedding, {longer, lengths, embedding.forward(longer), {}})), 1e-6);
    }
}

TEST_P(RecurrentLayer, AFreshLayerRemembersTheFirstOfSixtyTokens) {
    torch::manual_seed(3);
    const std::int64_t length = 60, dim = 64;
    const TokenEmbedding embedding(8, dim);
    Recurrent module({.cell = cell(), .input = dim, .hidden = 64, .layers = 1, .bidirectional = false});
    const torch::Tensor ids = torch::randint(1, 8, {4, length}), x = embedding.forward(ids).detach().requires_grad_();
    const torch::Tensor states = module.forward(embedding, {ids, torch::full({4}, length, torch::kLong), x, {}});
    states.select(1, length - 1).sum().backward();
    const auto reach = [&](std::int64_t t) { return x.grad().select(1, t).norm().item<double>(); };
    EXPECT_GT(reach(0), 1e-6 * reach(length - 1));
}

TEST_P(RecurrentLayer, DropoutBetweenLayersOnlyWhileLearning) {
    torch::manual_seed(5);
    const TokenEmbedding embedding(8, 10);
    const torch::Tensor ids = torch::randint(1, 8, {2, 5}), lengths = torch::tensor({5, 5}, torch::kLong);
    for (const std::int64_t layers : {1, 2}) {
        Recurrent module({.cell = cell(), .input = 10, .hidden = 6, .layers = layers, .bidirectional = false, .dropout = 0.5});
        const torch::Tensor learning = module.forward(embedding, {ids, lengths, {}, {}});
        module.eval();
        EXPECT_EQ(largestDifference(learning, module.forward(embedding, {ids, lengths, {}, {}})) > 0, layers > 1);
    }
}

TEST_P(RecurrentLayer, RecurrentWeightsStartOrthogonal) {
    const Recurrent module({.cell = cell(), .input = 10, .hidden = 8, .layers = 1, .bidirectional = false});
    const torch::Tensor last = module.namedParameters()["recurrent_0"][0].narrow(0, (gates() - 1) * 8, 8);
    EXPECT_LT(largestDifference(torch::mm(last, last.t()), torch::eye(8)), 1e-5);
}

TEST(RecurrentModule, TheGateThatKeepsTheStateStartsOpen) {
    const auto bias = [](RecurrentCell cell, std::int64_t gates) {
        const Recurrent module({.cell = cell, .input = 10, .hidden = 8, .layers = 1, .bidirectional = false});
        return module.namedParameters()["bias_0"].view({gates, 8}).amax(1);
    };
    EXPECT_TRUE(torch::equal(bias(RecurrentCell::Lstm, 4), torch::tensor({0.0F, 1.0F, 0.0F, 0.0F})));
    EXPECT_TRUE(torch::equal(bias(RecurrentCell::Gru, 3), torch::tensor({0.0F, 0.0F, 1.0F})));
    EXPECT_TRUE(torch::equal(bias(RecurrentCell::Rnn, 1), torch::tensor({0.0F})));
}

}  // namespace
}  // namespace strand
