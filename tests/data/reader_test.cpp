#include "data/reader.hpp"

#include <gtest/gtest.h>

#include <set>

#include "support/synthetic.hpp"

namespace strand {
namespace {

using test::TempDir;

SinkStatus ignore(SequenceRecord&&) { return {}; }

Result<const ReaderEntry*> detected(const std::string& path) {
    STRAND_ASSIGN(const TextSource source, TextSource::open(path));
    return detectReader(source);
}

TEST(Readers, TableIsComplete) {
    std::set<std::string> names;
    for (const ReaderEntry& reader : readers()) {
        EXPECT_TRUE(names.insert(reader.name).second) << reader.name;
        EXPECT_FALSE(reader.title.empty());
        EXPECT_NE(reader.read, nullptr);
        EXPECT_EQ(findReader(reader.name), &reader);
    }
    EXPECT_TRUE(names.contains("fasta"));
    EXPECT_EQ(findReader("docx"), nullptr);
}

TEST(Readers, ContentIsRecognised) {
    const TempDir dir;
    const auto fasta = detected(dir.write("a.csv", test::gzipped(">a\nACGT\n")));
    ASSERT_TRUE(fasta);
    EXPECT_STREQ((*fasta)->name, "fasta");
}

TEST(Readers, UnknownContentNamesWhatIsKnown) {
    const TempDir dir;
    const std::string path = dir.write("a.txt", "\x01\x02\x03 \x04");
    const auto found = detected(path);
    ASSERT_FALSE(found);
    EXPECT_TRUE(found.error().english().starts_with(path + ":1: the format of the content is not known; expected one of: "));
    EXPECT_NE(found.error().english().find("FASTA (>name|label)"), std::string::npos) << found.error().english();
    EXPECT_EQ(found.error().code, ErrorCode::BadInput);
}

TEST(ReadFile, RecordsWithoutResiduesAreErrorsUnlessAskedFor) {
    const TempDir dir;
    const std::string path = dir.write("a.fa", ">a|1\nACGT\n>b|0\n>c|1\nAC\n");
    const auto refused = readFile(path, *findReader("fasta"), {}, ignore);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().english(), path + ":3: record \"b\" has a header and no sequence; expected at least one residue");
    EXPECT_EQ(refused.error().record, "b");
    EXPECT_EQ(refused.error().hint.english(), "--on-bad skip leaves such records out");
    int records = 0;
    const auto count = [&](SequenceRecord&&) -> SinkStatus {
        ++records;
        return {};
    };
    EXPECT_TRUE(readFile(path, *findReader("fasta"), {}, count, {}, {}, FaultyRecords::Deliver));
    EXPECT_EQ(records, 3);
}

TEST(ReadFile, StopsBetweenRecords) {
    const TempDir dir;
    const std::string path = dir.write("a.fa", test::fastaText(test::tinyDataset(100)));
    std::stop_source stop;
    int records = 0;
    const auto status = readFile(
        path, *findReader("fasta"), {},
        [&](SequenceRecord&&) -> SinkStatus {
            if (++records == 10) stop.request_stop();
            return {};
        },
        {}, stop.get_token());
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::Interrupted);
    EXPECT_EQ(records, 10);
}

TEST(ReadFile, ProgressEndsAtTheSizeOfTheFile) {
    const TempDir dir;
    const std::string text = test::fastaText(test::tinyDataset(50000));
    std::vector<Progress> seen;
    const std::string path = dir.write("big.fa", text);
    ASSERT_TRUE(readFile(path, *findReader("fasta"), {}, ignore, [&](const Progress& progress) { seen.push_back(progress); }));
    ASSERT_GT(seen.size(), 2U);
    EXPECT_LT(seen.size(), 20U);
    for (std::size_t i = 1; i < seen.size(); ++i)
        EXPECT_GE(seen[i].done, seen[i - 1].done);
    EXPECT_EQ(seen.back().done, static_cast<std::int64_t>(text.size()));
    EXPECT_EQ(seen.back().total, static_cast<std::int64_t>(text.size()));
    EXPECT_EQ(seen.back().stage.english(), "Reading big.fa");
    EXPECT_STREQ(seen.back().unit, "bytes");
}

}  // namespace
}  // namespace strand
