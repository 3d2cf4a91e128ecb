#include "tests/models/stored_model.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include "support/fixture.hpp"

namespace strand {
namespace {

using nlohmann::json;

/// Logits and gradients of PyTorch with the same weights (tests/fixtures/transformer_reference.py).
TEST(TransformerEncoder, LogitsAndGradientsAreThoseOfPyTorch) {
    std::ifstream file(test::fixture("transformer_reference.json"));
    ASSERT_TRUE(file);
    for (const json& reference : json::parse(file)) {
        SCOPED_TRACE(reference["hyperparameters"].dump());
        const auto model = storedModel(entryOf("TransformerEncoder"), reference, 9);
        model->train();
        const ModelOutput out = model->forward(inputOf(reference["rows"].get<std::vector<std::vector<std::int64_t>>>()));
        EXPECT_LT(largestDifference(out.logits, tensorOf(reference["logits"])), 1e-5);
        EXPECT_LT(largestDifference(out.representation, tensorOf(reference["representation"])), 1e-5);
        (out.logits * torch::cos(torch::arange(out.logits.numel()) * 0.7).view(out.logits.sizes())).sum().backward();
        EXPECT_EQ(reference["gradients"].size(), model->parameters().size());
        for (const auto& item : model->namedParameters())
            EXPECT_LT(largestDifference(item.value().grad(), tensorOf(reference["gradients"][item.key()])), 2e-5) << item.key();
    }
}

TEST(TransformerEncoder, HeadsThatDoNotDivideAreRefusedNamingBothNumbers) {
    const auto values = resolveHyperparameters(entryOf("TransformerEncoder"), "", {{"d_model", "100"}, {"n_heads", "7"}});
    ASSERT_FALSE(values.has_value());
    EXPECT_EQ(values.error().code, ErrorCode::Usage);
    EXPECT_NE(values.error().english().find("100"), std::string::npos);
    EXPECT_NE(values.error().english().find("7"), std::string::npos);
}

TEST(TransformerEncoder, OtherRelationsAreRefusedToo) {
    const auto refused = [](const TextValues& given) {
        return !resolveHyperparameters(entryOf("TransformerEncoder"), "", given).has_value();
    };
    EXPECT_TRUE(refused({{"n_layers", "2"}, {"last_k", "3"}}));
    EXPECT_TRUE(refused({{"history_only", "true"}, {"pooling", "cls"}}));
    EXPECT_FALSE(refused({{"history_only", "true"}, {"pooling", "max"}}));
}

/// An option that does nothing is not listed: each changes the logits or the number of weights.
TEST(TransformerEncoder, EveryOptionDoesSomething) {
    const ModelEntry& entry = entryOf("TransformerEncoder");
    const ModelInput input = toyBatch({20, 7}, 4, 2).input;
    const auto logits = [&](const TextValues& given) {
        const auto model = toyModel(entry, 4, 2, given);
        model->eval();
        return model->forward(input).logits;
    };
    const torch::Tensor base = logits({});
    const std::pair<const char*, const char*> changes[] = {{"positions", "learned"},
                                                           {"positions", "none"},
                                                           {"position_join", "concat"},
                                                           {"norm", "post"},
                                                           {"activation", "relu"},
                                                           {"last_k", "2"},
                                                           {"history_only", "true"},
                                                           {"pooling", "max"},
                                                           {"pooling", "cls"},
                                                           {"norm_kind", "batch"},
                                                           {"scores", "additive"},
                                                           {"attention_activation", "relu"},
                                                           {"conv_width", "0"},
                                                           {"conv_width", "3"},
                                                           {"n_heads", "4"},
                                                           {"d_ff", "8"},
                                                           {"n_layers", "1"},
                                                           {"d_model", "32"}};
    for (const auto& [name, value] : changes)
        EXPECT_GT(largestDifference(base, logits({{name, value}})), 1e-4) << name << " = " << value;
    const auto weights = [&](const TextValues& given) { return toyModel(entry, 4, 2, given)->parameters().size(); };
    for (const char* name : {"attention_bias", "norm_center", "norm_scale"})
        EXPECT_LT(weights({{name, "false"}}), weights({})) << name;
}

TEST(TransformerEncoder, EveryArrangementHoldsThePromisesOfPadding) {
    const ModelEntry& entry = entryOf("TransformerEncoder");
    const auto rows = toyRows({13, 40, 1, 27}, 4, 2, 5);
    const TextValues arrangements[] = {{{"norm", "post"}, {"pooling", "max"}},
                                       {{"positions", "learned"}, {"position_join", "concat"}, {"conv_width", "0"}},
                                       {{"history_only", "true"}, {"last_k", "2"}, {"positions", "none"}},
                                       {{"pooling", "cls"}, {"activation", "relu"}, {"conv_width", "8"}},
                                       {{"attn_dropout", "0.3"}, {"d_model", "15"}, {"n_heads", "3"}},
                                       {{"norm_kind", "batch"}, {"norm", "post"}, {"scores", "additive"}},
                                       {{"norm_kind", "batch"}, {"attention_activation", "gelu"}, {"history_only", "true"}}};
    for (const TextValues& given : arrangements) {
        const auto model = toyModel(entry, 4, 2, given);
        model->eval();
        const torch::NoGradGuard frozen;
        const torch::Tensor together = model->forward(inputOf(rows)).logits;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const torch::Tensor alone = model->forward(inputOf({rows[i]}, 6)).logits[0];
            EXPECT_LT(largestDifference(alone, together[static_cast<std::int64_t>(i)]), 1e-5) << given.begin()->first << " row " << i;
        }
        Taps taps({Taps::attention(1)});
        EXPECT_LT(largestDifference(model->forward(inputOf(rows), &taps).logits, together), 1e-5);
        EXPECT_EQ(taps.taken().size(), 1U);
    }
}

TEST(TransformerEncoder, PaddingDoesNotCountInTheStatisticsOfABatch) {
    const ModelEntry& entry = entryOf("TransformerEncoder");
    const auto rows = toyRows({13, 40, 1, 27}, 4, 2, 5);
    const TextValues given{{"norm_kind", "batch"}, {"dropout", "0"}};
    const auto tight = toyModel(entry, 4, 2, given), wide = toyModel(entry, 4, 2, given);
    for (int step = 0; step < 3; ++step)
        EXPECT_LT(largestDifference(tight->forward(inputOf(rows)).logits, wide->forward(inputOf(rows, 9)).logits), 1e-5);
    const auto expected = tight->namedBuffers();
    for (const auto& item : wide->namedBuffers())
        EXPECT_LT(largestDifference(item.value(), expected[item.key()]), 1e-5) << item.key();
}

TEST(TransformerEncoder, HistoryOnlyDoesNotLookAhead) {
    const auto model = toyModel(entryOf("TransformerEncoder"), 4, 2, {{"history_only", "true"}, {"conv_width", "0"}});
    model->eval();
    Taps taps({Taps::attention(0)});
    (void)model->forward(toyBatch({12}, 4, 2).input, &taps);
    EXPECT_EQ(taps.taken().at(Taps::attention(0)).triu(1).abs().sum().item<double>(), 0);
}

}  // namespace
}  // namespace strand
