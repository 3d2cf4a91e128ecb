// Recurrent, deep convolutional and graph models against PyTorch with the same weights (tests/fixtures/classic_reference.py).
#include "models/checkpoint.hpp"
#include "tests/models/stored_tensor.hpp"
#include "tests/models/toy.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include "support/fixture.hpp"

namespace strand {
namespace {

using nlohmann::json;

std::shared_ptr<Model> modelOf(const json& reference) {
    TextValues given;
    for (const auto& [name, value] : reference["hyperparameters"].items())
        given[name] = value.get<std::string>();
    const ModelEntry& entry = entryOf(reference["model"]);
    const auto values = resolveHyperparameters(entry, "", given);
    EXPECT_TRUE(values.has_value()) << values.error().english();
    auto model = entry.make({.vocabularySize = reference["vocabulary"], .classes = reference["classes"], .maxLength = 24}, *values);
    TensorArchive archive;
    for (const auto& [name, item] : reference["weights"].items())
        archive.tensors["model." + name] = tensorOf(item);
    const auto loaded = loadModule(*model, archive, "model.");
    EXPECT_TRUE(loaded.has_value()) << loaded.error().english();
    return model;
}

class ClassicReference : public testing::TestWithParam<std::size_t> {
protected:
    static const json& references() {
        static const json all = json::parse(std::ifstream(test::fixture("classic_reference.json")));
        return all;
    }
    [[nodiscard]] static const json& reference() { return references()[GetParam()]; }
    [[nodiscard]] static ModelInput input() { return inputOf(reference()["rows"].get<std::vector<std::vector<std::int64_t>>>()); }
};

INSTANTIATE_TEST_SUITE_P(Models, ClassicReference, testing::Range<std::size_t>(0, 16));

TEST_P(ClassicReference, LogitsAreThoseOfPyTorch) {
    const auto model = modelOf(reference());
    model->eval();
    EXPECT_LT(largestDifference(model->forward(input()).logits, tensorOf(reference()["logits"])), 1e-5) << reference()["model"];
}

TEST_P(ClassicReference, GradientsAreThoseOfPyTorch) {
    const auto model = modelOf(reference());
    const torch::Tensor logits = model->forward(input()).logits;
    EXPECT_LT(largestDifference(logits, tensorOf(reference()["learning_logits"])), 2e-5) << reference()["model"];
    (logits * torch::cos(torch::arange(logits.numel()) * 0.7).view_as(logits)).sum().backward();
    ASSERT_EQ(model->named_parameters().size(), reference()["gradients"].size());
    for (const auto& item : model->named_parameters()) {
        const torch::Tensor expected = tensorOf(reference()["gradients"][item.key()]);
        const double scale = 1 + expected.abs().max().item<double>();
        EXPECT_LT(largestDifference(item.value().grad(), expected) / scale, 2e-5) << reference()["model"] << " " << item.key();
    }
}

TEST(ClassicReferences, AreAllChecked) {
    const json all = json::parse(std::ifstream(test::fixture("classic_reference.json")));
    EXPECT_EQ(all.size(), 16U);
}

}  // namespace
}  // namespace strand
