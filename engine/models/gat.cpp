// Graph attention network over the graph of a sequence (Velickovic et al. 2018, arXiv:1710.10903).
#include "models/graph_model.hpp"
#include "models/shared_specs.hpp"
#include "models/specs.hpp"

#include "layers/edge_attention.hpp"

namespace strand {

namespace {

class Gat : public GraphModel {
public:
    Gat(const ModelContext& context, const Hyperparameters& values)
        : GraphModel(context, values, 2 * values.integer("n_heads") * values.integer("head_dim")), m_heads(values.integer("n_heads")) {
        EdgeAttentionOptions options{.input = values.integer("embedding_dim"),
                                     .heads = m_heads,
                                     .headDim = values.integer("head_dim"),
                                     .slope = values.real("negative_slope"),
                                     .dropout = dropout()};
        for (std::int64_t layer = 0; layer < values.integer("n_layers"); ++layer) {
            m_layers.push_back(registerModule("layer" + std::to_string(layer), std::make_shared<EdgeAttention>(options)));
            options.input = options.heads * options.headDim;
        }
    }

    std::int64_t attentionLayers() const override { return static_cast<std::int64_t>(m_layers.size()); }
    std::int64_t attentionHeads() const override { return m_heads; }

protected:
    torch::Tensor readout(const SequenceGraph& graph, const torch::Tensor& features, Taps* taps) override {
        torch::Tensor x = features;
        for (std::int64_t layer = 0; layer < attentionLayers(); ++layer) {
            const std::string name = Taps::attention(layer);
            const bool wanted = taps != nullptr && taps->wants(name);
            torch::Tensor coefficients;
            x = torch::elu(m_layers[static_cast<std::size_t>(layer)]->forward(graph, x, wanted ? &coefficients : nullptr));
            if (wanted) taps->put(name, edgesAtPositions(graph, coefficients));
        }
        return meanAndMaximum(graph, x);
    }

private:
    std::int64_t m_heads;
    std::vector<std::shared_ptr<EdgeAttention>> m_layers;
};

}  // namespace

ModelEntry gatEntry() {
    return {
        .name = "GAT",
        .title = {STRAND_TEXT("engine", "Graph attention network")},
        .family = "graph",
        .attention = "edges",
        .description = {STRAND_TEXT(
            "engine",
            "Joins the tokens of a sequence that stand near each other to a graph, and lets each weigh its neighbours; the weights can be "
            "looked at. In which order neighbours stand it knows only from tokens of several letters and from their positions, and what "
            "lies beyond the window reaches a token only layer by layer.")},
        .paper = "Veličković et al. 2018, arXiv:1710.10903",
        .architecture = graphPicture({{.kind = StageKind::Attend,
                                       .title = {STRAND_TEXT("engine", "Attention along the edges with ELU")},
                                       .shows = {"n_heads", "head_dim"},
                                       .repeats = "n_layers"}}),
        .hyperparameters = graphHyperparameters({
            integerSpec("n_heads", 8, {1, 64}, "", STRAND_TEXT("engine", "Ways of weighing the neighbours, side by side.")),
            integerSpec("head_dim", 8, {1, 1024}, "", STRAND_TEXT("engine", "Features of each node in each head.")),
            graphLayersSpec(),
            expert(realSpec("negative_slope", 0.2, {0, 1}, "", STRAND_TEXT("engine", "Slope of the scores below 0 (LeakyReLU)."))),
        }),
        .presets = {{"quick", {{"epochs", "8"}}}, {"balanced", {}}, {"thorough", {{"epochs", "60"}, {"head_dim", "32"}}}},
        .make = [](const ModelContext& context, const Hyperparameters& values) -> std::shared_ptr<Model> {
            return std::make_shared<Gat>(context, values);
        },
    };
}

}  // namespace strand
