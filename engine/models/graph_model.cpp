#include "models/graph_model.hpp"

#include "layers/dropout.hpp"
#include "models/common_hyperparameters.hpp"
#include "models/shared_specs.hpp"
#include "models/specs.hpp"

#include <iterator>

namespace strand {

HyperparameterTable graphHyperparameters(HyperparameterTable own) {
    HyperparameterTable shared = {
        embeddingDimSpec(),
        choiceSpec(
            "nodes", "positions", {"positions", "types"},
            STRAND_TEXT("engine",
                        "What the nodes of the graph are: all tokens of a sequence, one by one (positions), or its different tokens, "
                        "however often each stands there (types).")),
        integerSpec("window", 3, {2, 64}, "tokens",
                    STRAND_TEXT("engine", "Tokens fewer than this many places apart are joined by an edge.")),
        choiceSpec("positions", "sinusoidal", {"sinusoidal", "learned", "none"},
                   STRAND_TEXT("engine",
                               "How a node knows where it stands: waves of different length, a learned vector for each place, or not at "
                               "all. Where a token stands several times, their mean.")),
    };
    shared.insert(shared.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
    // The papers drop half of all activations and more: that suits one graph of thousands of nodes, not many of a few dozen.
    const TextValues common = {{"tokenizer", "kmer"}, {"lr", "3e-3"}, {"dropout", "0.2"}};
    return withWordVectors(withCommon(common, std::move(shared)));
}

std::vector<Stage> graphPicture(std::vector<Stage> layers) {
    std::vector<Stage> middle = {
        placesOfTokens(),
        {.kind = StageKind::Graph, .title = {STRAND_TEXT("engine", "Graph of the sequence")}, .shows = {"nodes", "window"}},
    };
    middle.insert(middle.end(), std::make_move_iterator(layers.begin()), std::make_move_iterator(layers.end()));
    middle.push_back({.kind = StageKind::Pool, .title = {STRAND_TEXT("engine", "Mean and maximum over all nodes")}});
    return architecture(std::move(middle));
}

GraphModel::GraphModel(const ModelContext& context, const Hyperparameters& values, std::int64_t readoutSize)
    : m_graph{.nodes = values.text("nodes") == "types" ? GraphNodes::Types : GraphNodes::Positions, .window = values.integer("window")},
      m_dropout(values.real("dropout")) {
    m_input = registerModule(
        "input", std::make_shared<EncoderInput>(context.vocabularySize,
                                                EncoderInputOptions{.dim = values.integer("embedding_dim"),
                                                                    .maxLength = values.integer("max_len"),
                                                                    .positions = *parsePositionKind(values.text("positions"))}));
    m_classifier = registerModule("classifier", std::make_shared<Linear>(readoutSize, context.classes));
}

ModelOutput GraphModel::forward(const ModelInput& given, Taps* taps) {
    const ModelInput input = withPositions(given);
    const SequenceGraph graph = sequenceGraph(input.ids, input.lengths, m_graph);
    const torch::Tensor representation = readout(graph, nodeMeans(graph, m_input->forward(input)), taps);
    return {.logits = m_classifier->forward(applyDropout(representation, m_dropout, isTraining())), .representation = representation};
}

}  // namespace strand
