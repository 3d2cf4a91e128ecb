#include "data/table_record.hpp"

#include <gtest/gtest.h>

#include "support/synthetic.hpp"

namespace strand {
namespace {

class TableRecordTest : public ::testing::Test {
protected:
    SequenceRecord recordOf(std::string_view text, const TableLook& look) {
        TableRow row;
        row.begin(7);
        row.add(text, ',', RowStyle::Csv);
        SequenceRecord record;
        record.label = "of the record before";
        fillRecord(record, row, look, m_source);
        return record;
    }
    test::TempDir m_dir;
    TextSource m_source = *TextSource::open(m_dir.write("t.csv", "x\n"));
    TableLook m_look{.columns = {"1", "2", "3", "4"}, .rows = {}, .sequence = 2, .label = 1, .split = 3, .id = 0};
};

TEST_F(TableRecordTest, EachColumnHasItsPlace) {
    const SequenceRecord record = recordOf("a, pos ,ACGT,test", m_look);
    EXPECT_FALSE(record.defect);
    EXPECT_EQ(record.id, "a");
    EXPECT_EQ(record.label, "pos");
    EXPECT_EQ(record.sequence, "ACGT");
    EXPECT_EQ(record.split, Split::Test);
    EXPECT_EQ(record.line, 7);
    EXPECT_EQ(record.place(2), (SourcePlace{7, 11}));
}

TEST_F(TableRecordTest, WhatIsNoColumnStaysEmpty) {
    m_look.label = m_look.split = m_look.id = -1;
    const SequenceRecord record = recordOf("a,pos,ACGT,test", m_look);
    EXPECT_EQ(record.id + record.label, "");
    EXPECT_EQ(record.split, Split::None);
    EXPECT_EQ(record.sequence, "ACGT");
}

TEST_F(TableRecordTest, ColumnsOfOneResidueAreJoined) {
    m_look.sequence = 1;
    m_look.joined = 3;
    m_look.label = m_look.split = -1;
    const SequenceRecord record = recordOf("a,A,C,G", m_look);
    EXPECT_EQ(record.sequence, "ACG");
    EXPECT_EQ(record.place(2), (SourcePlace{7, 0})) << "the column is not known";
}

TEST_F(TableRecordTest, ADefectKeepsTheNameAndThePlace) {
    const SequenceRecord shortRow = recordOf("a,pos", m_look);
    ASSERT_TRUE(shortRow.defect);
    EXPECT_EQ(shortRow.defect->english(), m_dir.file("t.csv") + ":7: the row has 2 fields; expected 4, as in the first row");
    EXPECT_EQ(shortRow.id, "a");
    EXPECT_EQ(shortRow.label, "");
    EXPECT_EQ(recordOf("a,pos,AC,maybe", m_look).defect->found.english(), "\"maybe\" is no split");
    EXPECT_FALSE(recordOf("a,pos,AC,", m_look).defect) << "no split is none";
}

}  // namespace
}  // namespace strand
