#include "layers/mixture_of_experts.hpp"

#include "layers/auxiliary_loss.hpp"
#include "layers/recompute.hpp"

#include <fmt/format.h>

namespace strand {

MixtureOfExperts::MixtureOfExperts(const MixtureOptions& options) : m_options(options) {
    m_gate = registerModule("gate", std::make_shared<Linear>(options.expert.dim, options.experts, false));
    for (std::int64_t i = 0; i < options.experts; ++i)
        m_experts.push_back(registerModule(fmt::format("expert{}", i), std::make_shared<FeedForward>(options.expert)));
}

torch::Tensor MixtureOfExperts::imbalance(const torch::Tensor& gates, const torch::Tensor& first, const Padding& padding) const {
    const torch::Tensor chosen = torch::one_hot(first, m_options.experts).to(gates.scalar_type());
    const torch::Tensor number = padding.lengths.clamp_min(1).unsqueeze(1);
    const auto mean = [&](const torch::Tensor& x) { return padding.zeroed(x).sum(1) / number; };
    return (mean(gates) * mean(chosen)).mean() * static_cast<double>(m_options.experts * m_options.experts);
}

/// rows [N,D], choice [N,2] -> [N,2,D]: each row through its two experts, which take their rows in one piece.
torch::Tensor MixtureOfExperts::throughExperts(const torch::Tensor& rows, const torch::Tensor& choice, const Padding& padding) const {
    const torch::Tensor order = choice.flatten().argsort(), sorted = torch::embedding(rows, order.floor_divide(2));
    const torch::Tensor counts = torch::bincount(choice.flatten(), {}, m_options.experts).cpu();
    std::vector<torch::Tensor> out;
    std::int64_t begin = 0;
    for (std::size_t i = 0; i < m_experts.size(); ++i) {
        const std::int64_t count = counts[static_cast<std::int64_t>(i)].item<std::int64_t>();
        out.push_back(m_experts[i]->forward(sorted.narrow(0, begin, count).unsqueeze(0), padding, nullptr).squeeze(0));
        begin += count;
    }
    return torch::embedding(torch::cat(out), order.argsort()).view({rows.size(0), 2, -1});
}

torch::Tensor MixtureOfExperts::forward(const torch::Tensor& x, const Padding& padding, torch::Tensor*) {
    const torch::Tensor gates = torch::softmax(m_gate->forward(x), 2);
    const torch::Tensor choice = computedOnce([&] { return std::get<1>(gates.detach().topk(2, 2)); }), chosen = gates.gather(2, choice);
    const torch::Tensor shares = (chosen / chosen.sum(2, true)).view({-1, 2, 1});
    const torch::Tensor mixed = (throughExperts(x.flatten(0, 1), choice.view({-1, 2}), padding) * shares).sum(1).view(x.sizes());
    if (!isTraining()) return mixed;
    return withAuxiliaryLoss(mixed, m_options.balance * imbalance(gates, choice.select(2, 0), padding));
}

}  // namespace strand
