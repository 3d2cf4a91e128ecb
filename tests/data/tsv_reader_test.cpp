#include "data/tsv_reader.hpp"

#include <gtest/gtest.h>

#include "data/reading.hpp"

namespace strand {
namespace {

using test::formatOf;
using test::recordsOf;
using test::Texts;

TEST(TsvReader, ColumnsByName) {
    EXPECT_EQ(recordsOf("tsv", "index\tlabel\ttext\n0\t1\tACGT\n1\t0\tGGG\n"), (Texts{"0|1:ACGT", "1|0:GGG"}));
    EXPECT_EQ(recordsOf("tsv", "label\tsplit\ttext\nham\ttrain\tOk lar... Joking\nspam\ttest\tFree, entry\n"),
              (Texts{"|ham|train:Ok lar... Joking", "|spam|test:Free, entry"}));
}

TEST(TsvReader, WithoutNames) {
    EXPECT_EQ(recordsOf("tsv", "ham\tGo until jurong point\nham\tOk lar\nspam\tFree entry in 2\n"),
              (Texts{"|ham:Go until jurong point", "|ham:Ok lar", "|spam:Free entry in 2"}));
}

TEST(TsvReader, QuotesAreText) {
    EXPECT_EQ(recordsOf("tsv", "ham\t\"Happy day\" I know\nham\t\"Are you coming?\"\nspam\tsay \"\"\n"),
              (Texts{"|ham:\"Happy day\" I know", "|ham:\"Are you coming?\"", "|spam:say \"\""}));
}

TEST(TsvReader, QuotesAroundFieldsAreTakenOff) {
    // As R writes tables, and as pandas writes a field with a quote.
    EXPECT_EQ(recordsOf("tsv", "\"label\"\t\"text\"\n\"ham\"\t\"go now\"\n\"spam\"\t\"win\"\n"), (Texts{"|ham:go now", "|spam:win"}));
    EXPECT_EQ(recordsOf("tsv", "label\ttext\nham\t\"say \"\"yes\"\" now\"\nspam\twin\n"), (Texts{"|ham:say \"yes\" now", "|spam:win"}));
}

TEST(TsvReader, IsRecognised) {
    EXPECT_EQ(formatOf("ham\tGo until, jurong point\nham\tOk lar\n"), "tsv");
    EXPECT_EQ(formatOf("ACGT\t1\nAC\t0\n"), "tsv");
    EXPECT_EQ(formatOf("no\ttable\nat all\n"), "lines");
}

}  // namespace
}  // namespace strand
