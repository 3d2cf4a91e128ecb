// Layouts in which data are published, in small: all are understood without an option.
#include <gtest/gtest.h>

#include <filesystem>

#include "data/import_look.hpp"
#include "support/synthetic.hpp"

namespace strand {
namespace {

using test::TempDir;
using Counts = std::map<std::string, std::int64_t>;

struct GivenFile {
    const char* name;
    std::string content;
};

struct Layout {
    const char* name;
    std::vector<GivenFile> files;
    const char* format;
    SequenceKind kind;
    LabelSource labels;
    SplitSource splits;
    Counts classes, parts;
};

void PrintTo(const Layout& layout, std::ostream* out) { *out << layout.name; }

/// FASTA records of `letters` with names of a prefix and a number.
std::string fasta(const std::string& prefix, int count, std::string_view letters, std::uint64_t seed, const char* end = "\n") {
    std::string out;
    for (int i = 1; i <= count; ++i)
        out += fmt::format(">{}{}{}{}{}", prefix, i, end, test::randomResidues(20, letters, seed + static_cast<std::uint64_t>(i)), end);
    return out;
}

std::string lines(int count, std::string_view letters, std::uint64_t seed) {
    std::string out;
    for (int i = 0; i < count; ++i)
        out += test::randomResidues(41, letters, seed + static_cast<std::uint64_t>(i)) + "\n";
    return out;
}

/// Rows of fields; {} is replaced by the number of the row, {s} by a sequence.
std::string rows(const char* row, int count, std::string_view letters, std::uint64_t seed) {
    std::string out;
    for (int i = 0; i < count; ++i)
        out += fmt::format(fmt::runtime(row), fmt::arg("i", i),
                           fmt::arg("s", test::randomResidues(41, letters, seed + static_cast<std::uint64_t>(i))));
    return out;
}

std::string arff() {
    std::string out = "% Title\r\n%\r\n@relation splice\r\n@attribute 'Instance_name' { A-1, A-2, A-3, A-4}\r\n";
    for (int i = 1; i <= 20; ++i)
        out += fmt::format("@attribute 'attribute_{}' {{ C, A, G, T}}\r\n", i);
    out += "@attribute 'Class' { EI, IE, N}\r\n@data\r\n";
    const char* const classes[] = {"EI", "EI", "IE", "N"};
    for (int i = 0; i < 4; ++i) {
        out += fmt::format("A-{},", i + 1);
        for (const char base : test::randomResidues(20, "ACGT", static_cast<std::uint64_t>(i)))
            out += fmt::format("{},", base);
        out += fmt::format("{}\r\n", classes[i]);
    }
    return out;
}

constexpr std::string_view kDna = "ACGT", kRna = "ACGU", kProtein = "ACDEFGHIKLMNPQRSTVWY";

std::vector<Layout> layouts() {
    using enum SequenceKind;
    using L = LabelSource;
    using S = SplitSource;
    return {
        {"one_class_and_part_a_file",
         {{"AMP.tr.fa", fasta("AP", 3, kProtein, 1)},
          {"AMP.te.fa", fasta("AQ", 2, kProtein, 10)},
          {"AMP.eval.fa", fasta("AR", 1, kProtein, 20)},
          {"DECOY.tr.fa", fasta("UniRef50_B", 3, kProtein, 30)},
          {"DECOY.te.fa", fasta("UniRef50_C", 2, kProtein, 40)},
          {"DECOY.eval.fa", fasta("UniRef50_D", 1, kProtein, 50)}},
         "fasta",
         Protein,
         L::Filename,
         S::Filename,
         {{"AMP", 6}, {"DECOY", 6}},
         {{"train", 6}, {"validation", 2}, {"test", 4}}},
        {"one_sequence_a_line",
         {{"train_pos.txt", lines(4, kDna, 1)},
          {"train_neg.txt", lines(3, kDna, 10)},
          {"test_pos.txt", lines(2, kDna, 20)},
          {"test_neg.txt", lines(1, kDna, 30)}},
         "lines",
         Dna,
         L::Filename,
         S::Filename,
         {{"neg", 4}, {"pos", 6}},
         {{"train", 7}, {"test", 3}}},
        {"tsv_index_label_text",
         {{"train.tsv", "index\tlabel\ttext\n" + rows("{i}\t1\t{s}\n", 5, kDna, 1) + rows("1{i}\t0\t{s}\n", 5, kDna, 20)},
          {"test.tsv", "index\tlabel\ttext\n" + rows("{i}\t1\t{s}\n", 3, kDna, 40)}},
         "tsv",
         Dna,
         L::Column,
         S::Filename,
         {{"0", 5}, {"1", 8}},
         {{"train", 10}, {"test", 3}}},
        {"csv_sequence_label_of_rna_written_with_t",
         {{"train.csv", "sequence,label\r\n" + rows("{s},1\r\n", 5, kDna, 1) + rows("{s},0\r\n", 5, kDna, 20)},
          {"test.csv", "sequence,label\r\n" + rows("{s},0\r\n", 3, kDna, 40)}},
         "csv",
         Dna,
         L::Column,
         S::Filename,
         {{"0", 8}, {"1", 5}},
         {{"train", 10}, {"test", 3}}},
        {"fasta_label_and_split_in_the_header_repeated_names",
         {{"peptide_sequences.txt",
           ">pos|1|training\r\nVLYPYFMVQKEMVPAKP\r\n>pos|1|training\r\nPYFMVQKEMVP\r\n>pos|0|testing\r\nSPQQVQRCVEIL\r\n"}},
         "fasta",
         Protein,
         L::Header,
         S::Header,
         {{"0", 1}, {"1", 2}},
         {{"train", 2}, {"test", 1}}},
        {"fasta_label_in_the_header",
         {{"pdb.fasta",
           ">1AKHA|1\r\nKKEKSPKGKSSISPQARAF\r\nLEEVFR\r\n>1AOII|2\r\nATCAATATCCACCTGCAGATTCTACC\r\n>1B6WA|"
           "2\r\nMELPIAPIGRIIKDAGAERVSDDARITLAKIL\r\n"}},
         "fasta",
         Protein,
         L::Header,
         S::None,
         {{"1", 1}, {"2", 2}},
         {{"none", 3}}},
        {"uci_commas_tabs_and_lower_case",
         {{"promoters.data",
           "+,S10,\t\ttactagcaatacgcttgcgttcgg\n+,AMPC,\t\ttgctatcctgacagttgtcacgctg\n+,DEOP2,\taattgtgatgtgtatcgaagtgtg\n-,867,"
           "\tatatgaacgttgagactgccgctgag\n"
           "-,1169,\tcgaacgacgatctgattttggaaaac\n-,802,\tcaacaagaatgcttcgtttcctgccg\n"}},
         "csv",
         Dna,
         L::Column,
         S::None,
         {{"+", 3}, {"-", 3}},
         {{"none", 6}}},
        {"arff_a_column_a_base",
         {{"splice.arff", arff()}},
         "arff",
         Dna,
         L::Column,
         S::None,
         {{"EI", 2}, {"IE", 1}, {"N", 1}},
         {{"none", 4}}},
        {"first_letter_of_the_name",
         {{"S_627.txt", fasta("P", 3, kRna, 1) + fasta("N", 4, kRna, 10)},
          {"S_200.txt", fasta("P", 2, kRna, 20) + fasta("N", 1, kRna, 30)}},
         "fasta",
         Rna,
         L::FirstLetter,
         S::None,
         {{"N", 5}, {"P", 5}},
         {{"none", 10}}},
        {"label_tab_text",
         {{"SMSSpamCollection",
           "ham\tGo until jurong point, crazy.. Available only in bugis\nham\tOk lar... Joking wif u oni...\n"
           "spam\tFree entry in 2 a wkly comp to win FA Cup final tkts\nham\t\"Gimme a few\" was  &lt;#&gt;  minutes ago\n"}},
         "tsv",
         Text,
         L::Column,
         S::None,
         {{"ham", 3}, {"spam", 1}},
         {{"none", 4}}},
        {"one_file_of_texts_a_class",
         {{"custrev.neg", "weaknesses are minor : the feel and layout of the remote control are only so-so ; .\nthis is it , really .\n"},
          {"custrev.pos", "im a more happier person !\nbut , if you 're looking for my opinion , i love it ! .\nit 's very good .\n"}},
         "lines",
         Text,
         L::Filename,
         S::None,
         {{"neg", 2}, {"pos", 3}},
         {{"none", 5}}},
        {"fasta_with_descriptions",
         {{"non_promoter.fasta", fasta("", 3, kDna, 1, "\r\n")},
          {"promoter.fasta", fasta("ECK12 AHPFP FORWARD 639002 SIGMA24 STRONG ", 2, kDna, 20, "\r\n")}},
         "fasta",
         Dna,
         L::Filename,
         S::None,
         {{"non_promoter", 3}, {"promoter", 2}},
         {{"none", 5}}},
        {"a_folder_a_class",
         {{"train/pos/1.txt", "a good one .\n"},
          {"train/neg/1.txt", "a bad one .\n"},
          {"test/pos/1.txt", "so good .\n"},
          {"test/neg/9.txt", "so bad !\n"}},
         "lines",
         Text,
         L::Folder,
         S::Filename,
         {{"neg", 2}, {"pos", 2}},
         {{"train", 2}, {"test", 2}}},
        {"words_without_blanks",
         {{"a.tsv",
           "\xE5\xA5\xBD\t\xE5\xBE\x88\xE5\xA5\xBD\xE7\x9C\x8B\xE7\x9A\x84\xE4\xB9\xA6\n\xE5\x9D\x8F\t\xE4\xB8\x8D\xE5\xA5\xBD\xE7\x9C\x8B"
           "\n\xE5\xA5\xBD\t\xE7\x9C\x9F\xE5\xA5\xBD\n"}},
         "tsv",
         Text,
         L::Column,
         S::None,
         {{"\xE5\x9D\x8F", 1}, {"\xE5\xA5\xBD", 2}},
         {{"none", 3}}},
    };
}

class LayoutTest : public ::testing::TestWithParam<Layout> {
protected:
    /// The files written; where they lie in folders, the folder of them all.
    ImportOptions write() const {
        ImportOptions options;
        for (const GivenFile& file : GetParam().files) {
            const std::string path = m_dir.file("data/" + std::string(file.name));
            std::filesystem::create_directories(std::filesystem::path(path).parent_path());
            m_dir.write("data/" + std::string(file.name), file.content);
            options.files.push_back(path);
        }
        if (std::string_view(GetParam().files.front().name).find('/') != std::string_view::npos) options.files = {m_dir.file("data")};
        return options;
    }
    TempDir m_dir;
};

TEST_P(LayoutTest, IsUnderstoodWithoutOptions) {
    const Layout& layout = GetParam();
    const auto imported = importFiles(write());
    ASSERT_TRUE(imported) << imported.error().english();
    const ImportReport& report = imported->report;
    EXPECT_EQ(report.format, layout.format);
    EXPECT_EQ(report.kind, layout.kind);
    EXPECT_STREQ(labelSourceName(report.labelSource), labelSourceName(layout.labels));
    EXPECT_STREQ(splitSourceName(report.splitSource), splitSourceName(layout.splits));
    EXPECT_EQ(report.classes, layout.classes);
    EXPECT_EQ(report.splits, layout.parts);
    EXPECT_EQ(report.skipped, 0);
}

TEST_P(LayoutTest, LooksLikeItsImport) {
    const Layout& layout = GetParam();
    const auto look = lookAt(write());
    ASSERT_TRUE(look) << look.error().english();
    ASSERT_TRUE(look->preview) << look->preview.error().english();
    EXPECT_EQ(look->preview->report.kind, layout.kind);
    EXPECT_EQ(look->preview->report.labelSource, layout.labels);
    EXPECT_EQ(look->preview->report.splitSource, layout.splits);
    EXPECT_EQ(look->files.size(), layout.files.size());
    for (const FileLook& file : look->files)
        EXPECT_EQ(file.format, layout.format);
}

INSTANTIATE_TEST_SUITE_P(All, LayoutTest, ::testing::ValuesIn(layouts()), [](const auto& given) { return std::string(given.param.name); });

}  // namespace
}  // namespace strand
