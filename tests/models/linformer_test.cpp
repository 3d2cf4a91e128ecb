#include "tests/models/toy.hpp"

namespace strand {
namespace {

using Sizes = std::vector<std::int64_t>;

std::shared_ptr<Model> linformer(const TextValues& given) { return toyModel(entryOf("Linformer"), 4, 2, given); }
Sizes sizesOf(const Model& model, const std::string& name) { return model.namedParameters()["stack.f0.inner." + name].sizes().vec(); }

TEST(Linformer, EachLayerMixesTheLongestSequenceToK) {
    const auto model = linformer({{"k", "7"}, {"max_len", "50"}});
    for (const char* layer : {"stack.f0.inner.", "stack.f1.inner."}) {
        EXPECT_EQ(model->namedParameters()[std::string(layer) + "e"].sizes(), (Sizes{50, 7}));
        EXPECT_EQ(model->namedParameters()[std::string(layer) + "f"].sizes(), (Sizes{50, 7}));
    }
}

TEST(Linformer, KeysAndValuesAreSharedAsAskedFor) {
    EXPECT_EQ(sizesOf(*linformer({}), "k.weight"), (Sizes{16, 16}));
    EXPECT_EQ(sizesOf(*linformer({{"one_kv_head", "true"}}), "k.weight"), (Sizes{8, 16}));
    EXPECT_EQ(sizesOf(*linformer({{"one_kv_head", "true"}}), "v.weight"), (Sizes{8, 16}));
    EXPECT_EQ(sizesOf(*linformer({{"one_kv_head", "true"}}), "q.weight"), (Sizes{16, 16}));
    EXPECT_EQ(sizesOf(*linformer({{"dim_head", "5"}}), "q.weight"), (Sizes{10, 16}));
    const auto shared = linformer({{"share_kv", "true"}})->namedParameters();
    EXPECT_FALSE(shared.contains("stack.f0.inner.v.weight"));
    EXPECT_FALSE(shared.contains("stack.f0.inner.f"));
}

/// Besides its table of positions, the mixtures know where a token stands.
TEST(Linformer, TheMixturesSeeTheOrder) {
    const auto model = linformer({{"conv_width", "0"}});
    model->eval();
    const torch::NoGradGuard frozen;
    auto weights = model->namedParameters();
    weights["input.positions.weight"].zero_();
    const auto difference = [&] {
        return largestDifference(model->forward(inputOf({{3, 4, 5, 6, 3, 3}})).logits,
                                 model->forward(inputOf({{3, 3, 6, 5, 4, 3}})).logits);
    };
    EXPECT_GT(difference(), 1e-4);
    for (const char* name : {"stack.f0.inner.e", "stack.f0.inner.f", "stack.f1.inner.e", "stack.f1.inner.f"}) {
        torch::Tensor mixture = weights[name];
        mixture.copy_(mixture.narrow(0, 0, 1).expand_as(mixture).clone());
    }
    EXPECT_LT(difference(), 1e-5) << "mixtures alike at every position";
}

TEST(Linformer, AttentionIsDroppedWhileLearningOnly) {
    const auto model = linformer({{"attn_dropout", "0.5"}, {"dropout", "0"}, {"ff_dropout", "0"}});
    const ModelInput input = toyBatch({20, 20}, 4, 2).input;
    const torch::Tensor learning = model->forward(input).logits;
    model->eval();
    EXPECT_GT(largestDifference(learning, model->forward(input).logits), 1e-4);
}

TEST(Linformer, HeadsThatDoNotDivideAreRefusedUnlessTheirSizeIsGiven) {
    const auto refused = resolveHyperparameters(entryOf("Linformer"), "", {{"d_model", "100"}, {"n_heads", "7"}});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().english(), "d_model = 100 cannot be shared equally by n_heads = 7; expected n_heads to divide d_model");
    EXPECT_TRUE(resolveHyperparameters(entryOf("Linformer"), "", {{"d_model", "100"}, {"n_heads", "7"}, {"dim_head", "9"}}));
}

}  // namespace
}  // namespace strand
