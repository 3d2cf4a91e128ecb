#include "ui/widgets/sequence_table_model.hpp"

#include "storage/dataset_store.hpp"
#include "window_support.hpp"

#include <gtest/gtest.h>

namespace strand::test {
namespace {

std::vector<SequenceRow> stored(const Bench& bench) {
    return DatasetStore(*bench.session.project()).page(bench.session.dataset()->id, 0, 1000).value();
}

/// The rows come from a worker.
bool hasRow(const SequenceTableModel& model, int row) {
    return eventually([&] { return model.sequence(row) != nullptr; });
}

TEST(SequenceTableModel, ShowsEveryRowOfTheDataset) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    SequenceTableModel model(bench.session);
    EXPECT_EQ(model.rowCount(), 0);
    model.setDataset(bench.session.dataset());
    const auto rows = stored(bench);
    ASSERT_EQ(model.rowCount(), static_cast<int>(rows.size()));
    EXPECT_EQ(model.data(model.index(7, SequenceTableModel::NumberColumn), Qt::DisplayRole).toString(), "8") << "known at once";
    EXPECT_EQ(model.data(model.index(7, SequenceTableModel::IdColumn), Qt::DisplayRole).toString(), QStringLiteral("…"));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    ASSERT_TRUE(hasRow(model, 7));
    EXPECT_EQ(changed.count(), 1);
    for (const int row : {0, 7, static_cast<int>(rows.size()) - 1}) {
        const auto& sequence = rows[static_cast<size_t>(row)].sequence;
        EXPECT_EQ(model.data(model.index(row, SequenceTableModel::IdColumn), Qt::DisplayRole).toString().toStdString(), sequence.id);
        EXPECT_EQ(model.data(model.index(row, SequenceTableModel::ResiduesColumn), Qt::DisplayRole).toString().toStdString(),
                  sequence.residues);
        EXPECT_EQ(model.data(model.index(row, SequenceTableModel::NumberColumn), Qt::DisplayRole).toString(), QString::number(row + 1));
        EXPECT_EQ(model.ordinal(row), row);
    }
    EXPECT_EQ(model.ordinal(-1), -1);
    EXPECT_EQ(model.ordinal(model.rowCount()), -1);
}

TEST(SequenceTableModel, AFilterLeavesExactlyTheRowsThatPass) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    SequenceTableModel model(bench.session);
    model.setDataset(bench.session.dataset());
    QSignalSpy filtered(&model, &SequenceTableModel::filtered);
    SequenceFilter filter;
    filter.label = 1;
    model.setFilter(filter);
    ASSERT_TRUE(filtered.wait(kPatienceMs));
    std::vector<std::int64_t> expected;
    for (const auto& row : stored(bench))
        if (row.sequence.label == 1) expected.push_back(row.ordinal);
    ASSERT_EQ(model.rowCount(), static_cast<int>(expected.size()));
    for (int row = 0; row < model.rowCount(); ++row)
        EXPECT_EQ(model.ordinal(row), expected[static_cast<size_t>(row)]);

    model.setFilter({});
    EXPECT_GT(model.rowCount(), static_cast<int>(expected.size())) << "no filter needs no search";
}

TEST(SequenceTableModel, SortsByAColumnBothWays) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    SequenceTableModel model(bench.session);
    model.setDataset(bench.session.dataset());
    QSignalSpy filtered(&model, &SequenceTableModel::filtered);
    model.sort(SequenceTableModel::NumberColumn, Qt::DescendingOrder);
    ASSERT_TRUE(filtered.wait(kPatienceMs));
    EXPECT_EQ(model.ordinal(0), model.rowCount() - 1);
    EXPECT_EQ(model.ordinal(model.rowCount() - 1), 0);
}

TEST(SequenceTableModel, AnotherDatasetDropsAnOldSearch) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    SequenceTableModel model(bench.session);
    model.setDataset(bench.session.dataset());
    SequenceFilter filter;
    filter.text = "no such residues";
    model.setFilter(filter);
    DatasetRecord other = *bench.session.dataset();
    ++other.id;
    model.setDataset(&other);
    const int rows = model.rowCount();
    QTest::qWait(300);
    EXPECT_EQ(model.rowCount(), rows);
}

TEST(SequenceTableModel, KnowsTheRowOfASequenceInAnyOrder) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    SequenceTableModel model(bench.session);
    model.setDataset(bench.session.dataset());
    EXPECT_EQ(model.rowOf(7), 7);
    EXPECT_EQ(model.rowOf(-1), -1);
    EXPECT_EQ(model.rowOf(model.rowCount()), -1);
    QSignalSpy filtered(&model, &SequenceTableModel::filtered);
    SequenceFilter filter;
    filter.label = 1;
    model.setFilter(filter);
    ASSERT_TRUE(filtered.wait(kPatienceMs));
    for (int row = 0; row < model.rowCount(); ++row)
        EXPECT_EQ(model.rowOf(model.ordinal(row)), row);
    EXPECT_EQ(model.rowOf(0), -1) << "of the other class";
}

TEST(SequenceTableModel, AChangeOfTheDatasetKeepsFilterAndOrder) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    SequenceTableModel model(bench.session);
    model.setDataset(bench.session.dataset());
    QSignalSpy filtered(&model, &SequenceTableModel::filtered);
    SequenceFilter filter;
    filter.label = 1;
    model.setFilter(filter);
    ASSERT_TRUE(filtered.wait(kPatienceMs));
    const int rows = model.rowCount();
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    DatasetRecord changed = *bench.session.dataset();
    changed.classes[1] = "renamed";
    model.setDataset(&changed);
    ASSERT_TRUE(filtered.wait(kPatienceMs));
    EXPECT_EQ(model.rowCount(), rows);
    EXPECT_EQ(reset.count(), 0) << "the same rows stay where they are";
    ASSERT_TRUE(hasRow(model, 0));
    EXPECT_EQ(model.data(model.index(0, SequenceTableModel::ClassColumn), Qt::DisplayRole).toString(), "renamed");
}

TEST(SequenceTableModel, AClassThatTheRecordDoesNotKnowYetIsNoCrash) {
    Bench bench;
    ASSERT_TRUE(bench.open());
    SequenceTableModel model(bench.session);
    DatasetRecord old = *bench.session.dataset();
    old.classes.clear();
    model.setDataset(&old);
    ASSERT_TRUE(hasRow(model, 0));
    EXPECT_EQ(model.data(model.index(0, SequenceTableModel::ClassColumn), Qt::DisplayRole).toString(), QStringLiteral("—"));
}

}  // namespace
}  // namespace strand::test
