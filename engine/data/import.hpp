// From records to a dataset: kind, labels, splits, and a policy for bad characters.
#pragma once

#include "core/progress.hpp"
#include "data/sequence.hpp"

#include <array>
#include <map>
#include <optional>
#include <stop_token>

namespace strand {

enum class LabelSource { Auto, Header, Filename, FirstLetter, None };
enum class OnBad { Stop, Skip, Replace };  ///< Replace: N for DNA/RNA, X for protein

struct ImportOptions {
    std::vector<std::string> files{};
    std::string name{};                  ///< empty = stem of the first file
    std::optional<SequenceKind> kind{};  ///< none = guessed from the characters
    std::string format{};                ///< a reader's name; empty = by content
    LabelSource label =
        LabelSource::Auto;  ///< Auto: header where "id|label[|split]" is found; else one class a file where there are several; else none
    OnBad onBad = OnBad::Stop;
    /// Train, validation, test fractions applied to all records (stratified, seeded), instead of the splits found.
    std::optional<std::array<double, 3>> ratio{};
    std::uint64_t seed = 1;
    std::int64_t previewLimit = 0;  ///< > 0: stop after so many records
};

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
    std::vector<Warning> warnings;                ///< every skipped or replaced record, by file and line
    LabelSource labelSource = LabelSource::None;  ///< what Auto became
    std::string format;
};

struct ImportedDataset {
    Dataset dataset;
    ImportReport report;
};

/// Reads all files. Errors: everything TextSource and the readers say; a character outside the alphabet (file, line, column named);
/// a header without label where labels were asked for; no record at all.
[[nodiscard]] Result<ImportedDataset> importFiles(const ImportOptions& options, const ProgressFn& progress = {}, std::stop_token stop = {});

[[nodiscard]] ImportReport summarise(const Dataset& dataset);

}  // namespace strand
