#include "data/alphabet.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace strand {
namespace {

struct Cleaned {
    std::string residues;
    CleanReport report;
};

Cleaned clean(SequenceKind kind, std::string sequence) {
    Cleaned cleaned{std::move(sequence), {}};
    cleaned.report = cleanResidues(cleaned.residues, alphabetOf(kind));
    return cleaned;
}

TEST(Alphabet, LettersAreTheirOwnCanonicalForm) {
    for (const SequenceKind kind : {SequenceKind::Dna, SequenceKind::Rna, SequenceKind::Protein}) {
        const Alphabet& alphabet = alphabetOf(kind);
        EXPECT_TRUE(alphabet.letters.starts_with(alphabet.core));
        EXPECT_NE(alphabet.letters.find(alphabet.unknown), std::string_view::npos);
        const Cleaned cleaned = clean(kind, std::string(alphabet.letters));
        EXPECT_EQ(cleaned.residues, alphabet.letters);
        EXPECT_EQ(cleaned.report.met, 0);
    }
    EXPECT_EQ(alphabetOf(SequenceKind::Dna).letters.size(), 15U);
    EXPECT_EQ(alphabetOf(SequenceKind::Protein).letters.size(), 26U);
    EXPECT_THROW((void)alphabetOf(SequenceKind::Text), std::logic_error);
}

TEST(Alphabet, LowerCaseIsRaised) {
    const Cleaned cleaned = clean(SequenceKind::Dna, "acgtnACGTryswkmbdhv");
    EXPECT_EQ(cleaned.residues, "ACGTNACGTRYSWKMBDHV");
    EXPECT_EQ(cleaned.report.met, kLowerCase);
}

TEST(Alphabet, TheOtherBaseIsTheSameBase) {
    EXPECT_EQ(clean(SequenceKind::Dna, "ACGU").residues, "ACGT");
    EXPECT_EQ(clean(SequenceKind::Dna, "ACGU").report.met, kOtherBase);
    EXPECT_EQ(clean(SequenceKind::Rna, "ACGTt").residues, "ACGUU");
    EXPECT_EQ(clean(SequenceKind::Rna, "ACGTt").report.met, kOtherBase | kLowerCase);
    EXPECT_EQ(clean(SequenceKind::Protein, "UT").residues, "UT");
}

TEST(Alphabet, GapsAndBlanksGo) {
    const Cleaned cleaned = clean(SequenceKind::Dna, "AC-G..T \tA");
    EXPECT_EQ(cleaned.residues, "ACGTA");
    EXPECT_EQ(cleaned.report.met, kGap | kBlank);
    EXPECT_EQ(cleaned.report.bad, 0);
    EXPECT_EQ(clean(SequenceKind::Protein, "---").residues, "");
}

TEST(Alphabet, StopsEndProteinsOnly) {
    EXPECT_EQ(clean(SequenceKind::Protein, "MKV*").residues, "MKV");
    EXPECT_EQ(clean(SequenceKind::Protein, "MKV*").report.bad, 0);
    EXPECT_EQ(clean(SequenceKind::Protein, "MKV*-").residues, "MKV");
    const Cleaned inside = clean(SequenceKind::Protein, "MK*V*");
    EXPECT_EQ(inside.residues, "MKXV");
    EXPECT_EQ(inside.report.bad, 1);
    EXPECT_EQ(inside.report.firstBad, 2U);
    EXPECT_EQ(inside.report.firstBadText, "*");
    EXPECT_EQ(clean(SequenceKind::Dna, "ACGT*").report.bad, 1);
}

TEST(Alphabet, BadCharactersAreCountedAndReplaced) {
    const Cleaned cleaned = clean(SequenceKind::Dna, "A-C1GJT@");
    EXPECT_EQ(cleaned.residues, "ACNGNTN");
    EXPECT_EQ(cleaned.report.bad, 3);
    EXPECT_EQ(cleaned.report.firstBad, 3U);  // in the sequence as given, gap included
    EXPECT_EQ(cleaned.report.firstBadText, "1");
    EXPECT_EQ(cleaned.report.met, kBad | kGap);
    EXPECT_EQ(clean(SequenceKind::Rna, "AZ").residues, "AN");
    EXPECT_EQ(clean(SequenceKind::Protein, "A1").residues, "AX");
}

TEST(Alphabet, OneCharacterOfManyBytesIsOne) {
    const Cleaned accent = clean(SequenceKind::Dna, "AC\xC3\xA9T");
    EXPECT_EQ(accent.residues, "ACNT");
    EXPECT_EQ(accent.report.bad, 1);
    EXPECT_EQ(accent.report.firstBadText, "\xC3\xA9");
    const Cleaned broken = clean(SequenceKind::Dna, "AC\xE9T\x01");
    EXPECT_EQ(broken.residues, "ACNTN");
    EXPECT_EQ(broken.report.firstBadText, "\\xE9");
}

TEST(Alphabet, ABasePairsWithItsComplementInItsCase) {
    const std::string codes = "ACGTRYSWKMBDHVNacgtryswkmbdhvn-*";
    std::string partners, again;
    for (const char base : codes)
        partners += complementOf(base);
    EXPECT_EQ(partners, "TGCAYRSWMKVHDBNtgcayrswmkvhdbn-*");
    for (const char base : partners)
        again += complementOf(base);
    EXPECT_EQ(again, codes);
    EXPECT_EQ(complementOf('U'), 'A');
    EXPECT_EQ(complementOf('u'), 'a');
}

}  // namespace
}  // namespace strand
