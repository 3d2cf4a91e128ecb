#include "data/import.hpp"

#include <gtest/gtest.h>

#include "core/random.hpp"
#include "support/synthetic.hpp"

namespace strand {
namespace {

using test::TempDir;
using Counts = std::map<std::string, std::int64_t>;

class ImportTest : public ::testing::Test {
protected:
    Result<ImportedDataset> import(std::string_view content, const ImportOptions& options = {}) {
        ImportOptions own = options;
        own.files = {m_dir.write("data.fa", content)};
        return importFiles(own);
    }
    Error errorOf(std::string_view content, const ImportOptions& options = {}) {
        const auto imported = import(content, options);
        EXPECT_FALSE(imported);
        return imported ? Error{} : imported.error();
    }
    /// The error without the folder in front.
    std::string sentence(const Error& error) const { return error.english().substr(m_dir.path().size() + 1); }
    static std::vector<std::string> warningsOf(const ImportedDataset& imported) {
        std::vector<std::string> out;
        for (const Warning& warning : imported.report.warnings)
            out.push_back(warning.message.english());
        return out;
    }
    TempDir m_dir;
};

TEST_F(ImportTest, HeaderLabelsAndSplits) {
    const auto imported = import(">S10|1|train\nACGT\nAC\n>AMPC|0|test\nGGG\n>AROH|1|validation\nT\n");
    ASSERT_TRUE(imported) << imported.error().english();
    const Dataset& dataset = imported->dataset;
    EXPECT_EQ(dataset.name, "data");
    EXPECT_EQ(dataset.kind, SequenceKind::Dna);
    EXPECT_EQ(dataset.classes, (std::vector<std::string>{"0", "1"}));
    ASSERT_EQ(dataset.sequences.size(), 3U);
    EXPECT_EQ(dataset.sequences[0].id, "S10");
    EXPECT_EQ(dataset.sequences[0].residues, "ACGTAC");
    EXPECT_EQ(dataset.sequences[0].label, 1);
    EXPECT_EQ(dataset.sequences[0].split, Split::Train);
    EXPECT_EQ(dataset.sequences[1].label, 0);
    EXPECT_EQ(dataset.sequences[1].split, Split::Test);
    const ImportReport& report = imported->report;
    EXPECT_EQ(report.name, "data");
    EXPECT_EQ(report.format, "fasta");
    EXPECT_EQ(report.labelSource, LabelSource::Header);
    EXPECT_EQ(report.present, 3);
    EXPECT_EQ(report.imported, 3);
    EXPECT_EQ(report.skipped, 0);
    EXPECT_EQ(report.classes, (Counts{{"0", 1}, {"1", 2}}));
    EXPECT_EQ(report.splits, (Counts{{"train", 1}, {"validation", 1}, {"test", 1}}));
    EXPECT_EQ(report.length.min, 1);
    EXPECT_EQ(report.length.max, 6);
    EXPECT_TRUE(report.warnings.empty());
}

TEST_F(ImportTest, CrlfWithLabelAndSplit) {
    const auto imported = import(">AT1G22840.1_532|1|training\r\nACGT\r\n>pos|0|testing \r\nAC\r\n");
    ASSERT_TRUE(imported) << imported.error().english();
    EXPECT_EQ(imported->dataset.sequences[0].id, "AT1G22840.1_532");
    EXPECT_EQ(imported->report.splits, (Counts{{"train", 1}, {"test", 1}}));
    EXPECT_EQ(imported->report.classes, (Counts{{"0", 1}, {"1", 1}}));
}

TEST_F(ImportTest, BadCharacterStopsWithLineAndColumn) {
    const Error error = errorOf(">a|1\nACGT\n>b|0\nACGTAC\nACJTAC\n");
    EXPECT_EQ(sentence(error), "data.fa:5:3: \"J\" in record \"b\" is no DNA letter; expected the letters ACGTNRYSWKMBDHV");
    EXPECT_EQ(error.hint.english(), "--on-bad skip leaves such records out, --on-bad replace reads such characters as N");
    EXPECT_EQ(error.code, ErrorCode::BadInput);
    EXPECT_EQ(error.line, 5);
    EXPECT_EQ(error.column, 3);
    EXPECT_EQ(error.record, "b");
}

TEST_F(ImportTest, ColumnsCountBlanksGapsAndWindowsLineEnds) {
    EXPECT_EQ(sentence(errorOf(">a|1\r\nAC-G\r\n\r\n AC GT-1A\r\n")).substr(0, 12), "data.fa:4:8:");
    EXPECT_EQ(sentence(errorOf("\xEF\xBB\xBF>a|1\nAC\nG@\n")).substr(0, 12), "data.fa:3:2:");
    EXPECT_EQ(sentence(errorOf(test::gzipped(">a|1\rAC\rA\rC\rG>b|2\r"))),
              "data.fa:5:2: \">\" in record \"a\" is no DNA letter; expected the letters ACGTNRYSWKMBDHV");
}

// A bad character at a random place of a random file: its line and column are named whatever the wrapping.
TEST_F(ImportTest, EveryPlaceIsNamedRightly) {
    Random random(21);
    for (int round = 0; round < 200; ++round) {
        Dataset dataset = test::tinyDataset(5, 1 + random.below(200), random());
        const std::uint32_t which = random.below(5);
        std::string& residues = dataset.sequences[which].residues;
        const std::uint32_t place = random.below(static_cast<std::uint32_t>(residues.size()));
        const std::int64_t width = 1 + random.below(80);
        std::int64_t line = 2;
        for (std::uint32_t i = 0; i < which; ++i)
            line += 1 + (static_cast<std::int64_t>(dataset.sequences[i].residues.size()) + width - 1) / width;
        residues[place] = '?';
        const Error error = errorOf(test::fastaText(dataset, width, round % 2 == 0 ? "\n" : "\r\n"), {.kind = SequenceKind::Dna});
        EXPECT_EQ(error.line, line + place / width);
        EXPECT_EQ(error.column, place % width + 1);
        EXPECT_EQ(error.record, dataset.sequences[which].id);
    }
}

TEST_F(ImportTest, SkipLeavesRecordsOutAndSaysWhich) {
    const auto imported = import(">a|1\nACGT\n>b|0\nAC1T\n>c|0\nACGT\n>d|1\n>e|1\n--\n", {.onBad = OnBad::Skip});
    ASSERT_TRUE(imported) << imported.error().english();
    EXPECT_EQ(imported->report.present, 5);
    EXPECT_EQ(imported->report.imported, 2);
    EXPECT_EQ(imported->report.skipped, 3);
    EXPECT_EQ(imported->dataset.sequences.size(), 2U);
    EXPECT_EQ(warningsOf(*imported),
              (std::vector<std::string>{"1 records have gaps (- or .), which are removed", "\"1\" in record \"b\" is no DNA letter",
                                        "record \"d\" has a header and no sequence", "record \"e\" has a header and no sequence"}));
    EXPECT_EQ(imported->report.warnings[1].column, 3);
    EXPECT_TRUE(imported->report.warnings[1].skipped);
    EXPECT_FALSE(imported->report.warnings[0].skipped);
    EXPECT_EQ(imported->report.warnings[1].line, 4);
    EXPECT_EQ(imported->report.warnings[1].record, "b");
    EXPECT_EQ(imported->report.warnings[2].line, 7);
    EXPECT_EQ(imported->report.warnings[2].record, "d");
    EXPECT_TRUE(imported->report.warnings[3].file.ends_with("data.fa"));
}

TEST_F(ImportTest, ReplaceKeepsRecordsAndSaysWhich) {
    const auto imported = import(">a|1\nACGT\n>b|0\nAC1T\n2G\n", {.onBad = OnBad::Replace});
    ASSERT_TRUE(imported);
    EXPECT_EQ(imported->dataset.sequences[1].residues, "ACNTNG");
    EXPECT_EQ(imported->report.skipped, 0);
    EXPECT_EQ(warningsOf(*imported), (std::vector<std::string>{"\"1\" is no DNA letter; characters read as N: 2"}));
    const auto protein = import(">a|1\nMKVLLAEEF\n>b|0\nEFIK1L\n", {.onBad = OnBad::Replace});
    ASSERT_TRUE(protein);
    EXPECT_EQ(protein->dataset.sequences[1].residues, "EFIKXL");
}

TEST_F(ImportTest, EverySkippedRecordIsCountedAThousandAreListed) {
    std::string content = ">good|1\nACGT\n";
    for (int i = 0; i < 1500; ++i)
        content += ">b" + std::to_string(i) + "|0\nAC@T\n";
    const auto imported = import(content, {.onBad = OnBad::Skip});
    ASSERT_TRUE(imported);
    EXPECT_EQ(imported->report.skipped, 1500);
    EXPECT_EQ(imported->report.imported + imported->report.skipped, imported->report.present);
    EXPECT_EQ(imported->report.warnings.size(), 1002U);  // one class, 1000 records, the rest
    EXPECT_EQ(imported->report.warnings.back().message.english(), "and 500 more");
}

TEST_F(ImportTest, NothingLeftIsAnError) {
    EXPECT_EQ(sentence(errorOf(">a|1\n1\n>b|0\n@\n", {.kind = SequenceKind::Dna, .onBad = OnBad::Skip})),
              "data.fa: all 2 records were skipped; expected at least one good record");
}

TEST_F(ImportTest, RecordsWithoutResiduesStop) {
    EXPECT_EQ(sentence(errorOf(">a|1\nACGT\n>b|0\n>c|1\nA\n")),
              "data.fa:3: record \"b\" has a header and no sequence; expected at least one residue");
    EXPECT_EQ(sentence(errorOf(">a|1\nACGT\n>b|0\n--.\n")),
              "data.fa:3: record \"b\" has a header and no sequence; expected at least one residue");
}

TEST_F(ImportTest, CaseGapsAndOtherBasesAreOneWarningEach) {
    const auto imported = import(">a|1\nacGT\n>b|0\nAC-G\n>c|1\nACGU\n>d|0\nacgt\n");
    ASSERT_TRUE(imported);
    EXPECT_EQ(imported->dataset.sequences[0].residues, "ACGT");
    EXPECT_EQ(imported->dataset.sequences[1].residues, "ACG");
    EXPECT_EQ(imported->dataset.sequences[2].residues, "ACGT");
    EXPECT_EQ(warningsOf(*imported),
              (std::vector<std::string>{"2 records have lower-case letters, which are read as upper case",
                                        "1 records have U, which is read as T", "1 records have gaps (- or .), which are removed"}));
    EXPECT_EQ(imported->report.warnings[1].line, 5);
    EXPECT_EQ(imported->report.warnings[1].record, "c");
}

TEST_F(ImportTest, RnaAndProtein) {
    const auto rna = import(">P1|1\nGGUGCUAACTU\n");
    ASSERT_TRUE(rna);
    EXPECT_EQ(rna->dataset.kind, SequenceKind::Rna);
    EXPECT_EQ(rna->dataset.sequences[0].residues, "GGUGCUAACUU");
    const auto protein = import(">A|1\nMKVLLAEEFPQX*\n");
    ASSERT_TRUE(protein);
    EXPECT_EQ(protein->dataset.kind, SequenceKind::Protein);
    EXPECT_EQ(protein->dataset.sequences[0].residues, "MKVLLAEEFPQX");
    EXPECT_EQ(warningsOf(*protein)[0], "1 records end with *, which is removed");
    EXPECT_EQ(import(">a|1\nACGT\n", {.kind = SequenceKind::Protein})->dataset.kind, SequenceKind::Protein);
}

TEST_F(ImportTest, MissingLabelNamesLineRecordAndHint) {
    const Error error = errorOf(">a|1\nACGT\n>b\nACGT\n", {.label = LabelSource::Header});
    EXPECT_EQ(sentence(error), "data.fa:3: the header \"b\" has no label; expected a header such as >name|label or >name|label|train");
    EXPECT_EQ(error.hint.english(), "--label none imports without labels, --label filename takes one class a file");
    EXPECT_TRUE(import(">a|1\nACGT\n>b\nACGT\n", {.label = LabelSource::None}));
}

TEST_F(ImportTest, FilesAsClasses) {
    ImportOptions options;
    options.files = {m_dir.write("pos.fa", ">a\nACGT\n>b\nACG\n"), m_dir.write("neg.fa.gz", test::gzipped(">c\nGGG\n"))};
    options.name = "mine";
    const auto imported = importFiles(options);
    ASSERT_TRUE(imported) << imported.error().english();
    EXPECT_EQ(imported->report.labelSource, LabelSource::Filename);
    EXPECT_EQ(imported->report.classes, (Counts{{"neg", 1}, {"pos", 2}}));
    EXPECT_EQ(imported->report.splits, (Counts{{"none", 3}}));
    EXPECT_EQ(imported->dataset.name, "mine");
    EXPECT_EQ(imported->report.name, "mine");
}

TEST_F(ImportTest, OneClassIsAWarning) {
    const auto imported = import(">a|1\nACGT\n>b|1\nACG\n");
    ASSERT_TRUE(imported);
    EXPECT_EQ(warningsOf(*imported), (std::vector<std::string>{"all records are of class \"1\"; training needs two classes"}));
}

TEST_F(ImportTest, AClassARecordIsAWarning) {
    std::string content;
    for (int i = 0; i < 150; ++i)
        content += ">a" + std::to_string(i) + "|gene" + std::to_string(i) + "\nACGT\n";
    EXPECT_EQ(warningsOf(*import(content)), (std::vector<std::string>{"150 classes for 150 records: are these labels?"}));
}

TEST_F(ImportTest, RepeatedNamesGetASuffixAndOneWarning) {
    const auto imported = import(">pos|1|training\nACGT\n>neg|0|training\nACG\n>pos|1|training\nAC\n>pos|1|training\nA\n");
    ASSERT_TRUE(imported);
    std::vector<std::string> ids;
    for (const Sequence& sequence : imported->dataset.sequences)
        ids.push_back(sequence.id);
    EXPECT_EQ(ids, (std::vector<std::string>{"pos", "neg", "pos_2", "pos_3"}));
    ASSERT_EQ(imported->report.warnings.size(), 1U);
    EXPECT_EQ(imported->report.warnings[0].message.english(), "2 records repeat the name of an earlier one and get a number behind it");
    EXPECT_EQ(imported->report.warnings[0].line, 5);
    EXPECT_EQ(imported->report.warnings[0].record, "pos_2");
}

TEST_F(ImportTest, NamelessAndForeignNames) {
    const auto imported = import(">|1\nACGT\n>caf\xE9|0\nACG\n");
    ASSERT_TRUE(imported);
    EXPECT_EQ(imported->dataset.sequences[0].id, "record1");
    EXPECT_EQ(imported->dataset.sequences[1].id, "caf\xC3\xA9");
    EXPECT_EQ(warningsOf(*imported),
              (std::vector<std::string>{"1 records have no name and are numbered", "1 records are not UTF-8 and are read as Latin-1"}));
}

TEST_F(ImportTest, TextKeepsItsCharacters) {
    const auto imported = import(">a|ham\nSo_what?\xC3\xA9\n>b|spam\ncaf\xE9 noir\n", {.kind = SequenceKind::Text});
    ASSERT_TRUE(imported) << imported.error().english();
    EXPECT_EQ(imported->dataset.sequences[0].residues, "So_what?\xC3\xA9");
    EXPECT_EQ(imported->dataset.sequences[1].residues, "caf\xC3\xA9 noir");
    EXPECT_EQ(imported->report.length.max, 9);
    EXPECT_EQ(warningsOf(*imported), (std::vector<std::string>{"1 records are not UTF-8 and are read as Latin-1"}));
}

TEST_F(ImportTest, RatioReplacesTheSplitsFound) {
    std::string content;
    for (int i = 0; i < 100; ++i)
        content += ">a" + std::to_string(i) + "|" + std::to_string(i % 2) + "|test\n" +
                   test::randomResidues(20, "ACGT", static_cast<std::uint64_t>(i)) + "\n";
    const auto imported = import(content, {.ratio = std::array{0.8, 0.1, 0.1}, .seed = 3});
    ASSERT_TRUE(imported);
    EXPECT_EQ(imported->report.splits, (Counts{{"train", 80}, {"validation", 10}, {"test", 10}}));
    EXPECT_EQ(errorOf(content, {.ratio = std::array{0.8, 0.1, 0.3}}).code, ErrorCode::Usage);
}

TEST_F(ImportTest, PreviewStopsEarly) {
    std::string content;
    for (int i = 0; i < 100; ++i)
        content += ">a" + std::to_string(i) + "|1\nACGT\n";
    content += ">bad|1\n@@@@\n";
    const auto imported = import(content, {.previewLimit = 10});
    ASSERT_TRUE(imported) << imported.error().english();
    EXPECT_EQ(imported->report.present, 10);
    EXPECT_EQ(imported->dataset.sequences.size(), 10U);
    EXPECT_FALSE(import(content));
}

TEST_F(ImportTest, StopAndProgress) {
    ImportOptions options;
    options.files = {m_dir.write("a.fa", test::fastaText(test::tinyDataset(20000))),
                     m_dir.write("b.fa", test::fastaText(test::tinyDataset(20000, 41, 2)))};
    std::vector<Progress> seen;
    ASSERT_TRUE(importFiles(options, [&](const Progress& progress) { seen.push_back(progress); }));
    ASSERT_GT(seen.size(), 3U);
    for (std::size_t i = 1; i < seen.size(); ++i)
        EXPECT_GE(seen[i].done, seen[i - 1].done);
    EXPECT_EQ(seen.back().done, seen.back().total);
    EXPECT_EQ(seen.front().total, seen.back().total);
    EXPECT_EQ(seen.back().stage.english(), "Reading b.fa");

    std::stop_source stop;
    const auto stopped = importFiles(
        options, [&](const Progress&) { stop.request_stop(); }, stop.get_token());
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Interrupted);
}

TEST_F(ImportTest, WrongUse) {
    EXPECT_EQ(importFiles({}).error().code, ErrorCode::Usage);
    const Error format = errorOf(">a|1\nA\n", {.format = "docx"});
    EXPECT_EQ(format.code, ErrorCode::Usage);
    EXPECT_TRUE(
        format.english().starts_with("unknown format \"docx\"; expected one of genbank, fastq, arff, csv, tsv, fasta, lines, text"));
}

TEST_F(ImportTest, ErrorsOfTheFileComeThrough) {
    EXPECT_EQ(sentence(errorOf("")), "data.fa: the file is empty; expected sequences");
    EXPECT_EQ(sentence(errorOf("stray\n>a|1\nACGT\n")),
              "data.fa:1: \"stray\" stands before the first header; expected a line that begins with \">\"");
    const std::string packed = test::gzipped(">a|1\nACGT\n>b|1\nACGT\n");
    EXPECT_EQ(sentence(errorOf(packed.substr(0, packed.size() - 3))), "data.fa:5: the packed file ends early; expected more data");
    ImportOptions options;
    options.files = {m_dir.file("none.fa")};
    EXPECT_EQ(importFiles(options).error().english(), m_dir.file("none.fa") + ": no such file");
}

}  // namespace
}  // namespace strand
