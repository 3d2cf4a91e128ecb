#include "training/optimizer.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

namespace strand {
namespace {

constexpr double kBeta1 = 0.9;
constexpr double kBeta2 = 0.999;
constexpr double kEps = 1e-8;
constexpr double kMomentum = 0.9;
constexpr double kRmsDecay = 0.99;
constexpr double kDeltaDecay = 0.9;
constexpr double kDeltaEps = 1e-6;

/// What an optimiser keeps for each parameter; null = nothing second.
struct Kept {
    const char *first, *second;
};
const Kept& keptBy(OptimizerKind kind) {
    static const std::map<OptimizerKind, Kept> kinds{{OptimizerKind::AdamW, {"exp_avg", "exp_avg_sq"}},
                                                     {OptimizerKind::Adam, {"exp_avg", "exp_avg_sq"}},
                                                     {OptimizerKind::Sgd, {"momentum", nullptr}},
                                                     {OptimizerKind::RmsProp, {"square_avg", nullptr}},
                                                     {OptimizerKind::Adadelta, {"square_avg", "acc_delta"}}};
    return kinds.at(kind);
}

/// What the gradients must be divided by so that their global norm is at most `limit`; a tensor on their device.
torch::Tensor clipDivisor(const std::vector<torch::Tensor>& gradients, double limit) {
    const torch::Tensor norm = at::stack(at::_foreach_norm(gradients)).norm();
    return ((norm + 1e-6) / limit).clamp_min(1.0);
}

}  // namespace

OptimizerOptions makeOptimizerOptions(const Hyperparameters& values) {
    static const std::map<std::string, OptimizerKind, std::less<>> kinds{{"adamw", OptimizerKind::AdamW},
                                                                         {"adam", OptimizerKind::Adam},
                                                                         {"sgd", OptimizerKind::Sgd},
                                                                         {"rmsprop", OptimizerKind::RmsProp},
                                                                         {"adadelta", OptimizerKind::Adadelta}};
    return {kinds.at(values.text("optimizer")), values.real("weight_decay"), values.real("grad_clip")};
}

Optimizer::Optimizer(const Module& module, OptimizerOptions options) : m_options(options) {
    std::set<const c10::TensorImpl*> seen;
    for (const auto& item : module.namedParameters()) {
        if (!item.value().requires_grad() || !seen.insert(item.value().unsafeGetTensorImpl()).second) continue;
        m_names.push_back(item.key());
        m_parameters.push_back(item.value());
        m_first.push_back(at::zeros_like(item.value().detach()));
        if (keptBy(m_options.kind).second != nullptr) m_second.push_back(at::zeros_like(item.value().detach()));
    }
    const auto device = m_parameters.empty() ? torch::Device(torch::kCPU) : m_parameters.front().device();
    m_steps = at::zeros({static_cast<std::int64_t>(m_parameters.size())}, torch::dtype(torch::kFloat).device(device));
    m_stepOf = m_steps.unbind();
}

Optimizer::Active Optimizer::takeGradients() {
    Active active;
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        torch::Tensor& gradient = m_parameters[i].mutable_grad();
        if (!gradient.defined()) continue;
        active.parameters.push_back(m_parameters[i]);
        active.gradients.push_back(std::move(gradient));
        active.first.push_back(m_first[i]);
        if (!m_second.empty()) active.second.push_back(m_second[i]);
        active.steps.push_back(m_stepOf[i]);
        gradient.reset();
    }
    return active;
}

void Optimizer::step(double learningRate) {
    const torch::NoGradGuard noGradient;
    Active active = takeGradients();
    if (active.parameters.empty()) return;
    if (active.parameters.size() == m_parameters.size()) {
        m_steps.add_(1);
    } else {
        at::_foreach_add_(active.steps, 1);
    }
    std::optional<torch::Tensor> divisor;
    if (m_options.gradientClip > 0) divisor = clipDivisor(active.gradients, m_options.gradientClip);
    const bool byScale = m_options.kind == OptimizerKind::RmsProp || m_options.kind == OptimizerKind::Adadelta;
    byScale ? stepByScale(active, learningRate, divisor) : stepFused(active, learningRate, divisor);
}

