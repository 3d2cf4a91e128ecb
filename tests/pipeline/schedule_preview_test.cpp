#include "pipeline/schedule_preview.hpp"

#include "tests/pipeline/support.hpp"

namespace strand {
namespace {

using namespace test;

TEST(SchedulePreview, RunsFromStepZeroToTheEnd) {
    const auto points = must(previewSchedule("", "", {{"lr", "0.1"}, {"schedule", "constant"}}, 10));
    ASSERT_EQ(points.size(), 11U);
    EXPECT_EQ(points.front(), (std::pair<std::int64_t, double>(0, 0.1)));
    EXPECT_EQ(points.back(), (std::pair<std::int64_t, double>(10, 0.1)));
}

TEST(SchedulePreview, IsWhatARunThenDoes) {
    TestProject project;
    project.import(motifs());
    auto options = quickOptions("DNN");
    options.preset = "quick";
    options.hyperparameters["schedule"] = "warmup_cosine";
    options.hyperparameters["warmup_steps"] = "5";
    const auto run = trainWith(project, options).run;
    const auto points = must(previewSchedule(options.model, options.preset, options.hyperparameters, run.stepsPlanned));
    ASSERT_EQ(static_cast<std::int64_t>(points.size()), run.stepsPlanned + 1);
    const auto steps = must(project.runs().steps(run.id));
    ASSERT_EQ(static_cast<std::int64_t>(steps.size()), run.stepsPlanned);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        EXPECT_EQ(points[i].first, static_cast<std::int64_t>(i));
        EXPECT_EQ(points[i].second, steps[i].lr) << "step " << i + 1;
    }
}

TEST(SchedulePreview, BeginsWithTheValuesOfTheModel) {
    const auto rate = [](const std::string& model, TextValues given) {
        given["schedule"] = "constant";
        return must(previewSchedule(model, "", given, 3)).at(1).second;
    };
    int others = 0;
    for (const ModelEntry& entry : catalogue()) {
        EXPECT_EQ(rate(entry.name, {}), must(resolveHyperparameters(entry, "", {})).real("lr")) << entry.name;
        others += rate(entry.name, {}) != rate("", {}) ? 1 : 0;
    }
    EXPECT_GT(others, 0) << "all have the common rate";
    EXPECT_EQ(rate("DNN", {{"lr", "0.25"}}), 0.25);
}

TEST(SchedulePreview, RefusesWhatTrainingWouldRefuse) {
    const auto refusal = [](const std::string& model, const std::string& preset, const TextValues& given) {
        const auto points = previewSchedule(model, preset, given, 10);
        EXPECT_FALSE(points);
        if (points) return std::string();
        EXPECT_EQ(points.error().code, ErrorCode::Usage);
        return points.error().english();
    };
    EXPECT_NE(refusal("TextCNM", "", {}).find("TextCNM"), std::string::npos);
    EXPECT_NE(refusal("DNN", "slow", {}).find("slow"), std::string::npos);
    EXPECT_NE(refusal("DNN", "", {{"warmup_steps", "1000"}}).find("1000"), std::string::npos);
    EXPECT_NE(refusal("", "", {{"d_model", "16"}}).find("d_model"), std::string::npos) << "no common one";
}

}  // namespace
}  // namespace strand
