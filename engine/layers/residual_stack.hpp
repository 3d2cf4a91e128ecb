// Pairs of residual branches, plain or reversible (Gomez et al. 2017, arXiv:1707.04585; Kitaev et al. 2020, arXiv:2001.04451, section 3).
#pragma once

#include "layers/module.hpp"
#include "layers/padding.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace strand {

/// A function [B,L,D] -> [B,L,D] whose result is added to its input.
class Branch : public Module {
public:
    /// Where `weights` is not null, it receives what the branch has to show: [B,heads,L,L]. It may run twice (layers/recompute.hpp).
    virtual torch::Tensor forward(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) = 0;
    /// Called after each optimiser step; what is random follows from dropoutState().key, so that a resumed run does the same.
    virtual void afterStep() {}
};

/// `branch` once more, with the same parameters: they belong to its first place.
[[nodiscard]] std::shared_ptr<Branch> tied(std::shared_ptr<Branch> branch);

enum class BranchNorm {
    Layer,  ///< f(LayerNorm(x))
    Scale,  ///< f(g x / |x|), one g (Nguyen & Salazar 2019, arXiv:1910.05895)
    ReZero  ///< g f(x), g = 0.001 at the start (Bachlechner et al. 2020, arXiv:2003.04887)
};

/// `inner` with its normalisation.
[[nodiscard]] std::shared_ptr<Branch> normed(BranchNorm norm, std::int64_t dim, std::shared_ptr<Branch> inner);

struct StackOptions {
    /// x1 = x2 = x; y1 = x1 + f(x2), y2 = x2 + g(y1); the result is y1 + y2. Inputs are recomputed from outputs on the way back, so that
    /// memory does not grow with depth.
    bool reversible = false;
    std::int64_t rememberUpTo = 0;  ///< reversible: sequences of this many positions and fewer keep their activations all the same
    double layerDropout = 0;        ///< probability with which a whole pair is left out of a training step; one always stays
};

class ResidualStack : public Module {
public:
    explicit ResidualStack(const StackOptions& options) : m_options(options) {}
    /// The next pair: x += f(x), x += g(x).
    void add(std::shared_ptr<Branch> f, std::shared_ptr<Branch> g);
    [[nodiscard]] std::int64_t depth() const { return static_cast<std::int64_t>(m_pairs.size()); }

    /// Where the weights of the f of a pair go, null = nowhere.
    using WeightsOf = std::function<torch::Tensor*(std::int64_t pair)>;
    /// x [B,L,D] -> [B,L,D]
    torch::Tensor forward(const torch::Tensor& x, const Padding& padding, const WeightsOf& weights = {});
    /// The equations of the reversible stack with every activation kept: what forward() is tested against.
    torch::Tensor rememberedForward(const torch::Tensor& x, const Padding& padding, const WeightsOf& weights = {});

    struct Pair {
        std::shared_ptr<Branch> f, g;
    };

private:
    [[nodiscard]] std::vector<Pair> keptPairs() const;

    StackOptions m_options;
    std::vector<Pair> m_pairs;
};

}  // namespace strand
