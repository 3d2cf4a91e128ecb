#include "models/hyperparameter_scope.hpp"

#include <gtest/gtest.h>

#include "models/catalogue.hpp"

namespace strand {
namespace {

TEST(HyperparameterScope, EveryNameIsOneOfTheCatalogue) {
    for (const auto& [name, scope] : detail::kScopes) {
        EXPECT_TRUE(std::ranges::any_of(catalogue(), [&](const ModelEntry& entry) { return findSpec(entry.hyperparameters, name); }))
            << name;
    }
}

TEST(HyperparameterScope, WhatDoesNothingIsRefusedByName) {
    const HyperparameterTable& table = (*findModel("TextCNN"))->hyperparameters;
    EXPECT_TRUE(servesKind("lr", SequenceKind::Dna));
    EXPECT_TRUE(servesKind("min_count", SequenceKind::Text));
    EXPECT_FALSE(servesKind("min_count", SequenceKind::Protein));
    EXPECT_FALSE(servesKind("augment_reverse_complement", SequenceKind::Protein));
    EXPECT_TRUE(checkScope(table, {{"min_count", "5"}, {"lower_case", "no"}}, SequenceKind::Text));
    EXPECT_TRUE(checkScope(table, {{"min_count", "2"}, {"lr", "0.1"}}, SequenceKind::Dna)) << "the default";
    const auto refused = checkScope(table, {{"lower_case", "false"}}, SequenceKind::Rna);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().english(),
              "lower_case = false cannot be done with this dataset, whose sequences are rna; expected sequences that are text");
    EXPECT_EQ(checkScope(table, {{"augment_reverse_complement", "0.5"}}, SequenceKind::Protein).error().expected.english(),
              "expected sequences that are dna, rna");
}

}  // namespace
}  // namespace strand
