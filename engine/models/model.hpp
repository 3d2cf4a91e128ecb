// What every catalogue entry is to the rest: batch in, logits and representation out, taps for whoever watches.
#pragma once

#include "layers/module.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>

namespace strand {

/// A padded batch on the model's device.
struct ModelInput {
    torch::Tensor ids;         ///< [B,L] int64, 0 = padding
    torch::Tensor lengths;     ///< [B] int64, valid tokens, >= 0
    torch::Tensor mask;        ///< [B,L] bool, true = valid; undefined where every row has length L
    torch::Tensor embedded{};  ///< takes the place of Model::embed(ids) where it is defined: [B,L,E], for saliency and the like
    [[nodiscard]] bool padded() const { return mask.defined(); }
};

/// The same batch with at least one position, padded where every sequence is empty.
[[nodiscard]] ModelInput withPositions(ModelInput input);

/// Names the tensors wanted and takes them. With no tap, the fused path runs; with one, the same numbers are computed so that they can be shown.
class Taps {
public:
    Taps() = default;
    explicit Taps(std::set<std::string> wanted) : m_wanted(std::move(wanted)) {}
    [[nodiscard]] bool wants(const std::string& name) const { return m_wanted.contains(name); }
    void put(const std::string& name, torch::Tensor value) { m_taken[name] = std::move(value); }
    [[nodiscard]] const std::map<std::string, torch::Tensor>& taken() const { return m_taken; }
    /// "attention.0", "attention.1" ... one for each of Model::attentionLayers(), by ModelEntry::attention:
    /// - "exact" "sparse" "implied" [B, heads, L, L]: row = who asks, column = who is asked; rows of "exact" and "sparse" sum to 1.
    /// - "vector" [B, 1, 1, L]: one weight for each position, not below 0, in sum 1.
    /// - "edges" [B, heads, L, L]: the coefficient of the edge from column to row between the nodes that stand at these positions; not
    ///   below 0, 0 where there is no edge. Rows need not sum to 1, since a node may stand at many positions.
    /// Rows and columns of padding are 0.
    static std::string attention(std::int64_t layer) { return "attention." + std::to_string(layer); }

private:
    std::set<std::string> m_wanted;
    std::map<std::string, torch::Tensor> m_taken;
};

struct ModelOutput {
    torch::Tensor logits;          ///< [B,C]
    torch::Tensor representation;  ///< [B,R]
};

class Model : public Module {
public:
    /// Padding never changes a logit (1e-5 in float32). `taps` may be null.
    virtual ModelOutput forward(const ModelInput& input, Taps* taps) = 0;
    ModelOutput forward(const ModelInput& input) { return forward(input, nullptr); }
    /// The vectors [B,L,E] that ids [B,L] become; a gradient with respect to ModelInput::embedded says how much each token matters.
    /// Undefined where a model has none.
    [[nodiscard]] virtual torch::Tensor embed(const torch::Tensor& ids) { return ids.defined() ? torch::Tensor() : ids; }
    /// Number of layers and heads that Taps::attention can ask for; 0 where there is none.
    [[nodiscard]] virtual std::int64_t attentionLayers() const { return 0; }
    [[nodiscard]] virtual std::int64_t attentionHeads() const { return 0; }
    /// Tokens of a sequence behind which nothing is read; 0 where all of them are.
    [[nodiscard]] virtual std::int64_t longestInput() const { return 0; }
    /// Called after each optimiser step (weight limits, moving statistics).
    virtual void afterStep() {}
};

}  // namespace strand
