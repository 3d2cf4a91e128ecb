// From records to a dataset: kind, labels, splits, and a policy for what is bad.
//
// Residues become upper case (soft masks too). T and U are one base: T in DNA, U in RNA. IUPAC codes stay. Gaps (- and .), blanks, and
// '*' at the end of a protein are removed; '*' inside one is a bad character. Text stays as it is. Each is told in the report.
#pragma once

#include "core/progress.hpp"
#include "data/reader.hpp"

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <stop_token>

namespace strand {

/// Where classes come from. Header: ">id|label". Filename: "pos.fa"; parts of the name that name a split ("train_pos.txt", "AMP.te.fa")
/// are left out. Folder: the folder of the file. FirstLetter: of the record's name. Column: of a table. The numbers are stored.
enum class LabelSource { Auto, Header, Filename, FirstLetter, None, Folder, Column };

/// Where splits come from. Header: ">id|label|train". Filename: "train_pos.txt", "AMP.te.fa", "test/pos/1.txt". The numbers are stored.
enum class SplitSource { Auto, Header, Filename, Column, Ratio, None };

[[nodiscard]] const char* labelSourceName(LabelSource source);  ///< "auto" "header" "filename" "first-letter" "none" "folder" "column"
[[nodiscard]] const char* splitSourceName(SplitSource source);  ///< "auto" "header" "filename" "column" "ratio" "none"

/// Skip: a record with a defect is left out. Replace: a bad character is read as N or X; other defects as by Skip.
enum class OnBad { Stop, Skip, Replace };

struct ImportOptions {
    std::vector<std::string> files{};    ///< a folder stands for all files in it and below it, but hidden ones
    std::string name{};                  ///< empty = stem of the first file
    std::optional<SequenceKind> kind{};  ///< none = guessed from the characters
    std::string format{};                ///< a reader's name; empty = by content
    /// Auto: header or column where half of the records or more have a label; else the first letter where all names are P1, N2 ...; else folders,
    /// else files, where they name two classes; else none.
    LabelSource label = LabelSource::Auto;
    /// Auto: the ratio where one is given; else headers or columns where they name splits; else names of files where all name one and not
    /// all the same; else none.
    SplitSource split = SplitSource::Auto;
    ReadOptions reading{};
    OnBad onBad = OnBad::Stop;
    /// Train, validation, test fractions of all records (stratified, seeded); 0.8, 0.1, 0.1 for SplitSource::Ratio without one.
    std::optional<std::array<double, 3>> ratio{};
    std::uint64_t seed = 1;
    std::int64_t previewLimit = 0;  ///< > 0: stop after so many records of each file
    /// Told of every skipped or replaced record; the report keeps the first thousand. Called on the importing thread.
    std::function<void(const Warning&)> onWarning{};
};

/// A file of which only the sequences are wanted.
struct SequenceFile {
    std::string path;
    OnBad onBad = OnBad::Stop;
};
/// Neither labels nor parts are looked for.
[[nodiscard]] ImportOptions importOf(const SequenceFile& file, std::optional<SequenceKind> kind);

/// Of the n sorted lengths: the first, those at places n / 2 and n * 95 / 100 counted from 0, the last.
struct LengthSummary {
    std::int64_t min = 0, median = 0, p95 = 0, max = 0;
};

struct ImportReport {
    std::string name;
    SequenceKind kind = SequenceKind::Dna;
    std::int64_t present = 0;   ///< records found in the files
    std::int64_t imported = 0;  ///< imported + skipped == present
    std::int64_t skipped = 0;
    std::map<std::string, std::int64_t> classes;
    std::map<std::string, std::int64_t> splits;   ///< by splitName
    LengthSummary length;                         ///< residues (characters for text)
    std::vector<Warning> warnings;                ///< skipped or replaced records by file and line, and what all records have in common
    LabelSource labelSource = LabelSource::None;  ///< what Auto became
    SplitSource splitSource = SplitSource::None;
    std::string format;
};

struct ImportedDataset {
    Dataset dataset;
    ImportReport report;
};

/// Reads all files. Errors: everything TextSource and the readers say; a character outside the alphabet (file, line, column named);
/// a record without label where labels were asked for; no record at all.
[[nodiscard]] Result<ImportedDataset> importFiles(const ImportOptions& options, const ProgressFn& progress = {}, std::stop_token stop = {});

[[nodiscard]] ImportReport summarise(const Dataset& dataset);

}  // namespace strand
