// What the efficient transformers share: input, a stack of attention and feed-forward branches, readout. They differ in the attention.
#pragma once

#include "core/hyperparameter.hpp"
#include "layers/layer_norm.hpp"
#include "layers/linear.hpp"
#include "layers/residual_stack.hpp"
#include "models/catalogue.hpp"
#include "models/encoder_input.hpp"
#include "models/model.hpp"

#include <functional>

namespace strand {

/// d_model n_heads n_layers dim_head d_ff ff_mult conv_width pooling reversible, and where they apply ff_glu ff_chunks ff_dropout: the
/// part of the table that is alike in all of them, followed by `own`.
[[nodiscard]] HyperparameterTable withStack(HyperparameterTable own);
/// positions, and axial_columns
[[nodiscard]] HyperparameterSpec positionSpec();
[[nodiscard]] HyperparameterSpec axialSpec();
/// What is added to the token vectors: nothing where the attention turns them (rotary).
[[nodiscard]] PositionKind positionsOf(const Hyperparameters& values);
/// Relations that hold for all of them: n_heads divides d_model where dim_head is 0; those of hidden_layers.hpp.
[[nodiscard]] Result<void> checkStack(const Hyperparameters& values);
/// `scaleNorm` and use_rezero exclude each other.
[[nodiscard]] Result<void> checkNorms(const Hyperparameters& values, const std::string& scaleNorm);
/// Heads that turn by their positions have an even size.
[[nodiscard]] Result<void> checkRotary(const Hyperparameters& values);
/// `name`, a number of heads, is at most n_heads.
[[nodiscard]] Result<void> checkLocalHeads(const Hyperparameters& values, const std::string& name);
/// dim_head, or d_model / n_heads where it is 0.
[[nodiscard]] std::int64_t headDim(const Hyperparameters& values);
/// Layer norm, or what was asked for instead of it.
[[nodiscard]] BranchNorm branchNorm(bool scaleNorm, bool reZero);
/// Attention and feed-forward as boxes of the picture.
[[nodiscard]] std::vector<Stage> stackPicture(Stage attention, Stage positions = placesOfTokens());

class StackModel : public Model {
public:
    using MakeAttention = std::function<std::shared_ptr<Branch>(std::int64_t layer)>;
    struct Options {
        PositionKind positions = PositionKind::Learned;
        BranchNorm norm = BranchNorm::Layer;
        std::int64_t axialColumns = 64;
        std::int64_t embeddingDim = 0;  ///< of the tokens, before a map to d_model; 0 = d_model without a map
        double layerDropout = 0;
        std::int64_t rememberUpTo = 0;                                             ///< StackOptions
        bool tiedLayers = false;                                                   ///< all layers have the parameters of the first
        std::function<std::shared_ptr<Branch>(std::shared_ptr<Branch>)> around{};  ///< wraps each branch inside its norm
    };
    StackModel(const ModelContext& context, const Hyperparameters& values, const Options& options, const MakeAttention& attention);

    using Model::forward;
    ModelOutput forward(const ModelInput& input, Taps* taps) override;
    torch::Tensor embed(const torch::Tensor& ids) override { return m_input->embed(ids); }
    std::int64_t attentionLayers() const override { return m_stack->depth(); }
    std::int64_t attentionHeads() const override { return m_heads; }
    void afterStep() override;

private:
    void addLayers(const Hyperparameters& values, const Options& options, const MakeAttention& attention);
    std::int64_t m_heads;
    std::string m_pooling;
    double m_dropout;
    std::shared_ptr<EncoderInput> m_input;
    std::shared_ptr<Linear> m_widen;  ///< null without embeddingDim
    std::shared_ptr<ResidualStack> m_stack;
    std::shared_ptr<LayerNorm> m_norm;
    std::shared_ptr<Linear> m_classifier;
};

}  // namespace strand
