#include "ui/docks/run_differences.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

RunRecord run(const char* model, TextValues values, std::uint64_t seed = 1) {
    RunRecord out;
    out.model = model;
    out.hyperparameters = std::move(values);
    out.seed = seed;
    return out;
}

TEST(RunDifferences, NamesOnlyWhatIsNotTheSameInAllRunsOfAModel) {
    const std::vector<RunRecord> runs{
        run("LSTM", {{"batch_size", "64"}, {"lr", "0.01"}}), run("LSTM", {{"batch_size", "64"}, {"lr", "0.1"}}),
        run("LSTM", {{"batch_size", "64"}, {"lr", "0.01"}}, 2), run("DNN", {{"batch_size", "32"}, {"lr", "1"}})};
    EXPECT_EQ(runDifferences(runs), (std::vector<QString>{"lr 0.01 · seed 1", "lr 0.1 · seed 1", "lr 0.01 · seed 2", QString()}));
}

TEST(RunDifferences, OneRunDiffersFromNothing) {
    EXPECT_TRUE(runDifferences({}).empty());
    const std::vector<RunRecord> one{run("LSTM", {{"lr", "0.01"}})};
    EXPECT_EQ(runDifferences(one), (std::vector<QString>{QString()}));
}

}  // namespace
}  // namespace strand
