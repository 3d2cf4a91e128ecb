// Recurrent, deep convolutional and graph models against PyTorch with the same weights (tests/fixtures/classic_reference.py).
#pragma once

#include "support/fixture.hpp"
#include "tests/models/stored_model.hpp"

#include <fstream>

namespace strand {

inline void expectLogits(Model& model, const ModelInput& input, const nlohmann::json& reference) {
    model.eval();
    EXPECT_LT(largestDifference(model.forward(input).logits, tensorOf(reference["logits"])), 1e-5);
}

inline void expectGradients(Model& learning, const ModelInput& input, const nlohmann::json& reference) {
    const torch::Tensor logits = learning.forward(input).logits;
    EXPECT_LT(largestDifference(logits, tensorOf(reference["learning_logits"])), 2e-5);
    (logits * torch::cos(torch::arange(logits.numel()) * 0.7).view_as(logits)).sum().backward();
    ASSERT_EQ(learning.namedParameters().size(), reference["gradients"].size());
    for (const auto& item : learning.namedParameters()) {
        const torch::Tensor expected = tensorOf(reference["gradients"][item.key()]);
        const double scale = 1 + expected.abs().max().item<double>();
        EXPECT_LT(largestDifference(item.value().grad(), expected) / scale, 2e-5) << item.key();
    }
}

/// Logits and gradients of every stored case of a model; `cases` of them are there.
inline void expectPyTorch(const char* name, int cases) {
    static const nlohmann::json all = nlohmann::json::parse(std::ifstream(test::fixture("classic_reference.json")));
    int found = 0;
    for (const nlohmann::json& reference : all) {
        if (reference["model"] != name) continue;
        ++found;
        SCOPED_TRACE(reference["hyperparameters"].dump());
        const ModelInput input = inputOf(reference["rows"].get<std::vector<std::vector<std::int64_t>>>());
        const auto stored = [&] { return storedModel(entryOf(name), reference, 24); };
        expectLogits(*stored(), input, reference);
        expectGradients(*stored(), input, reference);
    }
    EXPECT_EQ(found, cases);
}

}  // namespace strand
