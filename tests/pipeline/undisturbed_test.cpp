#include "pipeline/undisturbed.hpp"

#include "models/catalogue.hpp"
#include "tests/pipeline/support.hpp"

#include <optional>

namespace strand {
namespace {

using namespace test;

std::shared_ptr<Model> someModel() {
    const ModelEntry& entry = *must(findModel("TransformerEncoder"));
    return entry.make({.vocabularySize = 8, .classes = 2, .maxLength = 20},
                      must(resolveHyperparameters(entry, "", {{"d_model", "8"}, {"n_heads", "2"}, {"n_layers", "1"}, {"d_ff", "8"}})));
}
std::vector<bool> modesOf(Model& model) {
    std::vector<bool> modes;
    for (const Module* module : model.modules())
        modes.push_back(module->isTraining());
    return modes;
}

TEST(Undisturbed, EachModuleGetsItsOwnModeBack) {
    const auto model = someModel();
    ASSERT_GT(model->modules().size(), 4U);
    for (const bool whole : {true, false}) {
        // A part that goes another way than the whole, as frozen word vectors do.
        model->train(whole);
        model->modules()[2]->train(!whole);
        const auto before = modesOf(*model);
        {
            const Undisturbed guard(*model, torch::kCPU);
            EXPECT_EQ(modesOf(*model), std::vector<bool>(before.size(), false));
            EXPECT_FALSE(torch::GradMode::is_enabled());
        }
        EXPECT_EQ(modesOf(*model), before);
        EXPECT_TRUE(torch::GradMode::is_enabled());
    }
}

TEST(Undisturbed, RandomNumbersGoOnWhereTheyWere) {
    const auto model = someModel();
    const auto drawn = [&](bool look) {
        torch::manual_seed(3);
        setDropoutKey(1, 1);
        (void)torch::rand({5});
        (void)nextDropout(0.5);
        if (look) {
            const Undisturbed guard(*model, torch::kCPU);
            (void)torch::rand({3});
            (void)nextDropout(0.5);
            setDropoutKey(9, 9);
        }
        return std::pair(torch::rand({5}), dropoutState());
    };
    const auto [numbers, place] = drawn(false);
    const auto [after, placeAfter] = drawn(true);
    EXPECT_TRUE(torch::equal(numbers, after));
    EXPECT_EQ(place, placeAfter);
    EXPECT_EQ(place.call, 1U);
}

TEST(Undisturbed, AlsoWhereTheLookFails) {
    const auto model = someModel();
    torch::manual_seed(3);
    const torch::Tensor expected = torch::rand({5});
    torch::manual_seed(3);
    try {
        const Undisturbed guard(*model, torch::kCPU);
        (void)torch::rand({3});
        throw std::runtime_error("no such layer");
    } catch (const std::runtime_error&) {
    }
    EXPECT_TRUE(model->isTraining());
    EXPECT_TRUE(torch::equal(torch::rand({5}), expected));
}

}  // namespace
}  // namespace strand
