#include "tests/models/toy.hpp"

namespace strand {
namespace {

TEST(Dnn, TheMeanDoesNotSeeTheOrder) {
    const auto model = toyModel(entryOf("DNN"), 4, 2, {{"input", "mean"}});
    model->eval();
    const torch::Tensor a = model->forward(inputOf({{3, 4, 5, 5, 6}})).logits, b = model->forward(inputOf({{5, 3, 6, 4, 5}})).logits;
    EXPECT_LT(largestDifference(a, b), 1e-5);
}

TEST(Dnn, OneHotSeesTheOrderAndIgnoresWhatComesAfterItsPositions) {
    const auto model = toyModel(entryOf("DNN"), 4, 2, {{"input", "onehot"}});
    model->eval();
    const torch::Tensor a = model->forward(inputOf({{3, 4, 5, 5, 6}})).logits, b = model->forward(inputOf({{5, 3, 6, 4, 5}})).logits;
    EXPECT_GT(largestDifference(a, b), 1e-3);
    std::vector<std::int64_t> longest(64, 4), longer(70, 4);
    longer[68] = 6;
    EXPECT_EQ(largestDifference(model->forward(inputOf({longest})).logits, model->forward(inputOf({longer})).logits), 0);
}

TEST(Dnn, OneHotHoldsEveryPromiseOfPadding) {
    const auto model = toyModel(entryOf("DNN"), 4, 2, {{"input", "onehot"}, {"hidden", "12,6"}});
    model->eval();
    const auto rows = toyRows({13, 40, 0}, 4, 2, 5);
    const torch::Tensor together = model->forward(inputOf(rows)).logits;
    for (std::int64_t i = 0; i < 3; ++i)
        EXPECT_LT(largestDifference(model->forward(inputOf({rows[static_cast<std::size_t>(i)]}, 9)).logits[0], together[i]), 1e-5);
    ModelInput input = inputOf(rows);
    input.embedded = model->embed(input.ids);
    EXPECT_LT(largestDifference(model->forward(input).logits, together), 1e-5);
}

TEST(Dnn, AutoReadsAlignedSequencesOfFewLettersByPosition) {
    const ModelEntry& entry = entryOf("DNN");
    const auto hasTable = [&](std::int64_t vocabulary, bool aligned) {
        const auto model = entry.make({.vocabularySize = vocabulary, .classes = 2, .maxLength = 41, .aligned = aligned}, toyValues(entry));
        return model->namedParameters().contains("input.table");
    };
    EXPECT_TRUE(hasTable(7, true));
    EXPECT_FALSE(hasTable(7, false));
    EXPECT_FALSE(hasTable(5000, true));
}

TEST(Dnn, OneHotOfLongWordsIsRefusedNamingBoth) {
    const auto values = resolveHyperparameters(entryOf("DNN"), "", {{"input", "onehot"}, {"tokenizer", "kmer:6"}});
    ASSERT_FALSE(values.has_value());
    EXPECT_NE(values.error().english().find("kmer:6"), std::string::npos);
    EXPECT_NE(values.error().english().find("onehot"), std::string::npos);
    EXPECT_TRUE(resolveHyperparameters(entryOf("DNN"), "", {{"input", "onehot"}, {"tokenizer", "kmer:3"}}).has_value());
}

}  // namespace
}  // namespace strand
