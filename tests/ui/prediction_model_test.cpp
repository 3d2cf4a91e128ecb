#include "ui/widgets/prediction_model.hpp"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

namespace strand {
namespace {

PredictionTable table() {
    return {.classes = {"no", "yes"},
            .rows = {{"b", 1, {0.25F, 0.75F}}, {"a", 0, {0.9F, 0.1F}}, {"c", 1, {0.4F, 0.6F}}},
            .truncated = 0,
            .maxLength = 0,
            .warnings = {}};
}

QString at(const PredictionModel& model, int row, int column) { return model.index(row, column).data().toString(); }

TEST(PredictionModel, HasAColumnForEachClass) {
    PredictionModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.show(table());
    ASSERT_EQ(model.rowCount(), 3);
    ASSERT_EQ(model.columnCount(), 5);
    EXPECT_EQ(model.headerData(PredictionModel::FirstClass + 1, Qt::Horizontal).toString(), "P(yes)");
    EXPECT_EQ(at(model, 0, PredictionModel::Id), "b");
    EXPECT_EQ(at(model, 0, PredictionModel::Predicted), "yes");
    EXPECT_EQ(at(model, 0, PredictionModel::Probability), "0.750") << "of the class that was predicted";
    EXPECT_EQ(at(model, 1, PredictionModel::Probability), "0.900");
    EXPECT_EQ(at(model, 1, PredictionModel::FirstClass + 1), "0.100");
}

TEST(PredictionModel, SortsByFiguresAndGoesBackToTheOrderOfTheFile) {
    PredictionModel model;
    model.show(table());
    const auto ids = [&] { return at(model, 0, 0) + at(model, 1, 0) + at(model, 2, 0); };
    model.sort(PredictionModel::Probability, Qt::DescendingOrder);
    EXPECT_EQ(ids(), "abc");
    model.sort(PredictionModel::FirstClass + 1, Qt::DescendingOrder);
    EXPECT_EQ(ids(), "bca");
    model.sort(PredictionModel::Id, Qt::AscendingOrder);
    EXPECT_EQ(ids(), "abc");
    model.sort(PredictionModel::Predicted, Qt::DescendingOrder);
    EXPECT_EQ(ids(), "bca") << "equal ones as in the file";
    model.sort(-1);
    EXPECT_EQ(ids(), "bac");
}

TEST(PredictionModel, CountsTheClasses) {
    PredictionModel model;
    EXPECT_TRUE(model.counts().empty());
    model.show(table());
    EXPECT_EQ(model.counts(), (std::vector<std::int64_t>{1, 2}));
}

}  // namespace
}  // namespace strand
