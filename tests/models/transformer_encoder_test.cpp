#include "models/checkpoint.hpp"
#include "tests/models/toy.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

namespace strand {
namespace {

using nlohmann::json;

torch::Tensor tensorOf(const json& item) {
    const auto shape = item["shape"].get<std::vector<std::int64_t>>();
    return torch::tensor(item["values"].get<std::vector<float>>()).view(shape);
}

TextValues textValues(const json& item) {
    TextValues values;
    for (const auto& [name, value] : item.items())
        values[name] = value.get<std::string>();
    return values;
}

/// Logits of PyTorch's nn.TransformerEncoder with the same weights (tests/fixtures/transformer_reference.py).
TEST(TransformerEncoder, LogitsAreThoseOfPyTorch) {
    std::ifstream file(STRAND_TEST_DATA "/transformer_reference.json");
    ASSERT_TRUE(file);
    for (const json& reference : json::parse(file)) {
        const ModelEntry& entry = entryOf("TransformerEncoder");
        const auto values = resolveHyperparameters(entry, "", textValues(reference["hyperparameters"]));
        ASSERT_TRUE(values.has_value()) << values.error().english();
        const auto model =
            entry.make({.vocabularySize = reference["vocabulary"], .classes = reference["classes"], .maxLength = 9}, *values);
        TensorArchive archive;
        for (const auto& [name, item] : reference["weights"].items())
            archive.tensors["model." + name] = tensorOf(item);
        const auto loaded = loadModule(*model, archive, "model.");
        ASSERT_TRUE(loaded.has_value()) << loaded.error().english();
        model->eval();
        const ModelOutput out = model->forward(inputOf(reference["rows"].get<std::vector<std::vector<std::int64_t>>>()));
        EXPECT_LT(largestDifference(out.logits, tensorOf(reference["logits"])), 1e-5) << reference["hyperparameters"].dump();
        EXPECT_LT(largestDifference(out.representation, tensorOf(reference["representation"])), 1e-5)
            << reference["hyperparameters"].dump();
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
                                                           {"conv_width", "0"},
                                                           {"conv_width", "3"},
                                                           {"n_heads", "4"},
                                                           {"d_ff", "8"},
                                                           {"n_layers", "1"},
                                                           {"d_model", "32"}};
    for (const auto& [name, value] : changes)
        EXPECT_GT(largestDifference(base, logits({{name, value}})), 1e-4) << name << " = " << value;
    const auto without = toyModel(entry, 4, 2, {{"attention_bias", "false"}}), with = toyModel(entry, 4, 2);
    EXPECT_LT(without->parameters().size(), with->parameters().size());
}

TEST(TransformerEncoder, EveryArrangementHoldsThePromisesOfPadding) {
    const ModelEntry& entry = entryOf("TransformerEncoder");
    const auto rows = toyRows({13, 40, 1, 27}, 4, 2, 5);
    const TextValues arrangements[] = {{{"norm", "post"}, {"pooling", "max"}},
                                       {{"positions", "learned"}, {"position_join", "concat"}, {"conv_width", "0"}},
                                       {{"history_only", "true"}, {"last_k", "2"}, {"positions", "none"}},
                                       {{"pooling", "cls"}, {"activation", "relu"}, {"conv_width", "8"}},
                                       {{"attn_dropout", "0.3"}, {"d_model", "15"}, {"n_heads", "3"}}};
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

TEST(TransformerEncoder, HistoryOnlyDoesNotLookAhead) {
    const auto model = toyModel(entryOf("TransformerEncoder"), 4, 2, {{"history_only", "true"}, {"conv_width", "0"}});
    model->eval();
    Taps taps({Taps::attention(0)});
    (void)model->forward(toyBatch({12}, 4, 2).input, &taps);
    EXPECT_EQ(taps.taken().at(Taps::attention(0)).triu(1).abs().sum().item<double>(), 0);
}

}  // namespace
}  // namespace strand
