#include "data/import_look.hpp"

#include <gtest/gtest.h>

#include "support/synthetic.hpp"

namespace strand {
namespace {

using test::TempDir;
using Texts = std::vector<std::string>;

TEST(ImportLook, SaysHowATableIsRead) {
    const TempDir dir;
    ImportOptions options;
    options.files = {dir.write("train_x.tsv", test::gzipped("name\tclass\tsequence\tset\na\t1\tACGT\ttrain\nb\t0\tGG\ttest\n"))};
    const auto look = lookAt(options);
    ASSERT_TRUE(look) << look.error().english();
    ASSERT_EQ(look->files.size(), 1U);
    const FileLook& file = look->files[0];
    EXPECT_EQ(file.format, "tsv");
    EXPECT_EQ(file.packing, "gz");
    EXPECT_EQ(file.encoding, TextEncoding::Utf8);
    EXPECT_GT(file.bytes, 20);
    EXPECT_EQ(file.label, "x");
    EXPECT_EQ(file.split, Split::Train);
    EXPECT_EQ(file.table.delimiter, '\t');
    EXPECT_TRUE(file.table.headerRow);
    EXPECT_EQ(file.table.columns, (Texts{"name", "class", "sequence", "set"}));
    ASSERT_EQ(file.table.rows.size(), 2U);
    EXPECT_EQ(file.table.rows[1], (Texts{"b", "0", "GG", "test"}));
    EXPECT_EQ(file.table.sequence, 2);
    EXPECT_EQ(file.table.label, 1);
    EXPECT_EQ(file.table.split, 3);
    EXPECT_EQ(file.table.id, 0);
    ASSERT_TRUE(look->preview);
    EXPECT_EQ(look->preview->report.kind, SequenceKind::Dna);
    EXPECT_EQ(look->preview->report.labelSource, LabelSource::Column);
    EXPECT_EQ(look->preview->report.splitSource, SplitSource::Column);
    EXPECT_EQ(look->preview->dataset.sequences.size(), 2U);
}

TEST(ImportLook, ChoicesAreShownAsTheyAct) {
    const TempDir dir;
    ImportOptions options;
    options.files = {dir.write("a.csv", "name,class,sequence\na,1,ACGT\nb,0,GG\n")};
    options.label = LabelSource::None;
    options.reading.sequenceColumn = "1";
    const auto look = lookAt(options);
    ASSERT_TRUE(look);
    EXPECT_EQ(look->files[0].table.sequence, 0);
    EXPECT_EQ(look->files[0].table.label, -1);
    EXPECT_EQ(look->preview->report.labelSource, LabelSource::None);
    options.label = LabelSource::Column;
    options.reading.labelColumn = "colour";
    EXPECT_EQ(lookAt(options).error().code, ErrorCode::Usage);
}

TEST(ImportLook, ColumnsAreShownThoughARecordIsBad) {
    const TempDir dir;
    ImportOptions options;
    options.files = {dir.write("a.csv", "sequence,label\nACGT,1\nAC,0,1\n")};
    const auto look = lookAt(options);
    ASSERT_TRUE(look);
    EXPECT_EQ(look->files[0].table.columns, (Texts{"sequence", "label"}));
    ASSERT_FALSE(look->preview);
    EXPECT_EQ(look->preview.error().line, 3);
    options.onBad = OnBad::Skip;
    EXPECT_EQ(lookAt(options)->preview->report.skipped, 1);
}

TEST(ImportLook, AFewOfEachFileAreShownMoreAreJudged) {
    const TempDir dir;
    std::string positive, negative;
    for (int i = 1; i <= 300; ++i) {
        positive += fmt::format(">P{}\nACGT\n", i);
        negative += fmt::format(">N{}\nACGT\n", i);
    }
    ImportOptions options;
    options.files = {dir.write("a.fa", positive + negative), dir.write("b.fa", negative + positive)};
    options.previewLimit = 10;
    const auto look = lookAt(options);
    ASSERT_TRUE(look);
    ASSERT_TRUE(look->preview);
    EXPECT_EQ(look->preview->dataset.sequences.size(), 20U);
    EXPECT_EQ(look->preview->dataset.sequences[10].id, "N1_2");
    EXPECT_EQ(look->preview->report.labelSource, LabelSource::FirstLetter);
}

TEST(ImportLook, TablesWithTheSameColumnsAreReadAlike) {
    const TempDir dir;
    ImportOptions options;
    options.files = {dir.write("train.csv", "ACGTACGT,1,x\nGGTTAACC,0,y\nGGCCAACC,0,z\nGGTTCCCC,1,w\n"),
                     dir.write("test.csv", "GG,1,1\nCA,1,1\nAC,1,1\nAT,1,1\n")};
    const auto look = lookAt(options);
    ASSERT_TRUE(look) << look.error().english();
    for (const FileLook& file : look->files) {
        EXPECT_EQ(file.table.sequence, 0);
        EXPECT_EQ(file.table.label, 1);
        EXPECT_EQ(file.table.id, 2);
    }
}

TEST(ImportLook, AFileThatCannotBeOpenedIsItsError) {
    ImportOptions options;
    options.files = {"/no/such/file"};
    EXPECT_EQ(lookAt(options).error().english(), "/no/such/file: no such file");
}

}  // namespace
}  // namespace strand
