// What every entry of the catalogue promises, checked for all of them.
#include "models/catalogue.hpp"

#include "layers/dropout.hpp"
#include "layers/token_rows.hpp"
#include "models/checkpoint.hpp"
#include "tests/models/toy.hpp"

#include <fmt/format.h>
#include <torch/cuda.h>
#include <torch/optim/adamw.h>

#include <set>

namespace strand {
namespace {

struct Kind {
    const char* name;
    std::int64_t letters;
};
/// Text has more words than a batch has tokens, as in life.
constexpr Kind kKinds[] = {{"dna", 4}, {"rna", 4}, {"protein", 20}, {"text", 600}};

class EveryModel : public testing::TestWithParam<std::tuple<std::size_t, Kind>> {
protected:
    [[nodiscard]] static const ModelEntry& entry() { return catalogue()[std::get<0>(GetParam())]; }
    [[nodiscard]] static std::int64_t letters() { return std::get<1>(GetParam()).letters; }
};

INSTANTIATE_TEST_SUITE_P(Catalogue, EveryModel,
                         testing::Combine(testing::Range<std::size_t>(0, catalogue().size()), testing::ValuesIn(kKinds)),
                         [](const auto& test) { return catalogue()[std::get<0>(test.param)].name + "_" + std::get<1>(test.param).name; });

torch::Tensor loss(Model& model, const ToyBatch& batch) {
    return torch::cross_entropy_loss(model.forward(batch.input).logits, batch.labels);
}

/// A model that has seen a batch, so that its moving statistics are not the initial ones; in evaluation mode.
std::shared_ptr<Model> usedModel(const ModelEntry& entry, std::int64_t letters, std::int64_t classes, std::uint64_t seed = 1) {
    auto model = toyModel(entry, letters, classes, {}, seed);
    setDropoutKey(seed, 1);
    (void)model->forward(toyBatch({25, 40, 3, 31}, letters, classes, seed).input);
    model->eval();
    return model;
}

/// The tables and texts of an entry, which do not depend on the data.
class EveryEntry : public testing::TestWithParam<std::size_t> {
protected:
    [[nodiscard]] static const ModelEntry& entry() { return catalogue()[GetParam()]; }
};
INSTANTIATE_TEST_SUITE_P(Catalogue, EveryEntry, testing::Range<std::size_t>(0, catalogue().size()),
                         [](const auto& test) { return catalogue()[test.param].name; });

TEST_P(EveryModel, LossAndEveryGradientAreFinite) {
    for (const std::int64_t classes : {2, 5}) {
        const auto model = toyModel(entry(), letters(), classes);
        const ToyBatch batch = toyBatch({17, 30, 5, 1, 12, 30}, letters(), classes);
        setDropoutKey(1, 1);
        const torch::Tensor value = loss(*model, batch);
        value.backward();
        EXPECT_TRUE(value.isfinite().item<bool>());
        for (const auto& item : model->namedParameters()) {
            ASSERT_TRUE(item.value().grad().defined()) << item.key();
            EXPECT_TRUE(item.value().grad().isfinite().all().item<bool>()) << item.key();
        }
    }
}

TEST_P(EveryModel, OutputHasItsShapeForEveryLength) {
    const auto model = usedModel(entry(), letters(), 5);
    const torch::NoGradGuard frozen;
    std::int64_t width = -1;
    for (const std::vector<std::int64_t>& lengths : {std::vector<std::int64_t>{1}, {2}, {7}, {31}, {64}, {64, 1, 37}, {0, 9}, {0}}) {
        const ModelOutput out = model->forward(toyBatch(lengths, letters(), 5).input);
        const auto batch = static_cast<std::int64_t>(lengths.size());
        ASSERT_EQ(out.logits.sizes(), (std::vector<std::int64_t>{batch, 5}));
        ASSERT_EQ(out.representation.dim(), 2);
        EXPECT_EQ(out.representation.size(0), batch);
        EXPECT_TRUE(width < 0 || out.representation.size(1) == width);
        width = out.representation.size(1);
        EXPECT_TRUE(out.logits.isfinite().all().item<bool>()) << "length " << lengths.front();
    }
}

TEST_P(EveryModel, LearnsAToyTask) {
    const auto model = toyModel(entry(), letters(), 2, {{"dropout", "0"}});
    const ToyBatch batch = toyBatch(std::vector<std::int64_t>(32, 24), letters(), 2);
    torch::optim::AdamW optimizer(model->parameters(), torch::optim::AdamWOptions(1e-2));
    const double before = loss(*model, batch).item<double>();
    for (int step = 0; step < 40; ++step) {
        optimizer.zero_grad();
        loss(*model, batch).backward();
        optimizer.step();
        model->afterStep();
    }
    EXPECT_LT(loss(*model, batch).item<double>(), 0.5 * before);
}

TEST_P(EveryModel, NeitherPaddingNorCompanionsChangeALogit) {
    const auto model = usedModel(entry(), letters(), 3);
    const torch::NoGradGuard frozen;
    const auto rows = toyRows({13, 40, 1, 13, 27}, letters(), 3, 5);
    const torch::Tensor together = model->forward(inputOf(rows)).logits;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const torch::Tensor alone = model->forward(inputOf({rows[i]})).logits[0], padded = model->forward(inputOf({rows[i]}, 11)).logits[0];
        EXPECT_LT(largestDifference(alone, together[static_cast<std::int64_t>(i)]), 1e-5) << "row " << i << " among others";
        EXPECT_LT(largestDifference(alone, padded), 1e-5) << "row " << i << " with more padding";
    }
}

TEST_P(EveryModel, WhatLiesInThePaddingDoesNotMatter) {
    const auto model = usedModel(entry(), letters(), 3);
    const torch::NoGradGuard frozen;
    const ModelInput clean = inputOf(toyRows({9, 20}, letters(), 3, 6));
    ModelInput dirty = clean;
    dirty.ids = clean.ids.masked_fill(clean.mask.logical_not(), kFirstToken);
    EXPECT_LT(largestDifference(model->forward(clean).logits, model->forward(dirty).logits), 1e-6);
}

TEST_P(EveryModel, EvaluationIsDeterministicAndTrainingFollowsItsKey) {
    const auto model = toyModel(entry(), letters(), 2, {{"dropout", "0.5"}});
    const ToyBatch batch = toyBatch({20, 20, 20, 20}, letters(), 2);
    model->eval();
    EXPECT_TRUE(torch::equal(model->forward(batch.input).logits, model->forward(batch.input).logits));
    model->train();
    const auto trained = [&](std::uint64_t step) {
        torch::manual_seed(step);
        setDropoutKey(1, step);
        return model->forward(batch.input).logits;
    };
    EXPECT_TRUE(torch::equal(trained(1), trained(1)));
    EXPECT_FALSE(torch::equal(trained(1), trained(2)));
}

TEST_P(EveryModel, TheSameSeedGivesTheSameInitialValues) {
    const auto one = toyModel(entry(), letters(), 2, {}, 4), same = toyModel(entry(), letters(), 2, {}, 4),
               other = toyModel(entry(), letters(), 2, {}, 5);
    bool differs = false;
    for (const auto& item : one->namedParameters()) {
        EXPECT_TRUE(torch::equal(item.value(), same->namedParameters()[item.key()])) << item.key();
        differs = differs || !torch::equal(item.value(), other->namedParameters()[item.key()]);
    }
    EXPECT_TRUE(differs);
}

TEST_P(EveryModel, AnArchiveBringsBackEveryBit) {
    const auto model = usedModel(entry(), letters(), 3, 1), other = usedModel(entry(), letters(), 3, 2);
    TensorArchive archive;
    storeModule(*model, archive, "model.");
    const auto back = TensorArchive::fromBytes(archive.toBytes());
    ASSERT_TRUE(back.has_value()) << back.error().english();
    ASSERT_TRUE(loadModule(*other, *back, "model.").has_value());
    const ModelInput input = toyBatch({20, 7}, letters(), 3).input;
    EXPECT_EQ(archive.toBytes(), back->toBytes());
    EXPECT_TRUE(torch::equal(model->forward(input).logits, other->forward(input).logits));
}

/// Taps::attention says what each kind promises.
void expectPromised(const std::string& kind, const torch::Tensor& weights, const torch::Tensor& mask, std::int64_t heads) {
    const std::int64_t batch = mask.size(0), length = mask.size(1), queries = kind == "vector" ? 1 : length;
    ASSERT_EQ(weights.sizes(), (std::vector<std::int64_t>{batch, heads, queries, length}));
    EXPECT_TRUE(weights.isfinite().all().item<bool>());
    EXPECT_EQ(weights.masked_select(mask.logical_not().view({batch, 1, 1, length})).abs().sum().item<double>(), 0) << "padded keys";
    EXPECT_TRUE(kind == "implied" || weights.min().item<double>() >= 0);
    const torch::Tensor asked = kind == "vector" ? torch::ones({batch, 1, 1}) : mask.to(torch::kFloat).unsqueeze(1);
    if (kind == "implied" || kind == "edges") {
        EXPECT_EQ((weights.abs().sum(3) * (1 - asked)).sum().item<double>(), 0) << "padded queries";
    } else {
        EXPECT_LT(largestDifference(weights.sum(3), asked.expand({-1, heads, -1})), 1e-5);
    }
    EXPECT_GT(weights.abs().sum().item<double>(), 0);
}

TEST_P(EveryModel, TapsAreThereAndChangeNothing) {
    const auto model = usedModel(entry(), letters(), 2);
    const torch::NoGradGuard frozen;
    std::set<std::string> wanted;
    for (std::int64_t i = 0; i < model->attentionLayers(); ++i)
        wanted.insert(Taps::attention(i));
    EXPECT_EQ(wanted.empty(), entry().attention == "none");
    for (const std::vector<std::int64_t>& lengths : {std::vector<std::int64_t>{20, 7, 1}, {13}}) {
        const ModelInput input = toyBatch(lengths, letters(), 2).input;
        Taps taps(wanted);
        EXPECT_LT(largestDifference(model->forward(input, &taps).logits, model->forward(input).logits), 1e-5);
        ASSERT_EQ(taps.taken().size(), wanted.size());
        const torch::Tensor mask = input.mask.defined() ? input.mask : torch::ones(input.ids.sizes(), torch::kBool);
        for (const auto& [name, weights] : taps.taken()) {
            SCOPED_TRACE(name);
            expectPromised(entry().attention, weights, mask, model->attentionHeads());
        }
    }
}

TEST_P(EveryModel, ProcessorAndGraphicsCardAgree) {
    if (!torch::cuda::is_available()) GTEST_SKIP() << "no CUDA device here";
    const auto model = usedModel(entry(), letters(), 3);
    const ToyBatch batch = toyBatch({20, 7, 33, 1}, letters(), 3);
    const torch::Tensor expected = model->forward(batch.input).logits.detach().clone();
    model->to(torch::kCUDA);
    ModelInput input{.ids = batch.input.ids.cuda(), .lengths = batch.input.lengths.cuda(), .mask = batch.input.mask.cuda()};
    const torch::Tensor logits = model->forward(input).logits;
    EXPECT_LT(largestDifference(logits.cpu(), expected), 1e-3);
    torch::cross_entropy_loss(logits, batch.labels.cuda()).backward();
    for (const auto& item : model->namedParameters())
        EXPECT_TRUE(item.value().grad().isfinite().all().item<bool>()) << item.key();
}

TEST_P(EveryModel, EmbeddingsMayTakeThePlaceOfIds) {
    const auto model = toyModel(entry(), letters(), 2);
    model->eval();
    ModelInput input = toyBatch({20, 7}, letters(), 2).input;
    const torch::Tensor expected = model->forward(input).logits.detach();
    input.embedded = model->embed(input.ids).detach().requires_grad_();
    ASSERT_TRUE(input.embedded.defined());
    const torch::Tensor logits = model->forward(input).logits;
    EXPECT_LT(largestDifference(logits, expected), 1e-5);
    logits.select(1, 0).sum().backward();
    ASSERT_TRUE(input.embedded.grad().defined());
    EXPECT_GT(input.embedded.grad().abs().sum().item<double>(), 0);
    EXPECT_EQ(input.embedded.grad()[1].narrow(0, 7, 13).abs().sum().item<double>(), 0) << "padding matters";
}

TEST_P(EveryEntry, ItsTableIsSane) {
    std::set<std::string> names;
    for (const HyperparameterSpec& spec : entry().hyperparameters) {
        EXPECT_TRUE(names.insert(spec.name).second) << spec.name << " is there twice";
        EXPECT_FALSE(spec.help.empty()) << spec.name;
        EXPECT_EQ(spec.help.text.back(), '.') << spec.name;
        const auto parsed = parseValue(spec, formatValue(spec.defaultValue));
        ASSERT_TRUE(parsed.has_value()) << parsed.error().english();
        EXPECT_EQ(*parsed, spec.defaultValue) << spec.name;
        const bool number = spec.type == HyperparameterType::Integer || spec.type == HyperparameterType::Real ||
                            spec.type == HyperparameterType::IntegerList;
        EXPECT_EQ(number, spec.min < spec.max) << spec.name;
        EXPECT_EQ(spec.type == HyperparameterType::Choice, spec.choices.size() > 1) << spec.name;
    }
    for (const char* name : {"max_len",          "batch_size",
                             "epochs",           "lr",
                             "optimizer",        "weight_decay",
                             "schedule",         "warmup_steps",
                             "hold_steps",       "warmup_lr",
                             "dropout",          "grad_clip",
                             "patience",         "class_weights",
                             "sampling",         "loss",
                             "label_smoothing",  "tokenizer",
                             "lower_case",       "min_count",
                             "max_vocabulary",   "augment_reverse_complement",
                             "augment_mutation", "augment_crop",
                             "augment_mask"})
        EXPECT_TRUE(names.contains(name)) << name;
}

TEST_P(EveryEntry, RefusesWrongHyperparametersNamingThemAndTheNumbers) {
    const auto expectRefused = [](const std::string& name, const std::string& text) {
        const auto values = resolveHyperparameters(entry(), "", {{name, text}});
        ASSERT_FALSE(values.has_value()) << name << " = " << text;
        EXPECT_EQ(values.error().code, ErrorCode::Usage);
        const std::string sentence = values.error().english();
        EXPECT_NE(sentence.find(name), std::string::npos) << sentence;
        EXPECT_NE(sentence.find(text), std::string::npos) << sentence;
    };
    for (const HyperparameterSpec& spec : entry().hyperparameters) {
        if (spec.type == HyperparameterType::Choice || spec.type == HyperparameterType::Boolean) {
            expectRefused(spec.name, "purple");
        } else if (spec.type != HyperparameterType::File) {
            expectRefused(spec.name, fmt::format("{}", spec.min - 3));
            expectRefused(spec.name, fmt::format("{}", spec.max + 3));
            expectRefused(spec.name, "many");
        }
    }
}

TEST_P(EveryEntry, ItsPresetsAreValidAndBalancedIsTheDefault) {
    std::set<std::string> names;
    for (const Preset& preset : entry().presets) {
        names.insert(preset.name);
        const auto values = resolveHyperparameters(entry(), preset.name, {});
        EXPECT_TRUE(values.has_value()) << preset.name << ": " << values.error().english();
    }
    EXPECT_EQ(names, (std::set<std::string>{"quick", "balanced", "thorough"}));
    EXPECT_EQ(resolveHyperparameters(entry(), "", {}).value(), resolveHyperparameters(entry(), "balanced", {}).value());
}

TEST_P(EveryEntry, TellsWhatItIs) {
    EXPECT_FALSE(entry().title.empty());
    EXPECT_FALSE(entry().description.empty());
    EXPECT_FALSE(entry().paper.empty());
    EXPECT_TRUE((std::set<std::string>{"traditional", "transformer", "graph"}).contains(entry().family));
    EXPECT_TRUE((std::set<std::string>{"exact", "sparse", "implied", "vector", "edges", "none"}).contains(entry().attention));
}

TEST_P(EveryEntry, SequencesLongerThanThoseLearnedFromAreRead) {
    const HyperparameterSpec* positions = findSpec(entry().hyperparameters, "positions");
    TextValues given;
    if (positions != nullptr && std::ranges::find(positions->choices, "learned") != positions->choices.end())
        given["positions"] = "learned";
    const auto model = entry().make({.vocabularySize = 7, .classes = 2, .maxLength = 10, .aligned = true}, toyValues(entry(), given));
    model->eval();
    EXPECT_TRUE(model->forward(toyBatch({40, 64}, 4, 2).input).logits.isfinite().all().item<bool>());
}

TEST_P(EveryEntry, WordVectorsAreOfferedWhereThereAreTokenVectors) {
    if (findSpec(entry().hyperparameters, "embeddings") == nullptr) return;
    const auto model = toyModel(entry(), 500, 2);
    EXPECT_TRUE(std::ranges::any_of(model->modules(), [](Module* module) { return dynamic_cast<TokenEmbedding*>(module) != nullptr; }));
}

TEST(Catalogue, NamesAreUnique) {
    std::set<std::string> names;
    for (const ModelEntry& entry : catalogue())
        EXPECT_TRUE(names.insert(entry.name).second) << entry.name;
}

TEST(Catalogue, AnUnknownModelIsRefusedWithTheNearestName) {
    const auto found = findModel("TextCNM");
    ASSERT_FALSE(found.has_value());
    EXPECT_EQ(found.error().code, ErrorCode::Usage);
    EXPECT_NE(found.error().english().find("TextCNM"), std::string::npos);
    EXPECT_NE(found.error().hint.english().find("TextCNN"), std::string::npos);
    EXPECT_TRUE(findModel("").error().hint.empty());
}

TEST(ResolveHyperparameters, GivenGoesOverPresetGoesOverDefault) {
    const ModelEntry& entry = entryOf("TextCNN");
    const auto values = resolveHyperparameters(entry, "quick", {{"maps", "7"}});
    ASSERT_TRUE(values.has_value());
    EXPECT_EQ(values->integer("maps"), 7);
    EXPECT_LT(values->integer("epochs"), resolveHyperparameters(entry, "", {})->integer("epochs"));
    EXPECT_EQ(resolveHyperparameters(entry, "quick", {{"epochs", "3"}})->integer("epochs"), 3);
}

TEST(ResolveHyperparameters, RefusesNamingWhatIsWrong) {
    const ModelEntry& entry = entryOf("TextCNN");
    const auto message = [&](const std::string& preset, const TextValues& given) {
        const auto values = resolveHyperparameters(entry, preset, given);
        EXPECT_FALSE(values.has_value());
        if (values) return std::string();
        EXPECT_EQ(values.error().code, ErrorCode::Usage);
        return values.error().english() + " " + values.error().hint.english();
    };
    EXPECT_NE(message("slow", {}).find("slow"), std::string::npos);
    EXPECT_NE(message("", {{"n_headz", "2"}}).find("n_headz"), std::string::npos);
    EXPECT_NE(message("", {{"dropout", "1.5"}}).find("1.5"), std::string::npos);
    EXPECT_NE(message("", {{"widths", "3,0"}}).find("widths"), std::string::npos);
}

TEST(ResolveHyperparameters, RefusesCommonOnesThatExcludeEachOther) {
    const auto refusal = [](const TextValues& given) {
        const auto resolved = resolveHyperparameters(entryOf("DNN"), "", given);
        return resolved ? std::string("accepted") : resolved.error().english();
    };
    EXPECT_EQ(refusal({{"class_weights", "balanced"}, {"sampling", "oversample"}}),
              "class_weights = balanced and sampling = oversample both make up for rare classes; expected one of the two");
    EXPECT_EQ(refusal({{"loss", "focal"}, {"label_smoothing", "0.1"}}),
              "loss = focal does not go with label_smoothing = 0.1; expected label_smoothing = 0, or loss = cross_entropy");
    EXPECT_EQ(refusal({{"loss", "focal"}, {"class_weights", "balanced"}}), "accepted");
}

TEST(TokenizerFor, AutoTakesLettersOrWordsAndAChoiceStands) {
    const ModelEntry& entry = entryOf("TextCNN");
    EXPECT_EQ(tokenizerFor(*resolveHyperparameters(entry, "", {}), SequenceKind::Protein), "char");
    EXPECT_EQ(tokenizerFor(*resolveHyperparameters(entry, "", {{"tokenizer", "kmer:4"}}), SequenceKind::Dna), "kmer:4");
    const auto kmers = *resolveHyperparameters(entry, "", {{"tokenizer", "kmer"}});
    EXPECT_EQ(tokenizerFor(kmers, SequenceKind::Rna), "kmer:3");
    EXPECT_EQ(tokenizerFor(kmers, SequenceKind::Protein), "kmer:2");
    EXPECT_EQ(tokenizerFor(kmers, SequenceKind::Text), "word");
    const auto text = [&](const TextValues& values) {
        return tokenizerFor(*resolveHyperparameters(entry, "", values), SequenceKind::Text);
    };
    EXPECT_EQ(text({}), "word");
    EXPECT_EQ(text({{"lower_case", "false"}}), "word:cased");
    EXPECT_EQ(text({{"tokenizer", "char"}}), "char");
    EXPECT_EQ(tokenizerFor(*resolveHyperparameters(entry, "", {{"lower_case", "false"}}), SequenceKind::Dna), "char");
}

}  // namespace
}  // namespace strand
