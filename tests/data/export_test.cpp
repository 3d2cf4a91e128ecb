#include "data/export.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "data/import.hpp"
#include "support/synthetic.hpp"

namespace strand {
namespace {

std::string exported(const Dataset& dataset, const ExportStyle& style) {
    std::string out;
    exportDataset(dataset, style, [&](std::string_view bytes) { out += bytes; });
    return out;
}

Dataset sample() {
    Dataset dataset =
        test::datasetOf({"ACGT", "GG", "TT", "CC"}, {0, 1, kNoLabel, kNoLabel}, {Split::Train, Split::Excluded, Split::Test, Split::None});
    dataset.classes = {"neg", "pos"};
    return dataset;
}

TEST(ExportStyle, ByTheName) {
    EXPECT_EQ(exportStyleFor("a.fa", SequenceKind::Dna).format, ExportFormat::Fasta);
    EXPECT_EQ(exportStyleFor("a.CSV", SequenceKind::Dna).format, ExportFormat::Csv);
    EXPECT_EQ(exportStyleFor("a.tsv.gz", SequenceKind::Dna).format, ExportFormat::Tsv);
    EXPECT_TRUE(exportStyleFor("a.tsv.gz", SequenceKind::Dna).gz);
    EXPECT_FALSE(exportStyleFor("a.tsv", SequenceKind::Dna).gz);
    EXPECT_EQ(exportStyleFor("a.txt", SequenceKind::Text).format, ExportFormat::Csv);
}

TEST(Export, Fasta) {
    EXPECT_EQ(exported(sample(), {}), ">seq1|neg|train\nACGT\n>seq3||test\nTT\n>seq4\nCC\n");
    EXPECT_EQ(exported(sample(), {.excluded = true}), ">seq1|neg|train\nACGT\n>seq2|pos|excluded\nGG\n>seq3||test\nTT\n>seq4\nCC\n");
}

TEST(Export, Tables) {
    Dataset dataset = sample();
    dataset.sequences[0].residues = "say \"a,b\"";
    EXPECT_EQ(exported(dataset, {.format = ExportFormat::Csv}),
              "id,label,split,sequence\nseq1,neg,train,\"say \"\"a,b\"\"\"\nseq3,,test,TT\nseq4,,,CC\n");
    dataset.sequences[0].residues = "AC";
    dataset.sequences[0].fold = 2;
    EXPECT_EQ(exported(dataset, {.format = ExportFormat::Tsv}),
              "id\tlabel\tsplit\tsequence\tfold\nseq1\tneg\ttrain\tAC\t2\nseq3\t\ttest\tTT\t0\nseq4\t\t\tCC\t0\n");
}

TEST(Export, IdsAndLabelsThatAHeaderCannotHoldBecomeOneWord) {
    Dataset dataset = sample();
    dataset.sequences[0].id = "sp|P69905|HBA_HUMAN";
    dataset.sequences[2].id = "my id";
    dataset.sequences[3].id = "sp|P68871|HBB_HUMAN";
    EXPECT_EQ(exported(dataset, {}), ">sp_P69905_HBA_HUMAN|neg|train\nACGT\n>my_id||test\nTT\n>sp|P68871|HBB_HUMAN\nCC\n");
    dataset.classes[0] = "not|this";
    EXPECT_TRUE(exported(dataset, {}).starts_with(">sp_P69905_HBA_HUMAN|not_this|train\n"));
}

TEST(Export, TextsWithLineEndsTabsAndQuotesAreReadBack) {
    const test::TempDir folder;
    Dataset dataset = test::datasetOf({"say \"hi\"", "two\nlines", "a\ttab", "plain, with a comma"}, {0, 1, 0, 1},
                                      {Split::Train, Split::Train, Split::Test, Split::Test});
    dataset.classes = {"neg", "pos"};
    dataset.kind = SequenceKind::Text;
    for (const char* name : {"x.txt", "x.tsv"}) {
        const std::string path = folder.write(name, exported(dataset, exportStyleFor(name, dataset.kind)));
        const auto back = importFiles({.files = {path}, .kind = SequenceKind::Text});
        ASSERT_TRUE(back) << back.error().english();
        ASSERT_EQ(back->dataset.sequences.size(), 4U) << name;
        for (std::size_t i = 0; i < 4; ++i) {
            std::string text = dataset.sequences[i].residues;
            if (std::string_view(name) == "x.tsv")
                std::ranges::replace_if(
                    text, [](char c) { return c == '\t' || c == '\n'; }, ' ');
            EXPECT_EQ(back->dataset.sequences[i].residues, text) << name;
            EXPECT_EQ(back->dataset.sequences[i].label, dataset.sequences[i].label) << name;
            EXPECT_EQ(back->dataset.sequences[i].split, dataset.sequences[i].split) << name;
        }
    }
}

TEST(Export, IsReadBackPackedInSeveralMembers) {
    const test::TempDir folder;
    const Dataset dataset = test::tinyDataset(30000, 60);
    ExportStyle style = exportStyleFor("x.fa.gz", dataset.kind);
    int pieces = 0;
    std::string bytes;
    EXPECT_EQ(exportDataset(dataset, style, [&](std::string_view piece) { bytes += piece, ++pieces; }), 30000);
    EXPECT_GT(pieces, 1);
    const auto back = importFiles({.files = {folder.write("x.fa.gz", bytes)}});
    ASSERT_TRUE(back) << back.error().english();
    ASSERT_EQ(back->dataset.sequences.size(), dataset.sequences.size());
    for (std::size_t i = 0; i < dataset.sequences.size(); ++i) {
        EXPECT_EQ(back->dataset.sequences[i].residues, dataset.sequences[i].residues);
        EXPECT_EQ(back->dataset.sequences[i].label, dataset.sequences[i].label);
        EXPECT_EQ(back->dataset.sequences[i].split, dataset.sequences[i].split);
    }
}

}  // namespace
}  // namespace strand
