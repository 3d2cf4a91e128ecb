#include "data/genbank_record.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

using Lines = std::vector<std::string>;

/// The record of these lines, of which the first is that of LOCUS.
GenbankRecord recordOf(const Lines& lines, std::string wanted = "gene", bool features = true) {
    GenbankRecord record(std::move(wanted), features);
    record.begin(lines.front(), 1);
    for (std::size_t i = 1; i < lines.size(); ++i)
        EXPECT_TRUE(record.add(lines[i], static_cast<std::int64_t>(i) + 1)) << lines[i];
    record.end();
    return record;
}

TEST(GenbankRecord, TheNameIsTheMostExactOne) {
    EXPECT_EQ(recordOf({"LOCUS       X1  9 bp    DNA"}).name(), "X1");
    EXPECT_EQ(recordOf({"LOCUS       X1  9 bp    DNA", "ACCESSION   A7"}).name(), "A7");
    EXPECT_EQ(recordOf({"LOCUS       X1  9 bp    DNA", "ACCESSION   A7", "VERSION     A7.2"}).name(), "A7.2");
}

TEST(GenbankRecord, LocusSaysLengthMoleculeAndDivision) {
    const auto record = recordOf({"LOCUS       X1  90 bp    mRNA    linear   PLN 21-JUN-1999"});
    EXPECT_EQ(record.promised(), 90);
    EXPECT_EQ(record.value("molecule"), "mRNA");
    EXPECT_EQ(record.value("division"), "PLN");
    EXPECT_EQ(recordOf({"LOCUS       X1"}).promised(), -1);
}

TEST(GenbankRecord, FieldsGoOnAndTheLineageIsNoOrganism) {
    const auto record = recordOf({"LOCUS       X1", "DEFINITION  A long", "            name.", "SOURCE      yeast",
                                  "  ORGANISM  S. cerevisiae", "            Eukaryota; Fungi."});
    EXPECT_EQ(record.value("definition"), "A long name.");
    EXPECT_EQ(record.value("organism"), "S. cerevisiae");
}

TEST(GenbankRecord, FeaturesHaveTheQualifierThatIsWanted) {
    const auto record =
        recordOf({"LOCUS       X1", "FEATURES             Location/Qualifiers", "     source          1..9",
                  "                     /gene=\"of the source\"", "     CDS             join(1..2,", "                     4..5)",
                  "                     /note=\"/gene=\"\"no\"\"", "                     more\"",
                  "                     /gene=\"a \"\"b\"\"", "                     c\"", "     tRNA            7"});
    ASSERT_EQ(record.features().size(), 2U) << "the source is none";
    EXPECT_EQ(record.features()[0].key, "CDS");
    EXPECT_EQ(record.features()[0].location, "join(1..2,4..5)");
    EXPECT_EQ(record.features()[0].value, "a \"b\" c");
    EXPECT_EQ(record.features()[0].line, 5);
    EXPECT_EQ(record.features()[1].value, "");
    EXPECT_EQ(record.value("feature"), "CDS");
}

TEST(GenbankRecord, ResiduesAreFreeOfNumbersAndBlanks) {
    GenbankRecord record = recordOf({"LOCUS       X1", "ORIGIN", "        1 acgtacgtac gt", "       13 aa"});
    EXPECT_EQ(record.sequence.sequence, "acgtacgtacgtaa");
    EXPECT_EQ(record.sequence.place(12).line, 4);
}

TEST(GenbankRecord, TheNextRecordBeginsEmpty) {
    GenbankRecord record = recordOf({"LOCUS       X1", "VERSION     A.1", "ORIGIN", "        1 acgt"});
    record.begin("LOCUS       X2", 9);
    EXPECT_EQ(record.name(), "X2");
    EXPECT_EQ(record.sequence.sequence, "");
    EXPECT_EQ(record.sequence.line, 9);
}

}  // namespace
}  // namespace strand
