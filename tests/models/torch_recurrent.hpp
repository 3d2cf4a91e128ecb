// What RNN, LSTM and GRU read, from torch's own layers with the same weights, one sequence at a time and without padding.
#pragma once

#include "tests/models/toy.hpp"

#include <fmt/format.h>
#include <torch/nn/modules/rnn.h>

namespace strand {

inline const std::vector<std::vector<std::int64_t>>& recurrentRows() {
    static const auto rows = toyRows({15, 6, 1, 11}, 4, 2, 3);
    return rows;
}
inline constexpr std::int64_t kRecurrentLayers = 2;

/// Two layers, 10 numbers a token, 12 units.
inline std::shared_ptr<Model> recurrentToy(const char* name, const char* pooling) {
    const auto model = toyModel(entryOf(name), 4, 2, {{"positions", "none"}, {"pooling", pooling}});
    // Biases that are 0 or 1 could hide a wrong order.
    const torch::NoGradGuard frozen;
    for (const auto& item : model->namedParameters())
        if (item.key().starts_with("recurrent.")) item.value().add_(torch::randn_like(item.value()) * 0.3);
    model->eval();
    return model;
}

template <typename Network, typename Options>
Network torchNetwork() {
    return Network(Options(10, 12).num_layers(kRecurrentLayers).batch_first(true));
}

/// `gates`: where the gates of torch's input weights stand in ours. The recurrent ones have torch's order.
template <typename Network>
void takeWeights(Network& network, const Model& model, const std::vector<std::int64_t>& gates) {
    const torch::NoGradGuard frozen;
    const auto ours = model.namedParameters();
    auto theirs = network->named_parameters();
    const auto ordered = [&](const torch::Tensor& x) {
        std::vector<torch::Tensor> parts;
        for (const std::int64_t gate : gates)
            parts.push_back(x.narrow(0, gate * 12, 12));
        return torch::cat(parts);
    };
    for (std::int64_t layer = 0; layer < kRecurrentLayers; ++layer) {
        const auto own = [&](const char* part) { return ours.find(fmt::format("recurrent.{}_{}", part, layer)); };
        const auto set = [&](const char* part, const torch::Tensor& value) { theirs[fmt::format("{}_l{}", part, layer)].copy_(value); };
        set("weight_ih", ordered(*own("input")));
        set("bias_ih", ordered(*own("bias")));
        set("weight_hh", (*own("recurrent"))[0]);
        theirs[fmt::format("bias_hh_l{}", layer)].zero_();
        if (own("past") != nullptr) theirs[fmt::format("bias_hh_l{}", layer)].narrow(0, 24, 12).copy_((*own("past"))[0]);
    }
}

/// What the model reads of a padded batch is torch's last state of each sequence.
template <typename Network>
void expectReads(Network network, const char* name, const std::vector<std::int64_t>& gates) {
    const auto model = recurrentToy(name, "last");
    takeWeights(network, *model, gates);
    const torch::NoGradGuard frozen;
    const torch::Tensor read = model->forward(inputOf(recurrentRows(), 2)).representation;
    for (std::size_t i = 0; i < recurrentRows().size(); ++i) {
        const torch::Tensor ids = torch::tensor(recurrentRows()[i]).unsqueeze(0);
        const torch::Tensor states = std::get<0>(network->forward(torch::embedding(model->namedParameters()["embedding.weight"], ids)))[0];
        EXPECT_LT(largestDifference(read[static_cast<std::int64_t>(i)], states[-1]), 1e-5) << "row " << i;
    }
}

/// Numbers in the recurrent layers.
inline std::int64_t recurrentNumbers(const char* name) {
    std::int64_t count = 0;
    const auto model = toyModel(entryOf(name), 4, 2, {{"positions", "none"}});
    for (const auto& item : model->namedParameters())
        if (item.key().starts_with("recurrent.")) count += item.value().numel();
    return count;
}

}  // namespace strand
