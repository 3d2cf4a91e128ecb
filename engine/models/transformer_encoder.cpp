// Encoder of the Transformer (Vaswani et al. 2017, arXiv:1706.03762) with a classifier on top.
#include "models/catalogue.hpp"
#include "models/common_hyperparameters.hpp"
#include "models/encoder_input.hpp"
#include "models/model.hpp"
#include "models/shared_specs.hpp"
#include "models/specs.hpp"

#include "layers/dropout.hpp"
#include "layers/transformer_block.hpp"

namespace strand {

namespace {

EncoderInputOptions inputOptions(const Hyperparameters& values) {
    return {.dim = values.integer("d_model"),
            .maxLength = values.integer("max_len"),
            .positions = *parsePositionKind(values.text("positions")),
            .concat = values.text("position_join") == "concat",
            .convolutionWidth = values.integer("conv_width")};
}

Activation activationOf(const std::string& name) {
    if (name == "relu") return Activation::Relu;
    return name == "gelu" ? Activation::Gelu : Activation::None;
}

NormOptions normOptions(const Hyperparameters& values) {
    return {.kind = values.text("norm_kind") == "batch" ? NormKind::Batch : NormKind::Layer,
            .dim = values.integer("d_model"),
            .center = values.boolean("norm_center"),
            .scale = values.boolean("norm_scale")};
}

TransformerBlockOptions blockOptions(const Hyperparameters& values) {
    return {.attention = {.dim = values.integer("d_model"),
                          .heads = values.integer("n_heads"),
                          .bias = values.boolean("attention_bias"),
                          .activation = activationOf(values.text("attention_activation")),
                          .additive = values.text("scores") == "additive",
                          .causal = values.boolean("history_only"),
                          .dropout = values.real("attn_dropout")},
            .feedForward = values.integer("d_ff"),
            .activation = activationOf(values.text("activation")),
            .normFirst = values.text("norm") == "pre",
            .norm = normOptions(values),
            .dropout = values.real("dropout")};
}

class TransformerEncoder : public Model {
public:
    TransformerEncoder(const ModelContext& context, const Hyperparameters& values)
        : m_heads(values.integer("n_heads")),
          m_lastK(values.integer("last_k")),
          m_pooling(values.text("pooling")),
          m_dropout(values.real("dropout")) {
        m_input = registerModule("input", std::make_shared<EncoderInput>(context.vocabularySize, inputOptions(values)));
        for (std::int64_t i = 0; i < values.integer("n_layers"); ++i) {
            m_blocks.push_back(registerModule(fmt::format("block{}", i), std::make_shared<TransformerBlock>(blockOptions(values))));
        }
        const std::int64_t dim = values.integer("d_model");
        if (values.text("norm") == "pre") m_norm = registerModule("norm", std::make_shared<Norm>(normOptions(values)));
        m_classifier = registerModule("classifier", std::make_shared<Linear>(dim, context.classes));
    }

    using Model::forward;
    ModelOutput forward(const ModelInput& given, Taps* taps) override {
        const ModelInput input = withPositions(given);
        const Padding padding{.lengths = input.lengths, .mask = input.mask};
        torch::Tensor x = applyDropout(m_input->forward(input), m_dropout, isTraining()), sum;
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            const std::string tap = Taps::attention(static_cast<std::int64_t>(i));
            torch::Tensor weights;
            const bool wanted = taps != nullptr && taps->wants(tap);
            x = m_blocks[i]->forward(x, padding, wanted ? &weights : nullptr);
            if (wanted) taps->put(tap, weights);
            if (i + static_cast<std::size_t>(m_lastK) >= m_blocks.size()) sum = sum.defined() ? sum + x : x;
        }
        const torch::Tensor whole = pooled(m_pooling, m_norm ? m_norm->forward(sum, padding) : sum, padding);
        return {.logits = m_classifier->forward(applyDropout(whole, m_dropout, isTraining())), .representation = whole};
    }
    torch::Tensor embed(const torch::Tensor& ids) override { return m_input->embed(ids); }
    std::int64_t attentionLayers() const override { return static_cast<std::int64_t>(m_blocks.size()); }
    std::int64_t attentionHeads() const override { return m_heads; }

private:
    std::int64_t m_heads, m_lastK;
    std::string m_pooling;
    double m_dropout;
    std::shared_ptr<EncoderInput> m_input;
    std::vector<std::shared_ptr<TransformerBlock>> m_blocks;
    std::shared_ptr<Norm> m_norm;  ///< pre only
    std::shared_ptr<Linear> m_classifier;
};

Result<void> check(const Hyperparameters& values) {
    const std::int64_t dim = values.integer("d_model"), heads = values.integer("n_heads"), layers = values.integer("n_layers"),
                       last = values.integer("last_k");
    if (dim % heads != 0) {
        return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "d_model = %1 cannot be shared equally by n_heads = %2"), dim, heads},
                    {STRAND_TEXT("engine", "expected n_heads to divide d_model")});
    }
    if (last > layers) {
        return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "last_k = %1 asks for more layers than n_layers = %2"), last, layers});
    }
    if (values.boolean("history_only") && values.text("pooling") == "cls") {
        return fail(
            ErrorCode::Usage,
            {STRAND_TEXT("engine", "with history_only = true, the first token sees nothing but itself, and pooling = cls reads only it")},
            {}, {STRAND_TEXT("engine", "take pooling = mean or max")});
    }
    return {};
}

