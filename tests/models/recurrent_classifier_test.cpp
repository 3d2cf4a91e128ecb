#include "models/recurrent_classifier.hpp"

#include "tests/models/torch_recurrent.hpp"

namespace strand {
namespace {

class RecurrentClassifier : public testing::TestWithParam<const char*> {
protected:
    /// The same weights, whatever they are pooled by.
    [[nodiscard]] static torch::Tensor read(const std::string& pooling, const ModelInput& input) {
        const torch::NoGradGuard frozen;
        return recurrentToy(GetParam(), pooling.c_str())->forward(input).representation;
    }
};
INSTANTIATE_TEST_SUITE_P(Cells, RecurrentClassifier, testing::Values("RNN", "LSTM", "GRU"),
                         [](const auto& test) { return std::string(test.param); });

/// It reads in one direction: the states of a sequence are what is read last of each of its beginnings.
TEST_P(RecurrentClassifier, PoolsTheStatesOfAllBeginnings) {
    const ModelInput input = inputOf(recurrentRows(), 2);
    const torch::Tensor last = read("last", input), mean = read("mean", input), most = read("max", input);
    for (std::size_t i = 0; i < recurrentRows().size(); ++i) {
        const auto& row = recurrentRows()[i];
        std::vector<std::vector<std::int64_t>> beginnings;
        for (auto end = row.begin(); end != row.end();)
            beginnings.emplace_back(row.begin(), ++end);
        const torch::Tensor states = read("last", inputOf(beginnings));  // [length, H]
        const auto at = static_cast<std::int64_t>(i);
        EXPECT_LT(largestDifference(last[at], states[-1]), 1e-5) << "row " << i;
        EXPECT_LT(largestDifference(mean[at], states.mean(0)), 1e-5) << "row " << i;
        EXPECT_LT(largestDifference(most[at], states.amax(0)), 1e-5) << "row " << i;
    }
}

TEST_P(RecurrentClassifier, AnEmptySequenceLeavesNothingToRead) {
    for (const char* pooling : {"last", "mean", "max"})
        EXPECT_EQ(read(pooling, inputOf({{3, 4, 5}, {}}))[1].abs().max().item<double>(), 0) << pooling;
}

TEST_P(RecurrentClassifier, EveryWeightIsOneOfItsSizes) {
    const auto count = [](const char* layers) {
        const auto model = toyModel(entryOf(GetParam()), 4, 2, {{"positions", "none"}, {"n_layers", layers}});
        std::int64_t numbers = 0;
        for (const torch::Tensor& parameter : model->parameters())
            numbers += parameter.numel();
        return numbers;
    };
    const std::int64_t gates = GetParam() == std::string("RNN") ? 1 : GetParam() == std::string("GRU") ? 3 : 4;
    const std::int64_t past = gates == 3 ? 12 : 0;
    EXPECT_EQ(count("1"), 7 * 10 + gates * 12 * (10 + 12 + 1) + past + 2 * (12 + 1));
    EXPECT_EQ(count("3") - count("2"), gates * 12 * (12 + 12 + 1) + past) << "a layer more";
}

}  // namespace
}  // namespace strand
