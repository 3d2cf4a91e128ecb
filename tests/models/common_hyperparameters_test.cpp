#include "models/common_hyperparameters.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace strand {
namespace {

TEST(CommonHyperparameters, DefaultsAreReplacedAndOwnOnesFollow) {
    const HyperparameterTable table =
        withCommon({{"dropout", "0.35"}, {"epochs", "3"}}, {{.name = "depth", .defaultValue = std::int64_t{9}, .min = 1, .max = 29}});
    EXPECT_EQ(std::get<double>(findSpec(table, "dropout")->defaultValue), 0.35);
    EXPECT_EQ(std::get<std::int64_t>(findSpec(table, "epochs")->defaultValue), 3);
    EXPECT_EQ(table.back().name, "depth");
    EXPECT_EQ(std::get<std::int64_t>(findSpec(withCommon({}, {}), "warmup_steps")->defaultValue), -1);
}

TEST(CommonHyperparameters, AWrongDefaultIsABrokenInvariant) {
    EXPECT_THROW(withCommon({{"dropout", "2"}}, {}), std::logic_error);
    EXPECT_THROW(withCommon({{"dropuot", "0.2"}}, {}), std::logic_error);
}

TEST(CommonHyperparameters, RangesHoldAtTheirEnds) {
    const HyperparameterTable table = withCommon({}, {});
    const auto accepts = [&](const char* name, const char* text) { return parseValue(*findSpec(table, name), text).has_value(); };
    EXPECT_TRUE(accepts("warmup_steps", "-1"));
    EXPECT_FALSE(accepts("warmup_steps", "-2"));
    EXPECT_TRUE(accepts("patience", "0"));
    EXPECT_FALSE(accepts("batch_size", "0"));
    EXPECT_FALSE(accepts("dropout", "1"));
    EXPECT_FALSE(accepts("lr", "0"));
    EXPECT_TRUE(accepts("optimizer", "sgd"));
    EXPECT_TRUE(accepts("tokenizer", "kmer:6"));
    EXPECT_TRUE(accepts("tokenizer", "word"));
    EXPECT_FALSE(accepts("min_count", "0"));
    EXPECT_FALSE(accepts("tokenizer", "kmer:9"));
}

TEST(CommonHyperparameters, WordVectorsComeLast) {
    const HyperparameterTable table = withWordVectors(withCommon({}, {}));
    ASSERT_NE(findSpec(table, "embeddings"), nullptr);
    EXPECT_EQ(findSpec(table, "embeddings")->type, HyperparameterType::File);
    EXPECT_EQ(std::get<std::string>(findSpec(table, "embeddings")->defaultValue), "");
    EXPECT_EQ(table.back().name, "embeddings_frozen");
}

TEST(CommonHyperparameters, NothingIsFrozenWithoutAFile) {
    const HyperparameterTable table = withWordVectors(withCommon({}, {}));
    EXPECT_TRUE(checkCommon(*makeHyperparameters(table, {{"embeddings_frozen", "true"}, {"embeddings", "v.txt"}})));
    const auto checked = checkCommon(*makeHyperparameters(table, {{"embeddings_frozen", "true"}}));
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().english(),
              "embeddings_frozen = true without a file of embeddings; expected embeddings to name a file of word vectors");
}

}  // namespace
}  // namespace strand
