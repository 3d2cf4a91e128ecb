#include "pipeline/trained_model.hpp"

#include "models/catalogue.hpp"
#include "support/peak_tensors.hpp"
#include "tests/pipeline/support.hpp"

#include <fmt/ranges.h>

#include <array>

namespace strand {
namespace {

using namespace test;

class TrainedModels : public ::testing::Test {
protected:
    TrainedModels() { m_project.import(motifs(100)); }  // 80 to train on: 3 steps an epoch
    Result<TrainedModel> load(std::int64_t run) { return loadTrained(m_project.file, run, cpu()); }
    std::int64_t stoppedAtPoll(std::int64_t at) {
        Recorder recorder;
        recorder.command = [at](LiveRun&, std::int64_t poll) { return poll >= at ? TrainCommand::Stop : TrainCommand::Continue; };
        EXPECT_FALSE(m_project.engine->train(m_project.file, quickOptions(), cpu(), recorder, {}));
        return recorder.run.id;
    }
    TensorArchive archiveOf(std::int64_t run, CheckpointKind kind) {
        return must(TensorArchive::fromBytes(must(m_project.runs().checkpoint(run, kind))->bytes));
    }
    TestProject m_project;
};

TEST_F(TrainedModels, HaveTheBestWeightsOrElseTheLatest) {
    const auto finished = trainWith(m_project, quickOptions()).run;
    const Checkpoint later{CheckpointKind::Latest, 9, 27, archiveOf(stoppedAtPoll(2), CheckpointKind::Latest).toBytes()};
    must(m_project.runs().record(finished, {}, {}, std::span(&later, 1)));
    for (const auto& [run, kind, step] : {std::tuple(finished.id, CheckpointKind::Best, finished.bestEpoch * 3),
                                          std::tuple(stoppedAtPoll(3), CheckpointKind::Latest, std::int64_t{2})}) {
        const auto trained = must(load(run));
        EXPECT_EQ(trained.step, step);
        EXPECT_EQ(trained.epoch, step / 3);
        EXPECT_EQ(trained.entry->name, "TextCNN");
        EXPECT_FALSE(trained.model->isTraining());
        const auto archive = archiveOf(run, kind);
        for (const auto& item : trained.model->namedParameters())
            EXPECT_TRUE(torch::equal(item.value(), archive.tensors.at("model." + item.key()))) << item.key();
    }
}

TEST(ModelShapes, HaveTheNamesAndShapesOfTheModelAndNoMemory) {
    const auto stateOf = [](const Model& model) {
        std::string out;
        for (const auto& tensors : {model.namedParameters(), model.namedBuffers()})
            for (const auto& item : tensors)
                out += fmt::format("{} {} {} {}\n", item.key(), fmt::join(item.value().sizes(), "x"),
                                   static_cast<int>(item.value().scalar_type()), item.value().requires_grad());
        return out;
    };
    const ModelContext context{.vocabularySize = 70, .classes = 3, .maxLength = 130};
    for (const ModelEntry& entry : catalogue()) {
        for (const std::string preset : {"", "thorough"}) {
            const auto values = must(resolveHyperparameters(entry, preset, {}));
            const auto shapes = modelShapes(entry, context, values);
            const auto model = buildModel(entry, context, values, 1, torch::kCPU);
            EXPECT_EQ(stateOf(*shapes), stateOf(*model)) << entry.name << " " << preset;
            EXPECT_EQ(countParameters(*shapes), countParameters(*model)) << entry.name;
            EXPECT_EQ(countBytes(*shapes), countBytes(*model)) << entry.name;
            for (const torch::Tensor& parameter : shapes->parameters())
                EXPECT_TRUE(parameter.is_meta()) << entry.name;
        }
    }
}

TEST(ModelShapes, OfAGiantTakeNoMemory) {
    const ModelEntry& entry = *must(findModel("TransformerEncoder"));
    const auto values = must(resolveHyperparameters(entry, "", {{"d_model", "8192"}, {"n_heads", "64"}}));
    const ModelContext context{.vocabularySize = std::int64_t{1} << 40, .classes = 2, .maxLength = 512};  // 32 PiB of word vectors
    std::int64_t parameters = 0;
    const TensorPeak peak = tensorPeak([&] { parameters = countParameters(*modelShapes(entry, context, values)); });
    EXPECT_GT(parameters, context.vocabularySize * 8192);
    EXPECT_LT(peak.most, std::size_t{1} << 20U);
    const TensorPeak refused = tensorPeak([&] { EXPECT_THROW(buildModel(entry, context, values, 1, torch::kCPU), c10::OutOfMemoryError); });
    EXPECT_LT(refused.most, std::size_t{1} << 20U);
}

TEST_F(TrainedModels, AreNoneWhereThereAreNoWeights) {
    RunRecord run;
    run.model = "TextCNN";
    run.datasetId = 1;
    const auto bare = must(m_project.runs().add(run, {{0}, {}, {}}));
    const auto trained = load(bare.id);
    ASSERT_FALSE(trained);
    EXPECT_EQ(trained.error().code, ErrorCode::Usage);
    EXPECT_EQ(trained.error().found.english(), "run \"TextCNN-1\" has no trained weights yet");
}

TEST_F(TrainedModels, NeedWhatTheCheckpointSaysOfItsTokens) {
    const auto run = stoppedAtPoll(3);
    const auto archive = archiveOf(run, CheckpointKind::Latest);
    const auto loadWith = [&](const std::function<void(std::map<std::string, std::string>&)>& change) {
        auto changed = archive;
        change(changed.texts);
        const Checkpoint checkpoint{CheckpointKind::Latest, 0, 2, changed.toBytes()};
        must(m_project.runs().record(must(m_project.runs().get(run)), {}, {}, std::span(&checkpoint, 1)));
        return load(run);
    };
    for (const std::string entry : {"kind", "tokenizer", "vocabulary_size", "classes", "context_length", "max_len", "cls"}) {
        const auto lacking = loadWith([&](auto& texts) { texts.erase(entry); });
        ASSERT_FALSE(lacking) << entry;
        EXPECT_EQ(lacking.error().code, ErrorCode::Project);
        EXPECT_EQ(lacking.error().found.english(), "the checkpoint lacks its entry \"" + entry + "\"");
    }
    for (const std::string text : {"2x", "", " 2"}) {
        const auto odd = loadWith([&](auto& texts) { texts["classes"] = text; });
        ASSERT_FALSE(odd) << text;
        EXPECT_EQ(odd.error().found.english(), "the checkpoint's entry \"classes\" reads \"" + text + "\"");
    }
    EXPECT_TRUE(must(load(must(m_project.runs().get(stoppedAtPoll(3))).id)).tokens.context.aligned);
    EXPECT_FALSE(must(loadWith([](auto& texts) { texts.erase("aligned"); })).tokens.context.aligned) << "an older checkpoint";
}

TEST_F(TrainedModels, RunOverRowsInTheOrderGivenUntilTheyAreStopped) {
    const auto trained = must(load(trainWith(m_project, quickOptions()).run.id));
    const auto data = must(prepareRun(m_project.file, quickOptions())).encoded;
    const std::vector<std::int64_t> rows{5, 0, 99, 5};
    std::int64_t told = -1;
    const auto progress = [&](const Progress& at) {
        told = at.done;
        EXPECT_EQ(at.total, 4);
    };
    const auto all = must(runOver(trained, data, rows, progress, {}));
    ASSERT_EQ(all.probabilities.size(), 8U);
    EXPECT_GE(told, 0);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto one = must(runOver(trained, data, {&rows[i], 1}, {}, {}));
        EXPECT_NEAR(one.probabilities[1], all.probabilities[2 * i + 1], 1e-6);
    }
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = runOver(trained, data, rows, {}, stop.get_token());
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Interrupted);
    EXPECT_EQ(stopped.error().english(), "stopped before the end; nothing was written");
}

