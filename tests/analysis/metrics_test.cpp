#include "analysis/metrics.hpp"

#include "data/sequence.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <limits>
#include "support/fixture.hpp"

using namespace strand;
using nlohmann::json;

namespace {

/// null in the file: not available. Tolerance for the division of whole numbers in another order.
void expectFigure(const json& expected, double found, const std::string& what) {
    if (expected.is_null()) {
        EXPECT_TRUE(std::isnan(found)) << what << " = " << found;
    } else {
        EXPECT_NEAR(expected.get<double>(), found, 1e-12) << what;
    }
}

void expectCurve(const json& expected, const std::vector<CurvePoint>& found, const std::string& what) {
    ASSERT_EQ(expected.size(), found.size()) << what;
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_NEAR(expected[i][0].get<double>(), found[i].x, 1e-12) << what << i;
        EXPECT_NEAR(expected[i][1].get<double>(), found[i].y, 1e-12) << what << i;
        const double threshold = expected[i][2].is_null() ? std::numeric_limits<double>::infinity() : expected[i][2].get<double>();
        EXPECT_EQ(threshold, found[i].threshold) << what << i;
    }
}

struct Case {
    json data;
    std::vector<float> probabilities;
    std::vector<std::int32_t> labels;
};

std::vector<Case> referenceCases() {
    std::ifstream file(test::fixture("metrics_reference.json"));
    std::vector<Case> cases;
    for (const json& one : json::parse(file))
        cases.push_back({one, one["probabilities"], one["labels"]});
    return cases;
}

}  // namespace

TEST(Metrics, AgreeWithScikitLearn) {
    const auto cases = referenceCases();
    ASSERT_GE(cases.size(), 13U);
    for (const auto& [data, probabilities, labels] : cases) {
        const std::string name = data["name"];
        SCOPED_TRACE(name);
        const auto found = computeMetrics(probabilities, labels, data["classes"], 0.25);
        EXPECT_EQ(found.loss, 0.25);
        EXPECT_EQ(found.n, static_cast<std::int64_t>(labels.size()));
        EXPECT_EQ(data["confusion"].get<decltype(found.confusion)>(), found.confusion);
        const json& summary = data["summary"];
        expectFigure(summary["acc"], found.acc, "acc");
        expectFigure(summary["mcc"], found.mcc, "mcc");
        const auto expectAll = [](const json& expected, const auto& figures) {
            expectFigure(expected["sn"], figures.sn, "sn");
            expectFigure(expected["sp"], figures.sp, "sp");
            expectFigure(expected["precision"], figures.precision, "precision");
            expectFigure(expected["f1"], figures.f1, "f1");
            expectFigure(expected["auc"], figures.auc, "auc");
            expectFigure(expected["auprc"], figures.auprc, "auprc");
        };
        expectAll(summary, found);
        ASSERT_EQ(data["per_class"].size(), found.perClass.size());
        for (std::size_t c = 0; c < found.perClass.size(); ++c) {
            SCOPED_TRACE(c);
            expectAll(data["per_class"][c], found.perClass[c]);
            EXPECT_EQ(data["per_class"][c]["support"], found.perClass[c].support);
        }
    }
}

TEST(Metrics, CurvesAgreeWithScikitLearn) {
    int compared = 0;
    for (const auto& [data, probabilities, labels] : referenceCases()) {
        if (!data.contains("roc")) continue;
        SCOPED_TRACE(data["name"].get<std::string>());
        std::vector<float> scores;
        for (std::size_t i = 1; i < probabilities.size(); i += 2)
            scores.push_back(probabilities[i]);
        expectCurve(data["roc"], rocCurve(scores, labels), "roc ");
        expectCurve(data["precision_recall"], precisionRecallCurve(scores, labels), "precision-recall ");
        ++compared;
    }
    EXPECT_GE(compared, 6);
}

TEST(Metrics, UnlabelledRowsAreLeftOut) {
    const std::vector<float> probabilities{.9F, .1F, .2F, .8F, .6F, .4F};
    const auto found = computeMetrics(probabilities, std::vector<std::int32_t>{0, kNoLabel, 1}, 2, kNotAvailable);
    EXPECT_EQ(found.n, 2);
    EXPECT_EQ(found.acc, 0.5);
    EXPECT_EQ(found.confusion, (std::vector<std::vector<std::int64_t>>{{1, 0}, {1, 0}}));
}

TEST(Metrics, NothingToJudgeIsNotAvailable) {
    const auto found = computeMetrics({}, {}, 2, kNotAvailable);
    EXPECT_EQ(found.n, 0);
    for (const double figure : {found.loss, found.acc, found.sn, found.sp, found.precision, found.f1, found.mcc, found.auc, found.auprc}) {
        EXPECT_TRUE(std::isnan(figure));
    }
    EXPECT_EQ(found.perClass.size(), 2U);
    EXPECT_TRUE(rocCurve({}, {}).empty());
    EXPECT_TRUE(precisionRecallCurve({}, {}).empty());
}

TEST(Metrics, ScoresThatAreNoNumbersHaveNoCurve) {
    const std::vector<float> scores{.1F, std::numeric_limits<float>::quiet_NaN(), .3F};
    const std::vector<std::int32_t> positives{0, 1, 1};
    EXPECT_TRUE(rocCurve(scores, positives).empty());
    EXPECT_TRUE(precisionRecallCurve(scores, positives).empty());
    const std::vector<float> probabilities{.9F, .1F, scores[1], scores[1], .7F, .3F};
    EXPECT_TRUE(std::isnan(computeMetrics(probabilities, positives, 2, 0).auc));
}
