// Transformer whose attention stays inside clusters of tokens (Roy et al. 2021, arXiv:2003.05997).
#include "models/catalogue.hpp"
#include "models/common_hyperparameters.hpp"
#include "models/hidden_layers.hpp"
#include "models/shared_specs.hpp"
#include "models/specs.hpp"
#include "models/stack_model.hpp"

#include "layers/routing_attention.hpp"

namespace strand {

namespace {

RoutingOptions attentionOptions(const Hyperparameters& values) {
    const std::int64_t window = values.integer("window_size"), localWindow = values.integer("local_attn_window_size");
    return {.dim = values.integer("d_model"),
            .heads = values.integer("n_heads"),
            .headDim = headDim(values),
            .window = window,
            .maxLength = values.integer("max_len"),
            .localHeads = values.integer("n_local_attn_heads"),
            .localWindow = localWindow > 0 ? localWindow : window,
            .memories = values.integer("num_mem_kv"),
            .causal = values.boolean("causal"),
            .rotary = values.text("positions") == "rotary",
            .localRotary = values.boolean("rel_pos_emb"),
            .sharedQk = values.boolean("shared_qk"),
            .decay = values.real("kmeans_ema_decay"),
            .commitment = values.real("commitment_factor"),
            .dropout = values.real("attn_dropout"),
            .postDropout = values.real("attn_layer_dropout")};
}

std::shared_ptr<Model> make(const ModelContext& context, const Hyperparameters& values) {
    const StackModel::Options options{
        .positions = positionsOf(values), .axialColumns = values.integer("axial_columns"), .layerDropout = values.real("layer_dropout")};
    return std::make_shared<StackModel>(context, values, options,
                                        [&](std::int64_t) { return std::make_shared<RoutingAttention>(attentionOptions(values)); });
}

Result<void> check(const Hyperparameters& values) {
    STRAND_TRY(checkStack(values));
    STRAND_TRY(checkLocalHeads(values, "n_local_attn_heads"));
    const bool turned = values.text("positions") == "rotary" || (values.boolean("rel_pos_emb") && values.integer("n_local_attn_heads") > 0);
    return turned ? checkRotary(values) : Result<void>{};
}

HyperparameterTable ownSpecs() {
    HyperparameterTable table{
        positionSpec(),
        axialSpec(),
        integerSpec("window_size", 64, {1, 65536}, "tokens",
                    STRAND_TEXT("engine", "Tokens of a cluster, which look at each other; there is one cluster for so many tokens.")),
        expert(integerSpec("n_local_attn_heads", 0, {0, 128}, "", STRAND_TEXT("engine", "Heads that see only a window, but exactly."))),
        expert(integerSpec("local_attn_window_size", 0, {0, 65536}, "tokens",
                           STRAND_TEXT("engine", "Size of the window of local heads; 0 takes window_size."))),
        expert(flagSpec("rel_pos_emb", true, STRAND_TEXT("engine", "Local heads know how far apart tokens stand."))),
        causalSpec(),
        expert(flagSpec("shared_qk", false, STRAND_TEXT("engine", "Keys are the queries at unit length; a token then sees itself last."))),
        expert(
            integerSpec("num_mem_kv", 0, {0, 4096}, "",
                        STRAND_TEXT("engine", "Learned vectors of each cluster that its tokens may look at; with causal at least one."))),
        expert(
            realSpec("kmeans_ema_decay", 0.999, {0, 1}, "",
                     STRAND_TEXT("engine", "How slowly the centres of clusters follow the tokens: their share that stays in each step."))),
        expert(realSpec("commitment_factor", 1e-4, {0, 10}, "",
                        STRAND_TEXT("engine", "Weight with which tokens are drawn to the centres of their clusters while learning."))),
        attentionDropoutSpec(),
        expert(realSpec("attn_layer_dropout", 0, {0, 0.95}, "",
                        STRAND_TEXT("engine", "Share of the numbers that attention gives switched off at random while learning."))),
        layerDropoutSpec(),
    };
    for (const HyperparameterTable& part : {memorySpecs(), expertSpecs()})
        table.insert(table.end(), part.begin(), part.end());
    return table;
}

}  // namespace

ModelEntry routingTransformerEntry() {
    return {
        .name = "RoutingTransformer",
        .title = {STRAND_TEXT("engine", "Routing Transformer")},
        .family = "transformer",
        .attention = "sparse",
        .description = {STRAND_TEXT(
            "engine",
            "A transformer whose tokens are sorted into clusters that it learns, and are compared inside a cluster only. For sequences of "
            "thousands of tokens in which distant places belong together; up to window_size tokens it is a common transformer.")},
        .paper = "Roy et al. 2021, arXiv:2003.05997",
        .architecture = stackPicture({.title = {STRAND_TEXT("engine", "Attention inside clusters")}, .shows = {"n_heads", "window_size"}}),
        .usesCls = true,
        .hyperparameters = withWordVectors(withCommon({{"dropout", "0.1"}}, withStack(ownSpecs()))),
        .presets = {{"quick", {{"epochs", "8"}, {"n_layers", "1"}}},
                    {"balanced", {}},
                    {"thorough", {{"epochs", "40"}, {"n_layers", "4"}, {"dropout", "0.2"}}}},
        .check = check,
        .make = make,
    };
}

}  // namespace strand