void Optimizer::stepFused(Active& active, double learningRate, const std::optional<torch::Tensor>& divisor) const {
    const double decay = m_options.weightDecay;
    if (m_options.kind == OptimizerKind::Sgd) {
        // Momentum starts at zero, so that the first step needs no case of its own.
        at::_fused_sgd_(active.parameters, active.gradients, active.first, decay, kMomentum, learningRate, 0, false, false, false, divisor);
    } else if (m_options.kind == OptimizerKind::Adam) {
        at::_fused_adam_(active.parameters, active.gradients, active.first, active.second, {}, active.steps, learningRate, kBeta1, kBeta2,
                         decay, kEps, false, false, divisor);
    } else {
        at::_fused_adamw_(active.parameters, active.gradients, active.first, active.second, {}, active.steps, learningRate, kBeta1, kBeta2,
                          decay, kEps, false, false, divisor);
    }
}

void Optimizer::stepByScale(Active& active, double learningRate, const std::optional<torch::Tensor>& divisor) const {
    auto& gradients = active.gradients;
    if (divisor) at::_foreach_div_(gradients, *divisor);
    if (m_options.weightDecay > 0) at::_foreach_add_(gradients, active.parameters, m_options.weightDecay);
    const bool isDelta = m_options.kind == OptimizerKind::Adadelta;
    const double rate = isDelta ? kDeltaDecay : kRmsDecay;
    at::_foreach_mul_(active.first, rate);
    at::_foreach_addcmul_(active.first, gradients, gradients, 1 - rate);
    if (!isDelta) {
        auto scales = at::_foreach_sqrt(active.first);
        at::_foreach_add_(scales, kEps);
        at::_foreach_addcdiv_(active.parameters, gradients, scales, -learningRate);
        return;
    }
    auto scales = at::_foreach_add(active.first, kDeltaEps), deltas = at::_foreach_add(active.second, kDeltaEps);
    at::_foreach_sqrt_(scales);
    at::_foreach_sqrt_(deltas);
    at::_foreach_div_(deltas, scales);
    at::_foreach_mul_(deltas, gradients);
    at::_foreach_mul_(active.second, rate);
    at::_foreach_addcmul_(active.second, deltas, deltas, 1 - rate);
    at::_foreach_add_(active.parameters, deltas, -learningRate);
}

std::map<std::string, torch::Tensor> Optimizer::state() const {
    std::map<std::string, torch::Tensor> tensors{{"optimizer.steps", m_steps}};
    const Kept& kept = keptBy(m_options.kind);
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        tensors[fmt::format("optimizer.{}.{}", kept.first, m_names[i])] = m_first[i];
        if (!m_second.empty()) tensors[fmt::format("optimizer.{}.{}", kept.second, m_names[i])] = m_second[i];
    }
    return tensors;
}

void Optimizer::store(TensorArchive& archive) const { archive.tensors.merge(state()); }

Result<void> Optimizer::load(const TensorArchive& archive) {
    const auto own = state();
    for (const auto& [name, tensor] : own) {
        const auto found = archive.tensors.find(name);
        if (found != archive.tensors.end() && found->second.sizes() == tensor.sizes() && found->second.dtype() == tensor.dtype()) continue;
        return fail(ErrorCode::Project, {STRAND_TEXT("engine", "the checkpoint does not fit: %1 is missing or has another shape"), name},
                    {STRAND_TEXT("engine", "a checkpoint of the same model and the same hyperparameters")});
    }
    const torch::NoGradGuard noGradient;
    for (const auto& [name, tensor] : own)
        torch::Tensor(tensor).copy_(archive.tensors.at(name));
    return {};
}

bool Optimizer::finite() const {
    if (m_parameters.empty()) return true;
    const torch::NoGradGuard noGradient;
    return at::stack(at::_foreach_norm(m_parameters)).isfinite().all().item<bool>();
}

}  // namespace strand
