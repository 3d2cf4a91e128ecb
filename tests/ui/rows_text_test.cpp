#include "ui/widgets/rows_text.hpp"

#include "support/synthetic.hpp"

#include <gtest/gtest.h>

namespace strand::test {
namespace {

class RowsText : public testing::Test {
protected:
    RowsText() : project(ProjectFile::open(folder.file("p.strand"), ProjectFile::Access::Write, ProjectFile::Missing::Create).value()) {
        Dataset dataset = datasetOf({"ACGT", "GG,\"A", "TT"}, {0, 1, kNoLabel}, {Split::Train, Split::Test, Split::None});
        dataset.name = "d";
        record = DatasetStore(project).add(dataset, summarise(dataset)).value();
    }
    QString text(const std::vector<std::int32_t>& ordinals, const char* suffix) {
        return rowsText(project, record, ordinals, QString::fromLatin1(suffix), {}).value();
    }
    TempDir folder;
    ProjectFile project;
    DatasetRecord record;
};

TEST_F(RowsText, AllRowsOrThoseGiven) {
    EXPECT_EQ(text({}, "tsv").count('\n'), 4) << "and a header line";
    EXPECT_EQ(text({2}, "tsv").split('\n')[1].split('\t').back(), "TT");
}

TEST_F(RowsText, CsvQuotesWhatNeedsIt) { EXPECT_TRUE(text({1}, "csv").contains("\"GG,\"\"A\"")); }

TEST_F(RowsText, FastaCanBeReadAgain) {
    const auto lines = text({}, "fasta").split('\n', Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), 6);
    EXPECT_TRUE(lines[0].endsWith("|0|train"));
    EXPECT_TRUE(lines[2].endsWith("|1|test"));
    EXPECT_FALSE(lines[4].contains('|')) << "no label, no split";
}

}  // namespace
}  // namespace strand::test
