#include "tests/pipeline/support.hpp"

#include <unistd.h>

#include <gmock/gmock.h>

namespace strand {
namespace {

using namespace test;

std::vector<std::string> sentences(const std::vector<Warning>& warnings) {
    std::vector<std::string> out;
    for (const auto& warning : warnings)
        out.push_back(warning.message.english());
    return out;
}

TEST(Estimate, CountsWhatTrainingUses) {
    TestProject project;
    project.import(motifs());
    auto options = transformerOptions();
    options.measure = true;
    const auto estimate = must(project.engine->estimate(project.file, options, cpu()));
    EXPECT_EQ(estimate.train, 320);
    EXPECT_EQ(estimate.validation, 40);
    EXPECT_EQ(estimate.test, 40);
    EXPECT_EQ(estimate.stepsPerEpoch, 10);
    EXPECT_EQ(estimate.steps, 20);
    EXPECT_GT(estimate.memoryMiB, 0.1);
    EXPECT_LT(estimate.memoryMiB, 500);
    ASSERT_TRUE(estimate.secondsPerEpoch);
    EXPECT_GT(*estimate.secondsPerEpoch, 0);
    EXPECT_TRUE(estimate.warnings.empty()) << sentences(estimate.warnings).front();
    EXPECT_EQ(estimate.parameters, trainWith(project, options).run.parameters);
}

TEST(Estimate, MemoryGrowsWithTheBatch) {
    TestProject project;
    project.import(motifs());
    auto options = transformerOptions();
    const double small = must(project.engine->estimate(project.file, options, cpu())).memoryMiB;
    options.hyperparameters["batch_size"] = "320";
    EXPECT_GT(must(project.engine->estimate(project.file, options, cpu())).memoryMiB, 4 * small);
}

TEST(Estimate, MemoryIsTheSameAfterARun) {
    TestProject project;
    project.import(motifs());
    auto options = transformerOptions();
    options.hyperparameters["batch_size"] = "320";
    const double before = must(project.engine->estimate(project.file, options, cpu())).memoryMiB;
    trainWith(project, options);
    EXPECT_NEAR(must(project.engine->estimate(project.file, options, cpu())).memoryMiB, before, 0.05 * before);
}

TEST(Estimate, WarnsOfWhatMakesFiguresDoubtful) {
    TestProject project;
    auto data = motifs(60);
    data.sequences[59].residues = data.sequences[0].residues;
    data.sequences[0].split = Split::Train;
    data.sequences[59].split = Split::Test;
    project.import(data);
    auto options = quickOptions();
    options.hyperparameters["max_len"] = "30";
    const auto estimate = must(project.engine->estimate(project.file, options, cpu()));
    EXPECT_EQ(estimate.truncated, 60);
    const auto said = sentences(estimate.warnings);
    EXPECT_THAT(said, ::testing::Contains("1 sequences occur in more than one part: figures on them flatter the model"));
    EXPECT_THAT(said, ::testing::Contains("60 sequences are longer than max_len 30 (tokens) and are cut there"));
}

/// 309 GB of weights.
TEST(Estimate, RefusesAGiantWithNumbers) {
    if (static_cast<std::int64_t>(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGESIZE) > std::int64_t{256} << 30)
        GTEST_SKIP() << "this computer could hold the giant";
    TestProject project;
    project.import(motifs(80));
    auto options = quickOptions("TransformerEncoder");
    options.hyperparameters.merge(TextValues{{"d_model", "8192"}, {"d_ff", "32768"}, {"n_heads", "64"}, {"n_layers", "96"}});
    const auto estimate = project.engine->estimate(project.file, options, cpu());
    ASSERT_FALSE(estimate);
    EXPECT_EQ(estimate.error().code, ErrorCode::Device);
    EXPECT_THAT(estimate.error().english(),
                ::testing::ContainsRegex("not enough memory: 59[0-9][0-9][0-9][0-9] MiB wanted, [0-9]+ MiB available"));
    EXPECT_FALSE(estimate.error().hint.empty());
    Recorder recorder;
    const auto report = project.engine->train(project.file, options, cpu(), recorder, {});
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Device);
    EXPECT_TRUE(must(project.runs().list()).empty());
}

struct Refusal {
    const char* what;
    std::function<void(Dataset&, TrainOptions&)> spoil;
    ErrorCode code;
    const char* found;
    friend void PrintTo(const Refusal& refusal, std::ostream* out) { *out << refusal.what; }
};

class RefusalTest : public ::testing::TestWithParam<Refusal> {};

TEST_P(RefusalTest, LeavesTheProjectAsItWas) {
    TestProject project;
    auto data = motifs(80);
    auto options = transformerOptions();
    GetParam().spoil(data, options);
    project.import(data);
    Recorder recorder;
    const auto estimate = project.engine->estimate(project.file, options, cpu());
    ASSERT_FALSE(estimate);
    EXPECT_EQ(estimate.error().code, GetParam().code);
    EXPECT_THAT(estimate.error().english(), ::testing::HasSubstr(GetParam().found));
    const auto report = project.engine->train(project.file, options, cpu(), recorder, {});
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().english(), estimate.error().english());
    EXPECT_TRUE(must(project.runs().list()).empty());
    EXPECT_EQ(recorder.polls, 0);
}

INSTANTIATE_TEST_SUITE_P(
    All, RefusalTest,
    ::testing::Values(Refusal{"NoLabel",
                              [](Dataset& data, TrainOptions&) {
                                  for (auto& s : data.sequences)
                                      s.label = kNoLabel;
                              },
                              ErrorCode::BadInput, "no sequence of dataset \"motifs\" has a label"},
                      Refusal{"OneClass",
                              [](Dataset& data, TrainOptions&) {
                                  for (auto& s : data.sequences)
                                      s.label = 1;
                              },
                              ErrorCode::BadInput, "the training part of dataset \"motifs\" holds only the class \"1\""},
                      Refusal{"OneClassInTraining",
                              [](Dataset& data, TrainOptions&) {
                                  for (auto& s : data.sequences)
                                      if (s.label == 0) s.split = Split::Test;
                              },
                              ErrorCode::BadInput, "the training part of dataset \"motifs\" holds only the class \"1\""},
                      Refusal{"Model", [](Dataset&, TrainOptions& o) { o.model = "TextCNM"; }, ErrorCode::Usage, "TextCNM"},
                      Refusal{"Dataset", [](Dataset&, TrainOptions& o) { o.dataset = "other"; }, ErrorCode::Usage, "other"},
                      Refusal{"Name", [](Dataset&, TrainOptions& o) { o.hyperparameters["d_modle"] = "3"; }, ErrorCode::Usage, "d_modle"},
                      Refusal{"Range", [](Dataset&, TrainOptions& o) { o.hyperparameters["dropout"] = "1.5"; }, ErrorCode::Usage, "1.5"},
                      Refusal{"Heads", [](Dataset&, TrainOptions& o) { o.hyperparameters["n_heads"] = "3"; }, ErrorCode::Usage, "16"},
                      Refusal{"Watched", [](Dataset&, TrainOptions& o) { o.watchedRecord = "nobody"; }, ErrorCode::Usage,
                              "dataset \"motifs\" has no sequence called \"nobody\""},
                      Refusal{"Warmup", [](Dataset&, TrainOptions& o) { o.hyperparameters["warmup_steps"] = "1000"; }, ErrorCode::Usage,
                              "1000"}),
    [](const auto& refusal) { return std::string(refusal.param.what); });

}  // namespace
}  // namespace strand
