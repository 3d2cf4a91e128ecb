// What the graph networks share: tokens to a graph for each sequence, its nodes' features, and the classifier after the readout.
#pragma once

#include "layers/linear.hpp"
#include "layers/sequence_graph.hpp"
#include "models/catalogue.hpp"
#include "models/encoder_input.hpp"
#include "models/model.hpp"

namespace strand {

/// Common hyperparameters with the defaults of these models, embedding_dim nodes window positions, and `own`.
[[nodiscard]] HyperparameterTable graphHyperparameters(HyperparameterTable own);
/// Tokens, graph, `layers`, readout of the nodes.
[[nodiscard]] std::vector<Stage> graphPicture(std::vector<Stage> layers);

class GraphModel : public Model {
public:
    /// `readoutSize`: R of the representation.
    GraphModel(const ModelContext& context, const Hyperparameters& values, std::int64_t readoutSize);

    using Model::forward;
    ModelOutput forward(const ModelInput& input, Taps* taps) final;
    torch::Tensor embed(const torch::Tensor& ids) final { return m_input->embed(ids); }

protected:
    /// Features [T,embedding_dim] of the nodes -> representation [B,R].
    virtual torch::Tensor readout(const SequenceGraph& graph, const torch::Tensor& features, Taps* taps) = 0;
    [[nodiscard]] double dropout() const { return m_dropout; }

private:
    GraphOptions m_graph;
    double m_dropout;
    std::shared_ptr<EncoderInput> m_input;
    std::shared_ptr<Linear> m_classifier;
};

}  // namespace strand