HyperparameterTable ownSpecs() {
    return {
        modelDimSpec(),
        headsSpec(),
        layersSpec(),
        integerSpec("d_ff", 256, {1, 32768}, "units", STRAND_TEXT("engine", "Size of the hidden layer after each attention.")),
        convolutionWidthSpec(),
        poolingSpec(),
        choiceSpec("positions", "sinusoidal", {"sinusoidal", "learned", "none"},
                   STRAND_TEXT("engine", "How the network knows where a token stands.")),
        expert(choiceSpec(
            "position_join", "sum", {"sum", "concat"},
            STRAND_TEXT("engine", "Positions are added to the token vectors, or take the second half of each vector (concat)."))),
        expert(choiceSpec(
            "norm", "pre", {"pre", "post"},
            STRAND_TEXT("engine",
                        "Normalise before attention and feed-forward (pre, learns reliably) or after them (post, as first published)."))),
        expert(choiceSpec("norm_kind", "layer", {"layer", "batch"},
                          STRAND_TEXT("engine",
                                      "What is normalised: the numbers of each token (layer), or each number over all tokens of a batch "
                                      "(batch)."))),
        expert(flagSpec("norm_center", true, STRAND_TEXT("engine", "Normalised numbers get a learned offset."))),
        expert(flagSpec("norm_scale", true, STRAND_TEXT("engine", "Normalised numbers get a learned factor."))),
        expert(choiceSpec("scores", "dot", {"dot", "additive"},
                          STRAND_TEXT("engine",
                                      "How well two tokens fit: the scaled product of their vectors (dot), or a small network over both "
                                      "(additive; slow, and needs memory for every pair of tokens)."))),
        expert(choiceSpec("attention_activation", "none", {"none", "relu", "gelu"},
                          STRAND_TEXT("engine", "Activation after the maps to queries, keys, values and output."))),
        expert(choiceSpec("activation", "gelu", {"gelu", "relu"}, STRAND_TEXT("engine", "Activation of the feed-forward layer."))),
        expert(integerSpec("last_k", 1, {1, 96}, "",
                           STRAND_TEXT("engine", "The outputs of this many last layers are added up before pooling."))),
        expert(flagSpec("attention_bias", true, STRAND_TEXT("engine", "Biases in the maps to queries, keys, values and output."))),
        attentionDropoutSpec(),
        expert(flagSpec("history_only", false, STRAND_TEXT("engine", "A token sees only itself and the tokens before it."))),
    };
}

std::vector<Stage> picture() {
    return architecture(
        {
            {.kind = StageKind::Convolve, .title = {STRAND_TEXT("engine", "Neighbouring tokens together")}, .shows = {"conv_width"}},
            {.kind = StageKind::Position, .title = {STRAND_TEXT("engine", "Positions")}, .shows = {"positions", "position_join"}},
            {.kind = StageKind::Attend,
             .title = {STRAND_TEXT("engine", "Self-attention")},
             .shows = {"n_heads", "norm"},
             .repeats = "n_layers",
             .residual = true},
            {.kind = StageKind::Dense,
             .title = {STRAND_TEXT("engine", "Feed-forward")},
             .shows = {"d_ff", "activation"},
             .repeats = "n_layers",
             .residual = true},
            {.kind = StageKind::Pool, .title = {STRAND_TEXT("engine", "One vector for the sequence")}, .shows = {"pooling", "last_k"}},
        },
        "d_model");
}

}  // namespace

ModelEntry transformerEncoderEntry() {
    return {
        .name = "TransformerEncoder",
        .title = {STRAND_TEXT("engine", "Transformer encoder")},
        .family = "transformer",
        .attention = "exact",
        .description = {STRAND_TEXT(
            "engine",
            "Every token looks at every other one and gathers what matters; the attention can be looked at. Sees how patterns are arranged "
            "and where they stand. Needs more data and time than a convolutional network.")},
        .paper = "Vaswani et al. 2017, arXiv:1706.03762",
        .architecture = picture(),
        .usesCls = true,
        .hyperparameters = withWordVectors(withCommon({{"dropout", "0.1"}}, ownSpecs())),
        .presets = {{"quick", {{"epochs", "8"}, {"n_layers", "1"}}},
                    {"balanced", {}},
                    {"thorough", {{"epochs", "40"}, {"n_layers", "4"}, {"d_ff", "512"}, {"dropout", "0.2"}}}},
        .check = check,
        .make = [](const ModelContext& context, const Hyperparameters& values) -> std::shared_ptr<Model> {
            return std::make_shared<TransformerEncoder>(context, values);
        },
    };
}

}  // namespace strand
