#include "layers/dropout.hpp"
#include "tests/models/toy.hpp"

namespace strand {
namespace {

/// Sequences of up to 64 tokens, in clusters of 8.
std::shared_ptr<Model> routing(TextValues given) {
    given.emplace("window_size", "8");
    return toyModel(entryOf("RoutingTransformer"), 4, 2, std::move(given));
}
torch::Tensor centroids(const Model& model, int layer = 0) {
    return model.namedBuffers()["stack.f" + std::to_string(layer) + ".inner.clusters.centroids"].clone();
}
ModelInput batch(std::uint64_t seed = 1) { return toyBatch({40, 13, 1}, 4, 2, seed).input; }

void learn(Model& model, std::uint64_t seed) {
    setDropoutKey(1, seed);
    model.forward(batch(seed)).logits.sum().backward();
}

TEST(RoutingTransformer, HasAClusterForEachWindowOfTheLongestSequence) {
    using Sizes = std::vector<std::int64_t>;
    EXPECT_EQ(centroids(*routing({})).sizes(), (Sizes{2, 8, 8})) << "heads, 64 / 8 clusters, numbers of a head";
    EXPECT_EQ(centroids(*routing({{"window_size", "10"}, {"n_local_attn_heads", "1"}})).sizes(), (Sizes{1, 7, 8}));
}

TEST(RoutingTransformer, CentroidsAreUnchangedWhileEvaluating) {
    const auto model = routing({});
    const torch::Tensor drawn = centroids(*model);
    model->eval();
    (void)model->forward(batch());
    model->afterStep();
    EXPECT_TRUE(torch::equal(centroids(*model), drawn)) << "no batch of training was seen";
    model->train();
    learn(*model, 1);
    model->afterStep();
    const torch::Tensor begun = centroids(*model);
    model->eval();
    for (std::uint64_t seed = 2; seed < 5; ++seed)
        (void)model->forward(batch(seed));
    model->afterStep();
    EXPECT_TRUE(torch::equal(centroids(*model), begun));
}

TEST(RoutingTransformer, CentroidsBeginOnTheFirstBatchAndThenFollowSlowly) {
    for (const auto& [decay, moves] : {std::pair("0.9", true), std::pair("1", false)}) {
        const auto model = routing({{"kmeans_ema_decay", decay}});
        const torch::Tensor drawn = centroids(*model);
        learn(*model, 1);
        const torch::Tensor begun = centroids(*model);
        EXPECT_GT(largestDifference(begun, drawn), 1e-2);
        EXPECT_LT(largestDifference(begun.norm(2, -1), torch::ones({2, 8})), 1e-5) << "directions of tokens";
        model->afterStep();
        learn(*model, 2);
        EXPECT_LT(largestDifference(centroids(*model), begun), 0.2) << "the second batch does not begin anew";
        const torch::Tensor before = centroids(*model);
        model->afterStep();
        EXPECT_EQ(largestDifference(centroids(*model), before) > 1e-4, moves) << decay;
    }
}

TEST(RoutingTransformer, TokensAreDrawnToTheirCentresAsStronglyAsAsked) {
    const auto pull = [](const char* factor) {
        const auto model = routing({{"commitment_factor", factor}, {"dropout", "0"}, {"ff_dropout", "0"}, {"n_layers", "1"}});
        (model->forward(batch()).logits * 0).sum().backward();
        return model->namedParameters()["stack.f0.inner.qkv.weight"].grad().clone();
    };
    const torch::Tensor one = pull("1");
    EXPECT_EQ(pull("0").abs().sum().item<double>(), 0);
    EXPECT_GT(one.abs().sum().item<double>(), 0);
    EXPECT_LT(largestDifference(pull("3"), 3 * one), 1e-6);
    EXPECT_EQ(one.narrow(0, 32, 16).abs().sum().item<double>(), 0) << "values belong to no cluster";
}

TEST(RoutingTransformer, UpToOneWindowItIsACommonTransformer) {
    const auto model = routing({});
    learn(*model, 1);
    model->eval();
    const torch::NoGradGuard frozen;
    const auto changes = [&](std::int64_t length) {
        const ModelInput input = toyBatch({length}, 4, 2).input;
        const torch::Tensor before = model->forward(input).logits;
        for (const auto& item : model->namedBuffers())
            if (item.key().ends_with("centroids")) item.value().copy_(torch::randn_like(item.value()));
        return largestDifference(before, model->forward(input).logits) > 1e-6;
    };
    EXPECT_FALSE(changes(8));
    EXPECT_TRUE(changes(9));
}

TEST(RoutingTransformer, CausalDoesNotLookAhead) {
    for (const char* local : {"0", "1", "2"}) {
        const auto model = routing({{"causal", "true"}, {"conv_width", "0"}, {"n_local_attn_heads", local}});
        model->eval();
        Taps taps({Taps::attention(0)});
        (void)model->forward(toyBatch({30}, 4, 2).input, &taps);
        EXPECT_EQ(taps.taken().at(Taps::attention(0)).triu(1).abs().sum().item<double>(), 0) << local;
    }
}

TEST(RoutingTransformer, RelationsAreRefusedNamingTheNumbers) {
    const auto refusal = [](const TextValues& given) {
        const auto values = resolveHyperparameters(entryOf("RoutingTransformer"), "", given);
        return values ? std::string("accepted") : values.error().english();
    };
    EXPECT_EQ(refusal({{"n_local_attn_heads", "5"}}), "n_local_attn_heads = 5 asks for more heads than n_heads = 4");
    EXPECT_EQ(refusal({{"n_local_attn_heads", "4"}}), "accepted");
    const std::string odd = "heads of 5 numbers cannot be turned in pairs; expected an even dim_head, or an even d_model / n_heads";
    EXPECT_EQ(refusal({{"dim_head", "5"}}), "accepted");
    EXPECT_EQ(refusal({{"dim_head", "5"}, {"positions", "rotary"}}), odd);
    EXPECT_EQ(refusal({{"dim_head", "5"}, {"n_local_attn_heads", "1"}}), odd);
    EXPECT_EQ(refusal({{"dim_head", "5"}, {"n_local_attn_heads", "1"}, {"rel_pos_emb", "false"}}), "accepted");
}

}  // namespace
}  // namespace strand
