// Every entry declares the picture of its architecture, in the words of its own hyperparameter table.
#include "models/architecture.hpp"

#include "models/catalogue.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

TEST(Architecture, EveryEntryHasAPictureFromTokensToClasses) {
    for (const ModelEntry& entry : catalogue()) {
        ASSERT_GE(entry.architecture.size(), 4U) << entry.name << ": set .architecture = architecture({stages...}) after .paper";
        EXPECT_EQ(entry.architecture.front().kind, StageKind::Input) << entry.name;
        EXPECT_EQ(entry.architecture.back().kind, StageKind::Output) << entry.name;
        for (const Stage& stage : entry.architecture)
            EXPECT_FALSE(stage.title.empty()) << entry.name;
    }
}

TEST(Architecture, NamesOnlyHyperparametersOfItsModel) {
    for (const ModelEntry& entry : catalogue()) {
        for (const Stage& stage : entry.architecture) {
            for (const std::string& name : stage.shows)
                EXPECT_NE(findSpec(entry.hyperparameters, name), nullptr) << entry.name << ": " << name;
            if (!stage.repeats.empty()) {
                const HyperparameterSpec* spec = findSpec(entry.hyperparameters, stage.repeats);
                ASSERT_NE(spec, nullptr) << entry.name << ": " << stage.repeats;
                EXPECT_EQ(spec->type, HyperparameterType::Integer) << entry.name << ": " << stage.repeats;
            }
            if (!stage.each.empty()) {
                const HyperparameterSpec* spec = findSpec(entry.hyperparameters, stage.each);
                ASSERT_NE(spec, nullptr) << entry.name << ": " << stage.each;
                EXPECT_EQ(spec->type, HyperparameterType::IntegerList) << entry.name << ": " << stage.each;
            }
            EXPECT_TRUE(stage.each.empty() || stage.paths.empty()) << entry.name << ": both kinds of parallel boxes";
        }
    }
}

}  // namespace
}  // namespace strand
