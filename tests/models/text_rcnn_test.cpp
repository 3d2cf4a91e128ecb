#include "tests/models/classic_reference.hpp"

namespace strand {
namespace {

TEST(TextRcnn, LogitsAndGradientsAreThoseOfPyTorch) { expectPyTorch("TextRCNN", 1); }

std::shared_ptr<Model> textRcnn() {
    auto model = toyModel(entryOf("TextRCNN"), 4, 2, {{"positions", "none"}, {"n_layers", "1"}});
    model->eval();
    return model;
}

constexpr std::int64_t kHidden = 12, kDim = 10;
enum Part { Before, After, Token };

/// The model hears one part of what it joins.
std::shared_ptr<Model> hearing(Part part) {
    auto model = textRcnn();
    const torch::NoGradGuard frozen;
    torch::Tensor weight = model->namedParameters()["join.weight"];  // [features, before + after + token]
    EXPECT_EQ(weight.size(1), 2 * kHidden + kDim);
    const std::int64_t begin = part * kHidden, size = part == Token ? kDim : kHidden;
    weight.narrow(1, 0, begin).zero_();
    weight.narrow(1, begin + size, weight.size(1) - begin - size).zero_();
    return model;
}
bool tellsApart(Model& model, const std::vector<std::int64_t>& a, const std::vector<std::int64_t>& b) {
    const torch::NoGradGuard frozen;
    return largestDifference(model.forward(inputOf({a})).representation, model.forward(inputOf({b})).representation) > 1e-5;
}

TEST(TextRcnn, EachContextLeavesOutTheTokenItself) {
    const auto before = hearing(Before), after = hearing(After);
    EXPECT_FALSE(tellsApart(*before, {3, 4, 5, 6}, {3, 4, 5, 3})) << "nothing comes after the last token";
    EXPECT_TRUE(tellsApart(*before, {3, 4, 5, 6}, {6, 4, 5, 6}));
    EXPECT_FALSE(tellsApart(*after, {3, 4, 5, 6}, {6, 4, 5, 6})) << "nothing comes before the first token";
    EXPECT_TRUE(tellsApart(*after, {3, 4, 5, 6}, {3, 4, 5, 3}));
}

TEST(TextRcnn, WithoutContextsItIsABagOfTokens) {
    const auto model = hearing(Token);
    EXPECT_FALSE(tellsApart(*model, {3, 4, 5, 4}, {5, 5, 3, 4}));
    EXPECT_TRUE(tellsApart(*model, {3, 4, 5, 4}, {3, 4, 4, 4}));
}

TEST(TextRcnn, ATokenAloneHasNoContexts) {
    const auto model = textRcnn();
    const torch::NoGradGuard frozen;
    const auto read = [&](const std::vector<std::int64_t>& row) { return model->forward(inputOf({row}, 2)).representation; };
    const torch::Tensor alone = read({4}), two = read({4, 5});
    for (const auto& item : model->namedParameters())
        if (item.key().starts_with("recurrent.")) item.value().mul_(3);
    EXPECT_TRUE(torch::equal(read({4}), alone));
    EXPECT_GT(largestDifference(read({4, 5}), two), 1e-4);
}

TEST(TextRcnn, FeaturesLieBetweenMinusOneAndOne) {
    const auto model = textRcnn();
    const torch::NoGradGuard frozen;
    model->namedParameters()["join.weight"].mul_(100);
    const torch::Tensor read = model->forward(inputOf(toyRows({20, 3}, 4, 2, 1))).representation;
    EXPECT_LE(read.abs().max().item<double>(), 1);
    EXPECT_GT(read.abs().max().item<double>(), 0.99);
}

}  // namespace
}  // namespace strand
