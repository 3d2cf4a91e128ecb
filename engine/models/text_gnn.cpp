// TextING: a gated graph network over the graph of each sequence, with a soft attention over its nodes (Zhang et al. 2020,
// arXiv:2004.13826).
#include "models/graph_model.hpp"
#include "models/specs.hpp"

#include "layers/dropout.hpp"
#include "layers/gated_graph.hpp"

namespace strand {

namespace {

class TextGnn : public GraphModel {
public:
    TextGnn(const ModelContext& context, const Hyperparameters& values)
        : GraphModel(context, values, 2 * values.integer("hidden")), m_steps(values.integer("steps")) {
        const std::int64_t hidden = values.integer("hidden");
        m_encode = registerModule("encode", std::make_shared<Linear>(values.integer("embedding_dim"), hidden));
        m_step = registerModule("step", std::make_shared<GatedGraph>(hidden));
        m_gate = registerModule("gate", std::make_shared<Linear>(hidden, 1));
        m_value = registerModule("value", std::make_shared<Linear>(hidden, hidden));
    }

    std::int64_t attentionLayers() const override { return 1; }
    std::int64_t attentionHeads() const override { return 1; }

protected:
    /// The tap: each edge as it is normalised, times the gate of the node that takes in what comes along it. How much of what a neighbour
    /// says reaches the decision through this node.
    torch::Tensor readout(const SequenceGraph& graph, const torch::Tensor& features, Taps* taps) override {
        const SparseRows edges = normalised(graph.edges);
        torch::Tensor h = torch::tanh(m_encode->forward(applyDropout(features, dropout(), isTraining())));
        for (std::int64_t step = 0; step < m_steps; ++step)
            h = m_step->forward(edges, applyDropout(h, dropout(), isTraining()));
        const torch::Tensor gate = torch::sigmoid(m_gate->forward(h));
        if (taps != nullptr && taps->wants(Taps::attention(0))) {
            const torch::Tensor passed = edges.weight.unsqueeze(1) * gate.detach().index_select(0, edges.row());
            taps->put(Taps::attention(0), edgesAtPositions(graph, passed));
        }
        return meanAndMaximum(graph, gate * torch::tanh(m_value->forward(h)));
    }

private:
    std::int64_t m_steps;
    std::shared_ptr<Linear> m_encode, m_gate, m_value;
    std::shared_ptr<GatedGraph> m_step;
};

}  // namespace

ModelEntry textGnnEntry() {
    return {
        .name = "TextGNN",
        .title = {STRAND_TEXT("engine", "Gated graph network")},
        .family = "graph",
        .attention = "edges",
        .description = {STRAND_TEXT("engine",
                                    "Joins the tokens of a text or sequence that stand near each other to a graph. Each remembers what it "
                                    "hears from its neighbours, "
                                    "and a gate says how much it counts in the end; both can be looked at. Made for texts; in which order "
                                    "neighbours stand it knows "
                                    "only from their positions and from tokens of several letters.")},
        .paper = "Zhang et al. 2020, arXiv:2004.13826",
        .architecture = graphPicture({
            {.kind = StageKind::Dense, .title = {STRAND_TEXT("engine", "Dense layer with tanh")}, .shows = {"hidden"}},
            {.kind = StageKind::Graph, .title = {STRAND_TEXT("engine", "Gated step along the edges")}, .repeats = "steps"},
            {.kind = StageKind::Attend, .title = {STRAND_TEXT("engine", "A gate for each node")}},
        }),
        .hyperparameters = graphHyperparameters({
            integerSpec("hidden", 96, {1, 4096}, "units", STRAND_TEXT("engine", "Size of the memory of each node.")),
            integerSpec("steps", 2, {1, 16}, "",
                        STRAND_TEXT("engine", "How often the nodes listen to their neighbours: how many edges away they can hear.")),
        }),
        .presets = {{"quick", {{"epochs", "8"}}}, {"balanced", {}}, {"thorough", {{"epochs", "60"}, {"hidden", "192"}, {"steps", "3"}}}},
        .make = [](const ModelContext& context, const Hyperparameters& values) -> std::shared_ptr<Model> {
            return std::make_shared<TextGnn>(context, values);
        },
    };
}

}  // namespace strand
