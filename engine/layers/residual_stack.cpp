#include "layers/residual_stack.hpp"

#include "core/random.hpp"
#include "layers/dropout.hpp"
#include "layers/layer_norm.hpp"
#include "layers/recompute.hpp"

#include <fmt/format.h>
#include <torch/csrc/autograd/custom_function.h>

namespace strand {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;
using Pair = ResidualStack::Pair;

class LayerNormed : public Branch {
public:
    LayerNormed(std::int64_t dim, std::shared_ptr<Branch> inner) : m_inner(registerModule("inner", std::move(inner))) {
        m_norm = registerModule("norm", std::make_shared<LayerNorm>(dim));
    }
    torch::Tensor forward(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) override {
        return m_inner->forward(layerNormAndSkip(x, m_norm->weight, m_norm->bias).first, padding, weights);
    }
    /// x + forward(x)
    torch::Tensor added(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) {
        const auto [normal, same] = layerNormAndSkip(x, m_norm->weight, m_norm->bias);
        return same + m_inner->forward(normal, padding, weights);
    }

private:
    std::shared_ptr<Branch> m_inner;
    std::shared_ptr<LayerNorm> m_norm;
};

class Scaled : public Branch {
public:
    explicit Scaled(std::shared_ptr<Branch> inner) : m_inner(registerModule("inner", std::move(inner))) {
        m_gain = registerParameter("gain", torch::ones({1}));
    }
    torch::Tensor forward(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) override {
        constexpr double kSmallest = 1e-5;
        return m_inner->forward(x / x.norm(2, -1, true).clamp_min(kSmallest) * m_gain, padding, weights);
    }

private:
    std::shared_ptr<Branch> m_inner;
    torch::Tensor m_gain;
};

class ReZeroed : public Branch {
public:
    explicit ReZeroed(std::shared_ptr<Branch> inner) : m_inner(registerModule("inner", std::move(inner))) {
        constexpr double kStart = 1e-3;
        m_gain = registerParameter("gain", torch::full({1}, kStart));
    }
    torch::Tensor forward(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) override {
        return m_inner->forward(x, padding, weights) * m_gain;
    }

private:
    std::shared_ptr<Branch> m_inner;
    torch::Tensor m_gain;
};

class Tied : public Branch {
public:
    explicit Tied(std::shared_ptr<Branch> branch) : m_branch(std::move(branch)) {}
    torch::Tensor forward(const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) override {
        return m_branch->forward(x, padding, weights);
    }

private:
    std::shared_ptr<Branch> m_branch;  ///< registered where it stands first
};

/// What the way back needs: the pairs that ran, and the random numbers that each branch drew.
struct ReversibleState : torch::CustomClassHolder {
    std::vector<Pair> pairs;
    Padding padding;
    std::vector<RandomReplay> randomOfF, randomOfG;
};

/// A value and the gradient that belongs to it.
struct Backed {
    torch::Tensor value, gradient;
};

/// Runs branch(input) again and sends `gradient` through it; parameters collect theirs.
Backed again(Branch& branch, const RandomReplay& replay, const Padding& padding, const torch::Tensor& input,
             const torch::Tensor& gradient) {
    const torch::Tensor leaf = input.detach().requires_grad_();
    torch::Tensor value;
    replay.run([&] {
        const torch::AutoGradMode enabled(true);
        value = branch.forward(leaf, padding, nullptr);
        torch::autograd::backward({value}, {gradient});
    });
    return {.value = value.detach(), .gradient = leaf.grad()};
}

/// branch(x), with what again() needs of it added to `replays`.
torch::Tensor firstTime(Branch& branch, std::vector<RandomReplay>& replays, const Padding& padding, const torch::Tensor& x) {
    torch::Tensor y;
    replays.emplace_back(x.device()).first([&] { y = branch.forward(x, padding, nullptr); });
    return y;
}

struct ReversibleFunction : torch::autograd::Function<ReversibleFunction> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& x, const std::vector<Pair>& pairs, const Padding& padding) {
        auto state = c10::make_intrusive<ReversibleState>();
        state->pairs = pairs;
        state->padding = padding;
        torch::Tensor y1 = x, y2 = x;
        for (const Pair& pair : pairs) {
            y1 = y1 + firstTime(*pair.f, state->randomOfF, padding, y2);
            y2 = y2 + firstTime(*pair.g, state->randomOfG, padding, y1);
        }
        context->save_for_backward({y1, y2});
        context->saved_data["state"] = c10::IValue::make_capsule(std::move(state));
        return y1 + y2;
    }
    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto capsule = context->saved_data["state"].toCapsule();
        const auto& state = static_cast<const ReversibleState&>(*capsule);
        auto saved = context->get_saved_variables();
        torch::Tensor y1 = std::move(saved[0]), y2 = std::move(saved[1]), d1 = gradients[0], d2 = gradients[0];
        for (std::size_t i = state.pairs.size(); i-- > 0;) {
            const Backed g = again(*state.pairs[i].g, state.randomOfG[i], state.padding, y1, d2);
            y2 = y2 - g.value;
            d1 = d1 + g.gradient;
            const Backed f = again(*state.pairs[i].f, state.randomOfF[i], state.padding, y2, d1);
            y1 = y1 - f.value;
            d2 = d2 + f.gradient;
        }
        return {d1 + d2, torch::Tensor(), torch::Tensor()};
    }
};

