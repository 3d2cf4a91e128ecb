#include "training/optimizer.hpp"

#include <map>
#include <set>

namespace strand {
namespace {

constexpr double kBeta1 = 0.9;
constexpr double kBeta2 = 0.999;
constexpr double kEps = 1e-8;
constexpr double kMomentum = 0.9;

/// What the gradients must be divided by so that their global norm is at most `limit`; a tensor on their device.
torch::Tensor clipDivisor(const std::vector<torch::Tensor>& gradients, double limit) {
    const torch::Tensor norm = at::stack(at::_foreach_norm(gradients)).norm();
    return ((norm + 1e-6) / limit).clamp_min(1.0);
}

}  // namespace

OptimizerOptions makeOptimizerOptions(const Hyperparameters& values) {
    static const std::map<std::string, OptimizerKind, std::less<>> kinds{
        {"adamw", OptimizerKind::AdamW}, {"adam", OptimizerKind::Adam}, {"sgd", OptimizerKind::Sgd}};
    return {kinds.at(values.text("optimizer")), values.real("weight_decay"), values.real("grad_clip")};
}

Optimizer::Optimizer(const torch::nn::Module& module, OptimizerOptions options) : m_options(options) {
    std::set<const c10::TensorImpl*> seen;
    for (const auto& item : module.named_parameters()) {
        if (!item.value().requires_grad() || !seen.insert(item.value().unsafeGetTensorImpl()).second) continue;
        m_names.push_back(item.key());
        m_parameters.push_back(item.value());
        m_first.push_back(at::zeros_like(item.value().detach()));
        if (m_options.kind != OptimizerKind::Sgd) m_second.push_back(at::zeros_like(item.value().detach()));
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
    const double decay = m_options.weightDecay;
    switch (m_options.kind) {
        case OptimizerKind::AdamW:
            at::_fused_adamw_(active.parameters, active.gradients, active.first, active.second, {}, active.steps, learningRate, kBeta1,
                              kBeta2, decay, kEps, false, false, divisor);
            break;
        case OptimizerKind::Adam:
            at::_fused_adam_(active.parameters, active.gradients, active.first, active.second, {}, active.steps, learningRate, kBeta1,
                             kBeta2, decay, kEps, false, false, divisor);
            break;
        case OptimizerKind::Sgd:
            // Momentum starts at zero, so that the first step needs no case of its own.
            at::_fused_sgd_(active.parameters, active.gradients, active.first, decay, kMomentum, learningRate, 0, false, false, false,
                            divisor);
            break;
    }
}

std::map<std::string, torch::Tensor> Optimizer::state() const {
    std::map<std::string, torch::Tensor> tensors{{"optimizer.steps", m_steps}};
    const std::string first = m_second.empty() ? "optimizer.momentum." : "optimizer.exp_avg.";
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        tensors[first + m_names[i]] = m_first[i];
        if (!m_second.empty()) tensors["optimizer.exp_avg_sq." + m_names[i]] = m_second[i];
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
