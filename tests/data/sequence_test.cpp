#include "data/sequence.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace strand {
namespace {

TEST(SequenceNames, KindsReadBackAsWritten) {
    for (const SequenceKind kind : {SequenceKind::Dna, SequenceKind::Rna, SequenceKind::Protein, SequenceKind::Text}) {
        EXPECT_EQ(parseKind(kindName(kind)), kind);
    }
    EXPECT_EQ(parseKind(" DNA "), SequenceKind::Dna);
    EXPECT_FALSE(parseKind("peptide"));
    EXPECT_FALSE(parseKind(""));
}

TEST(SequenceNames, SplitsHaveManyWords) {
    for (const char* word : {"train", "Training"})
        EXPECT_EQ(parseSplit(word), Split::Train) << word;
    for (const char* word : {"test", "TESTING", "test\r"})
        EXPECT_EQ(parseSplit(word), Split::Test) << word;
    for (const char* word : {"valid", "validation", "val", "dev"})
        EXPECT_EQ(parseSplit(word), Split::Validation) << word;
    for (const char* word : {"none", "", "trains", "1"})
        EXPECT_FALSE(parseSplit(word)) << word;
    EXPECT_STREQ(splitName(Split::None), "none");
    EXPECT_STREQ(splitName(Split::Validation), "validation");
}

TEST(SequencePlace, OneLine) {
    SequenceRecord record;
    record.line = 7;
    record.append("ACGT", 8, 3);
    EXPECT_EQ(record.place(0), (SourcePlace{8, 3}));
    EXPECT_EQ(record.place(3), (SourcePlace{8, 6}));
}

TEST(SequencePlace, EvenlyWrappedLinesShareOneRun) {
    SequenceRecord record;
    for (std::int64_t line = 2; line < 102; ++line)
        record.append("ACGTA", line, 1);
    record.append("AC", 102, 1);
    EXPECT_EQ(record.runs.size(), 1U);
    EXPECT_EQ(record.place(0), (SourcePlace{2, 1}));
    EXPECT_EQ(record.place(5), (SourcePlace{3, 1}));
    EXPECT_EQ(record.place(499), (SourcePlace{101, 5}));
    EXPECT_EQ(record.place(501), (SourcePlace{102, 2}));
}

// Any mixture of line lengths, blank lines and pieces within a line.
TEST(SequencePlace, EveryResidueOfUnevenLines) {
    const std::vector<std::vector<std::string>> layouts{{"ACGT", "ACGTACGTACGT", "ACGT", "A"},
                                                        {"ACGTAC", "ACG", "ACG", "ACGTAC"},
                                                        {"AC", "", "AC", "ACGT", "AC"},
                                                        {"A", "A", "AA", "A"},
                                                        {"ACGT", "AC GT", "ACGT"},
                                                        {" ACGT", " ACGT", "ACGT"}};
    for (const auto& lines : layouts) {
        SequenceRecord record;
        std::vector<SourcePlace> expected;
        for (std::size_t l = 0; l < lines.size(); ++l) {
            const auto line = static_cast<std::int64_t>(l) + 10;
            std::size_t begin = 0;
            for (std::size_t c = 0; c <= lines[l].size(); ++c) {
                if (c < lines[l].size() && lines[l][c] != ' ') {
                    expected.push_back({line, static_cast<std::int64_t>(c) + 1});
                    continue;
                }
                record.append(std::string_view(lines[l]).substr(begin, c - begin), line, static_cast<std::int64_t>(begin) + 1);
                begin = c + 1;
            }
        }
        ASSERT_EQ(record.sequence.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            EXPECT_EQ(record.place(i), expected[i]) << lines[0] << " " << lines[1] << " at " << i;
    }
}

TEST(SequencePlace, WithoutRunsOnlyTheRecordIsKnown) {
    SequenceRecord record;
    record.line = 5;
    record.sequence = "ACGT";
    EXPECT_EQ(record.place(2), (SourcePlace{5, 0}));
}

TEST(Classes, NumbersByValueThenNames) {
    std::vector<std::string> names{"b", "10", "2", "-1", "a", "EI", "02"};
    std::sort(names.begin(), names.end(), classLess);
    EXPECT_EQ(names, (std::vector<std::string>{"-1", "02", "2", "10", "EI", "a", "b"}));
}

TEST(SequenceLength, TextCountsCharacters) {
    EXPECT_EQ(sequenceLength("ACGT", SequenceKind::Dna), 4);
    EXPECT_EQ(sequenceLength("caf\xC3\xA9 \xE4\xB8\xAD", SequenceKind::Text), 6);
}

}  // namespace
}  // namespace strand
