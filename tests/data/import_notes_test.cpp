#include "data/import_notes.hpp"

#include <gtest/gtest.h>

#include <set>

namespace strand {
namespace {

TEST(ImportNotes, OneWarningANoteWithTheFirstPlace) {
    ImportNotes notes;
    EXPECT_TRUE(notes.warnings(SequenceKind::Dna).empty());
    notes.add(ImportNote::Gaps, "b.fa", 9, "second");
    notes.add(ImportNote::LowerCase, "a.fa", 3, "first");
    notes.add(ImportNote::LowerCase, "a.fa", 5, "later");
    const auto warnings = notes.warnings(SequenceKind::Dna);
    ASSERT_EQ(warnings.size(), 2U);
    EXPECT_EQ(warnings[0].message.english(), "2 records have lower-case letters, which are read as upper case");
    EXPECT_EQ(warnings[0].file, "a.fa");
    EXPECT_EQ(warnings[0].line, 3);
    EXPECT_EQ(warnings[0].record, "first");
    EXPECT_EQ(warnings[1].message.english(), "1 records have gaps (- or .), which are removed");
    EXPECT_EQ(warnings[1].line, 9);
}

TEST(ImportNotes, EveryNoteHasItsSentence) {
    ImportNotes notes;
    for (std::size_t i = 0; i < kImportNotes; ++i)
        notes.add(static_cast<ImportNote>(i), "f", 1, "r");
    std::set<std::string> sentences;
    for (const Warning& warning : notes.warnings(SequenceKind::Dna))
        sentences.insert(warning.message.english());
    EXPECT_EQ(sentences.size(), kImportNotes);
    EXPECT_TRUE(sentences.contains("1 records have U, which is read as T"));
    EXPECT_EQ(notes.warnings(SequenceKind::Rna)[1].message.english(), "1 records have T, which is read as U");
}

}  // namespace
}  // namespace strand
