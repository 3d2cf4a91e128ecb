// Transformer whose attention looks among similar vectors, found by hashing (Kitaev et al. 2020, arXiv:2001.04451).
#include "models/catalogue.hpp"
#include "models/common_hyperparameters.hpp"
#include "models/hidden_layers.hpp"
#include "models/shared_specs.hpp"
#include "models/specs.hpp"
#include "models/stack_model.hpp"

#include "core/log.hpp"
#include "layers/reformer_attention.hpp"

#include <fmt/format.h>

namespace strand {

namespace {

ReformerOptions attentionOptions(const Hyperparameters& values, std::int64_t layer) {
    return {.dim = values.integer("d_model"),
            .heads = values.integer("n_heads"),
            .headDim = headDim(values),
            .bucketSize = values.integer("bucket_size"),
            .rounds = values.integer("n_hashes"),
            .maxLength = values.integer("max_len"),
            .full = values.boolean("use_full_attn"),
            .fullUpTo = values.integer("full_attn_thres"),
            .localHeads = values.integer("n_local_attn_heads"),
            .memories = values.integer("num_mem_kv"),
            .chunks = values.integer("attn_chunks"),
            .causal = values.boolean("causal"),
            .rotary = values.text("positions") == "rotary",
            .oneValueHead = values.boolean("one_value_head"),
            .rotationsPerHead = values.boolean("random_rotations_per_head"),
            .acrossBuckets = values.boolean("attend_across_buckets"),
            .allowDuplicates = values.boolean("allow_duplicate_attention"),
            .dropout = values.real("lsh_dropout"),
            .postDropout = values.real("post_attn_dropout"),
            .layer = layer};
}

/// Says in the log of the run which paths its longest sequence takes.
void tellPaths(const Hyperparameters& values, std::int64_t longest) {
    const ReformerOptions attention = attentionOptions(values, 0);
    const std::int64_t hashedFrom = std::max(attention.fullUpTo, attention.acrossBuckets ? attention.bucketSize : 1);
    const bool full = attention.full || longest + attention.memories <= hashedFrom;
    const bool again = values.boolean("reversible") && longest > values.integer("reverse_thres");
    logInfo(fmt::format("Reformer: up to {} tokens, {}, activations {}", longest, full ? "full attention" : "attention by hashing",
                        again ? "computed again on the way back" : "remembered"));
}

std::shared_ptr<Model> make(const ModelContext& context, const Hyperparameters& values) {
    const StackModel::Options options{.positions = positionsOf(values),
                                      .norm = branchNorm(values.boolean("use_scale_norm"), values.boolean("use_rezero")),
                                      .axialColumns = values.integer("axial_columns"),
                                      .embeddingDim = values.integer("emb_dim"),
                                      .layerDropout = values.real("layer_dropout"),
                                      .rememberUpTo = values.integer("reverse_thres"),
                                      .tiedLayers = values.boolean("weight_tie")};
    auto model = std::make_shared<StackModel>(
        context, values, options, [&](std::int64_t layer) { return std::make_shared<ReformerAttention>(attentionOptions(values, layer)); });
    if (!model->parameters().front().is_meta()) tellPaths(values, context.maxLength);  // it is to run, not to be counted
    return model;
}

Result<void> check(const Hyperparameters& values) {
    STRAND_TRY(checkStack(values));
    STRAND_TRY(checkNorms(values, "use_scale_norm"));
    const std::int64_t heads = values.integer("n_heads"), local = values.integer("n_local_attn_heads");
    if (local >= heads) {
        return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "n_local_attn_heads = %1 leaves no other of n_heads = %2"), local, heads},
                    {STRAND_TEXT("engine", "expected fewer local heads than heads")});
    }
    const bool tied = values.boolean("weight_tie");
    if (tied && values.integers("pkm_layers") != std::vector<std::int64_t>{0}) {
        return fail(ErrorCode::Usage,
                    {STRAND_TEXT("engine", "weight_tie = true and pkm_layers exclude each other: tied layers are alike")});
    }
    return values.text("positions") == "rotary" ? checkRotary(values) : Result<void>{};
}

