// Transformer whose attention looks at k mixtures of the positions (Wang et al. 2020, arXiv:2006.04768).
#include "models/catalogue.hpp"
#include "models/common_hyperparameters.hpp"
#include "models/shared_specs.hpp"
#include "models/specs.hpp"
#include "models/stack_model.hpp"

#include "layers/linformer_attention.hpp"

namespace strand {

namespace {

std::shared_ptr<Model> make(const ModelContext& context, const Hyperparameters& values) {
    const LinformerOptions options{.dim = values.integer("d_model"),
                                   .heads = values.integer("n_heads"),
                                   .headDim = headDim(values),
                                   .length = values.integer("max_len"),
                                   .k = values.integer("k"),
                                   .oneKvHead = values.boolean("one_kv_head"),
                                   .shareKv = values.boolean("share_kv"),
                                   .dropout = values.real("attn_dropout")};
    return std::make_shared<StackModel>(context, values, StackModel::Options{},
                                        [&](std::int64_t) { return std::make_shared<LinformerAttention>(options); });
}

HyperparameterTable ownSpecs() {
    return {
        integerSpec("k", 64, {1, 65536}, "",
                    STRAND_TEXT("engine", "Mixtures of positions that every token looks at, instead of all positions.")),
        expert(flagSpec("one_kv_head", false, STRAND_TEXT("engine", "All heads share one head of keys and values."))),
        expert(flagSpec("share_kv", false, STRAND_TEXT("engine", "Keys serve as values too."))),
        attentionDropoutSpec(),
    };
}

}  // namespace

ModelEntry linformerEntry() {
    return {
        .name = "Linformer",
        .title = {STRAND_TEXT("engine", "Linformer")},
        .family = "transformer",
        .attention = "implied",
        .description = {STRAND_TEXT(
            "engine",
            "A transformer whose tokens look at a fixed number of learned mixtures of all positions, so that time and memory grow in "
            "proportion to the length. For long sequences of similar length, where it matters where a pattern stands.")},
        .paper = "Wang et al. 2020, arXiv:2006.04768",
        .architecture = stackPicture({.title = {STRAND_TEXT("engine", "Attention to mixtures of positions")}, .shows = {"n_heads", "k"}},
                                     {.kind = StageKind::Position, .title = {STRAND_TEXT("engine", "Learned positions")}}),
        .usesCls = true,
        .hyperparameters = withWordVectors(withCommon({{"dropout", "0.1"}}, withStack(ownSpecs()))),
        .presets = {{"quick", {{"epochs", "8"}, {"n_layers", "1"}}},
                    {"balanced", {}},
                    {"thorough", {{"epochs", "40"}, {"n_layers", "4"}, {"k", "128"}, {"dropout", "0.2"}}}},
        .check = checkStack,
        .make = make,
    };
}

}  // namespace strand
