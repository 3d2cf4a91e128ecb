#include "ui/widgets/prediction_model.hpp"

#include "ui/widgets/table_copy.hpp"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace strand {
namespace {

SharedPredictions table() {
    return std::make_shared<const PredictionTable>(
        PredictionTable{.classes = {"no", "yes"},
                        .rows = {{"b", 1, {0.25F, 0.75F}}, {"a", 0, {0.9F, 0.1F}}, {"c", 1, {0.4F, 0.6F}}},
                        .truncated = 0,
                        .maxLength = 0,
                        .skipped = 0,
                        .warnings = {}});
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

/// Sorts and waits for it.
void sort(PredictionModel& model, int column, Qt::SortOrder order = Qt::AscendingOrder) {
    QSignalSpy sorted(&model, &QAbstractItemModel::layoutChanged);
    model.sort(column, order);
    ASSERT_TRUE(sorted.wait(20'000));
}

TEST(PredictionModel, SortsByFiguresAndGoesBackToTheOrderOfTheFile) {
    PredictionModel model;
    model.show(table());
    const auto ids = [&] { return at(model, 0, 0) + at(model, 1, 0) + at(model, 2, 0); };
    sort(model, PredictionModel::Probability, Qt::DescendingOrder);
    EXPECT_EQ(ids(), "abc");
    sort(model, PredictionModel::FirstClass + 1, Qt::DescendingOrder);
    EXPECT_EQ(ids(), "bca");
    sort(model, PredictionModel::Id, Qt::AscendingOrder);
    EXPECT_EQ(ids(), "abc");
    sort(model, PredictionModel::Predicted, Qt::DescendingOrder);
    EXPECT_EQ(ids(), "bca") << "equal ones as in the file";
    sort(model, -1);
    EXPECT_EQ(ids(), "bac");
}

TEST(PredictionModel, WhatIsSelectedStaysWithItsSequence) {
    PredictionModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.show(table());
    const QPersistentModelIndex b = model.index(0, PredictionModel::Id);
    const QPersistentModelIndex c = model.index(2, PredictionModel::Probability);
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        sort(model, PredictionModel::Id, order);
        EXPECT_EQ(b.data().toString(), "b");
        EXPECT_EQ(c.data().toString(), "0.600");
        EXPECT_EQ(b.row(), 1);
        EXPECT_EQ(c.row(), order == Qt::AscendingOrder ? 2 : 0);
    }
}

TEST(PredictionModel, TheOrderOfAnotherTableIsDropped) {
    PredictionModel model;
    model.show(table());
    model.sort(PredictionModel::Id);
    model.show(std::make_shared<const PredictionTable>());
    QTest::qWait(50);
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(PredictionModel, ItsTextIsThatOfTheTableInItsOrder) {
    PredictionModel model;
    model.show(table());
    sort(model, PredictionModel::Id);
    const auto text = model.wholeText(QLatin1Char(','));
    EXPECT_EQ(text(), tableText(model, QLatin1Char(',')));
    model.show(std::make_shared<const PredictionTable>());
    EXPECT_TRUE(text().contains("\na,no,0.900,")) << "as it was when asked for";
}

TEST(PredictionModel, CountsTheClasses) {
    PredictionModel model;
    EXPECT_TRUE(model.counts().empty());
    model.show(table());
    EXPECT_EQ(model.counts(), (std::vector<std::int64_t>{1, 2}));
}

}  // namespace
}  // namespace strand
