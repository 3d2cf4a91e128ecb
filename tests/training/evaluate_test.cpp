#include "training/tiny_run.hpp"

#include <gtest/gtest.h>

#include <cmath>

using namespace strand;
using strand::test::TinyRun;

TEST(Evaluate, GivesProbabilitiesInTheOrderOfTheRows) {
    TinyRun run(30, 0, 1, 0, 3);
    run.model->train();
    const std::vector<std::int64_t> rows{7, 3, 28, 3, 0, 14, 9};
    const auto all = evaluate(*run.model, torch::kCPU, run.data, rows, 3, 4);
    ASSERT_TRUE(all);
    ASSERT_EQ(all->probabilities.size(), rows.size() * 3);
    double loss = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto one = evaluate(*run.model, torch::kCPU, run.data, {&rows[i], 1}, 3, 4);
        for (std::size_t c = 0; c < 3; ++c)
            EXPECT_NEAR(one->probabilities[c], all->probabilities[i * 3 + c], 1e-6);
        const auto label = static_cast<std::size_t>(run.data.labels[static_cast<std::size_t>(rows[i])]);
        loss -= std::log(all->probabilities[i * 3 + label]);
    }
    EXPECT_NEAR(all->loss, loss / static_cast<double>(rows.size()), 1e-6);
    EXPECT_TRUE(run.model->isTraining());
}

TEST(Evaluate, ChangesNothingInTheModel) {
    TinyRun run;
    run.model->train();
    const auto before = run.weights();
    ASSERT_TRUE(evaluate(*run.model, torch::kCPU, run.data, run.setup.split.train, 2, 8));
    EXPECT_EQ(test::difference(before, run.weights()), "");
}

TEST(Evaluate, TheLossIsOverLabelledRows) {
    TinyRun run;
    const std::vector<std::int64_t> rows{0, 1, 2, 3};
    const std::vector<std::int64_t> labelled{0, 3};
    run.data.labels[1] = run.data.labels[2] = kNoLabel;
    const auto all = evaluate(*run.model, torch::kCPU, run.data, rows, 2, 4);
    EXPECT_NEAR(all->loss, evaluate(*run.model, torch::kCPU, run.data, labelled, 2, 4)->loss, 1e-6);
    run.data.labels[0] = run.data.labels[3] = kNoLabel;
    EXPECT_TRUE(std::isnan(evaluate(*run.model, torch::kCPU, run.data, rows, 2, 4)->loss));
}

TEST(Evaluate, NoRowsGiveNothing) {
    TinyRun run;
    const auto none = evaluate(*run.model, torch::kCPU, run.data, {}, 2, 4);
    ASSERT_TRUE(none);
    EXPECT_TRUE(none->probabilities.empty());
    EXPECT_TRUE(std::isnan(none->loss));
}

TEST(Evaluate, StopsBetweenBatches) {
    TinyRun run;
    std::vector<std::int64_t> told;
    const auto stopped = evaluate(*run.model, torch::kCPU, run.data, run.setup.split.train, 2, 8, [&](std::int64_t done) {
        told.push_back(done);
        return told.size() < 3;
    });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Interrupted);
    EXPECT_EQ(told, (std::vector<std::int64_t>{0, 8, 16}));
}
