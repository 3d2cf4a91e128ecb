#include "models/stack_model.hpp"

#include "layers/dropout.hpp"
#include "models/hidden_layers.hpp"
#include "models/shared_specs.hpp"
#include "models/specs.hpp"

namespace strand {

HyperparameterTable withStack(HyperparameterTable own) {
    HyperparameterTable table{
        modelDimSpec(),
        headsSpec(),
        layersSpec(),
        expert(integerSpec("dim_head", 0, {0, 1024}, "",
                           STRAND_TEXT("engine", "Numbers with which each head compares tokens; 0 takes d_model / n_heads."))),
        integerSpec("d_ff", 0, {0, 32768}, "units",
                    STRAND_TEXT("engine", "Size of the hidden layer after each attention; 0 takes ff_mult times d_model.")),
        expert(integerSpec("ff_mult", 2, {1, 64}, "", STRAND_TEXT("engine", "Size of the hidden layer as a multiple of d_model."))),
        expert(flagSpec("ff_glu", false, STRAND_TEXT("engine", "The hidden layer is gated by a second map of its input."))),
        expert(integerSpec("ff_chunks", 1, {1, 65536}, "",
                           STRAND_TEXT("engine", "The hidden layer is computed in this many parts of the sequence, to save memory."))),
        convolutionWidthSpec(),
        poolingSpec(),
        expert(flagSpec("reversible", false,
                        STRAND_TEXT("engine",
                                    "Layers are computed again on the way back instead of being remembered: memory does not grow with "
                                    "n_layers, each step takes about half as long again."))),
        expert(realSpec("ff_dropout", 0.1, {0, 0.95}, "",
                        STRAND_TEXT("engine", "Share of hidden units switched off at random while learning."))),
    };
    table.insert(table.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
    return table;
}

HyperparameterSpec positionSpec() {
    return choiceSpec("positions", "sinusoidal", {"sinusoidal", "learned", "axial", "rotary", "none"},
                      STRAND_TEXT("engine", "How the network knows where a token stands."));
}

PositionKind positionsOf(const Hyperparameters& values) { return parsePositionKind(values.text("positions")).value_or(PositionKind::None); }

HyperparameterSpec axialSpec() {
    return expert(
        integerSpec("axial_columns", 64, {1, 65536}, "tokens",
                    STRAND_TEXT("engine", "With positions = axial: tokens in a row of the grid whose rows and columns are learned.")));
}

Result<void> checkNorms(const Hyperparameters& values, const std::string& scaleNorm) {
    if (!values.boolean(scaleNorm) || !values.boolean("use_rezero")) return {};
    return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "%1 and %2 exclude each other; both are true"), scaleNorm, "use_rezero"});
}

Result<void> checkRotary(const Hyperparameters& values) {
    if (headDim(values) % 2 == 0) return {};
    return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "heads of %1 numbers cannot be turned in pairs"), headDim(values)},
                {STRAND_TEXT("engine", "expected an even dim_head, or an even d_model / n_heads")});
}

Result<void> checkLocalHeads(const Hyperparameters& values, const std::string& name) {
    const std::int64_t heads = values.integer("n_heads"), local = values.integer(name);
    if (local <= heads) return {};
    return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "%1 = %2 asks for more heads than n_heads = %3"), name, local, heads});
}

Result<void> checkStack(const Hyperparameters& values) {
    STRAND_TRY(checkHidden(values));
    const std::int64_t dim = values.integer("d_model"), heads = values.integer("n_heads");
    if (values.integer("dim_head") > 0 || dim % heads == 0) return {};
    return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "d_model = %1 cannot be shared equally by n_heads = %2"), dim, heads},
                {STRAND_TEXT("engine", "expected n_heads to divide d_model")});
}

std::int64_t headDim(const Hyperparameters& values) {
    const std::int64_t given = values.integer("dim_head");
    return given > 0 ? given : values.integer("d_model") / values.integer("n_heads");
}

BranchNorm branchNorm(bool scaleNorm, bool reZero) {
    if (scaleNorm) return BranchNorm::Scale;
    return reZero ? BranchNorm::ReZero : BranchNorm::Layer;
}

