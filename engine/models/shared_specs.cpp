#include "models/shared_specs.hpp"

#include "layers/pooling.hpp"
#include "models/specs.hpp"

namespace strand {

HyperparameterSpec embeddingDimSpec(std::int64_t value) {
    return integerSpec("embedding_dim", value, {1, 4096}, "", STRAND_TEXT("engine", "Numbers in the vector of a token."));
}

HyperparameterSpec directionSizeSpec(std::int64_t value) {
    return integerSpec("hidden", value, {1, 4096}, "units", STRAND_TEXT("engine", "Size of the memory in each direction."));
}

HyperparameterSpec recurrentLayersSpec() {
    return integerSpec("n_layers", 1, {1, 16}, "", STRAND_TEXT("engine", "Layers on top of each other."));
}

HyperparameterSpec graphLayersSpec() {
    return integerSpec("n_layers", 2, {1, 16}, "",
                       STRAND_TEXT("engine", "Layers on top of each other: how many edges away a node can see."));
}

HyperparameterSpec modelDimSpec() {
    return integerSpec("d_model", 128, {2, 8192}, "", STRAND_TEXT("engine", "Numbers in the vector of a token throughout the network."));
}

HyperparameterSpec headsSpec() {
    return integerSpec("n_heads", 4, {1, 128}, "", STRAND_TEXT("engine", "Attention maps of each layer; must divide d_model."));
}

HyperparameterSpec layersSpec() { return integerSpec("n_layers", 2, {1, 96}, "", STRAND_TEXT("engine", "Layers on top of each other.")); }

HyperparameterSpec convolutionWidthSpec() {
    return integerSpec(
        "conv_width", 5, {0, 64}, "tokens",
        STRAND_TEXT("engine", "Neighbouring tokens that are seen together before the first attention; 0 takes each token alone."));
}

HyperparameterSpec poolingSpec() {
    return choiceSpec(
        "pooling", "mean", {"mean", "max", "cls"},
        STRAND_TEXT("engine", "What the decision is made from: the mean or the maximum over all tokens, or the first one ([CLS])."));
}

torch::Tensor pooled(const std::string& pooling, const torch::Tensor& x, const Padding& padding) {
    if (pooling == "cls") return x.select(1, 0);
    return pooling == "max" ? maskedMax(x, padding) : maskedMean(x, padding);
}

HyperparameterSpec causalSpec() {
    return expert(flagSpec("causal", false, STRAND_TEXT("engine", "A token sees only itself and the tokens before it.")));
}

HyperparameterSpec attentionDropoutSpec() {
    return expert(realSpec("attn_dropout", 0, {0, 0.95}, "",
                           STRAND_TEXT("engine", "Share of attention weights switched off at random while learning; slow.")));
}

HyperparameterSpec layerDropoutSpec() {
    return expert(
        realSpec("layer_dropout", 0, {0, 0.95}, "", STRAND_TEXT("engine", "How often a whole layer is left out of a training step.")));
}

HyperparameterSpec reZeroSpec() {
    return expert(
        flagSpec("use_rezero", false, STRAND_TEXT("engine", "No norm: the output of each layer has a factor that grows from nearly 0.")));
}

}  // namespace strand
