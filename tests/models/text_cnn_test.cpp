#include "tests/models/toy.hpp"

namespace strand {
namespace {

TEST(TextCnn, ClassVectorsAreShortenedToTheLimitAfterAStep) {
    const auto model = toyModel(entryOf("TextCNN"), 4, 2, {{"max_norm", "3"}}),
               free = toyModel(entryOf("TextCNN"), 4, 2, {{"max_norm", "0"}});
    for (const auto& each : {model, free}) {
        torch::Tensor weight = each->namedParameters()["classifier.weight"];
        const torch::NoGradGuard frozen;
        weight[0].fill_(10);
        weight[1].fill_(0.01);
        each->afterStep();
    }
    const torch::Tensor limited = model->namedParameters()["classifier.weight"].norm(2, 1),
                        unlimited = free->namedParameters()["classifier.weight"].norm(2, 1);
    EXPECT_NEAR(limited[0].item<double>(), 3, 1e-4);
    EXPECT_LT(limited[1].item<double>(), 0.1);
    EXPECT_GT(unlimited[0].item<double>(), 10);
}

TEST(TextCnn, SequencesShorterThanEveryWindowAreRead) {
    const auto model = toyModel(entryOf("TextCNN"), 4, 2, {{"widths", "7,9"}});
    model->eval();
    const torch::Tensor a = model->forward(inputOf({{3, 4}})).logits, b = model->forward(inputOf({{4, 3}})).logits;
    EXPECT_TRUE(a.isfinite().all().item<bool>());
    EXPECT_GT(largestDifference(a, b), 0);
}

TEST(TextCnn, AManyLetterAlphabetGivesTheNumbersOfASmallOne) {
    // More letters than tokens: the embedding is projected token by token instead of letter by letter.
    const auto model = toyModel(entryOf("TextCNN"), 200, 2);
    model->eval();
    const auto rows = toyRows({20, 30, 25, 30, 30, 28, 30, 30}, 20, 2, 1);
    const torch::Tensor many = model->forward(inputOf(rows)).logits, one = model->forward(inputOf({rows[0]})).logits;
    EXPECT_EQ(largestDifference(many[0], one[0]), 0);
}

}  // namespace
}  // namespace strand
