#include "models/hidden_layers.hpp"

#include "layers/dropout.hpp"
#include "layers/feed_forward.hpp"
#include "layers/mixture_of_experts.hpp"
#include "layers/product_key_memory.hpp"
#include "tests/models/toy.hpp"

namespace strand {
namespace {

Hyperparameters valuesOf(TextValues given) {
    given.emplace("n_layers", "3");
    return toyValues(entryOf("RoutingTransformer"), std::move(given));
}

using Sizes = std::vector<std::int64_t>;
Sizes sizesOf(const Branch& branch, const char* name) { return branch.namedParameters()[name].sizes().vec(); }
template <typename Kind>
bool is(const std::shared_ptr<Branch>& branch) {
    return std::dynamic_pointer_cast<Kind>(branch) != nullptr;
}
const Padding kWhole{.lengths = torch::tensor({5, 5}), .mask = {}};

TEST(HiddenLayers, AnOwnSizeGoesBeforeTheMultiple) {
    EXPECT_EQ(sizesOf(*hiddenBranch(valuesOf({{"d_ff", "0"}, {"ff_mult", "3"}}), 0), "in.weight"), (Sizes{48, 16}));
    EXPECT_EQ(sizesOf(*hiddenBranch(valuesOf({{"d_ff", "20"}, {"ff_mult", "3"}}), 0), "in.weight"), (Sizes{20, 16}));
    const auto gated = hiddenBranch(valuesOf({{"d_ff", "20"}, {"ff_glu", "true"}}), 0);
    EXPECT_EQ(sizesOf(*gated, "in.weight"), (Sizes{40, 16})) << "a gate for each unit";
    EXPECT_EQ(sizesOf(*gated, "out.weight"), (Sizes{16, 20}));
}

TEST(HiddenLayers, LayersAreReplacedWhereTheyAreNamed) {
    const Hyperparameters values = valuesOf({{"pkm_layers", "1"}, {"pkm_num_keys", "6"}, {"moe_layers", "3"}, {"moe_num_experts", "5"}});
    const auto first = hiddenBranch(values, 0), second = hiddenBranch(values, 1), third = hiddenBranch(values, 2);
    ASSERT_TRUE(is<ProductKeyMemory>(first) && is<FeedForward>(second) && is<MixtureOfExperts>(third));
    EXPECT_EQ(sizesOf(*first, "values"), (Sizes{36, 16}));
    EXPECT_EQ(sizesOf(*third, "gate.weight"), (Sizes{5, 16}));
    EXPECT_EQ(sizesOf(*third, "expert4.in.weight"), (Sizes{24, 16})) << "each expert has the size of a hidden layer";
    const Hyperparameters several = valuesOf({{"moe_layers", "1,3"}});
    EXPECT_TRUE(is<MixtureOfExperts>(hiddenBranch(several, 0)) && is<FeedForward>(hiddenBranch(several, 1)) &&
                is<MixtureOfExperts>(hiddenBranch(several, 2)));
}

TEST(HiddenLayers, ZeroNamesNoLayerAndATableMayLackTheNames) {
    for (std::int64_t layer = 0; layer < 3; ++layer) {
        EXPECT_TRUE(is<FeedForward>(hiddenBranch(valuesOf({}), layer)));
        EXPECT_TRUE(is<FeedForward>(hiddenBranch(toyValues(entryOf("Linformer")), layer)));
    }
}

TEST(HiddenLayers, DropoutArrives) {
    const torch::Tensor x = torch::randn({2, 5, 16});
    for (const auto& [text, drops] : {std::pair("0", false), std::pair("0.5", true)}) {
        const auto branch = hiddenBranch(valuesOf({{"ff_dropout", text}}), 0);
        setDropoutKey(1, 1);
        const torch::Tensor learning = branch->forward(x, kWhole, nullptr);
        branch->eval();
        EXPECT_EQ(largestDifference(learning, branch->forward(x, kWhole, nullptr)) > 1e-3, drops) << text;
    }
}

TEST(HiddenLayers, TheBalanceOfExpertsIsLearntAsStronglyAsAsked) {
    const auto pull = [](const char* coefficient) {
        torch::manual_seed(3);
        const auto branch = hiddenBranch(valuesOf({{"moe_layers", "1"}, {"moe_loss_coef", coefficient}, {"ff_dropout", "0"}}), 0);
        // What comes back from above is nothing: only the balance is learnt.
        (branch->forward(torch::randn({2, 5, 16}), kWhole, nullptr) * 0).sum().backward();
        return branch->namedParameters()["gate.weight"].grad().abs().sum().item<double>();
    };
    EXPECT_EQ(pull("0"), 0);
    EXPECT_GT(pull("1"), 0);
    EXPECT_NEAR(pull("4"), 4 * pull("1"), 1e-5);
}

TEST(HiddenLayers, LayersThatAreNotThereAreRefused) {
    const auto refusal = [](const TextValues& given) {
        const auto values = resolveHyperparameters(entryOf("RoutingTransformer"), "", given);
        return values ? std::string("accepted") : values.error().english();
    };
    EXPECT_EQ(refusal({{"n_layers", "3"}, {"pkm_layers", "4"}}), "pkm_layers names layer 4 of n_layers = 3");
    EXPECT_EQ(refusal({{"n_layers", "3"}, {"moe_layers", "1,5"}}), "moe_layers names layer 5 of n_layers = 3");
    EXPECT_EQ(refusal({{"n_layers", "3"}, {"pkm_layers", "1,2"}, {"moe_layers", "2,3"}}), "pkm_layers and moe_layers both name layer 2");
    EXPECT_EQ(refusal({{"n_layers", "3"}, {"pkm_layers", "1,2"}, {"moe_layers", "3"}}), "accepted");
    EXPECT_EQ(refusal({{"n_layers", "3"}, {"pkm_layers", "0"}, {"moe_layers", "0"}}), "accepted");
}

}  // namespace
}  // namespace strand
