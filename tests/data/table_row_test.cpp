#include "data/table_row.hpp"

#include <gtest/gtest.h>

#include "core/random.hpp"
#include "support/synthetic.hpp"

namespace strand {
namespace {

using Fields = std::vector<std::string>;

Fields split(std::string_view line, char delimiter, RowStyle style) {
    TableRow row;
    row.begin(1);
    row.add(line, delimiter, style);
    return row.fields();
}

TEST(TableRow, CsvFields) {
    EXPECT_EQ(split("a,b,,c", ',', RowStyle::Csv), (Fields{"a", "b", "", "c"}));
    EXPECT_EQ(split("", ',', RowStyle::Csv), (Fields{""}));
    EXPECT_EQ(split(",", ',', RowStyle::Csv), (Fields{"", ""}));
    EXPECT_EQ(split(" a , \"b,\"\"c\"\"\" ,d\"e", ',', RowStyle::Csv), (Fields{"a", "b,\"c\"", "d\"e"}));
    EXPECT_EQ(split("\"\",\"x\"", ',', RowStyle::Csv), (Fields{"", "x"}));
}

TEST(TableRow, TsvFieldsKeepTheirQuotes) {
    EXPECT_EQ(split("\"a\"\tb \"c\"\t", '\t', RowStyle::Tsv), (Fields{"\"a\"", "b \"c\"", ""}));
    EXPECT_EQ(split("\"a\"\t\"b \"\"c\"\"\"\t\"d\" e\t\"f\"\"\t\"", '\t', RowStyle::QuotedTsv),
              (Fields{"a", "b \"c\"", "\"d\" e", "\"f\"\"", "\""}));
}

TEST(TableRow, ArffQuotes) { EXPECT_EQ(split("'it\\'s, a', \"b\\\"c\" ,?", ',', RowStyle::Arff), (Fields{"it's, a", "b\"c", "?"})); }

TEST(TableRow, PlacesOfFields) {
    TableRow row;
    row.begin(7);
    EXPECT_TRUE(row.add("ab, cd ,\"e\"", ',', RowStyle::Csv));
    EXPECT_EQ(row.line(), 7);
    EXPECT_EQ(row.column(0), 1);
    EXPECT_EQ(row.column(1), 5);
    EXPECT_EQ(row.column(2), 0);
}

TEST(TableRow, QuotedFieldsGoOn) {
    TableRow row;
    row.begin(1);
    EXPECT_FALSE(row.add("a,\"b", ',', RowStyle::Csv));
    EXPECT_FALSE(row.add("c,", ',', RowStyle::Csv));
    EXPECT_TRUE(row.add("d\",e", ',', RowStyle::Csv));
    EXPECT_EQ(row.fields(), (Fields{"a", "b\nc,\nd", "e"}));
    EXPECT_FALSE(row.badQuote());
    row.begin(4);
    EXPECT_TRUE(row.add("\"a\"b,c", ',', RowStyle::Csv));
    EXPECT_TRUE(row.badQuote());
    EXPECT_EQ(row.size(), 2U);
}

TEST(TableRow, ASourceGivesRowsWithoutBlankLines) {
    const test::TempDir dir;
    auto source = TextSource::open(dir.write("f", "a,b\n\n \"x\ny\" ,c\n\n"));
    ASSERT_TRUE(source);
    TableRow row;
    EXPECT_TRUE(nextRow(*source, ',', RowStyle::Csv, row).value());
    EXPECT_EQ(row.line(), 1);
    EXPECT_TRUE(nextRow(*source, ',', RowStyle::Csv, row).value());
    EXPECT_EQ(row.line(), 3);
    EXPECT_EQ(row.fields(), (Fields{"x\ny", "c"}));
    EXPECT_FALSE(nextRow(*source, ',', RowStyle::Csv, row).value());
}

TEST(TableRow, AQuotedFieldMayNotTakeAllMemory) {
    const test::TempDir dir;
    TextLimits limits;
    limits.lineBytes = 20;
    const std::string path = dir.write("f", "\"0123456789\n0123456789\n0123456789\n");
    auto source = TextSource::open(path, limits);
    TableRow row;
    EXPECT_EQ(nextRow(*source, ',', RowStyle::Csv, row).error().english(),
              path + ":1: a row of more than 20 bytes; expected a closing quote");
}

TEST(FirstRows, LeaveOutWhatMayBeCutOff) {
    EXPECT_EQ(firstRows("a,b\nc,d\ne,", ',', RowStyle::Csv, 9), (std::vector<Fields>{{"a", "b"}, {"c", "d"}}));
    EXPECT_EQ(firstRows("a,b", ',', RowStyle::Csv, 9), (std::vector<Fields>{{"a", "b"}}));
    EXPECT_EQ(firstRows("a,b\r\n\r\n\"c\r\nd\",e\rf,g\r", ',', RowStyle::Csv, 9),
              (std::vector<Fields>{{"a", "b"}, {"c\nd", "e"}, {"f", "g"}}));
    EXPECT_EQ(firstRows("a\nb\nc\n", ',', RowStyle::Csv, 2).size(), 2U);
}

// Any fields, written by the rules of RFC 4180, are read back.
TEST(TableRow, WrittenIsRead) {
    Random random(3);
    for (int round = 0; round < 500; ++round) {
        Fields fields;
        std::string line;
        for (std::uint32_t i = 0; i < 1 + random.below(6); ++i) {
            fields.push_back("x" + test::randomResidues(random.below(12), "ab\",; \n'", random()) + "y");
            std::string quoted;
            for (const char c : fields.back())
                quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
            line += (i > 0 ? "," : "") + ("\"" + quoted + "\"");
        }
        TableRow row;
        row.begin(1);
        bool done = false;
        for (std::size_t at = 0; at <= line.size();) {
            const std::size_t end = std::min(line.find('\n', at), line.size());
            done = row.add(std::string_view(line).substr(at, end - at), ',', RowStyle::Csv);
            at = end + 1;
        }
        ASSERT_TRUE(done);
        ASSERT_EQ(row.fields(), fields) << line;
        ASSERT_FALSE(row.badQuote());
    }
}

}  // namespace
}  // namespace strand
