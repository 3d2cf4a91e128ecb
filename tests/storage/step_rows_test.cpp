#include "storage/step_rows.hpp"

#include <SQLiteCpp/Database.h>

#include "storage/connection.hpp"
#include "storage/dataset_rows.hpp"
#include "storage/schema.hpp"
#include "tests/storage/support.hpp"

namespace strand::detail {
namespace {

using Marks = std::vector<SequenceMarks>;

class StepRows : public ::testing::Test {
protected:
    StepRows() {
        migrate(m_database, migrations());
        for (DatasetRecord* const record : {&m_dataset, &m_other}) {
            record->name = record == &m_dataset ? "promoters" : "others";
            record->sequences = 10;
            insertDataset(m_database, *record);
        }
    }
    void insert(const DatasetRecord& dataset, std::int64_t position, const Marks& marks = {}) {
        const DatasetStep step{.position = position,
                               .kind = "ratio",
                               .options = {{"seed", std::to_string(position)}},
                               .summary = {{"changed", "1"}},
                               .created = "2026-05-04T03:02:01Z"};
        insertStep(m_database, dataset.id, step, {.classes = {"0", "1"}, .fingerprint = "f", .marks = marks});
    }
    std::int64_t count(const std::string& table) { return m_database.execAndGet("SELECT count(*) FROM " + table).getInt64(); }
    std::string said(std::int64_t position) {
        try {
            (void)readUndo(m_database, m_dataset, position);
        } catch (const Damaged& damaged) {
            return damaged.message().english();
        }
        return "whole";
    }

    SQLite::Database m_database{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    DatasetRecord m_dataset, m_other;
};

TEST_F(StepRows, AreReadInTheirOrderWithWhatTheyChanged) {
    const Marks marks{{.ordinal = 9, .label = 1, .split = 4, .fold = 3}, {.ordinal = 0, .label = kNoLabel, .split = 0, .fold = 0}};
    insert(m_dataset, 2, marks);
    insert(m_dataset, 1);
    insert(m_other, 1);
    const auto steps = readDatasetSteps(m_database, m_dataset.id);
    ASSERT_EQ(steps.size(), 2U);
    EXPECT_EQ(steps[0].position, 1);
    EXPECT_EQ(steps[1].options, (TextValues{{"seed", "2"}}));
    EXPECT_EQ(steps[1].summary, (TextValues{{"changed", "1"}}));
    EXPECT_EQ(steps[1].kind + steps[1].created, "ratio2026-05-04T03:02:01Z");
    const StepUndo undo = readUndo(m_database, m_dataset, 2);
    EXPECT_EQ(undo.classes, (std::vector<std::string>{"0", "1"}));
    EXPECT_EQ(undo.fingerprint, "f");
    ASSERT_EQ(undo.marks.size(), 2U);
    const SequenceMarks& first = undo.marks[0];
    EXPECT_EQ((std::array{first.ordinal, first.label, first.split, first.fold}), (std::array{9, 1, 4, 3}));
    EXPECT_TRUE(readUndo(m_database, m_dataset, 1).marks.empty());
}

TEST_F(StepRows, MarksThatNoSequenceCanHaveAreDamage) {
    const Marks unsound{{.ordinal = -1}, {.ordinal = 10}, {.label = -2}, {.label = 2}, {.split = -1}, {.split = 5}, {.fold = -1}};
    std::int64_t position = 0;
    for (const SequenceMarks& mark : unsound) {
        insert(m_dataset, ++position, {{.ordinal = 1}, mark});
        EXPECT_EQ(said(position), fmt::format("step {} of dataset promoters is damaged", position));
    }
    EXPECT_EQ(said(position + 1), fmt::format("step {} of dataset promoters is damaged", position + 1)) << "one that is not there";
    insert(m_dataset, 20, {{.ordinal = 9, .label = 1, .split = 4, .fold = 9}});
    EXPECT_EQ(said(20), "whole");
}

TEST_F(StepRows, GoWithTheirLargeValuesAndLeaveThoseOfOthers) {
    insert(m_dataset, 1, {{.ordinal = 1}});
    insert(m_dataset, 2, {{.ordinal = 2}});
    insert(m_other, 1, {{.ordinal = 3}});
    removeStep(m_database, m_dataset.id, 2);
    EXPECT_EQ(count("blobs"), 2);
    EXPECT_EQ(said(1), "whole");
    insert(m_dataset, 2);
    removeSteps(m_database, m_dataset.id);
    EXPECT_TRUE(readDatasetSteps(m_database, m_dataset.id).empty());
    EXPECT_EQ(count("blobs"), 1);
    EXPECT_EQ(readUndo(m_database, m_other, 1).marks.at(0).ordinal, 3);
    EXPECT_NO_THROW(removeStep(m_database, m_dataset.id, 7));
}

}  // namespace
}  // namespace strand::detail
