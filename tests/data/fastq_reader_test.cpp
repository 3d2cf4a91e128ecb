#include "data/fastq_reader.hpp"

#include <gtest/gtest.h>

#include "core/random.hpp"
#include "data/reading.hpp"

namespace strand {
namespace {

using test::formatOf;
using test::recordsOf;
using test::Texts;

TEST(FastqReader, FourLinesARecord) {
    EXPECT_EQ(recordsOf("fastq", "@r1 lane 3\nACGT\n+\nII@I\n@r2|1|train\r\nAC\r\n+r2|1|train\r\n@@\r\n"),
              (Texts{"r1:ACGT", "r2|1|train:AC"}));
    EXPECT_EQ(recordsOf("fastq", "@r1\nACGT\n+\n@III\n@r2\nA\n+\nI"), (Texts{"r1:ACGT", "r2:A"}));
}

TEST(FastqReader, WrappedLines) {
    EXPECT_EQ(recordsOf("fastq", "@r1\nACGT\nAC\n+r1\nIIII\n@I\n\n@r2\nAC\nGT\n+\n@I\n@I\n"), (Texts{"r1:ACGTAC", "r2:ACGT"}));
}

TEST(FastqReader, RecordsWithoutResiduesAreDelivered) {
    EXPECT_EQ(recordsOf("fastq", "@r1\n\n+\n\n@r2\nA\n+\nI\n@r3\n+\n"), (Texts{"r1:", "r2:A", "r3:"}));
}

TEST(FastqReader, DefectsAreDeliveredAndReadingGoesOn) {
    EXPECT_EQ(recordsOf("fastq", "@r1\nACGT\n+\nIII\n@r2\nA\n+\nI\n"),
              (Texts{"! 4: record \"r1\" has 3 qualities; expected 4, one a residue", "r2:A"}));
    EXPECT_EQ(recordsOf("fastq", "@r1\nACGT\n+\nIIIII\n@r2\nA\n+\nI\n"),
              (Texts{"! 4: record \"r1\" has 5 qualities; expected 4, one a residue", "r2:A"}));
    EXPECT_EQ(recordsOf("fastq", "@r1\nACGT\n@r2\nA\n+\nI\n"),
              (Texts{"! 2: record \"r1\" has no + line; expected + and qualities behind the sequence", "r2:A"}));
    EXPECT_EQ(recordsOf("fastq", "@r1\nACGT\n+\n@r2\nA\n+\nI\n"),
              (Texts{"! 3: record \"r1\" has 0 qualities; expected 4, one a residue", "r2:A"}));
    EXPECT_EQ(recordsOf("fastq", "@r1\nAC\n+r9\nII\n@r2\nA\n+\nI\n"),
              (Texts{"! 3: the name is \"r9\" behind the +; expected \"r1\" or nothing", "r2:A"}));
    EXPECT_EQ(recordsOf("fastq", "@r1\nAC\n+\nI\xE9\n@r2\nA\n+\nI\n"),
              (Texts{"! 4: \"I\\xE9\" are no qualities; expected characters from ! to ~", "r2:A"}));
    EXPECT_EQ(recordsOf("fastq", "@r1\nAC\n+\nII\nstray\nmore\n@r2\nA\n+\nI\n"),
              (Texts{"r1:AC", "! 5: \"stray\" stands between records; expected a line that begins with \"@\"", "r2:A"}));
    EXPECT_EQ(recordsOf("fastq", "@r1\nACGT\n+\nI"), (Texts{"! 4: record \"r1\" has 1 qualities; expected 4, one a residue"}));
}

TEST(FastqReader, NothingBeforeTheFirstRecordIsSkipped) {
    EXPECT_EQ(recordsOf("fastq", "\nstray\n@r1\nA\n+\nI\n"),
              (Texts{"ERROR 2: \"stray\" stands between records; expected a line that begins with \"@\""}));
    EXPECT_EQ(recordsOf("fastq", "\n\n"), (Texts{"ERROR  no record; expected a line that begins with \"@\""}));
}

TEST(FastqReader, IsToldFromArffAndText) {
    EXPECT_EQ(formatOf("@r1\nACGT\nAC\n+\nIIII\nII\n"), "fastq");
    EXPECT_EQ(formatOf("\r\n@r1\r\nACGT\r\n+\r\nIIII\r\n"), "fastq");
    EXPECT_EQ(formatOf("@someone hello\n@other you\n"), "lines");
}

// Random records, wrapped at any width, with '@' and '+' among the qualities: what was written is read.
TEST(FastqReader, WrittenIsRead) {
    Random random(5);
    for (int round = 0; round < 100; ++round) {
        std::string content;
        Texts expected;
        const std::size_t width = 1 + random.below(40);
        for (int i = 0; i < 20; ++i) {
            const std::string sequence = test::randomResidues(1 + random.below(100), "ACGTN", random());
            // A wrapped record may not have a line of qualities that begins with '@' where a header may stand.
            const std::string quality = test::randomResidues(static_cast<std::int64_t>(sequence.size()), "I+#~!A", random());
            content += fmt::format("@r{}\n", i);
            for (std::size_t at = 0; at < sequence.size(); at += width)
                content += sequence.substr(at, width) + "\n";
            content += "+\n";
            for (std::size_t at = 0; at < quality.size(); at += width)
                content += quality.substr(at, width) + "\n";
            expected.push_back(fmt::format("r{}:{}", i, sequence));
        }
        ASSERT_EQ(recordsOf("fastq", round % 2 == 0 ? content : test::gzipped(content)), expected) << content;
    }
}

}  // namespace
}  // namespace strand
