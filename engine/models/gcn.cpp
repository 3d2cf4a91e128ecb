// Graph convolutional network over the graph of a sequence (Kipf & Welling 2017, arXiv:1609.02907).
#include "models/graph_model.hpp"
#include "models/shared_specs.hpp"
#include "models/specs.hpp"

#include "layers/dropout.hpp"

namespace strand {

namespace {

class Gcn : public GraphModel {
public:
    Gcn(const ModelContext& context, const Hyperparameters& values) : GraphModel(context, values, 2 * values.integer("hidden")) {
        std::int64_t in = values.integer("embedding_dim");
        for (std::int64_t layer = 0; layer < values.integer("n_layers"); ++layer) {
            const std::string name = std::to_string(layer);
            m_weights.push_back(registerModule("layer" + name, std::make_shared<Linear>(in, values.integer("hidden"), false)));
            m_biases.push_back(registerParameter("bias" + name, torch::zeros({values.integer("hidden")})));
            in = values.integer("hidden");
        }
    }

protected:
    /// Equation 2: each layer is ReLU(A' X W + b), A' the normalised edges.
    torch::Tensor readout(const SequenceGraph& graph, const torch::Tensor& features, Taps*) override {
        const SparseRows edges = normalised(graph.edges);
        torch::Tensor x = features;
        for (std::size_t layer = 0; layer < m_weights.size(); ++layer) {
            const torch::Tensor sent = m_weights[layer]->forward(applyDropout(x, dropout(), isTraining()));
            x = torch::relu(sparseProduct(edges, edges, sent) + m_biases[layer]);
        }
        return meanAndMaximum(graph, x);
    }

private:
    std::vector<std::shared_ptr<Linear>> m_weights;
    std::vector<torch::Tensor> m_biases;
};

}  // namespace

ModelEntry gcnEntry() {
    return {
        .name = "GCN",
        .title = {STRAND_TEXT("engine", "Graph convolutional network")},
        .family = "graph",
        .attention = "none",
        .description = {STRAND_TEXT(
            "engine",
            "Joins the tokens of a sequence that stand near each other to a graph, and lets each take in the mean of its neighbours. Fast. "
            "It "
            "sees which tokens stand together and where; in which order neighbours stand it knows only from tokens of several letters and "
            "from their positions.")},
        .paper = "Kipf & Welling 2017, arXiv:1609.02907",
        .architecture = graphPicture({{.kind = StageKind::Graph,
                                       .title = {STRAND_TEXT("engine", "Graph convolution with ReLU")},
                                       .shows = {"hidden"},
                                       .repeats = "n_layers"}}),
        .hyperparameters = graphHyperparameters({
            integerSpec("hidden", 128, {1, 4096}, "units", STRAND_TEXT("engine", "Features of each node.")),
            graphLayersSpec(),
        }),
        .presets = {{"quick", {{"epochs", "8"}, {"hidden", "64"}}}, {"balanced", {}}, {"thorough", {{"epochs", "60"}, {"hidden", "256"}}}},
        .make = [](const ModelContext& context, const Hyperparameters& values) -> std::shared_ptr<Model> {
            return std::make_shared<Gcn>(context, values);
        },
    };
}

}  // namespace strand
