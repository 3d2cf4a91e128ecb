#include "data/export.hpp"

#include <gtest/gtest.h>

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
    EXPECT_EQ(exportStyleFor("a.txt", SequenceKind::Text).format, ExportFormat::Tsv);
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