std::vector<Stage> stackPicture(Stage attention, Stage positions) {
    attention.kind = StageKind::Attend;
    attention.repeats = "n_layers";
    attention.residual = true;
    return architecture(
        {
            {.kind = StageKind::Convolve, .title = {STRAND_TEXT("engine", "Neighbouring tokens together")}, .shows = {"conv_width"}},
            std::move(positions),
            std::move(attention),
            {.kind = StageKind::Dense,
             .title = {STRAND_TEXT("engine", "Feed-forward")},
             .shows = {"d_ff", "ff_mult"},
             .repeats = "n_layers",
             .residual = true},
            {.kind = StageKind::Pool, .title = {STRAND_TEXT("engine", "One vector for the sequence")}, .shows = {"pooling"}},
        },
        "d_model");
}

StackModel::StackModel(const ModelContext& context, const Hyperparameters& values, const Options& options, const MakeAttention& attention)
    : m_heads(values.integer("n_heads")), m_pooling(values.text("pooling")), m_dropout(values.real("dropout")) {
    const std::int64_t dim = values.integer("d_model"), inputDim = options.embeddingDim > 0 ? options.embeddingDim : dim;
    const EncoderInputOptions input{.dim = inputDim,
                                    .maxLength = values.integer("max_len"),
                                    .positions = options.positions,
                                    .axialColumns = options.axialColumns,
                                    .convolutionWidth = values.integer("conv_width")};
    m_input = registerModule("input", std::make_shared<EncoderInput>(context.vocabularySize, input));
    if (inputDim != dim) m_widen = registerModule("widen", std::make_shared<Linear>(inputDim, dim));
    m_stack = registerModule("stack", std::make_shared<ResidualStack>(StackOptions{.reversible = values.boolean("reversible"),
                                                                                   .rememberUpTo = options.rememberUpTo,
                                                                                   .layerDropout = options.layerDropout}));
    addLayers(values, options, attention);
    m_norm = registerModule("norm", std::make_shared<LayerNorm>(dim));
    m_classifier = registerModule("classifier", std::make_shared<Linear>(dim, context.classes));
}

void StackModel::addLayers(const Hyperparameters& values, const Options& options, const MakeAttention& attention) {
    std::shared_ptr<Branch> first, firstHidden;
    for (std::int64_t i = 0; i < values.integer("n_layers"); ++i) {
        const bool again = options.tiedLayers && i > 0;
        const std::shared_ptr<Branch> f = again ? tied(first) : attention(i), g = again ? tied(firstHidden) : hiddenBranch(values, i);
        if (i == 0) first = f, firstHidden = g;
        const auto wrapped = [&](const std::shared_ptr<Branch>& inner) {
            return normed(options.norm, values.integer("d_model"), options.around ? options.around(inner) : inner);
        };
        m_stack->add(wrapped(f), wrapped(g));
    }
}

void StackModel::afterStep() {
    for (Module* module : modules())
        if (auto* branch = dynamic_cast<Branch*>(module)) branch->afterStep();
}

ModelOutput StackModel::forward(const ModelInput& given, Taps* taps) {
    const ModelInput input = withPositions(given);
    const Padding padding{.lengths = input.lengths, .mask = input.mask};
    std::vector<torch::Tensor> shown(static_cast<std::size_t>(m_stack->depth()));
    const auto wanted = [&](std::int64_t layer) { return taps != nullptr && taps->wants(Taps::attention(layer)); };
    ResidualStack::WeightsOf weights;
    if (taps != nullptr) weights = [&](std::int64_t layer) { return wanted(layer) ? &shown[static_cast<std::size_t>(layer)] : nullptr; };
    const torch::Tensor tokens = m_input->forward(input), wide = m_widen ? m_widen->forward(tokens) : tokens;
    const torch::Tensor x = m_stack->forward(applyDropout(wide, m_dropout, isTraining()), padding, weights);
    for (std::int64_t i = 0; i < m_stack->depth(); ++i)
        if (wanted(i)) taps->put(Taps::attention(i), shown[static_cast<std::size_t>(i)]);
    const torch::Tensor representation = pooled(m_pooling, m_norm->forward(x), padding);
    return {.logits = m_classifier->forward(applyDropout(representation, m_dropout, isTraining())), .representation = representation};
}

}  // namespace strand
