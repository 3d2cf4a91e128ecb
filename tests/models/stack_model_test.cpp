#include "models/stack_model.hpp"

#include "tests/models/stored_model.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include "support/fixture.hpp"

namespace strand {
namespace {

using nlohmann::json;

/// Logits and gradients of linformer, performer_pytorch and reformer_pytorch with the same weights (tests/fixtures/efficient_reference.py).
TEST(StackModel, LogitsAndGradientsAreThoseOfTheReferenceLibraries) {
    std::ifstream file(test::fixture("efficient_reference.json"));
    ASSERT_TRUE(file);
    for (const json& reference : json::parse(file)) {
        SCOPED_TRACE(reference["model"].get<std::string>() + reference["hyperparameters"].dump());
        const auto model = storedModel(entryOf(reference["model"]), reference, 6);
        const torch::Tensor logits = model->forward(inputOf(reference["rows"].get<std::vector<std::vector<std::int64_t>>>())).logits;
        EXPECT_LT(largestDifference(logits, tensorOf(reference["logits"])), 1e-4);
        (logits * torch::cos(torch::arange(logits.numel()) * 0.7).view(logits.sizes())).sum().backward();
        for (const auto& [name, item] : reference["gradients"].items()) {
            const torch::Tensor gradient = model->namedParameters()[name].grad(), expected = tensorOf(item);
            EXPECT_LT(largestDifference(gradient, expected), 1e-4 * (1 + expected.abs().max().item<double>())) << name;
        }
    }
}

TEST(StackModel, ReversibleLearnsWhatItsEquationsSay) {
    for (const char* name : {"Linformer", "Performer", "Reformer", "RoutingTransformer"}) {
        const auto model = toyModel(entryOf(name), 4, 2, {{"reversible", "true"}, {"n_layers", "4"}});
        const ToyBatch batch = toyBatch({20, 7, 13}, 4, 2);
        torch::cross_entropy_loss(model->forward(batch.input).logits, batch.labels).backward();
        for (const auto& item : model->namedParameters()) {
            ASSERT_TRUE(item.value().grad().defined()) << name << " " << item.key();
            EXPECT_TRUE(item.value().grad().isfinite().all().item<bool>()) << name << " " << item.key();
        }
    }
}

/// An option that does nothing is not listed.
TEST(StackModel, EveryOptionDoesSomething) {
    const ModelInput input = toyBatch({20, 7}, 4, 2).input;
    const std::pair<const char*, TextValues> changes[] = {
        {"Linformer", {{"k", "3"}}},
        {"Linformer", {{"one_kv_head", "true"}}},
        {"Linformer", {{"share_kv", "true"}}},
        {"Linformer", {{"dim_head", "5"}}},
        {"Linformer", {{"ff_glu", "true"}}},
        {"Linformer", {{"d_ff", "9"}}},
        {"Linformer", {{"pooling", "max"}}},
        {"Linformer", {{"conv_width", "0"}}},
        {"Linformer", {{"reversible", "true"}}},
        {"Performer", {{"causal", "true"}}},
        {"Performer", {{"nb_features", "7"}}},
        {"Performer", {{"local_attn_heads", "1"}}},
        {"Performer", {{"generalized_attention", "true"}}},
        {"Performer", {{"no_projection", "true"}}},
        {"Performer", {{"use_scalenorm", "true"}}},
        {"Performer", {{"use_rezero", "true"}}},
        {"Performer", {{"shift_tokens", "true"}}},
        {"Performer", {{"positions", "none"}}},
        {"Performer", {{"positions", "learned"}}},
        {"Performer", {{"positions", "axial"}}},
        {"Performer", {{"qkv_bias", "true"}}},
        {"Performer", {{"attn_out_bias", "false"}}},
        {"Reformer", {{"bucket_size", "4"}}},
        {"Reformer", {{"n_hashes", "3"}}},
        {"Reformer", {{"use_full_attn", "true"}}},
        {"Reformer", {{"full_attn_thres", "20"}}},
        {"Reformer", {{"causal", "true"}}},
        {"Reformer", {{"random_rotations_per_head", "true"}}},
        {"Reformer", {{"attend_across_buckets", "false"}}},
        {"Reformer", {{"allow_duplicate_attention", "false"}}},
        {"Reformer", {{"n_local_attn_heads", "1"}}},
        {"Reformer", {{"num_mem_kv", "2"}}},
        {"Reformer", {{"one_value_head", "true"}}},
        {"Reformer", {{"emb_dim", "6"}}},
        {"Reformer", {{"weight_tie", "true"}}},
        {"Reformer", {{"positions", "axial"}}},
        {"Reformer", {{"positions", "rotary"}}},
        {"Reformer", {{"use_scale_norm", "true"}}},
        {"Reformer", {{"use_rezero", "true"}}},
        {"Reformer", {{"reversible", "false"}}},
        {"Reformer", {{"pkm_layers", "2"}, {"pkm_num_keys", "4"}}},
        {"RoutingTransformer", {{"window_size", "4"}}},
        {"RoutingTransformer", {{"n_local_attn_heads", "1"}}},
        {"RoutingTransformer", {{"causal", "true"}}},
        {"RoutingTransformer", {{"shared_qk", "true"}}},
        {"RoutingTransformer", {{"num_mem_kv", "1"}}},
        {"RoutingTransformer", {{"positions", "learned"}}},
        {"RoutingTransformer", {{"pkm_layers", "1"}, {"pkm_num_keys", "4"}}},
        {"RoutingTransformer", {{"moe_layers", "1,2"}, {"moe_num_experts", "3"}}},
    };
    // Hashing and clusters, where there is a choice between them and full attention.
    const auto sparse = [](const std::string& name, TextValues given) {
        if (name == "Reformer") given.merge(TextValues{{"full_attn_thres", "0"}, {"bucket_size", "5"}});
        if (name == "RoutingTransformer") given.merge(TextValues{{"window_size", "6"}});
        return given;
    };
    for (const auto& [name, given] : changes) {
        const auto base = toyModel(entryOf(name), 4, 2, sparse(name, {})), other = toyModel(entryOf(name), 4, 2, sparse(name, given));
        base->eval();
        other->eval();
        const bool sameSize = base->parameters().size() == other->parameters().size();
        EXPECT_TRUE(!sameSize || largestDifference(base->forward(input).logits, other->forward(input).logits) > 1e-5)
            << name << " " << given.begin()->first;
    }
}

TEST(StackModel, RelationsAreRefusedNamingBothNumbers) {
    const auto refusal = [](const char* name, const TextValues& given) {
        const auto values = resolveHyperparameters(entryOf(name), "", given);
        return values ? std::string() : values.error().english();
    };
    EXPECT_NE(refusal("Linformer", {{"d_model", "100"}, {"n_heads", "7"}}).find("100"), std::string::npos);
    EXPECT_NE(refusal("Performer", {{"local_attn_heads", "9"}}).find("9"), std::string::npos);
    EXPECT_NE(refusal("Performer", {{"dim_head", "5"}, {"positions", "rotary"}}).find("5"), std::string::npos);
    EXPECT_NE(refusal("Reformer", {{"pkm_layers", "7"}}).find("7"), std::string::npos);
    EXPECT_FALSE(refusal("Reformer", {{"pkm_layers", "1"}, {"weight_tie", "true"}}).empty());
    EXPECT_FALSE(refusal("RoutingTransformer", {{"pkm_layers", "1"}, {"moe_layers", "2,1"}}).empty());
    EXPECT_NE(refusal("Reformer", {{"n_local_attn_heads", "4"}}).find("4"), std::string::npos);
    EXPECT_FALSE(refusal("Performer", {{"use_scalenorm", "true"}, {"use_rezero", "true"}}).empty());
    EXPECT_TRUE(refusal("Linformer", {{"d_model", "100"}, {"n_heads", "7"}, {"dim_head", "8"}}).empty());
}

}  // namespace
}  // namespace strand
