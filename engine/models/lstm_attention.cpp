// Long short-term memory in both directions with attention over its states: every state is scored against the final one, and their weighted
// sum is joined with it (Luong et al. 2015, arXiv:1508.04025, section 3 and equation 5; additive scores: Bahdanau et al. 2015).
#include "models/common_hyperparameters.hpp"
#include "models/recurrent_model.hpp"
#include "models/shared_specs.hpp"
#include "models/specs.hpp"

#include <limits>

namespace strand {

namespace {

/// Scores [B,L] of states [B,L,D] against one state [B,D].
class StateScores : public Module {
public:
    StateScores(const std::string& kind, std::int64_t dim) {
        if (kind == "general") m_general = registerModule("general", std::make_shared<Linear>(dim, dim, false));
        if (kind != "additive") return;
        m_state = registerModule("state", std::make_shared<Linear>(dim, dim, false));
        m_final = registerModule("final", std::make_shared<Linear>(dim, dim));
        m_out = registerModule("out", std::make_shared<Linear>(dim, 1, false));
    }
    torch::Tensor forward(const torch::Tensor& states, const torch::Tensor& last) const {
        if (m_out) return m_out->forward(torch::tanh(m_state->forward(states) + m_final->forward(last).unsqueeze(1))).squeeze(2);
        const torch::Tensor query = m_general ? m_general->forward(last) : last;
        return torch::bmm(states, query.unsqueeze(2)).squeeze(2);
    }

private:
    std::shared_ptr<Linear> m_general, m_state, m_final, m_out;
};

class LstmAttention : public RecurrentModel {
public:
    LstmAttention(const ModelContext& context, const Hyperparameters& values)
        : RecurrentModel(context, values, {.readout = 2 * values.integer("hidden")}) {
        m_scores = registerModule("scores", std::make_shared<StateScores>(values.text("score"), 2 * hidden()));
        m_join = registerModule("join", std::make_shared<Linear>(4 * hidden(), 2 * hidden()));
    }
    std::int64_t attentionLayers() const override { return 1; }
    std::int64_t attentionHeads() const override { return 1; }

protected:
    /// tanh(W [weighted sum, final state]).
    torch::Tensor readout(const ModelInput& input, const torch::Tensor& states, Taps* taps) override {
        const torch::Tensor last = finalStates(input, states), weights = attention(states, last, input.mask);
        if (taps != nullptr && taps->wants(Taps::attention(0))) taps->put(Taps::attention(0), weights.unsqueeze(1).unsqueeze(1));
        const torch::Tensor sum = torch::bmm(weights.unsqueeze(1), states).squeeze(1);
        return torch::tanh(m_join->forward(torch::cat({sum, last}, 1)));
    }

private:
    /// [B,L], padding 0.
    torch::Tensor attention(const torch::Tensor& states, const torch::Tensor& last, const torch::Tensor& mask) const {
        const torch::Tensor scores = m_scores->forward(states, last);
        if (!mask.defined()) return torch::softmax(scores, 1);
        const torch::Tensor hidden = mask.logical_not();
        // Lowest instead of minus infinity: an empty sequence has no valid step, and its weights become 0 below.
        return torch::softmax(scores.masked_fill(hidden, std::numeric_limits<float>::lowest()), 1).masked_fill(hidden, 0);
    }

    std::shared_ptr<StateScores> m_scores;
    std::shared_ptr<Linear> m_join;
};

}  // namespace

ModelEntry lstmAttentionEntry() {
    return {
        .name = "LSTMAttention",
        .title = {STRAND_TEXT("engine", "Long short-term memory with attention")},
        .family = "traditional",
        .attention = "vector",
        .description = {STRAND_TEXT(
            "engine",
            "Reads the sequence from both ends, then weighs all steps, and decides by their weighted sum and by what it remembers in the "
            "end; the weight of each token can be looked at. Finds motifs more reliably than LSTM alone, since not everything has to be "
            "carried to the end.")},
        .paper = "Luong et al. 2015, arXiv:1508.04025",
        .architecture = architecture({
            placesOfTokens(),
            bothDirections(),
            {.kind = StageKind::Attend, .title = {STRAND_TEXT("engine", "Each step against the final state")}, .shows = {"score"}},
            {.kind = StageKind::Pool, .title = {STRAND_TEXT("engine", "Weighted sum of all steps")}},
            {.kind = StageKind::Dense, .title = {STRAND_TEXT("engine", "Sum and final state together, tanh")}},
        }),
        .hyperparameters = withWordVectors(withCommon(
            {{"dropout", "0.2"}},
            {
                embeddingDimSpec(),
                directionSizeSpec(64),
                recurrentLayersSpec(),
                tokenPositions(),
                choiceSpec(
                    "score", "dot", {"dot", "general", "additive"},
                    STRAND_TEXT("engine",
                                "How a step is compared with the final state: by their product (dot), a learned product (general), or "
                                "a small network (additive).")),
            })),
        .presets = {{"quick", {{"epochs", "8"}}}, {"balanced", {}}, {"thorough", {{"epochs", "40"}, {"hidden", "128"}, {"n_layers", "2"}}}},
        .make = [](const ModelContext& context, const Hyperparameters& values) -> std::shared_ptr<Model> {
            return std::make_shared<LstmAttention>(context, values);
        },
    };
}

}  // namespace strand
