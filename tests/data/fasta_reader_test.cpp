#include "data/fasta_reader.hpp"

#include <gtest/gtest.h>

#include "core/random.hpp"
#include "support/synthetic.hpp"

namespace strand {
namespace {

using test::TempDir;

class FastaReaderTest : public ::testing::Test {
protected:
    Result<std::vector<SequenceRecord>> read(std::string_view content, const ReadOptions& options = {}) {
        std::vector<SequenceRecord> records;
        const auto sink = [&](SequenceRecord&& record) -> SinkStatus {
            records.push_back(record);
            return {};
        };
        STRAND_ASSIGN(TextSource source, TextSource::open(m_dir.write("f.fa", content)));
        STRAND_TRY(fastaReader().read(source, options, sink));
        return records;
    }
    std::string errorOf(std::string_view content) {
        const auto records = read(content);
        EXPECT_FALSE(records);
        return records ? "" : records.error().english().substr(m_dir.path().size() + 1);
    }
    TempDir m_dir;
};

TEST_F(FastaReaderTest, RecordsWithEverything) {
    const auto records = read(">a|1|train\nACGT\nAC\n\n>b two words\nGGgg\n");
    ASSERT_TRUE(records) << records.error().english();
    ASSERT_EQ(records->size(), 2U);
    const SequenceRecord& a = records->at(0);
    EXPECT_EQ(a.id, "a");
    EXPECT_EQ(a.header, "a|1|train");
    EXPECT_EQ(a.sequence, "ACGTAC");
    EXPECT_EQ(a.label, "1");
    EXPECT_EQ(a.split, Split::Train);
    EXPECT_EQ(a.line, 1);
    EXPECT_EQ(a.place(4), (SourcePlace{3, 1}));
    const SequenceRecord& b = records->at(1);
    EXPECT_EQ(b.id, "b");
    EXPECT_EQ(b.header, "b two words");
    EXPECT_EQ(b.sequence, "GGgg");  // case is kept
    EXPECT_EQ(b.label, "");
    EXPECT_EQ(b.split, Split::None);
    EXPECT_EQ(b.line, 5);
    EXPECT_EQ(b.place(3), (SourcePlace{6, 4}));
}

TEST_F(FastaReaderTest, BlanksInsideLinesAreDropped) {
    const auto records = read(">a\n\tAC GT \t AA  \n C\n");
    ASSERT_TRUE(records);
    EXPECT_EQ(records->at(0).sequence, "ACGTAAC");
    EXPECT_EQ(records->at(0).place(0), (SourcePlace{2, 2}));
    EXPECT_EQ(records->at(0).place(2), (SourcePlace{2, 5}));
    EXPECT_EQ(records->at(0).place(5), (SourcePlace{2, 11}));
    EXPECT_EQ(records->at(0).place(6), (SourcePlace{3, 2}));
}

TEST_F(FastaReaderTest, WordsKeepABlankBetweenThem) {
    const auto records = read(">a\n two  words\n\n \nand\t\nmore\n>b\nlast\n", {.words = true});
    ASSERT_TRUE(records);
    EXPECT_EQ(records->at(0).sequence, "two words and more");
    EXPECT_EQ(records->at(0).place(4), (SourcePlace{2, 7}));
    EXPECT_EQ(records->at(0).place(10), (SourcePlace{5, 1}));
    EXPECT_EQ(records->at(0).place(14), (SourcePlace{6, 1}));
    EXPECT_EQ(records->at(1).sequence, "last");
}

TEST_F(FastaReaderTest, ABlankAnywhereInALineIsSeen) {
    // The search looks at sixteen bytes at a time: try every place, and bytes with the high bit set around it.
    for (std::size_t place = 0; place < 40; ++place) {
        std::string line(40, '\xC3');
        line[place] = '\t';
        const auto records = read(">a\n" + line + "\n");
        ASSERT_TRUE(records);
        EXPECT_EQ(records->at(0).sequence, std::string(39, '\xC3')) << place;
    }
}

TEST_F(FastaReaderTest, RecordsBeginOnlyAtALineStart) {
    const auto records = read(">a\nAC>b\nGT\n >c\n");
    ASSERT_TRUE(records);
    ASSERT_EQ(records->size(), 1U);
    EXPECT_EQ(records->at(0).sequence, "AC>bGT>c");  // the alphabet names them later
}

TEST_F(FastaReaderTest, DigitsStayForTheAlphabet) { EXPECT_EQ(read(">a\n1 ACGT\n")->at(0).sequence, "1ACGT"); }

TEST_F(FastaReaderTest, AnythingBeforeTheFirstHeaderIsAnError) {
    EXPECT_EQ(errorOf("ACGT\n>a\nACGT\n"), "f.fa:1: \"ACGT\" stands before the first header; expected a line that begins with \">\"");
    EXPECT_EQ(errorOf("\n  \n; comment\n>a\nACGT\n"),
              "f.fa:3: \"; comment\" stands before the first header; expected a line that begins with \">\"");
    EXPECT_TRUE(read("\n \t\n>a\nACGT\n"));
}

TEST_F(FastaReaderTest, BlankLinesAloneAreNoRecord) {
    EXPECT_EQ(errorOf("\n\n"), "f.fa: no record; expected a line that begins with \">\"");
}

TEST_F(FastaReaderTest, RecordsWithoutResiduesAreDelivered) {
    const auto records = read(">a\n>b\nACGT\n>c\n\n");
    ASSERT_TRUE(records);
    ASSERT_EQ(records->size(), 3U);
    EXPECT_EQ(records->at(0).sequence, "");
    EXPECT_EQ(records->at(1).sequence, "ACGT");
    EXPECT_EQ(records->at(2).sequence, "");
    EXPECT_EQ(records->at(2).line, 4);
}

TEST_F(FastaReaderTest, LongSequencesAreRefused) {
    const std::string path = m_dir.write("f.fa", ">a\nACGTACGT\nAC\n>b\nACGTACGT\nACG\n");
    TextLimits limits;
    limits.lineBytes = 10;
    auto source = TextSource::open(path, limits);
    ASSERT_TRUE(source);
    const auto status = fastaReader().read(*source, {}, [](SequenceRecord&&) -> SinkStatus { return {}; });
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().english(), path + ":6: a sequence of more than 10 residues; expected shorter sequences");
    EXPECT_EQ(status.error().record, "b");
}

TEST_F(FastaReaderTest, ASinkEndsTheReading) {
    auto source = TextSource::open(m_dir.write("f.fa", ">a\nA\n>b\nC\n>c\nG\n"));
    int records = 0;
    const auto status = fastaReader().read(*source, {}, [&](SequenceRecord&&) -> SinkStatus {
        if (++records == 2) return fail(ErrorCode::Usage, {"enough"});
        return {};
    });
    EXPECT_EQ(status.error().english(), "enough");
    EXPECT_EQ(records, 2);
}

TEST_F(FastaReaderTest, RecognisesAHeaderOnAnyLine) {
    const auto recognises = fastaReader().recognises;
    EXPECT_TRUE(recognises(">a\nACGT"));
    EXPECT_TRUE(recognises("stray\r\n>a\r\nACGT"));
    EXPECT_TRUE(recognises("stray\r>a\rACGT"));
    EXPECT_FALSE(recognises("ACGT\nACGT"));
    EXPECT_FALSE(recognises("a > b\n"));
}

// Random records, every wrapping width, every kind of line end, plain and packed: what was written is what is read.
TEST_F(FastaReaderTest, WrittenIsRead) {
    Random random(99);
    const char* const ends[] = {"\n", "\r\n", "\r"};
    for (std::int64_t width = 1; width <= 80; ++width) {
        Dataset dataset{.name = "random", .kind = SequenceKind::Dna, .classes = {"0", "1"}, .sequences = {}};
        for (std::int64_t i = 0; i < 20; ++i) {
            const std::uint32_t length = random.below(4) == 0 ? static_cast<std::uint32_t>(width) : 1 + random.below(300);
            dataset.sequences.push_back({"id" + std::to_string(i), test::randomResidues(length, "ACGTNacgt", random()),
                                         static_cast<std::int32_t>(random.below(2)), random.below(2) == 0 ? Split::Train : Split::Test});
        }
        const std::string text = test::fastaText(dataset, width, ends[width % 3]);
        const std::string content = width % 4 == 0 ? test::gzipped(text) : width % 4 == 1 ? test::xzipped(text) : text;
        const auto records = read(content);
        ASSERT_TRUE(records) << records.error().english();
        ASSERT_EQ(records->size(), dataset.sequences.size());
        std::int64_t line = 1;
        for (std::size_t i = 0; i < records->size(); ++i) {
            const SequenceRecord& record = records->at(i);
            const Sequence& written = dataset.sequences[i];
            ASSERT_EQ(record.sequence, written.residues) << "width " << width;
            ASSERT_EQ(record.id, written.id);
            ASSERT_EQ(record.label, dataset.classes[static_cast<std::size_t>(written.label)]);
            ASSERT_EQ(record.split, written.split);
            ASSERT_EQ(record.line, line);
            const auto last = static_cast<std::int64_t>(record.sequence.size()) - 1;
            ASSERT_EQ(record.place(static_cast<std::size_t>(last)), (SourcePlace{line + 1 + last / width, last % width + 1}));
            line += 2 + last / width;
        }
    }
}

// Long records, mostly of even lines, with every kind of line in between: residues and places as a reading byte by byte finds them.
TEST_F(FastaReaderTest, EvenAndOddLinesInLongRecords) {
    Random random(7);
    const std::vector<std::string> odd{"ACG\n",        "  \n",       "\n",          "ACGTACG \n", "ACG TACG\n",
                                       "ACGTACGT\r\n", "ACGTACGT\r", "ACGTACGTA\n", " ACGTACG\n"};
    std::string content;
    for (int r = 0; r < 4; ++r) {
        content += ">r\n";
        for (int i = 0; i < 40000; ++i)
            content += random.below(500) == 0 ? odd[random.below(static_cast<std::uint32_t>(odd.size()))] : "ACGTACGT\n";
    }
    std::vector<std::string> sequences;
    std::vector<std::vector<SourcePlace>> places;
    SourcePlace at{1, 1};
    for (std::size_t i = 0; i < content.size(); ++i, ++at.column) {
        const char c = content[i];
        if (c == '>') {
            sequences.emplace_back();
            places.emplace_back();
            i += 1;  // the name
        } else if (c == '\n' || (c == '\r' && content[i + 1] != '\n')) {
            at = {at.line + 1, 0};
        } else if (c >= 'A') {
            sequences.back() += c;
            places.back().push_back(at);
        }
    }
    const auto records = read(content);
    ASSERT_TRUE(records) << records.error().english();
    ASSERT_EQ(records->size(), sequences.size());
    for (std::size_t r = 0; r < sequences.size(); ++r) {
        ASSERT_TRUE(records->at(r).sequence == sequences[r]) << r;
        for (std::size_t i = 0; i < sequences[r].size(); ++i)
            ASSERT_EQ(records->at(r).place(i), places[r][i]) << "residue " << i << " of record " << r;
    }
}

}  // namespace
}  // namespace strand