HyperparameterTable hashingSpecs() {
    return {
        integerSpec("bucket_size", 64, {1, 65536}, "tokens", STRAND_TEXT("engine", "Similar tokens that are compared with each other.")),
        integerSpec("n_hashes", 4, {1, 64}, "rounds",
                    STRAND_TEXT("engine", "How often similar tokens are looked for, each time in another way: more finds more of them.")),
        integerSpec("full_attn_thres", 128, {0, 1 << 20}, "tokens",
                    STRAND_TEXT("engine", "Sequences up to this length are compared in full, without hashing.")),
        expert(flagSpec("use_full_attn", false, STRAND_TEXT("engine", "All sequences are compared in full, without hashing."))),
        expert(flagSpec("random_rotations_per_head", false, STRAND_TEXT("engine", "Each head looks for similar tokens in its own way."))),
        expert(flagSpec("attend_across_buckets", true,
                        STRAND_TEXT("engine", "A token may also see less similar ones that stand next to its own kind."))),
        expert(flagSpec("allow_duplicate_attention", true,
                        STRAND_TEXT("engine", "A token that is found in several rounds counts each time."))),
        expert(integerSpec("attn_chunks", 1, {1, 128}, "",
                           STRAND_TEXT("engine", "Heads are computed in this many parts, and again on the way back, to save memory."))),
    };
}

HyperparameterTable ownSpecs() {
    HyperparameterTable table{
        positionSpec(),
        axialSpec(),
        causalSpec(),
        expert(integerSpec("n_local_attn_heads", 0, {0, 127}, "",
                           STRAND_TEXT("engine", "Heads that see only a window of twice bucket_size and the ones beside it."))),
        expert(integerSpec("num_mem_kv", 0, {0, 4096}, "", STRAND_TEXT("engine", "Learned vectors that every token may look at."))),
        expert(flagSpec("one_value_head", false, STRAND_TEXT("engine", "All heads share one head of values."))),
        expert(integerSpec("emb_dim", 0, {0, 8192}, "",
                           STRAND_TEXT("engine", "Numbers in the vector of a token before it is mapped to d_model; 0 takes d_model."))),
        expert(flagSpec("weight_tie", false, STRAND_TEXT("engine", "All layers share the weights of the first."))),
        expert(integerSpec("reverse_thres", 512, {0, 1 << 20}, "tokens",
                           STRAND_TEXT("engine", "With reversible: shorter sequences are remembered all the same, which is faster."))),
        expert(realSpec("lsh_dropout", 0, {0, 0.95}, "",
                        STRAND_TEXT("engine", "Share of attention weights switched off at random while learning; slow."))),
        expert(realSpec("post_attn_dropout", 0, {0, 0.95}, "",
                        STRAND_TEXT("engine", "Share of the numbers that attention gives switched off at random while learning."))),
        layerDropoutSpec(),
        expert(flagSpec("use_scale_norm", false, STRAND_TEXT("engine", "Scale norm, with one factor, in the place of layer norm."))),
        reZeroSpec(),
    };
    for (const HyperparameterTable& part : {hashingSpecs(), memorySpecs()})
        table.insert(table.end(), part.begin(), part.end());
    return table;
}

}  // namespace

ModelEntry reformerEntry() {
    return {
        .name = "Reformer",
        .title = {STRAND_TEXT("engine", "Reformer")},
        .family = "transformer",
        .attention = "sparse",
        .description = {STRAND_TEXT(
            "engine",
            "A transformer whose tokens are compared only with similar ones, found by hashing, so that time grows little faster than the "
            "length, and whose layers need not be remembered. For sequences of thousands of tokens in little memory.")},
        .paper = "Kitaev et al. 2020, arXiv:2001.04451",
        .architecture = stackPicture(
            {.title = {STRAND_TEXT("engine", "Attention among similar tokens")}, .shows = {"n_heads", "n_hashes", "bucket_size"}}),
        .usesCls = true,
        .hyperparameters = withWordVectors(withCommon({{"dropout", "0.1"}, {"reversible", "true"}}, withStack(ownSpecs()))),
        .presets = {{"quick", {{"epochs", "8"}, {"n_layers", "1"}}},
                    {"balanced", {}},
                    {"thorough", {{"epochs", "40"}, {"n_layers", "4"}, {"dropout", "0.2"}}}},
        .check = check,
        .make = make,
    };
}

}  // namespace strand
