// Recurrent, deep convolutional and graph models against PyTorch with the same weights (tests/fixtures/classic_reference.py).
#include "tests/models/stored_model.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include "support/fixture.hpp"

namespace strand {
namespace {

using nlohmann::json;

class ClassicReference : public testing::TestWithParam<std::size_t> {
protected:
    static const json& references() {
        static const json all = json::parse(std::ifstream(test::fixture("classic_reference.json")));
        return all;
    }
    [[nodiscard]] static const json& reference() { return references()[GetParam()]; }
    [[nodiscard]] static std::shared_ptr<Model> model() { return storedModel(entryOf(reference()["model"]), reference(), 24); }
    [[nodiscard]] static ModelInput input() { return inputOf(reference()["rows"].get<std::vector<std::vector<std::int64_t>>>()); }
};

INSTANTIATE_TEST_SUITE_P(Models, ClassicReference, testing::Range<std::size_t>(0, 16));

TEST_P(ClassicReference, LogitsAreThoseOfPyTorch) {
    const auto stored = model();
    stored->eval();
    EXPECT_LT(largestDifference(stored->forward(input()).logits, tensorOf(reference()["logits"])), 1e-5) << reference()["model"];
}

TEST_P(ClassicReference, GradientsAreThoseOfPyTorch) {
    const auto learning = model();
    const torch::Tensor logits = learning->forward(input()).logits;
    EXPECT_LT(largestDifference(logits, tensorOf(reference()["learning_logits"])), 2e-5) << reference()["model"];
    (logits * torch::cos(torch::arange(logits.numel()) * 0.7).view_as(logits)).sum().backward();
    ASSERT_EQ(learning->namedParameters().size(), reference()["gradients"].size());
    for (const auto& item : learning->namedParameters()) {
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
