#include "data/csv_reader.hpp"

#include <gtest/gtest.h>

#include "data/reading.hpp"

namespace strand {
namespace {

using test::formatOf;
using test::recordsOf;
using test::Texts;

TEST(CsvReader, ColumnsByName) {
    EXPECT_EQ(recordsOf("csv", "sequence,label\r\nACGT,1\r\nGGG,0\r\n"), (Texts{"|1:ACGT", "|0:GGG"}));
    EXPECT_EQ(recordsOf("csv", "name;class;Sequence;set\na;x;ACGT;train\nb;y;GG;testing\n"), (Texts{"a|x|train:ACGT", "b|y|test:GG"}));
    EXPECT_EQ(recordsOf("csv", "sequence\nACGT\nGG\n"), (Texts{":ACGT", ":GG"}));
}

TEST(CsvReader, ColumnsByContent) {
    EXPECT_EQ(recordsOf("csv", "+,S10,\t\ttactag\n+,AMPC,\ttgctat\n-,X1,ccgtaa\n-,X2,aacgta\n"),
              (Texts{"S10|+:tactag", "AMPC|+:tgctat", "X1|-:ccgtaa", "X2|-:aacgta"}));
}

TEST(CsvReader, QuotesOfRfc4180) {
    EXPECT_EQ(recordsOf("csv", "text,label\n\"Hello, \"\"you\"\"\",ham\n\"two\r\nlines\",spam\n  \"x\" ,ham\n5\" disk,ham\n"),
              (Texts{"|ham:Hello, \"you\"", "|spam:two\nlines", "|ham:x", "|ham:5\" disk"}));
}

TEST(CsvReader, DefectsAreDeliveredAndReadingGoesOn) {
    EXPECT_EQ(recordsOf("csv", "sequence,label\nACGT,1\nAC,1,2\nA\n\"AC\"x,1\nGG,0\n"),
              (Texts{"|1:ACGT", "! 3: the row has 3 fields; expected 2, as in the first row",
                     "! 4: the row has 1 fields; expected 2, as in the first row",
                     "! 5: text behind a closing quote; expected the end of the field; a quote inside a quoted field is written twice",
                     "|0:GG"}));
    EXPECT_EQ(recordsOf("csv", "sequence,label,split\nACGT,1,train\nAC,1,sometimes\nA,0,\n", {.splitColumn = "split"}),
              (Texts{"|1|train:ACGT", "! 3: \"sometimes\" is no split; expected train, validation or test", "|0:A"}));
}

TEST(CsvReader, AQuoteThatIsNeverClosedIsAnError) {
    EXPECT_EQ(recordsOf("csv", "sequence,label\nACGT,1\n\"AC,1\nGG,0\n"),
              (Texts{"|1:ACGT", "ERROR 3: a quote that is opened here is never closed; expected a closing quote"}));
}

TEST(CsvReader, Choices) {
    const std::string content = "a,b,c\nACGT,GG,1\nCC,TT,2\n";
    EXPECT_EQ(recordsOf("csv", content, {.sequenceColumn = "b", .labelColumn = "c"}), (Texts{"ACGT|1:GG", "CC|2:TT"}));
    EXPECT_EQ(recordsOf("csv", content, {.headerRow = true, .sequenceColumn = "2", .labelColumn = "", .idColumn = ""}),
              (Texts{":GG", ":TT"}));
    EXPECT_EQ(recordsOf("csv", content, {.sequenceColumn = "d"}),
              (Texts{"ERROR  no column is called \"d\"; expected one of a, b, c, or a number from 1 to 3"}));
    EXPECT_EQ(recordsOf("csv", "AC|1\nGG|0\n", {.delimiter = '|', .headerRow = false, .sequenceColumn = "1", .labelColumn = "2"}),
              (Texts{"|1:AC", "|0:GG"}));
}

TEST(CsvReader, NoRow) {
    EXPECT_EQ(recordsOf("csv", "sequence,label\n"), (Texts{"ERROR  no record; expected rows of columns"}));
    EXPECT_EQ(recordsOf("csv", "\n\n"), (Texts{"ERROR  no row; expected rows of columns"}));
}

TEST(CsvReader, IsRecognised) {
    EXPECT_EQ(formatOf("sequence,label\nACGT,1\n"), "csv");
    EXPECT_EQ(formatOf("id;seq;y\n1;ACGT;0\n2;ACG;1\n"), "csv");
    EXPECT_EQ(formatOf("seq\nACGT\nACG\n"), "csv");
    EXPECT_EQ(formatOf("id\tsequence\na\tACGT\nb\tACG\n"), "tsv");
    EXPECT_EQ(formatOf("+,S10,tactag\n+,AMPC,tgctat\n-,X1,ccgtaa\n-,X2,aacgta\n"), "csv");
    EXPECT_EQ(formatOf("hello, world\nhow are you, friend\n"), "lines");
    EXPECT_EQ(formatOf(">a|1\nACGT\n>b|0\nACGT\n"), "fasta");
}

}  // namespace
}  // namespace strand
