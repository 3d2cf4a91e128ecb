#include "data/genbank_reader.hpp"

#include <gtest/gtest.h>

#include "data/reading.hpp"

namespace strand {
namespace {

using test::formatOf;
using test::recordsOf;
using test::Texts;

constexpr const char* kTwo =
    "LOCUS       SCU49845                24 bp    DNA     linear   PLN 21-JUN-1999\n"
    "DEFINITION  Saccharomyces cerevisiae TCP1-beta gene, partial cds, and Axl2p\n"
    "            (AXL2) gene.\n"
    "ACCESSION   U49845\n"
    "VERSION     U49845.1\n"
    "SOURCE      Saccharomyces cerevisiae (baker's yeast)\n"
    "  ORGANISM  Saccharomyces cerevisiae\n"
    "            Eukaryota; Fungi.\n"
    "FEATURES             Location/Qualifiers\n"
    "     source          1..24\n"
    "                     /organism=\"Saccharomyces cerevisiae\"\n"
    "                     /mol_type=\"genomic DNA\"\n"
    "     CDS             <1..6\n"
    "                     /product=\"TCP1-beta, with a very\n"
    "                     long \"\"name\"\"\"\n"
    "                     /gene=\"TCP1\"\n"
    "     gene            complement(join(7..9,\n"
    "                     22..24))\n"
    "                     /gene=\"AXL2\"\n"
    "ORIGIN      \n"
    "        1 gatcctccat atacaacggt\n"
    "       21 atct\n"
    "//\n"
    "LOCUS       SHORT       4 bp    mRNA    linear   BCT 21-JUN-1999\n"
    "ORIGIN\n"
    "        1 acgt\n"
    "//\n\n";

TEST(GenbankReader, ARecordIsASequence) {
    EXPECT_EQ(recordsOf("genbank", kTwo), (Texts{"U49845.1:gatcctccatatacaacggtatct", "SHORT:acgt"}));
}

TEST(GenbankReader, LabelsAreFieldsOrQualifiers) {
    const auto labels = [](const char* name) { return recordsOf("genbank", kTwo, {.labelColumn = name}).front(); };
    EXPECT_EQ(labels("organism"), "U49845.1|Saccharomyces cerevisiae:gatcctccatatacaacggtatct");
    EXPECT_EQ(labels("division"), "U49845.1|PLN:gatcctccatatacaacggtatct");
    EXPECT_EQ(labels("molecule"), "U49845.1|DNA:gatcctccatatacaacggtatct");
    EXPECT_EQ(labels("gene"), "U49845.1|TCP1:gatcctccatatacaacggtatct");
    EXPECT_EQ(labels("/mol_type"), "U49845.1|genomic DNA:gatcctccatatacaacggtatct");
    EXPECT_EQ(labels("feature"), "U49845.1|CDS:gatcctccatatacaacggtatct");
    EXPECT_EQ(labels("product"), "U49845.1|TCP1-beta, with a very long \"name\":gatcctccatatacaacggtatct");
    EXPECT_EQ(labels("definition"),
              "U49845.1|Saccharomyces cerevisiae TCP1-beta gene, partial cds, and Axl2p (AXL2) gene.:gatcctccatatacaacggtatct");
    EXPECT_EQ(labels("colour"), "U49845.1:gatcctccatatacaacggtatct");
}

TEST(GenbankReader, FeaturesAsSequences) {
    EXPECT_EQ(recordsOf("genbank", kTwo, {.sequenceColumn = "features"}),
              (Texts{"U49845.1_CDS_1|CDS:gatcct", "U49845.1_gene_1|gene:agatgg"}));
    EXPECT_EQ(recordsOf("genbank", kTwo, {.sequenceColumn = "gene", .labelColumn = "gene"}), (Texts{"U49845.1_gene_1|AXL2:agatgg"}));
    EXPECT_EQ(recordsOf("genbank", kTwo, {.sequenceColumn = "CDS", .labelColumn = ""}), (Texts{"U49845.1_CDS_1:gatcct"}));
    EXPECT_EQ(recordsOf("genbank", kTwo, {.sequenceColumn = "tRNA"}),
              (Texts{"ERROR  no feature \"trna\" in the file; expected a feature key such as CDS, or \"features\" for all"}));
}

TEST(GenbankReader, DefectsAreDeliveredAndReadingGoesOn) {
    EXPECT_EQ(
        recordsOf(
            "genbank",
            "LOCUS       A       5 bp    DNA\nORIGIN\n        1 acgt\n//\nLOCUS       B       1 bp    DNA\nORIGIN\n        1 a\n//\n"),
        (Texts{"! 4: record \"A\" has 4 residues; expected 5, as LOCUS says", "B:a"}));
    EXPECT_EQ(
        recordsOf(
            "genbank",
            "LOCUS       A       4 bp    DNA\nORIGIN\n        1 ac\n   gt\n//\nLOCUS       B       1 bp    DNA\nORIGIN\n        1 a\n"),
        (Texts{"! 4: \"gt\" stands in the sequence; expected a number and residues, or //",
               "! 8: record \"B\" does not end; expected a line with //"}));
    EXPECT_EQ(recordsOf("genbank",
                        "LOCUS       A       1 bp    DNA\nORIGIN\n        1 a\n//\nstray\nmore\nLOCUS       B       1 bp    DNA\nORIGIN\n  "
                        "      1 a\n//\n"),
              (Texts{"A:a", "! 5: \"stray\" stands between records; expected a line that begins with LOCUS", "B:a"}));
    EXPECT_EQ(recordsOf("genbank",
                        "LOCUS       A       1 bp    DNA\nFEATURES             Location/Qualifiers\n     CDS             1..9\nORIGIN\n    "
                        "    1 a\n//\n",
                        {.sequenceColumn = "features"}),
              (Texts{"! 3: a feature ends at 9; expected at most 1, the length of the record"}));
    EXPECT_EQ(recordsOf("genbank", "stray\nLOCUS       A       1 bp    DNA\n"),
              (Texts{"ERROR 1: \"stray\" stands between records; expected a line that begins with LOCUS"}));
}

TEST(GenbankReader, ARecordWithoutASequenceIsDelivered) {
    EXPECT_EQ(recordsOf("genbank", "LOCUS       A       9 bp    DNA\nCONTIG      join(B:1..9)\n//\n"), (Texts{"A:"}));
}

TEST(GenbankReader, WhatMayBeChosenIsListed) {
    const auto look = genbankReader().look(kTwo, {.labelColumn = "gene"});
    ASSERT_TRUE(look);
    EXPECT_EQ(look->columns,
              (Texts{"definition", "organism", "division", "molecule", "keywords", "feature", "mol_type", "product", "gene"}));
    EXPECT_EQ(look->label, 8);
    EXPECT_EQ(formatOf(kTwo), "genbank");
}

}  // namespace
}  // namespace strand