std::shared_ptr<Model> built(std::uint64_t seed) {
    const ModelEntry& entry = *must(findModel("TextCNN"));
    return buildModel(entry, {.vocabularySize = 8, .classes = 2, .maxLength = 20}, must(resolveHyperparameters(entry, "", {})), seed,
                      torch::kCPU);
}

TEST(BuildModel, FollowsItsSeedWhateverWasDrawnBefore) {
    const auto one = built(1);
    (void)torch::rand({7});
    const auto same = built(1), other = built(2);
    bool differs = false;
    for (const auto& item : one->namedParameters()) {
        EXPECT_TRUE(torch::equal(item.value(), same->namedParameters()[item.key()])) << item.key();
        differs = differs || !torch::equal(item.value(), other->namedParameters()[item.key()]);
    }
    EXPECT_TRUE(differs);
}

TEST(CountParameters, LeavesOutWhatIsFrozen) {
    const auto model = built(1);
    const std::int64_t all = countParameters(*model);
    torch::Tensor embedding = model->namedParameters()["embedding.weight"];
    embedding.requires_grad_(false);
    EXPECT_EQ(countParameters(*model), all - embedding.numel());
}

TEST(Argmax, IsTheFirstOfTheGreatest) {
    EXPECT_EQ(argmax(std::array{0.2F, 0.4F, 0.4F}), 1);
    EXPECT_EQ(argmax(std::array{-1.0F}), 0);
}

}  // namespace
}  // namespace strand
