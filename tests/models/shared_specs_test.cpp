#include "models/shared_specs.hpp"

#include "models/catalogue.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

/// The second sequence ends behind its second position; what lies there would be seen.
const Padding kPadding{.lengths = torch::tensor({3, 2}), .mask = torch::tensor({{true, true, true}, {true, true, false}})};
const torch::Tensor kStates = torch::tensor({{{1.0F, -1.0F}, {2.0F, -5.0F}, {6.0F, 3.0F}}, {{4.0F, -2.0F}, {8.0F, -4.0F}, {99.0F, 99.0F}}});

TEST(SharedSpecs, EachPoolingTakesItsVectorFromValidPositions) {
    EXPECT_TRUE(torch::equal(pooled("mean", kStates, kPadding), torch::tensor({{3.0F, -1.0F}, {6.0F, -3.0F}})));
    EXPECT_TRUE(torch::equal(pooled("max", kStates, kPadding), torch::tensor({{6.0F, 3.0F}, {8.0F, -2.0F}})));
    EXPECT_TRUE(torch::equal(pooled("cls", kStates, kPadding), torch::tensor({{1.0F, -1.0F}, {4.0F, -2.0F}})));
}

TEST(SharedSpecs, EveryChoiceOfPoolingGivesAnotherVector) {
    std::vector<torch::Tensor> seen;
    for (const std::string& choice : poolingSpec().choices) {
        const torch::Tensor vector = pooled(choice, kStates, kPadding);
        for (const torch::Tensor& other : seen)
            EXPECT_FALSE(torch::equal(vector, other)) << choice;
        seen.push_back(vector);
    }
    EXPECT_EQ(seen.size(), 3U);
}

TEST(SharedSpecs, ModelsThatShareASettingSayTheSameOfIt) {
    for (const HyperparameterSpec& shared : {modelDimSpec(), headsSpec(), layersSpec(), convolutionWidthSpec(), poolingSpec()}) {
        for (const char* name : {"TransformerEncoder", "Reformer", "Performer", "Linformer", "RoutingTransformer"}) {
            const HyperparameterSpec* own = findSpec((*findModel(name))->hyperparameters, shared.name);
            ASSERT_NE(own, nullptr) << name << " " << shared.name;
            EXPECT_EQ(own->help, shared.help) << name << " " << shared.name;
            EXPECT_EQ(own->min, shared.min) << name << " " << shared.name;
            EXPECT_EQ(own->max, shared.max) << name << " " << shared.name;
        }
    }
}

}  // namespace
}  // namespace strand