torch::Tensor added(Branch& branch, const torch::Tensor& x, const Padding& padding, torch::Tensor* weights) {
    if (auto* layerNormed = dynamic_cast<LayerNormed*>(&branch)) return layerNormed->added(x, padding, weights);
    return x + branch.forward(x, padding, weights);
}

torch::Tensor plainForward(const std::vector<Pair>& pairs, torch::Tensor x, const Padding& padding,
                           const ResidualStack::WeightsOf& weights) {
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        x = added(*pairs[i].f, x, padding, weights ? weights(static_cast<std::int64_t>(i)) : nullptr);
        x = added(*pairs[i].g, x, padding, nullptr);
    }
    return x;
}

torch::Tensor pairedForward(const std::vector<Pair>& pairs, const torch::Tensor& x, const Padding& padding,
                            const ResidualStack::WeightsOf& weights) {
    torch::Tensor y1 = x, y2 = x;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        y1 = y1 + pairs[i].f->forward(y2, padding, weights ? weights(static_cast<std::int64_t>(i)) : nullptr);
        y2 = y2 + pairs[i].g->forward(y1, padding, nullptr);
    }
    return y1 + y2;
}

}  // namespace

std::shared_ptr<Branch> normed(BranchNorm norm, std::int64_t dim, std::shared_ptr<Branch> inner) {
    switch (norm) {
        case BranchNorm::Layer: return std::make_shared<LayerNormed>(dim, std::move(inner));
        case BranchNorm::Scale: return std::make_shared<Scaled>(std::move(inner));
        case BranchNorm::ReZero: return std::make_shared<ReZeroed>(std::move(inner));
    }
    throw std::logic_error("no such BranchNorm");
}

std::shared_ptr<Branch> tied(std::shared_ptr<Branch> branch) { return std::make_shared<Tied>(std::move(branch)); }

void ResidualStack::add(std::shared_ptr<Branch> f, std::shared_ptr<Branch> g) {
    const std::size_t number = m_pairs.size();
    m_pairs.push_back({registerModule(fmt::format("f{}", number), std::move(f)), registerModule(fmt::format("g{}", number), std::move(g))});
}

std::vector<Pair> ResidualStack::keptPairs() const {
    if (!isTraining() || m_options.layerDropout <= 0) return m_pairs;
    const kernels::DropoutStream stream = nextDropout(m_options.layerDropout);
    Random random(deriveSeed(stream.key, "layer dropout", stream.call));
    std::vector<Pair> kept;
    for (const Pair& pair : m_pairs)
        if (random.uniform() >= m_options.layerDropout) kept.push_back(pair);
    return kept.empty() ? std::vector<Pair>{m_pairs.front()} : kept;
}

torch::Tensor ResidualStack::forward(const torch::Tensor& x, const Padding& padding, const WeightsOf& weights) {
    const std::vector<Pair> pairs = keptPairs();
    if (!m_options.reversible) return plainForward(pairs, x, padding, weights);
    const bool kept = !torch::GradMode::is_enabled() || !x.requires_grad() || x.size(1) <= m_options.rememberUpTo;
    return kept || weights ? pairedForward(pairs, x, padding, weights) : ReversibleFunction::apply(x, pairs, padding);
}

torch::Tensor ResidualStack::rememberedForward(const torch::Tensor& x, const Padding& padding, const WeightsOf& weights) {
    const std::vector<Pair> pairs = keptPairs();
    return m_options.reversible ? pairedForward(pairs, x, padding, weights) : plainForward(pairs, x, padding, weights);
}

}  // namespace strand
