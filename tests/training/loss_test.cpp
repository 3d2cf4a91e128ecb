#include "training/loss.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include "support/fixture.hpp"

namespace strand {
namespace {

using nlohmann::json;

torch::Tensor tensorOf(const json& values) { return torch::tensor(values.get<std::vector<float>>()); }

/// tests/fixtures/training_reference.py
TEST(ClassificationLoss, FocalLossAndItsGradientAreThoseOfTheFormula) {
    std::ifstream file(test::fixture("training_reference.json"));
    ASSERT_TRUE(file);
    for (const json& reference : json::parse(file)["focal"]) {
        const torch::Tensor logits = tensorOf(reference["logits"]).view({-1, 3}).requires_grad_();
        const torch::Tensor labels = torch::tensor(reference["labels"].get<std::vector<std::int64_t>>());
        LossOptions options{.focalGamma = reference["gamma"].get<double>(), .labelSmoothing = 0, .classWeights = {}};
        if (!reference["weights"].empty()) options.classWeights = tensorOf(reference["weights"]);
        const torch::Tensor loss = classificationLoss(logits, labels, options);
        loss.backward();
        EXPECT_NEAR(loss.item<double>(), reference["loss"].get<double>(), 1e-6) << reference.dump();
        EXPECT_LT((logits.grad() - tensorOf(reference["gradient"]).view({-1, 3})).abs().max().item<double>(), 1e-6) << reference.dump();
    }
}

TEST(ClassificationLoss, FocalLossWithGammaZeroIsTheCrossEntropy) {
    torch::manual_seed(2);
    const torch::Tensor logits = torch::randn({7, 4}), labels = torch::randint(0, 4, {7}), weights = torch::rand({4});
    const torch::Tensor focal = classificationLoss(logits, labels, {.focalGamma = 0, .labelSmoothing = 0, .classWeights = weights});
    const torch::Tensor plain = classificationLoss(logits, labels, {.focalGamma = {}, .labelSmoothing = 0, .classWeights = weights});
    EXPECT_NEAR(focal.item<double>(), plain.item<double>(), 1e-6);
}

TEST(ClassificationLoss, CertaintyGivesAFiniteGradient) {
    for (const double gamma : {0.5, 1.0, 2.0}) {
        const torch::Tensor logits = torch::tensor({{200.0F, 0.0F}, {0.0F, 200.0F}}).requires_grad_();
        classificationLoss(logits, torch::tensor({0L, 0L}), {.focalGamma = gamma, .labelSmoothing = 0, .classWeights = {}}).backward();
        EXPECT_TRUE(logits.grad().isfinite().all().item<bool>()) << gamma;
    }
}

}  // namespace
}  // namespace strand
