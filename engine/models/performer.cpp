// Transformer with attention in linear time by random features (Choromanski et al. 2021, arXiv:2009.14794).
#include "models/catalogue.hpp"
#include "models/common_hyperparameters.hpp"
#include "models/shared_specs.hpp"
#include "models/specs.hpp"
#include "models/stack_model.hpp"

#include "layers/performer_attention.hpp"

namespace strand {

namespace {

FeatureMap featureMap(const Hyperparameters& values) {
    if (values.boolean("no_projection")) return FeatureMap::NoProjection;
    if (!values.boolean("generalized_attention")) return FeatureMap::Softmax;
    const std::string& kernel = values.text("kernel_fn");
    return kernel == "elu" ? FeatureMap::Elu : FeatureMap::Relu;
}

PerformerOptions attentionOptions(const Hyperparameters& values, std::int64_t layer) {
    return {.dim = values.integer("d_model"),
            .heads = values.integer("n_heads"),
            .headDim = headDim(values),
            .features = values.integer("nb_features"),
            .map = featureMap(values),
            .redrawEvery = values.integer("feature_redraw_interval"),
            .localHeads = values.integer("local_attn_heads"),
            .window = values.integer("local_window_size"),
            .causal = values.boolean("causal"),
            .rotary = values.text("positions") == "rotary",
            .qkvBias = values.boolean("qkv_bias"),
            .outBias = values.boolean("attn_out_bias"),
            .dropout = values.real("attn_dropout"),
            .layer = layer};
}

class Performer : public StackModel {
public:
    Performer(const ModelContext& context, const Hyperparameters& values)
        : StackModel(context, values, options(values), attention(values)) {}

private:
    static Options options(const Hyperparameters& values) {
        const bool shifts = values.boolean("shift_tokens"), causal = values.boolean("causal");
        Options options{.positions = positionsOf(values),
                        .norm = branchNorm(values.boolean("use_scalenorm"), values.boolean("use_rezero")),
                        .axialColumns = values.integer("axial_columns")};
        if (shifts) options.around = [causal](std::shared_ptr<Branch> inner) { return shiftedTokens(causal, std::move(inner)); };
        return options;
    }
    static MakeAttention attention(const Hyperparameters& values) {
        return [&values](std::int64_t layer) { return std::make_shared<PerformerAttention>(attentionOptions(values, layer)); };
    }
};

Result<void> check(const Hyperparameters& values) {
    STRAND_TRY(checkStack(values));
    STRAND_TRY(checkLocalHeads(values, "local_attn_heads"));
    STRAND_TRY(checkNorms(values, "use_scalenorm"));
    const bool turned = values.text("positions") == "rotary" || values.integer("local_attn_heads") > 0;
    return turned ? checkRotary(values) : Result<void>{};
}

HyperparameterTable ownSpecs() {
    return {
        positionSpec(),
        axialSpec(),
        integerSpec("nb_features", 0, {0, 65536}, "",
                    STRAND_TEXT("engine",
                                "Random features with which attention is approximated, the more the closer; 0 takes d ln d of a head's "
                                "d numbers.")),
        expert(integerSpec("feature_redraw_interval", 1000, {0, 1e9}, "steps",
                           STRAND_TEXT("engine", "New random features are drawn after this many training steps; 0 keeps the first ones."))),
        expert(integerSpec("local_attn_heads", 0, {0, 128}, "", STRAND_TEXT("engine", "Heads that see only a window, but exactly."))),
        expert(integerSpec("local_window_size", 64, {1, 65536}, "tokens", STRAND_TEXT("engine", "Size of the window of local heads."))),
        causalSpec(),
        expert(
            flagSpec("generalized_attention", false, STRAND_TEXT("engine", "Attention by another kernel than the softmax (kernel_fn)."))),
        expert(choiceSpec("kernel_fn", "relu", {"relu", "elu"}, STRAND_TEXT("engine", "The kernel of generalized_attention."))),
        expert(flagSpec(
            "no_projection", false,
            STRAND_TEXT("engine", "No random features and none of their settings: queries and keys are normalised by softmax each."))),
        expert(realSpec("attn_dropout", 0, {0, 0.95}, "",
                        STRAND_TEXT("engine", "Share of the numbers that attention gives switched off at random while learning."))),
        expert(flagSpec("use_scalenorm", false, STRAND_TEXT("engine", "Scale norm, with one factor, in the place of layer norm."))),
        reZeroSpec(),
        expert(flagSpec("qkv_bias", false, STRAND_TEXT("engine", "Biases in the maps to queries, keys and values."))),
        expert(flagSpec("attn_out_bias", true, STRAND_TEXT("engine", "Biases in the map from the heads' results."))),
        expert(
            flagSpec("shift_tokens", false,
                     STRAND_TEXT("engine", "A part of each vector comes from the token before and, unless causal, from the one after."))),
    };
}

}  // namespace

ModelEntry performerEntry() {
    return {
        .name = "Performer",
        .title = {STRAND_TEXT("engine", "Performer")},
        .family = "transformer",
        .attention = "implied",
        .description = {STRAND_TEXT(
            "engine",
            "A transformer that approximates attention with random features, so that time and memory grow in proportion to the length. For "
            "sequences of thousands of tokens; short ones are as well served by the Transformer encoder.")},
        .paper = "Choromanski et al. 2021, arXiv:2009.14794",
        .architecture =
            stackPicture({.title = {STRAND_TEXT("engine", "Attention by random features")}, .shows = {"n_heads", "nb_features"}}),
        .usesCls = true,
        .hyperparameters = withWordVectors(withCommon({{"dropout", "0.1"}}, withStack(ownSpecs()))),
        .presets = {{"quick", {{"epochs", "8"}, {"n_layers", "1"}}},
                    {"balanced", {}},
                    {"thorough", {{"epochs", "40"}, {"n_layers", "4"}, {"dropout", "0.2"}}}},
        .check = check,
        .make = [](const ModelContext& context, const Hyperparameters& values) -> std::shared_ptr<Model> {
            return std::make_shared<Performer>(context, values);
        },
    };
}

}  // namespace strand
