#include "models/hidden_layers.hpp"

#include "layers/feed_forward.hpp"
#include "layers/mixture_of_experts.hpp"
#include "layers/product_key_memory.hpp"
#include "models/specs.hpp"

#include <algorithm>

namespace strand {

namespace {

FeedForwardOptions feedForwardOptions(const Hyperparameters& values) {
    const std::int64_t dim = values.integer("d_model"), given = values.integer("d_ff");
    return {.dim = dim,
            .hidden = given > 0 ? given : dim * values.integer("ff_mult"),
            .gated = values.boolean("ff_glu"),
            .dropout = values.real("ff_dropout"),
            .chunks = values.integer("ff_chunks")};
}

/// Whether the list `name` has layer 0, 1, ...; it counts from 1.
bool names(const Hyperparameters& values, const char* name, std::int64_t layer) {
    return values.has(name) && std::ranges::count(values.integers(name), layer + 1) > 0;
}

}  // namespace

HyperparameterTable memorySpecs() {
    return {
        expert(listSpec(
            "pkm_layers", {0}, {0, 96}, "",
            STRAND_TEXT("engine", "Layers, counted from 1, with a large table of values in the place of the hidden layer; 0 is none."))),
        expert(integerSpec("pkm_num_keys", 128, {2, 1024}, "",
                           STRAND_TEXT("engine", "Keys for each half of a query in these layers: the table has their square of values."))),
    };
}

HyperparameterTable expertSpecs() {
    return {
        expert(listSpec(
            "moe_layers", {0}, {0, 96}, "",
            STRAND_TEXT("engine", "Layers, counted from 1, with several hidden layers of which each token takes two; 0 is none."))),
        expert(integerSpec("moe_num_experts", 4, {2, 256}, "", STRAND_TEXT("engine", "Hidden layers to choose from in these layers."))),
        expert(realSpec("moe_loss_coef", 0.01, {0, 10}, "",
                        STRAND_TEXT("engine", "Weight with which all of them are used equally while learning."))),
    };
}

Result<void> checkHidden(const Hyperparameters& values) {
    const std::int64_t layers = values.integer("n_layers");
    for (const char* name : {"pkm_layers", "moe_layers"}) {
        if (!values.has(name)) continue;
        for (const std::int64_t layer : values.integers(name)) {
            if (layer > layers)
                return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "%1 names layer %2 of n_layers = %3"), name, layer, layers});
            if (layer > 0 && names(values, "pkm_layers", layer - 1) && names(values, "moe_layers", layer - 1))
                return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "pkm_layers and moe_layers both name layer %1"), layer});
        }
    }
    return {};
}

std::shared_ptr<Branch> hiddenBranch(const Hyperparameters& values, std::int64_t layer) {
    const FeedForwardOptions forward = feedForwardOptions(values);
    if (names(values, "pkm_layers", layer))
        return std::make_shared<ProductKeyMemory>(ProductKeyOptions{.dim = forward.dim, .keys = values.integer("pkm_num_keys")});
    if (!names(values, "moe_layers", layer)) return std::make_shared<FeedForward>(forward);
    return std::make_shared<MixtureOfExperts>(
        MixtureOptions{.expert = forward, .experts = values.integer("moe_num_experts"), .balance = values.real("moe_loss_coef")});
}

}  // namespace strand
