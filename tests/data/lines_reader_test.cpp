#include "data/lines_reader.hpp"

#include <gtest/gtest.h>

#include "data/reading.hpp"

namespace strand {
namespace {

using test::formatOf;
using test::recordsOf;
using test::Texts;

TEST(LinesReader, OneRecordALine) {
    EXPECT_EQ(recordsOf("lines", "ACGT\n\n  GG \r\n\t\nTTT"), (Texts{":ACGT", ":GG", ":TTT"}));
    EXPECT_EQ(recordsOf("lines", "a text, with blanks .\nand more\n"), (Texts{":a text, with blanks .", ":and more"}));
    EXPECT_EQ(recordsOf("lines", "\n \n"), (Texts{"ERROR  no record; expected one sequence a line"}));
}

TEST(LinesReader, PlacesAreThoseOfTheFile) {
    const test::TempDir dir;
    const RecordSink sink = [](SequenceRecord&& record) -> SinkStatus {
        EXPECT_EQ(record.place(record.sequence.size() - 1), record.line == 3 ? (SourcePlace{3, 4}) : (SourcePlace{1, 1}));
        return {};
    };
    EXPECT_TRUE(readFile(dir.write("f", "A\n\n  GT\n"), *findReader("lines"), {}, sink));
}

TEST(LinesReader, IsWhatIsLeft) {
    EXPECT_EQ(formatOf("ACGT\nACGT\n"), "lines");
    EXPECT_EQ(formatOf("it practically plays almost everything you give it .\nfor the price , it is well spent !\n"), "lines");
    EXPECT_EQ(formatOf("\xE4\xBD\xA0\xE5\xA5\xBD\n"), "lines");
    EXPECT_EQ(formatOf("ACGT\x01\n"), "");
}

}  // namespace
}  // namespace strand
