// Bad files of every format: what is said, to the letter, and that no record is lost.
#include <gtest/gtest.h>

#include <algorithm>

#include "data/import.hpp"
#include "support/synthetic.hpp"

namespace strand {
namespace {

using test::TempDir;
using Kind = SequenceKind;

struct BadFile {
    const char* name;
    std::string content;
    const char* error;                     ///< without the folder in front; the file is "f"
    std::int64_t skipped = -1, kept = -1;  ///< with OnBad::Skip; -1 = an error all the same
    ImportOptions options{};
};

void PrintTo(const BadFile& bad, std::ostream* out) { *out << bad.name; }

std::string bytes(std::string_view text) { return std::string(text); }

std::string cutShort(std::string packed, std::size_t by) {
    packed.resize(packed.size() - by);
    return packed;
}

std::string flipped(std::string packed, std::size_t at) {
    packed[at] = static_cast<char>(packed[at] ^ 0x55);
    return packed;
}

const std::string kFasta = ">a|1\nACGT\n>b|0\nGGCC\n";

std::vector<BadFile> badFiles() {
    return {
        // Nothing to read.
        {"empty", "", "f: the file is empty; expected sequences"},
        {"only_a_byte_order_mark", "\xEF\xBB\xBF", "f: the file is empty; expected sequences"},
        {"blank_lines", "\n \n\n", "f: no record; expected one sequence a line"},
        {"control_characters", "\x01\x02\x03",
         "f:1: the format of the content is not known; expected one of: GenBank (LOCUS), FASTQ (@name), ARFF (@relation), CSV "
         "(sequence,label), "
         "TSV (label\\ttext), FASTA (>name|label), One sequence a line (ACGT)"},
        // Encodings.
        {"nul_byte", bytes({">a|1\nAC\0GT\n", 11}), "f:2:3: a NUL byte; expected text"},
        {"utf16_without_a_mark_nor_a_sequence", bytes({">\0a\0\n\0", 6}),
         "f:1: record \"a\" has a header and no sequence; expected at least one residue"},
        {"utf16_cut_in_a_character", bytes({"\xFF\xFE>\0a\0\n\0A", 9}),
         "f:2: the bytes \"A\" are no utf-16le text; expected characters of that encoding"},
        {"wrong_encoding_chosen",
         ">a|1\nAC\xFF\xFF",
         "f:2: the bytes \"\\xFF\\xFF\" are no gb18030 text; expected characters of that encoding",
         -1,
         -1,
         {.reading = {.encoding = TextEncoding::Gb18030}}},
        // Packed.
        {"gz_ends_early", cutShort(test::gzipped(kFasta), 3), "f:5: the packed file ends early; expected more data"},
        {"gz_with_garbage_behind", test::gzipped(kFasta) + "garbage",
         "f:5: something else follows the gz data; expected the end of the file"},
        {"gz_with_a_wrong_checksum", flipped(test::gzipped(kFasta), test::gzipped(kFasta).size() - 6),
         "f:5: the gz data are damaged; expected data that match their checksum"},
        {"xz_ends_early", cutShort(test::xzipped(kFasta), 3), "f:5: the packed file ends early; expected more data"},
        {"zip", "PK\x03\x04zzzzzzz", "f: a zip archive; expected text, gz or xz"},
        {"bzip2", "BZh91AY", "f: a bzip2 archive; expected text, gz or xz"},
        // FASTA.
        {"text_before_the_first_header", "stray\n>a|1\nACGT\n",
         "f:1: \"stray\" stands before the first header; expected a line that begins with \">\""},
        {"header_only", ">a|1\n", "f:1: record \"a\" has a header and no sequence; expected at least one residue"},
        {"header_without_a_sequence", ">a|1\nACGT\n>b|0\n>c|0\nA\n",
         "f:3: record \"b\" has a header and no sequence; expected at least one residue", 1, 2},
        {"foreign_letter", ">a|1\nACGT\nACJT\n>b|0\nA\n",
         "f:3:3: \"J\" in record \"a\" is no DNA letter; expected the letters ACGTNRYSWKMBDHV", 1, 1},
        {"foreign_letter_lone_cr", ">a|1\rACGT\rA?GT\r>b|0\rA\r",
         "f:3:2: \"?\" in record \"a\" is no DNA letter; expected the letters ACGTNRYSWKMBDHV", 1, 1},
        {"stop_inside_a_protein", ">a|1\nMKV*LL*\n>b|0\nMKVLEF*\n",
         "f:2:4: \"*\" in record \"a\" is no protein letter; expected the letters ACDEFGHIKLMNPQRSTVWYXBZUOJ", 1, 1},
        {"a_record_without_a_label", ">a|1\nACGT\n>b\nACGT\n>c|0\nAC\n",
         "f:3: the header \"b\" has no label; expected a header such as >name|label or >name|label|train", 1, 2},
        {"no_label_where_one_is_asked_for",
         ">a\nACGT\n",
         "f:1: the header \"a\" has no label; expected a header such as >name|label or >name|label|train",
         -1,
         -1,
         {.label = LabelSource::Header}},
        {"fasta_has_no_columns",
         kFasta,
         "f: FASTA has no columns; expected a table where a column is named",
         -1,
         -1,
         {.label = LabelSource::Column}},
        // FASTQ.
        {"fastq_short_qualities", "@a|1\nACGT\n+\nIII\n@b|0\nAC\n+\nII\n", "f:4: record \"a\" has 3 qualities; expected 4, one a residue",
         1, 1},
        {"fastq_cut_off", "@a|1\nACGT\n+\nIIII\n@b|0\nAC\n",
         "f:6: record \"b\" has no + line; expected + and qualities behind the sequence", 1, 1},
        // Tables.
        {"csv_row_with_too_many_fields", "sequence,label\nACGT,1\nAC,0,5\nGG,0\n",
         "f:3: the row has 3 fields; expected 2, as in the first row", 1, 2},
        {"csv_text_behind_a_quote", "sequence,label\nACGT,1\n\"AC\"G,0\nGG,0\n",
         "f:3: text behind a closing quote; expected the end of the field; a quote inside a quoted field is written twice", 1, 2},
        {"csv_open_quote", "sequence,label\nACGT,1\n\"AC,0\nGG,0\n",
         "f:3: a quote that is opened here is never closed; expected a closing quote"},
        {"csv_unknown_split",
         "sequence,label,split\nACGT,1,train\nAC,0,yes\n",
         "f:3: \"yes\" is no split; expected train, validation or test",
         1,
         1,
         {.reading = {.splitColumn = "split"}}},
        {"csv_no_such_column",
         "sequence,label\nACGT,1\n",
         "f: no column is called \"x\"; expected one of sequence, label, or a number from 1 to 2",
         -1,
         -1,
         {.label = LabelSource::Column, .reading = {.labelColumn = "x"}}},
        {"csv_names_only", "sequence,label\n", "f: no record; expected rows of columns"},
        {"csv_without_a_sequence", "sequence,label\n,1\nAC,0\n", "f:2: the record has no sequence; expected at least one residue", 1, 1},
        {"csv_without_a_label", "sequence,label\nACGT,1\nAC,\nGG,0\n",
         "f:3: the record has no label in its column; expected a class in every row", 1, 2},
        {"csv_foreign_letter", "sequence,label\nACGT,1\n AC?,0\n",
         "f:3:4: \"?\" in line 3 is no DNA letter; expected the letters ACGTNRYSWKMBDHV", 1, 1},
        {"tsv_short_row", "id\tlabel\tsequence\na\t1\tACGT\nb\t0\nc\t0\tAA\n", "f:3: the row has 2 fields; expected 3, as in the first row",
         1, 2},
        {"arff_sparse", "@relation r\n@attribute seq string\n@attribute class {a,b}\n@data\nACGT,a\n{0 AC}\n",
         "f:6: a sparse row; expected one value an attribute", 1, 1},
        {"arff_cut_off", "@relation r\n@attribute seq string\n", "f: no @data line; expected rows behind @data"},
        // GenBank.
        {"genbank_wrong_length",
         "LOCUS       A       5 bp    DNA\nORIGIN\n        1 acgt\n//\nLOCUS       B       1 bp    DNA\nORIGIN\n        1 a\n//\n",
         "f:4: record \"A\" has 4 residues; expected 5, as LOCUS says", 1, 1},
        {"genbank_cut_off",
         "LOCUS       A       4 bp    DNA\nORIGIN\n        1 acgt\n//\nLOCUS       B       9 bp    DNA\nORIGIN\n        1 acgt\n",
         "f:7: record \"B\" does not end; expected a line with //", 1, 1},
        {"genbank_foreign_letter",
         "LOCUS       A       4 bp    DNA\nORIGIN\n        1 ac?t\n//\n",
         "f:3: \"?\" in record \"A\" is no DNA letter; expected the letters ACGTNRYSWKMBDHV",
         -1,
         -1,
         {.kind = Kind::Dna}},
        // Lines.
        {"lines_foreign_letter", "ACGT\nAC?T\n", "f:2:3: \"?\" in line 2 is no DNA letter; expected the letters ACGTNRYSWKMBDHV", 1, 1},
    };
}

class BadFileTest : public ::testing::TestWithParam<BadFile> {
protected:
    Result<ImportedDataset> import(OnBad onBad) {
        ImportOptions options = GetParam().options;
        options.files = {m_dir.write("f", GetParam().content)};
        options.onBad = onBad;
        return importFiles(options);
    }
    std::string sentence(const Error& error) const { return error.english().substr(m_dir.path().size() + 1); }
    TempDir m_dir;
};

TEST_P(BadFileTest, IsRefusedWithThisSentence) {
    const auto imported = import(OnBad::Stop);
    ASSERT_FALSE(imported);
    EXPECT_EQ(sentence(imported.error()), GetParam().error);
}

TEST_P(BadFileTest, SkippedRecordsAreCountedAndListed) {
    const auto imported = import(OnBad::Skip);
    if (GetParam().skipped < 0) {
        EXPECT_FALSE(imported);
        return;
    }
    ASSERT_TRUE(imported) << imported.error().english();
    const ImportReport& report = imported->report;
    EXPECT_EQ(report.skipped, GetParam().skipped);
    EXPECT_EQ(report.imported, GetParam().kept);
    EXPECT_EQ(report.present, report.imported + report.skipped);
    const auto listed =
        std::count_if(report.warnings.begin(), report.warnings.end(), [](const Warning& warning) { return warning.skipped; });
    EXPECT_EQ(listed, report.skipped);
    for (const Warning& warning : report.warnings) {
        if (!warning.skipped) continue;
        EXPECT_GT(warning.line, 0);
        EXPECT_TRUE(warning.file.ends_with("/f"));
        // The warning says what the error said.
        const std::string place = fmt::format("f:{}:", warning.line);
        EXPECT_TRUE(std::string_view(GetParam().error).starts_with(place)) << place;
        if (warning.message.english().ends_with("has no label")) continue;
        EXPECT_NE(std::string_view(GetParam().error).find(warning.message.english()), std::string_view::npos) << warning.message.english();
    }
}

INSTANTIATE_TEST_SUITE_P(All, BadFileTest, ::testing::ValuesIn(badFiles()),
                         [](const auto& given) { return std::string(given.param.name); });

}  // namespace
}  // namespace strand
