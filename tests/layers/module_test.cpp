#include "layers/module.hpp"

#include <gtest/gtest.h>

using namespace strand;

namespace {

struct Leaf : Module {
    torch::Tensor weight = registerParameter("weight", torch::ones({2}));
    torch::Tensor steps = registerBuffer("steps", torch::zeros({1}, torch::kLong));
};

struct Tree : Module {
    std::shared_ptr<Leaf> left = registerModule("left", std::make_shared<Leaf>());
    torch::Tensor frozen = registerParameter("frozen", torch::ones({3}), false);
    std::shared_ptr<Leaf> right = registerModule("right", std::make_shared<Leaf>());
    using Module::registerModule;
    using Module::registerParameter;
};

}  // namespace

TEST(Module, NamesItsOwnFirstThenThoseBelow) {
    const Tree tree;
    EXPECT_EQ(tree.namedParameters().keys(), (std::vector<std::string>{"frozen", "left.weight", "right.weight"}));
    EXPECT_EQ(tree.namedBuffers().keys(), (std::vector<std::string>{"left.steps", "right.steps"}));
    ASSERT_EQ(tree.parameters().size(), 3U);
    EXPECT_TRUE(tree.parameters()[1].is_same(tree.left->weight));
    EXPECT_TRUE(tree.left->weight.requires_grad());
    EXPECT_FALSE(tree.frozen.requires_grad());
}

TEST(Module, ListsParentsBeforeChildren) {
    Tree tree;
    EXPECT_EQ(tree.modules(), (std::vector<Module*>{&tree, tree.left.get(), tree.right.get()}));
}

TEST(Module, TheModeReachesAllBelow) {
    Tree tree;
    EXPECT_TRUE(tree.isTraining());
    tree.eval();
    EXPECT_FALSE(tree.isTraining() || tree.left->isTraining() || tree.right->isTraining());
    tree.right->train();
    EXPECT_FALSE(tree.isTraining() || tree.left->isTraining());
    EXPECT_TRUE(tree.right->isTraining());
}

TEST(Module, AnotherTypeComesToEveryFloatingTensorAndKeepsIdentity) {
    Tree tree;
    tree.to(torch::kDouble);
    EXPECT_EQ(tree.left->weight.scalar_type(), torch::kDouble);
    EXPECT_EQ(tree.frozen.scalar_type(), torch::kDouble);
    EXPECT_EQ(tree.left->steps.scalar_type(), torch::kLong);
    EXPECT_TRUE(tree.parameters()[1].is_same(tree.left->weight));
    EXPECT_TRUE(tree.left->weight.requires_grad());
    EXPECT_TRUE(tree.left->weight.is_leaf());
}

TEST(Module, ATakenNameIsRefused) {
    Tree tree;
    EXPECT_THROW(tree.registerParameter("frozen", torch::ones({1})), c10::Error);
    EXPECT_THROW(tree.registerModule("left", std::make_shared<Leaf>()), c10::Error);
}
