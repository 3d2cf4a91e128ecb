#include "layers/dropout.hpp"
#include "tests/models/toy.hpp"

namespace strand {
namespace {

std::shared_ptr<Model> performer(const TextValues& given) { return toyModel(entryOf("Performer"), 4, 2, given); }
torch::Tensor features(const Model& model, std::int64_t layer) {
    return model.namedBuffers()["stack.f" + std::to_string(layer) + ".inner.projection"].clone();
}

TEST(Performer, TakesDTimesLogDFeaturesUnlessTold) {
    using Sizes = std::vector<std::int64_t>;
    EXPECT_EQ(features(*performer({}), 0).sizes(), (Sizes{16, 8})) << "8 ln 8 = 16.6";
    EXPECT_EQ(features(*performer({{"nb_features", "30"}}), 1).sizes(), (Sizes{30, 8}));
    EXPECT_EQ(features(*performer({{"dim_head", "64"}}), 0).sizes(), (Sizes{266, 64})) << "64 ln 64 = 266.2";
}

TEST(Performer, FeaturesAreDrawnAnewAfterSoManyStepsAndNeverWhileEvaluating) {
    const auto model = performer({{"feature_redraw_interval", "3"}});
    const ModelInput input = toyBatch({20, 7}, 4, 2).input;
    const torch::Tensor first = features(*model, 0);
    setDropoutKey(5, 1);
    for (int step = 0; step < 2; ++step) {
        (void)model->forward(input);
        model->afterStep();
    }
    model->eval();
    for (int i = 0; i < 5; ++i)
        (void)model->forward(input);
    model->train();
    EXPECT_TRUE(torch::equal(features(*model, 0), first)) << "two steps of three";
    setDropoutKey(5, 3);
    model->afterStep();
    const torch::Tensor second = features(*model, 0);
    EXPECT_GT(largestDifference(second, first), 1e-2);
    EXPECT_GT(largestDifference(second, features(*model, 1)), 1e-2) << "each layer draws its own";
    model->afterStep();
    model->afterStep();
    EXPECT_TRUE(torch::equal(features(*model, 0), second)) << "the steps are counted from the last drawing";
    // A resumed run draws the same: what is drawn follows from the key of the step.
    const auto other = performer({{"feature_redraw_interval", "1"}});
    setDropoutKey(5, 3);
    other->afterStep();
    EXPECT_TRUE(torch::equal(features(*other, 0), second));
}

TEST(Performer, AnIntervalOfZeroKeepsTheFirstFeatures) {
    const auto model = performer({{"feature_redraw_interval", "0"}});
    const torch::Tensor first = features(*model, 0);
    for (int step = 0; step < 5; ++step)
        model->afterStep();
    EXPECT_TRUE(torch::equal(features(*model, 0), first));
}

TEST(Performer, WhatNeedsNoFeaturesHasNone) {
    EXPECT_TRUE(performer({{"no_projection", "true"}})->namedBuffers().is_empty());
    EXPECT_TRUE(performer({{"local_attn_heads", "2"}})->namedBuffers().is_empty()) << "all heads are local";
    EXPECT_FALSE(performer({{"local_attn_heads", "1"}})->namedBuffers().is_empty());
}

/// Options that count only beside another one.
TEST(Performer, KernelAndWindowAreThoseOfTheirOption) {
    const ModelInput input = toyBatch({20, 7}, 4, 2).input;
    const auto logits = [&](const TextValues& given) {
        const auto model = performer(given);
        model->eval();
        return model->forward(input).logits.detach();
    };
    const TextValues elu{{"kernel_fn", "elu"}}, narrow{{"local_window_size", "3"}};
    const auto with = [](TextValues values, const char* name, const char* value) {
        values[name] = value;
        return values;
    };
    EXPECT_TRUE(torch::equal(logits(elu), logits({})));
    EXPECT_GT(largestDifference(logits(with(elu, "generalized_attention", "true")), logits({{"generalized_attention", "true"}})), 1e-4);
    EXPECT_TRUE(torch::equal(logits(narrow), logits({})));
    EXPECT_GT(largestDifference(logits(with(narrow, "local_attn_heads", "1")), logits({{"local_attn_heads", "1"}})), 1e-5);
}

TEST(Performer, CausalDoesNotLookAhead) {
    for (const char* local : {"0", "1"}) {
        const auto model = performer({{"causal", "true"}, {"conv_width", "0"}, {"local_attn_heads", local}});
        model->eval();
        Taps taps({Taps::attention(0), Taps::attention(1)});
        (void)model->forward(toyBatch({12}, 4, 2).input, &taps);
        for (const auto& [name, weights] : taps.taken()) {
            EXPECT_EQ(weights.triu(1).abs().sum().item<double>(), 0) << name << ", local heads " << local;
            EXPECT_LT(largestDifference(weights.sum(3), torch::ones({1, 2, 12})), 1e-5) << "these are divided by their sum";
        }
    }
}

TEST(Performer, RelationsAreRefusedNamingTheNumbers) {
    const auto refusal = [](const TextValues& given) {
        const auto values = resolveHyperparameters(entryOf("Performer"), "", given);
        return values ? std::string("accepted") : values.error().english();
    };
    EXPECT_EQ(refusal({{"local_attn_heads", "5"}}), "local_attn_heads = 5 asks for more heads than n_heads = 4");
    EXPECT_EQ(refusal({{"local_attn_heads", "4"}}), "accepted");
    EXPECT_EQ(refusal({{"use_scalenorm", "true"}, {"use_rezero", "true"}}),
              "use_scalenorm and use_rezero exclude each other; both are true");
    EXPECT_EQ(refusal({{"dim_head", "5"}}), "accepted");
    EXPECT_EQ(refusal({{"dim_head", "5"}, {"positions", "rotary"}}),
              "heads of 5 numbers cannot be turned in pairs; expected an even dim_head, or an even d_model / n_heads");
    EXPECT_NE(refusal({{"dim_head", "5"}, {"local_attn_heads", "1"}}), "accepted") << "local heads are always turned";
}

}  // namespace
}  // namespace strand
