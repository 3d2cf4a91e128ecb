#include "tests/cli/support.hpp"

#include "storage/project_file.hpp"
#include "storage/run_store.hpp"

namespace strand {
namespace {

using namespace test;

class InterruptTest : public CliTest {
protected:
    InterruptTest() { importMotifs(); }

    [[nodiscard]] std::vector<std::string> longTraining() const {
        auto more = smallTransformer();
        for (const auto* word : {"--hp_epochs", "20", "--checkpoint-every", "7"})
            more.emplace_back(word);
        return training(more, "TransformerEncoder");
    }
    /// What must not depend on interruptions: every figure of every epoch, and the test.
    static Json figures(const Json& show) {
        Json out = show["test"];
        for (const auto& epoch : show["epochs"])
            out["epochs"].push_back(
                {epoch["epoch"], epoch["step"], epoch["train_loss"], epoch["val_loss"], epoch["val_mcc"], epoch["best"]});
        return out;
    }
    Json show(const std::string& run) { return eventsOf(runCli({"show", project, "--run", run, "--json"})).at(0); }
    Json undisturbed() {
        EXPECT_EQ(runCli(longTraining()).status, 0);
        return figures(show("1"));
    }
    std::string stateOf(int run) {
        const auto check = eventsOf(runCli({"check", project, "--json"})).at(0);
        EXPECT_EQ(check["ok"], true);
        for (const auto& entry : check["runs"])
            if (entry["run"] == run) return entry["state"];
        return "none";
    }
};

TEST_F(InterruptTest, KilledAtAnyMomentARunResumesToTheSameBits) {
    const auto expected = undisturbed();
    for (int round = 2; round <= 4; ++round) {
        {
            Child child(longTraining());
            ASSERT_TRUE(child.waitFor(fmt::format("\"epoch\":{},", round - 1)));
            ::usleep(static_cast<useconds_t>(round * 3000));
            child.signal(SIGKILL);
            EXPECT_EQ(child.wait().status, -SIGKILL);
        }
        EXPECT_EQ(stateOf(round), "interrupted");
        // Killed once more while it resumes.
        {
            Child child({"resume", project, "--run", std::to_string(round), "--json", "--quiet"});
            ASSERT_TRUE(child.waitFor("\"event\":\"run\""));
            ::usleep(static_cast<useconds_t>(round * 7000));
            child.signal(SIGKILL);
            (void)child.wait();
        }
        const auto ran = runCli({"resume", project, "--run", std::to_string(round), "--json", "--quiet"});
        const bool finishedBefore = ran.status == 2 && ran.err.find("has finished") != std::string::npos;
        EXPECT_TRUE(ran.status == 0 || finishedBefore) << ran.err;
        EXPECT_EQ(figures(show(std::to_string(round))), expected) << "round " << round;
        EXPECT_EQ(stateOf(round), "finished");
    }
}

struct Interrupted {
    const char* model;
    std::vector<std::string> own;  ///< small sizes, and what is random in this model
};

class KilledTest : public InterruptTest, public testing::WithParamInterface<Interrupted> {
protected:
    KilledTest() {
        PlantedMotifOptions options;
        options.count = 300;
        options.minLength = 12;
        options.maxLength = 60;  // padded batches
        const auto file = folder.write("uneven.fa", fastaText(makePlantedMotif(options)));
        EXPECT_EQ(runCli({"import", project, file, "--quiet"}).status, 0);
    }
    [[nodiscard]] std::vector<std::string> randomTraining() const {
        std::vector<std::string> out{"train", project, "--dataset", "uneven", "--model", GetParam().model, "--json", "--quiet"};
        for (const auto* word : {"--device",
                                 "cpu",
                                 "--threads",
                                 "2",
                                 "--checkpoint-every",
                                 "3",
                                 "--hp_epochs",
                                 "6",
                                 "--hp_batch_size",
                                 "32",
                                 "--hp_dropout",
                                 "0.3",
                                 "--hp_sampling",
                                 "oversample",
                                 "--hp_augment_reverse_complement",
                                 "0.5",
                                 "--hp_augment_mutation",
                                 "0.1",
                                 "--hp_augment_crop",
                                 "0.7",
                                 "--hp_augment_mask",
                                 "0.1"})
            out.emplace_back(word);
        out.insert(out.end(), GetParam().own.begin(), GetParam().own.end());
        return out;
    }
    std::vector<char> bestWeights(int run) {
        const auto file = ProjectFile::open(project, ProjectFile::Access::Read);
        EXPECT_TRUE(file);
        const auto checkpoint = RunStore(*file).checkpoint(run, CheckpointKind::Best);
        EXPECT_TRUE(checkpoint && *checkpoint);
        return (*checkpoint)->bytes;
    }
};

TEST_P(KilledTest, WithTwoThreadsPaddingAndEverythingRandomItReachesTheSameWeights) {
    ASSERT_EQ(runCli(randomTraining()).status, 0);
    ASSERT_EQ(runCli(randomTraining()).status, 0);
    const auto expected = figures(show("1"));
    EXPECT_EQ(figures(show("2")), expected) << "the same seed twice";
    EXPECT_EQ(bestWeights(2), bestWeights(1));
    {
        Child child(randomTraining());
        ASSERT_TRUE(child.waitFor("\"epoch\":1,"));
        child.signal(SIGKILL);
        (void)child.wait();
    }
    for (const int kill : {1, 2}) {
        Child child({"resume", project, "--run", "3", "--json", "--quiet"});
        ASSERT_TRUE(child.waitFor(fmt::format("\"epoch\":{},", 1 + kill)));
        ::usleep(static_cast<useconds_t>(kill * 5000));
        child.signal(SIGKILL);
        (void)child.wait();
    }
    const auto ran = runCli({"resume", project, "--run", "3", "--json", "--quiet"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(figures(show("3")), expected);
    EXPECT_EQ(bestWeights(3), bestWeights(1));
}

INSTANTIATE_TEST_SUITE_P(
    Models, KilledTest,
    testing::Values(Interrupted{"DNN", {}}, Interrupted{"TextCNN", {"--hp_maps", "16"}}, Interrupted{"BiLSTM", {"--hp_hidden", "24"}},
                    Interrupted{"TransformerEncoder",
                                {"--hp_d_model", "32", "--hp_n_heads", "2", "--hp_d_ff", "48", "--hp_attn_dropout", "0.2"}}),
    [](const testing::TestParamInfo<Interrupted>& interrupted) { return std::string(interrupted.param.model); });

TEST_F(InterruptTest, SignalsSaveACheckpoint) {
    const auto expected = undisturbed();
    int run = 1;
    for (const int signal : {SIGINT, SIGTERM}) {
        ++run;
        Child child(longTraining());
        ASSERT_TRUE(child.waitFor("\"epoch\":2,"));
        child.signal(signal);
        const auto ran = child.wait();
        EXPECT_EQ(ran.status, 130) << ran.err;
        EXPECT_EQ(eventsNamed(ran, "error").at(0)["code"], 130);
        EXPECT_EQ(stateOf(run), "stopped");
        const auto resumed = runCli({"resume", project, "--run", std::to_string(run), "--json", "--quiet"});
        ASSERT_EQ(resumed.status, 0) << resumed.err;
        EXPECT_EQ(figures(show(std::to_string(run))), expected);
    }
}

TEST_F(InterruptTest, ASecondWriterGetsASentence) {
    auto arguments = longTraining();
    arguments.insert(arguments.end(), {"--hp_epochs", "100000"});
    Child child(arguments);
    ASSERT_TRUE(child.waitFor("\"epoch\":1,"));
    const auto before = eventsOf(runCli({"runs", project, "--json"}));
    EXPECT_EQ(before.at(0)["state"], "running");
    const auto second = runCli({"import", project, fasta, "--json"});
    EXPECT_EQ(second.status, 4);
    EXPECT_EQ(eventsNamed(second, "error").at(0)["file"], project);
    child.signal(SIGTERM);
    EXPECT_EQ(child.wait().status, 130);
}

TEST_F(InterruptTest, AFullDiskIsStatusFourAndTheRunResumes) {
    const auto expected = undisturbed();
    int full = 0;
    // `ulimit -f` counts KiB: the file may grow no further than this.
    for (const auto extra : {40, 120, 200}) {
        const auto limit = static_cast<std::int64_t>(std::filesystem::file_size(project)) / 1024 + extra;
        std::string command = fmt::format("ulimit -f {}; exec '{}'", limit, programPath);
        for (const auto& word : longTraining())
            command += " '" + word + "'";
        const auto status = std::system(fmt::format("bash -c \"{}\" > '{}' 2>&1", command, folder.file("out")).c_str());
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0) continue;  // it fitted
        ++full;
        EXPECT_EQ(WEXITSTATUS(status), 4) << bytesOf(folder.file("out"));
        const auto runs = eventsOf(runCli({"check", project, "--json"})).at(0);
        EXPECT_EQ(runs["ok"], true);
        if (runs["runs"].size() < 2) continue;  // not even the run could be stored
        const auto run = runs["runs"].back();
        EXPECT_EQ(run["state"], "interrupted");
        const auto id = std::to_string(run["run"].get<int>());
        const auto resumed = runCli({"resume", project, "--run", id, "--json", "--quiet"});
        ASSERT_EQ(resumed.status, 0) << resumed.err;
        EXPECT_EQ(figures(show(id)), expected);
    }
    EXPECT_GT(full, 0);
}

TEST_F(InterruptTest, AReaderThatGoesAwayIsNoError) {
    const auto pipe = fmt::format("bash -c \"'{}' models --json | head -n 1 > /dev/null; exit \\${{PIPESTATUS[0]}}\"", programPath);
    EXPECT_EQ(WEXITSTATUS(std::system(pipe.c_str())), 0);
    const auto full = std::system(fmt::format("'{}' models --json > /dev/full 2> /dev/null", programPath).c_str());
    EXPECT_EQ(WEXITSTATUS(full), 4);
}

}  // namespace
}  // namespace strand
