#include "storage/dataset_rows.hpp"

#include <SQLiteCpp/Database.h>

#include "storage/json.hpp"
#include "storage/schema.hpp"
#include "storage/sequence_table.hpp"
#include "tests/storage/support.hpp"

namespace strand::detail {
namespace {

class DatasetRows : public ::testing::Test {
protected:
    DatasetRows() { migrate(m_database, migrations()); }
    DatasetRecord stored(const std::string& name) {
        DatasetRecord record;
        record.name = name;
        record.classes = {"0", "1"};
        record.report.skipped = 3;
        record.report.warnings = {{"odd", "a.fa", 3, "seq3"}};
        insertDataset(m_database, record);
        return record;
    }
    /// What datasetOf says of a row that is not sound.
    std::string damage(const std::string& sql, std::int64_t id = 1) {
        const Transaction undone(m_database, Transaction::Kind::Write);
        m_database.exec(sql);
        try {
            (void)datasetOf(m_database, id, "");
        } catch (const Damaged& damaged) {
            return damaged.message().english();
        }
        return "sound";
    }
    SQLite::Database m_database{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
};

TEST_F(DatasetRows, ARowThatCouldReachOtherDatasetsIsDamage) {
    stored("a");
    EXPECT_EQ(damage("UPDATE datasets SET kind = 'rna'"), "sound");
    EXPECT_EQ(damage("UPDATE datasets SET kind = 'virus'"), "the dataset a is of no known kind");
    // The keys of its sequences would be those of another dataset.
    for (const std::int64_t id : {kMaxDataset + 1, std::int64_t{0}, std::int64_t{-1}})
        EXPECT_EQ(damage("UPDATE datasets SET id = " + std::to_string(id), id), "the dataset a has no sound number");
    EXPECT_EQ(damage("UPDATE datasets SET id = " + std::to_string(kMaxDataset), kMaxDataset), "sound");
}

TEST_F(DatasetRows, StatisticsOfBeforeThereWereExcludedSequencesGetTheirColumn) {
    DatasetRecord record;
    record.name = "old";
    record.statistics.classBySplit = {{1, 2, 3, 4}, {5, 6, 7, 8}};
    insertDataset(m_database, record);
    const DatasetRecord back = test::valueOf(datasetOf(m_database, record.id, ""));
    EXPECT_EQ(back.statistics.classBySplit, (std::vector<std::vector<std::int64_t>>{{1, 2, 3, 4, 0}, {5, 6, 7, 8, 0}}));
}

TEST_F(DatasetRows, WhatWasAskedForIsNamedWithWhatThereIs) {
    EXPECT_REFUSED(datasetOf(m_database, 5, "mine"), ErrorCode::Usage, "there is no dataset mine; there are no datasets yet");
    stored("a");
    stored("b");
    EXPECT_REFUSED(datasetOf(m_database, 5, "mine"), ErrorCode::Usage, "there is no dataset mine; there are: a, b");
}

TEST_F(DatasetRows, NewContentLeavesWhatTheImportSaid) {
    DatasetRecord record = stored("a");
    Dataset now = test::smallDataset(6);
    now.classes = {"x", "y", "z"};
    for (Sequence& sequence : now.sequences)
        sequence.split = Split::Excluded;
    updateContent(m_database, record, now);
    const DatasetRecord back = test::valueOf(datasetOf(m_database, record.id, ""));
    EXPECT_EQ(back.classes, now.classes);
    EXPECT_EQ(back.fingerprint, fingerprint(now));
    EXPECT_EQ(back.statistics.excluded, 6);
    EXPECT_EQ(back.report.splits, summarise(now).splits);
    EXPECT_EQ(back.report.classes, summarise(now).classes);
    EXPECT_EQ(back.report.skipped, 3);
    ASSERT_EQ(back.report.warnings.size(), 1U);
    EXPECT_EQ(toJson(back.report), toJson(record.report));
    EXPECT_EQ(back.name, "a");
}

TEST_F(DatasetRows, LabelsAreClassesOrNone) {
    Dataset dataset = test::smallDataset(3);
    dataset.sequences[1].label = kNoLabel;
    EXPECT_NO_THROW(requireSound(dataset));
    for (const std::int32_t label : {-2, 2}) {
        dataset.sequences[1].label = label;
        EXPECT_THROW(requireSound(dataset), std::logic_error) << label;
    }
}

}  // namespace
}  // namespace strand::detail
